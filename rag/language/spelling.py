"""Slips of the finger in a question's words, mended by the library's own words.

Only a letter too many or too few, or two changed about: another letter in its place makes
another word too often ("mining" is not "mixing"), unless only one word is that near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rag.language.shorthand import written_out
from rag.language.synonyms import THESAURUS
from store.embed import whole_words
from store.lexical import terms

_WORD = re.compile(r"(?<![\w.])[A-Za-z][a-z]{2,}(?!\w)")
# What people write without its apostrophe, and what makes no other word so.
_MARKED = {
    word.replace("'", ""): word.index("'")
    for word in (
        """what's that's who's where's there's how's when's don't doesn't didn't isn't aren't wasn't
        weren't hasn't haven't couldn't wouldn't shouldn't i'm i've we've you've they've"""
    ).split()
}
_UNMARKED = re.compile(rf"(?<![\w.'’-])(?:{'|'.join(_MARKED)})(?![\w'’-])", re.I)
_ACRONYM = re.compile(r"(?<![\w-])([A-Z]{2,}[A-Z\d]*)s?(?!\w)")
_SHORTEST = 5  # letters; only what questions are put with may be shorter
_SHORT_ASKING = tuple(
    "which what with from that have the code show list many when there does date year paper"
    " wrote".split()
)
# What points back in a conversation; "thay" is nearer to "they" than "that" is.
_POINTING = ("those", "these", "they", "them", "both", "other", "there", "their")
_HEARD = (("f", "ph"), ("ph", "f"), ("k", "c"), ("c", "k"), ("ks", "x"), ("cks", "x"), ("kw", "qu"))
_VOWELS = frozenset("aeiou")
_SHORTEST_UNEVEN = 6  # letters; in shorter words a letter more or less is another word
# What questions are put with, and papers need not have.
_ASKING = frozenset(
    """which papers paper about their there these those written published between before after
    compare comparison difference authors author recent newest oldest latest earliest articles
    works methods approaches code released summarize summary list show interested interesting
    anything something everything concerning regarding because although searching looking
    discuss discusses describe describes investigate investigates""".split()
)


class Speller:
    """Mends words that no text has and one of its words nearly is."""

    def __init__(self, texts: Iterable[str], stems: Set[str]) -> None:
        """Takes the words of the texts for right, and every word with one of the stems."""
        texts = list(texts)
        self._stems = stems
        self._acronyms = {word for text in texts for word in _ACRONYM.findall(text)}
        self.words = {word for text in texts for word in _words(text)}
        self._known = self.words | _words(THESAURUS.read_text("utf-8")) | _ASKING
        self._choices = sorted(self._known)

    def mended(self, text: str) -> str:
        """The text with its slips mended, and with apostrophes where they were left out."""
        return _WORD.sub(lambda match: self._mended(match.group()), self.in_full(text))

    def is_acronym(self, word: str) -> bool:
        """Whether the texts have a word that is all capitals."""
        return word in self._acronyms

    def in_full(self, text: str) -> str:
        """The text with its shorthand written out: "any w/ code" is "any with code"."""
        return _UNMARKED.sub(_with_apostrophe, written_out(text, self._stems))

    def _mended(self, word: str) -> str:
        lower = word.lower()
        if plural := self._acronyms_in_small(word):
            return plural
        if len(word) < _SHORTEST:
            meant = [w for w in _SHORT_ASKING if _is_short_slip(lower, w)]
            meant = meant or [w for w in _POINTING if _is_slip_in_pointing(lower, w)]
            known = lower in whole_words() or any(term in self._stems for term in terms(word))
            return word if known or not meant else meant[0]
        if lower in self._known or any(term in self._stems for term in terms(word)):
            return word
        if lower in whole_words() or lower.removesuffix("s") in self._known:
            return word
        close = process.extract(lower, self._choices, scorer=OSA.distance, score_cutoff=1)
        found = [right for right, _, _ in close if _is_slip(lower, right)]
        if not found and (heard := _as_heard(lower) & self._known):
            return min(heard)
        if not found and len(word) >= _SHORTEST_UNEVEN:
            found = [r for r, _, _ in close if r[0] == lower[0] and not _is_longer(lower, r)]
            found = found if len(found) == 1 else []
        return found[0] if found else _unscrambled(lower) or word

    def _acronyms_in_small(self, word: str) -> str:
        """Several of what the texts have in capitals: "LLMs" for "llms"; "" for other words."""
        short = word[:-1].upper()
        if not word.islower() or word[-1] != "s" or short not in self._acronyms:
            return ""
        known = word in whole_words() or any(term in self._stems for term in terms(word))
        return "" if known else f"{short}s"


def _with_apostrophe(match: re.Match[str]) -> str:
    word = match.group()
    place = _MARKED[word.lower()]
    return word if word.isupper() else f"{word[:place]}'{word[place:]}"


def _unscrambled(word: str) -> str:
    """The one common word of English that two letters changed about make of it, if one is."""
    if len(word) < _SHORTEST_UNEVEN:
        return ""
    near = (f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}" for i in range(1, len(word) - 1))
    found = {other for other in near if other in whole_words()}
    return found.pop() if len(found) == 1 else ""


def _is_longer(word: str, right: str) -> bool:
    """Whether a word has another end: "simplex" is no "simple" with a letter too many."""
    return word[:-1] == right and word[-1] not in f"{right[-1]}s"


def _as_heard(word: str) -> set[str]:
    """A word as others would write what is heard: "grafics" is "graphics"."""
    return {word.replace(heard, written) for heard, written in _HEARD if heard in word}


def _words(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])[a-z]{5,}(?![\w-])", text.lower()))


def _is_short_slip(word: str, right: str) -> bool:
    """Whether letters are changed about, or one that is no vowel at the start is left out."""
    if len(word) >= _SHORTEST - 1 and right == word + right[-1]:
        return True
    if word[0] != right[0] or (word[-1] != right[-1] and sorted(word) != sorted(right)):
        return False
    return sorted(word) == sorted(right) or (
        len(word) == len(right) - 1 and OSA.distance(word, right) == 1
    )


def _is_slip_in_pointing(word: str, right: str) -> bool:
    """Whether one letter behind the first two is left out, is doubled, or is another vowel."""
    if _is_short_slip(word, right):
        return True
    if word[:2] != right[:2] or OSA.distance(word, right) != 1:
        return False
    if len(word) != len(right):
        return len(word) < len(right) or any(one == two for one, two in pairwise(word))
    return all(a == b or {a, b} <= _VOWELS for a, b in zip(word, right, strict=True))


def _is_slip(word: str, right: str) -> bool:
    if word[0] != right[0]:
        return False
    if len(word) == len(right):
        return sorted(word) == sorted(right)
    return not _is_longer(word, right) and min(len(word), len(right)) >= _SHORTEST_UNEVEN - 1
