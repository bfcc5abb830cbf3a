"""Questions that are not put in English, by the script of their letters or their function words.

A foreign name or word leaves a question English; one that has no English word to ask with and is
mostly in another script is not read at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from store.lexical import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+")
_PAPERS = frozenset("paper papers article articles study studies author authors list show".split())
_ASKING = (STOP_WORDS | _PAPERS) - frozenset(
    "a an as also do he her i in is me no on or so".split()
)
_ASKING -= frozenset("am any being had has over own per via was we will".split())
# Words that only ask, one of which is enough, and words that stand in any sentence.
_QUESTION_WORDS = frozenset(
    """qué cuál cuáles quién quiénes cómo cuántos cuántas dónde welche welcher welches welchen
    wieviele worum warum wieso quel quels quelle quelles pourquoi combien quais quantos quantas
    quali quanti perché welke hoeveel waarom
    """.split()
)
_FRENCH_TOO = frozenset("article articles".split())
_ENOUGH = 2  # of the others
_FUNCTION_WORDS = tuple(
    frozenset(words.split())
    for words in (
        "que los las una del por para con sobre como son está hay entre cual quien el la de se",
        "der das dem den und ist sind wie über mit von für auf wer gibt ein eine einen nicht zum",
        "les des une dans sur avec pour qui sont est que du et il y de la le au aux cette ces",
        "que uma sobre com dos das os são não qual quem para por de do da em entre",
        "che gli della delle dei degli sono con per una come di il si su quale chi cosa",
        "het een zijn van wat voor en de met zijn deze over hoe wie",
    )
)


def is_foreign(text: str) -> bool:
    """Whether a text is in another language than English, as far as that can be told."""
    return is_in_another_script(text) or is_in_another_language(text)


def is_in_another_script(text: str) -> bool:
    """Whether most of a text is in letters other than Latin, and nothing in it asks in English."""
    words = list(_words(text))
    if any(word in _ASKING for word in words):
        return False
    foreign = sum(len(word) for word in words if not _is_latin(word))
    return 2 * foreign > sum(map(len, words)) - foreign and foreign > 1


def in_other_scripts(text: str) -> list[str]:
    """The words of a text that are in letters other than Latin."""
    return [word for word in _words(text) if not _is_latin(word)]


def is_in_another_language(text: str) -> bool:
    """Whether a text in Latin letters asks in words of another language, and in none of English."""
    words = set(_words(text))
    if words & (_ASKING - _FRENCH_TOO):
        return False
    if "¿" in text or words & _QUESTION_WORDS:
        return True
    return len(words) > 3 and any(len(words & own) >= _ENOUGH for own in _FUNCTION_WORDS)


def _words(text: str) -> Iterator[str]:
    yield from _WORD.findall(unicodedata.normalize("NFKC", text).lower())


def _is_latin(word: str) -> bool:
    """Whether a word begins in Latin letters; a letter that stands alone is a sign: "β"."""
    return unicodedata.name(word[0], "").startswith("LATIN") or word in "αβγδεζηθικλμνξοπρστυφχψω"
