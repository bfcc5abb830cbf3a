"""Attributes that share the noun behind them: "public or private schools" are schools, both.

Only a word that can be an attribute shares it: an adjective, or what is counted and yet stands
alone ("a university or college library"). "Compilers or operating systems" are two things.
"""

from __future__ import annotations

import re

from rag.language.compounds import phrase_of
from rag.language.synonyms import synonyms
from rag.language.words import GENERIC, is_adjective, is_counted
from store.lexical import STOP_WORDS, terms

_NOUN = r"[a-z][\w-]*[a-z]"
_ENDS = (
    r"(?=\W*$|\s*[,;:.?!)]| (?:of|for|in|on|over|from|by|with|at|to|as|and|or|that|which|who|are|is"
    r"|was|were|do|does|did|have|has|used?|using|instead|rather)\b)"
)
_OR = re.compile(
    rf"(?:(?<![\w-])(?P<before>{_NOUN}) )?(?<![\w-])(?<!\bor )(?P<items>(?:{_NOUN}, )*)"
    rf"(?P<one>{_NOUN}) (?:or|/) (?P<other>{_NOUN}) (?P<noun>{_NOUN}(?: {_NOUN})?){_ENDS}"
)
_BRACKETS = re.compile(
    rf"(?:(?<![\w-])(?P<before>{_NOUN}) )?(?<![\w-])(?P<items>)(?P<one>{_NOUN}) "
    rf"\((?:or |i\.e\. )?(?P<other>{_NOUN})\) (?P<noun>{_NOUN}(?: {_NOUN})?)(?![\w-])"
)
# Nouns of doings and states mostly stand for themselves: "protection or attack detection".
_ABSTRACT = re.compile(r"(?:[st]ion|ment|ness|(?<!ers)ity|ism|[ae]nce|ing)$")


def with_noun_each(text: str) -> str:
    """The text with the noun behind several attributes written out for each.

    "Free (unbound) acids" is "free acids or unbound acids".
    """
    return _OR.sub(_each, _BRACKETS.sub(_each, text))


def _each(match: re.Match[str]) -> str:
    before, noun = match["before"] or "", match["noun"]
    items = (*re.findall(_NOUN, match["items"]), match["one"])
    said = (*items, match["other"], *noun.split())
    if any(word in STOP_WORDS or set(terms(word)) & GENERIC for word in said):
        return match.group()
    if phrase_of(match["other"]) in synonyms().get(phrase_of(match["one"]), ()):
        return match.group()  # one thing in two words, and one noun
    plain = bool(before) and before not in STOP_WORDS and not set(terms(before)) & GENERIC
    if not all(is_adjective(item) or (not plain and _is_attribute(item)) for item in items):
        return match.group()
    return f"{before} " * bool(before) + " or ".join(
        f"{item} {noun}" for item in (*items, match["other"])
    )


def _is_attribute(noun: str) -> bool:
    return is_counted(noun) and not _ABSTRACT.search(noun)
