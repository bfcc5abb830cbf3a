"""What a question asks for, a number, a ratio, a name, and which sentences have such a thing."""

from __future__ import annotations

import re

from rag.instances import asked_kind
from rag.words import GENERIC
from store.lexical import terms

_NUMBER_ASKED = re.compile(
    r"\bhow (?:many|much|high|large|big|long|far|fast|small|good|well|low|often|old|late)\b"
    r"|\b(?:speed-?ups?|accuracy|score|rate|percent\w*|share|factor|figure|number|size|gain|gains"
    r"|reduction|improvement|recall|precision|perplexity|throughput|latency|pass@\d|cost|points"
    r"|values?|count"
    r"|faster|quicker|slower|times)\b",
    re.I,
)
_RATIO_ASKED = re.compile(
    r"\b(?:faster|quicker|speed-?ups?|speed|times|factor|how fast|accelerat\w+)\b", re.I
)
_NUMBER = re.compile(
    r"(?<![A-Za-z\d_.-])\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|single|twice|half"
    r"|dozens?|million|billion)\b|orders? of magnitude",
    re.I,
)
_RATIO = re.compile(
    r"\d\s*\$?\s*(?:\\times|[x×]\b|X\b|-?fold)|orders? of magnitude|\d\s*times|faster|speedup", re.I
)
_NAME_ASKED = re.compile(
    r"\b(?:which|what) (?:[\w-]+ ){0,2}?(?:languages?|computers?|machines?|hardware|gpus?|cpus?"
    r"|processors?"
    r"|devices?|data ?sets?|benchmarks?|models?|compan(?:y|ies)|companies|search engine"
    r"|countr(?:y|ies))\b",
    re.I,
)
_A_NAME = re.compile(r"(?<=[\w,;] )(?:[A-Z][\w+#-]*[A-Z\d+#][\w+#-]*|[A-Z][a-z]+)\b")
_NAMED = 0.5
_FOCUS = re.compile(
    r"\bhow many (?!times|more)(?P<many>[\w-]+)"
    r"|\b(?:what|which) (?P<what>(?:[\w-]+ ){0,3}?[\w-]+) "
    r"(?:do|does|did|is|are|was|were|has|have)\b",
    re.I,
)


_YEAR_ASKED = re.compile(r"\b(?:when|since when|in (?:which|what) (?:year|decade))\b", re.I)
_YEAR = re.compile(r"(?<![\d.])(?:1[5-9]|20)\d\d(?:s\b|(?![\d.]\d))")
_FINDING_ASKED = re.compile(
    r"\b(?:what|which) (?:did|do|does|has|have|was|were|are|is|can|be)\b.*\b(?:f[io]und|finds?"
    r"|conclu\w+|show|showed|shown|discover\w*|learn\w*|results?|findings?|outcomes?|come out)\b"
    r"|\b(?:results?|findings?|conclusions?|outcomes?) (?:of|from|in)\b",
    re.I,
)
_A_FINDING = re.compile(
    r"^(?:results?|conclusions?|findings)\b|\bconclu\w+|\bwe (?:find|found|show|showed)\b"
    r"|\b(?:results?|findings?|experiments?|evaluations?|analys[ei]s|data|study) (?:\w+ )?"
    r"(?:show|indicat|suggest|reveal|demonstrat|support|confirm|identif|yield|resulted)"
    r"|\b(?:was|were) (?:found|observed|associated|significant)\b|\brevealed\b",
    re.I,
)
_FOUND = 0.5


def focus_of(question: str) -> list[str]:
    """The terms of the thing asked for: "batch", "size" of "What batch size does it use?"."""
    match = _FOCUS.search(question)
    asked = match["many"] or match["what"] if match else ""
    return [term for term in terms(asked, joined=False) if term not in GENERIC]


def expected(question: str, sentence: str) -> float:
    """How far the sentence has the sort of value asked for: 1 a ratio or number, less a name."""
    if _RATIO_ASKED.search(question):
        return 1.0 if _RATIO.search(sentence) and _NUMBER.search(sentence) else 0.0
    if _NUMBER_ASKED.search(question):
        return 1.0 if _NUMBER.search(sentence) else 0.0
    if kind := asked_kind(question):
        return 1.0 if kind[1].search(sentence) else 0.0
    if _YEAR_ASKED.search(question):
        return 1.0 if _YEAR.search(sentence) else 0.0
    if _NAME_ASKED.search(question):
        return _NAMED if _A_NAME.search(sentence) else 0.0
    if _FINDING_ASKED.search(question):
        return _FOUND if _A_FINDING.search(sentence) else 0.0
    return 0.0
