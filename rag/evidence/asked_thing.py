"""The thing that a question asks for by its name, and signs of a sentence that gives it.

A sentence that has "cure" tells "what cure is there for jagged edges?" more likely than one on
jagged edges, and one with milligrams what dose was given.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.evidence.defined import definition_asked
from rag.language.instances import asked_kind
from rag.language.words import GENERIC
from store.lexical import terms

_STOPS = (
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|might"
    r"|the|they"
    r"|it|an?|its|their|you|we|of|in|on|for|to|that|kind|sort|type)"
)
_NAMED = re.compile(
    rf"\b(?:what|which|whose)\b(?:['’]s)? (?P<np>(?:(?!{_STOPS}\b)[\w'’/+-]+ ?){{1,4}})"
    r"|\bwhat(?:['’]s| is| was| are| were) (?:the|its|their) (?P<of>(?:[\w-]+ ){0,2}?[\w-]+)"
    r"(?= (?:of|for|in|on|by|used|that|when|with|from)\b|\W*$)",
    re.I,
)
_FIGURE = re.compile(
    r"\bhow (?:many|much|long|large|big|fast|high|old|far|often|heavy|hot)\b|\b(?:what|which)"
    r" (?:[\w-]+ ){0,3}(?:share|percent\w*|fraction|proportion|dos\w+|age|cost|price|accuracy|size"
    r"|latency|time|duration|period|memory|storage|rate|score|speed\w*|number|energy|power|auc)\b",
    re.I,
)
# What is asked -> how such a figure is written; the first that is asked for counts.
_UNITS = tuple(
    (re.compile(asked, re.I), re.compile(written))
    for asked, written in (
        (
            r"\b(?:memory|storage|ram|bytes)\b",
            r"\d\s?(?:[KMGT]i?B|bytes?|words|[KMGT]\b|(?:kilo|mega|giga)bytes)",
        ),
        (
            r"\b(?:percent\w*|share|fraction|proportion)\b",
            r"\d\s*\\?%|\d per ?cent|\b(?:half|third|quarter)\b",
        ),
        (r"\b(?:dose|dosage)s?\b", r"\d\s?(?:[mkµμ]?g|ml|mcg|m?mol|IU)\b"),
        (r"\b(?:age|aged|old)\b", r"\d.*\byears?\b|\b[Aa]ge[ds]?\b.*\d"),
        (
            r"\b(?:cost|price|money|dollars)\b",
            r"[$€£]\s?\d|\d.*\b(?:dollars?|cents?|euros?|pounds?)\b",
        ),
        (
            r"\bhow long\b|\b(?:time|latency|duration|period|hours?|minutes?|seconds?|days?|weeks?"
            r"|months?)\b",
            r"\d\s?(?:s|ms|us|µs|μs|min|h)\b|\d.*\b(?:(?:milli|micro|nano)?seconds?|minutes?"
            r"|hours?|days?"
            r"|weeks?|months?|years?)\b",
        ),
        (r"\b(?:accuracy|recall|precision|f1|auc|score)\b", r"\d\s*\\?%|\b[01]\W\d|\d\.\d"),
        (r"\b(?:energy|power)\b", r"\d\s*\\?%|\d\s?[kM]?[WJ]\b|\d ?x\b|\btimes\b"),
    )
)
_RATIOS = frozenset(terms("speedup speedups speed factor times"))  # told by "4x", by no word
_OF_BACKGROUND = re.compile(
    r"\b(?:why|reasons?|causes?|problems?|previous|prior|existing|earlier|before|so far|until now"
    r"|already|recent(?:ly)?)\b",
    re.I,
)
_OF_OTHERS = re.compile(
    r"\b(?:do|does|did|have|has|are|were|was|is|with|of|by|in|limits?|why|how|what|wrong with"
    r"|problems?"
    r" with|about) (?:(?:most|many|the|all) )*(?:existing|previous|prior|earlier|former"
    r"|conventional"
    r"|traditional|current|today['’]s|other)"
    r" (?:[\w-]+ ){0,4}?(?:works?|methods?|approaches|systems?|solutions?|techniques?|studies"
    r"|models"
    r"|frameworks?|algorithms?|tools?|\w+ers?|\w+ors?)\b(?! (?:by|than)\b)"
    r"|\bwhat (?:was|were) (?:there |done |used )?before\b",
    re.I,
)


@lru_cache(maxsize=64)  # asked anew for each sentence of a paper
def thing_asked(question: str) -> frozenset[str]:
    """The terms of the things asked for: "cure" of "what cure is there for jagged edges?"."""
    named = (match["np"] or match["of"] for match in _NAMED.finditer(question))
    found = (t for np in named for t in terms(np, joined=False))
    return frozenset(t for t in found if t not in GENERIC and t not in _RATIOS)


def has_unit(question: str, sentence: str) -> bool:
    """Whether a figure is asked for that has a unit, and the sentence has one in that unit."""
    if not _FIGURE.search(question):
        return False
    written = next((unit for asked, unit in _UNITS if asked.search(question)), None)
    return written is not None and written.search(sentence) is not None


def asks_of_others(question: str) -> bool:
    """Whether it is asked outright what others did or do: "how did earlier work prune?"."""
    return _OF_OTHERS.search(question) is not None


def asks_of_before(question: str) -> bool:
    """Whether a problem, a reason, a term's meaning or what was before the paper is asked for."""
    if _OF_BACKGROUND.search(question) or definition_asked(question):
        return True
    kind = asked_kind(question)
    return kind is not None and "problem" in kind[1].pattern
