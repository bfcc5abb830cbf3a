"""Words that are one term together in a library: "working set", "operating system".

By themselves they are words that questions are put with ("works", "systems"), and would be
taken out of the topic. A pair is a term where the papers hardly write the one without the other,
or where they write it with a hyphen ("three-dimensional").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from rag.language.words import GENERIC
from store.lexical import STOP_WORDS, terms

_PAIR = re.compile(r"(?<![\w-])(?P<one>[a-z]{3,}) (?=(?P<other>[a-z]{3,})(?![\w-]))", re.I)
_FEWEST = 3  # times that a pair is written
_TOGETHER = 0.4  # share of one word's uses that are the pair
# What a collection of papers may be called, and other things too: "garbage collection".
_AMBIGUOUS = re.compile(
    r"(?:collection|librar(?:y|ie)|record|list|subject|categor(?:y|ie)|target|entr(?:y|ie)|project)s?"
    r"|(?!(?:find|sav|th|mean|work)ings)[a-z]{3,}ings"  # of a plural there is no verb
)


class Collocations:
    """The pairs of words that a library writes together."""

    def __init__(self, texts: Iterable[str], fillers: Set[str]) -> None:
        """Only pairs with one of the fillers, or another word that asks, are looked for."""
        self._text = "\n".join(texts).lower()
        self._fillers = fillers
        self._known: dict[tuple[str, str], bool] = {}

    def joined(self, text: str) -> str:
        """The text with a hyphen between the words of each such pair, so that both stay."""
        return _PAIR.sub(
            lambda m: m["one"] + ("-" if self._is_term(m["one"], m["other"]) else " "), text
        )

    def _is_term(self, one: str, other: str) -> bool:
        pair = (one.lower(), re.sub(r"s$", "", other.lower()))
        if {*pair, other.lower()} & STOP_WORDS or not (self._asks(one) or self._asks(other)):
            return False
        if pair not in self._known:
            both = self._count(rf"{pair[0]}[ -]{pair[1]}s?")
            rarer = min(self._count(f"{pair[0]}"), self._count(f"{pair[1]}s?"))
            fewest = 1 if _AMBIGUOUS.fullmatch(other.lower()) else _FEWEST
            often = both >= fewest and both >= _TOGETHER * rarer
            self._known[pair] = often or self._count(rf"{pair[0]}-{pair[1]}s?") > 0
        return self._known[pair]

    def _asks(self, word: str) -> bool:
        return word.lower() in self._fillers or bool(set(terms(word)) & GENERIC)

    def _count(self, pattern: str) -> int:
        return len(re.findall(rf"(?<!\w){pattern}(?!\w)", self._text))
