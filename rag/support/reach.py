"""How far a claim goes: for all or for some, for sure or perhaps, thousands or millions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.support.denial import NEGATION
from rag.support.figures import figures_in
from rag.support.plain import clauses, content, plain

_FOR_ALL = re.compile(
    r"(?<!\bnot )(?<!n't )\b(?:all(?! at once\b)|every(?! time\b)|always|no exceptions?|entirely"
    r"|(?<!without )(?<!if )any)\b",
    re.I,
)
# What a text may have in place of "all" and mean no less.
_MAY_BE_ALL = re.compile(
    r"\b(?:all|each|every\w*|any\w*|always|whole|entire\w*|both|never|nor?|not|none|without|full\w*"
    r"|throughout|universal\w*|generic\w*|general\w*|arbitrar\w*|comprehensive\w*|complete\w*|total"
    r"|regardless|independent\w*|overall|consistent\w*|exhaustive\w*|uniform\w*|the)\b",
    re.I,
)
_SOME = re.compile(
    r"\b(?:some|often|usually|sometimes|typically|generally|mostly|most|many|several|certain|may"
    r"|might|could|one|frequently|largely|partly|partially|portion|a (?:number|part|few))\b",
    re.I,
)
_SURE = re.compile(r"\bguarantee\w*|\bprov(?:e|es|ed|en|ing) that\b|\bsettled\b|\bno doubt\b", re.I)
_MAY_BE_SURE = re.compile(
    r"\bguarantee\w*|\bpro(?:ve\w*|of\w*|vabl\w*|ving)\b|\bsettled\b|\bcertain(?:ly|ty)?\b"
    r"|\b(?:en|as)sur\w+|\btheor\w+|\bsure\b|\bno doubt\b",
    re.I,
)
_PRICE = re.compile(r"\bat the (?:cost|expense|price) of\b", re.I)
_MAY_BE_PRICE = re.compile(
    r"\b(?:costs?|expenses?|prices?|trad\w+|but|however|although|though|while|overheads?|loss\w*"
    r"|lose|drop\w*|degrad\w*|sacrific\w*|more|higher|slower|require\w*|needs?)\b",
    re.I,
)
_EVEN = re.compile(
    r"\b(?:comparable|similar|equal|equivalent|as \w+ as|same|on par|rival\w*)\b", re.I
)
_UNEVEN = re.compile(
    r"\b(?:more|less|fewer|better|worse|\w{3,}er|twice|double|half|a third|a quarter)\b"
    r"(?=.*\b(?:than|as)\b)",
    re.I,
)
_DIFFERS = re.compile(
    r"\b(?:more|less|fewer|better|worse|\w{3,}er|outperform\w*|surpass\w*|exceed\w*|improv\w*"
    r"|reduc\w*|superior\w*|inferior|increas\w*|decreas\w*|twice|double|half|gains?|beat\w*"
    r"|advantage\w*|cut\w*|lower\w*|\d)\b",
    re.I,
)
_SCALES = {"dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_SCALES |= {"trillion": 1e12}
_SCALE = re.compile(rf"\b(?P<scale>{'|'.join(_SCALES)})s?\b", re.I)
_WIDE = 1000  # times a scale up to which a number of it is so called
_PREFIXED = re.compile(
    r"\b(?:(?:un|non-?)(?P<rest>[a-z]{4,})"  # "in" begins many a word that denies nothing
    r"|(?:in|im|ir|mis|dis)(?P<other>[a-z]{2,}(?:[ai]ble|[ae]nt|ate|ive|ous|al|ect|[aei]ly|ed|acy|ity)))\b",
    re.I,
)


def goes_further(claim: str, spans: Sequence[str]) -> str:
    """What a claim says of more things, or more surely, than its spans; empty where nothing."""
    text, held = plain(claim), [plain(span) for span in spans]
    whole = " ".join(held)
    return (
        _of_all(text, held)
        or _for_sure(text, whole)
        or _for_a_price(text, whole)
        or _of_another_scale(text, whole)
        or _uneven(text, whole)
        or _without_prefix(text, whole)
    )


def _of_all(claim: str, spans: Sequence[str]) -> str:
    """All, every or always where the spans speak of some, or of no such thing."""
    match = _FOR_ALL.search(claim)
    if match is None:
        return ""
    some, whole = any(_SOME.search(span) for span in spans), " ".join(spans)
    if _FOR_ALL.search(whole) or (_MAY_BE_ALL.search(whole) and not some):
        return ""
    return f"what it cites does not say “{match.group()}”"


def _for_sure(claim: str, held: str) -> str:
    match = _SURE.search(claim)
    if match and not NEGATION.search(claim[: match.start()]) and not _MAY_BE_SURE.search(held):
        return f"what it cites is less sure than “{match.group()}”"
    return ""


def _for_a_price(claim: str, held: str) -> str:
    """A drawback of something of which the spans tell none."""
    match = _PRICE.search(claim)
    if match and not _MAY_BE_PRICE.search(held):
        return f"what it cites has nothing “{match.group()}” something"
    return ""


def _of_another_scale(claim: str, held: str) -> str:
    """Thousands where the spans have millions."""
    numbers = [figure.value for figure in figures_in(held)]
    named = {match["scale"].lower() for match in _SCALE.finditer(held)}
    for match in _SCALE.finditer(claim):
        scale = match["scale"].lower()
        least = _SCALES[scale]
        if scale not in named and not any(least <= n < least * _WIDE for n in numbers):
            return f"“{match.group()}” does not stand in what it cites"
    return ""


def _uneven(claim: str, held: str) -> str:
    """More or less than something to which the spans say that it is equal."""
    if _EVEN.search(held) and not _DIFFERS.search(held) and (match := _UNEVEN.search(claim)):
        return f"what it cites calls equal what the claim calls “{match.group()}”"
    return ""


def _without_prefix(claim: str, held: str) -> str:
    """Clear where the spans say unclear, or stable where they say unstable."""
    return _prefix_between(claim, held, "does not say") or _prefix_between(held, claim, "says")


def _prefix_between(bare: str, prefixed: str, how: str) -> str:
    """A word of one text that stands in the other with a prefix alone, where neither denies."""
    said = {
        word
        for clause in clauses(bare)
        if not NEGATION.search(clause)
        for word in re.findall(r"[a-z]+", clause.lower())
    }
    other = set(re.findall(r"[a-z]+", prefixed.lower()))
    for match in _PREFIXED.finditer(prefixed):
        word, rest = match.group().lower(), (match["rest"] or match["other"]).lower()
        if rest in said and rest not in other and word not in bare.lower() and content(rest):
            return f"what it cites {how} “{rest}”"
    return ""
