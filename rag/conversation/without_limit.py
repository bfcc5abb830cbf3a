"""Follow-ups that lift a limit of the set before: "and if you include all years?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rag.types import Answer, Filters, Kind, Question

_FIELD = (
    r"(?P<{name}>years?|dates?|months?|time|code|authors?|organi[sz]ations?|categor(?:y|ies)"
    r"|fields?)"
)
_ONE, _OTHER, _THIRD, _NAMED = (
    _FIELD.format(name=name) for name in ("one", "other", "third", "named")
)
_LEAD = r"^\W*(?:(?:and|but|ok(?:ay)?|now|then|what|how about|please|so)\b[\s,]*)*"
_ASK = (
    r"(?:(?:if|when) (?:you|we|i) |(?:can|could) you (?:please )?)?"
    r"(?:(?:include|show|take|consider|allow|count|use|open it up to|look at)(?: me| in)? )?"
)
_END = r"(?: at all| please| now| too| then)*\W*$"
_LIFTED = re.compile(
    rf"{_LEAD}{_ASK}(?:(?:from|in|of|for|across|over|by) )?"
    rf"(?:all|any|every|whatever|whichever)(?: the| other)? {_ONE}{_END}"
    rf"|{_LEAD}(?:regardless of|irrespective of|no matter|never ?mind|ignor(?:e|ing)"
    rf"|forget(?: about)?|drop"
    rf"|lift|remove|without)(?: what| which| whatever)?(?: the| a| any)? {_OTHER}"
    rf"(?: (?:limit|filter|restriction|requirement|condition|range|constraint)s?)?{_END}"
    rf"|{_LEAD}(?:with or without|with and without) {_THIRD}{_END}"
    rf"|{_LEAD}(?:the )?{_NAMED} (?:does(?: not|n['’]?t) matter|is(?: not|n['’]?t) (?:important"
    rf"|relevant|needed|required|necessary)|is (?:irrelevant|all one|unimportant))"
    rf"(?: to me| any ?more| any longer| after all)?{_END}",
    re.I,
)
_LIMIT = re.compile(r"\b(?:limit|filter|restriction|requirement|condition|range|constraint)", re.I)
_WITHOUT = re.compile(r"\bwithout\b", re.I)
_NO_MORE = re.compile(r"\b(?:without|drop|remove|ignor|forget|lift)", re.I)


def without_limit(text: str, before: Answer) -> Question | None:
    """The set of the answer before without one of its limits; None where it has no such one."""
    last, match = before.question, _LIFTED.match(text)
    if match is None or last.kind not in (Kind.LIST, Kind.RECORD, Kind.NONE) or last.named:
        return None
    field = next(filter(None, match.groups())).lower()
    of_none = _called(field) == "code" or _WITHOUT.search(text)
    if not match["third"] and of_none and _NO_MORE.search(text) and not _LIMIT.search(text):
        return None  # "without code" asks for papers that have none
    lifted = replace(last.filters, **_NONE_OF[_called(field)])
    if lifted == last.filters:
        return None
    kind = Kind.LIST if last.topic else Kind.RECORD
    whole = f"{last.whole.rstrip(' ?.!')}, whatever the {field}"
    return replace(last, text=text, whole=whole, kind=kind, filters=lifted)


def _called(field: str) -> str:
    """The limit that a word names."""
    if field.startswith(("year", "date", "month", "time")):
        return "date"
    return next(name for name in _NONE_OF if field[:4] == name[:4] or field[:5] == "field")


_ANY = Filters()
_NONE_OF: dict[str, dict[str, Any]] = {
    "date": {"since": None, "until": None, "spells": (), "months": ()},
    "code": {"has_code": None},
    "authors": {"authors": (), "together": _ANY.together, "place": _ANY.place},
    "organisations": {"organisations": ()},
    "categories": {"categories": ()},
}
