"""Follow-ups that lift a limit of the set before: "and if you include all years?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rag.conversation.unfolded import unfolded
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.types import Answer, Filters, Kind, Question
from store.lexical import terms

_FIELD = (
    r"(?P<{name}>years?|dates?|months?|decades?|periods?|time|code|authors?|organi[sz]ations?|categor(?:y|ies)"
    r"|fields?)"
)
_ONE, _OTHER, _THIRD, _NAMED = (
    _FIELD.format(name=name) for name in ("one", "other", "third", "named")
)
_LEAD = r"^\W*(?:(?:and|but|ok(?:ay)?|now|then|what about|what|how about|please|so)\b[\s,]*)*"
_ASK = (
    r"(?:(?:if|when) (?:you|we|i) |(?:can|could) you (?:please )?)?"
    r"(?:(?:include|show|take|consider|allow|count|use|open it up to|look at)(?: me| in)? )?"
)
_WILL_DO = (
    r"(?: (?:(?:is|are|would be) (?:fine|ok(?:ay)?|good|all ?right|welcome|possible)|goes|will do"
    r"|works?|counts?))?"
)
_END = r"(?: at all| please| now| too| then| instead| with me| by me)*\W*$"
_LIFTED = re.compile(
    rf"{_LEAD}(?P<count>how many )?{_ASK}(?:(?:from|in|of|for|across|over|by) )?"
    rf"(?:all|any|every|whatever|whichever)(?: the| other)? {_ONE}{_WILL_DO}{_END}"
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
# "Forget about 2023", "never mind the pruning": what all of the set have is no more asked of it.
_GIVEN_UP = re.compile(
    rf"{_LEAD}(?:forget(?: about)?|never ?mind(?: about)?|ignor(?:e|ing)|disregard(?:ing)?"
    r"|drop(?:ping)?|remov(?:e|ing)|lift(?:ing)?|scrap(?:ping)?|skip(?:ping)?"
    r"|not (?:just|only)(?: (?:the ones|those|papers))?|no longer(?: just| only)?"
    r"|(?:it|they|that) (?:need|do(?:es)?|must) ?n[o'’]t (?:need to |have to )?be"
    r"|(?:leave|take) out)"
    r" (?:the )?(?:(?:from|in|by|on|about|of|for|with) )?(?P<what>[\w][\w.’'&/ -]{0,60}?)"
    rf"(?: (?:limit|filter|restriction|requirement|condition|range|constraint|part|bit))?{_END}",
    re.I,
)
_PUT = ("papers from {}", "papers by {}", "papers {}", "papers in {}")


def without_limit(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The set of the answer before without one of its limits; None where it has no such one.

    `answers` are all before, the last one first: the set may have been taken from one of them.
    """
    last = answers[0].question
    if last.kind not in (Kind.LIST, Kind.RECORD, Kind.NONE) or last.named or last.tally:
        return None
    given_up = _GIVEN_UP.match(text)
    if (match := _LIFTED.match(text)) and (lifted := _lifted(text, match, last, answers)):
        return lifted
    return _given_up(given_up["what"], last, answers, catalog) if given_up else None


def _lifted(
    text: str, match: re.Match[str], last: Question, answers: Sequence[Answer]
) -> Question | None:
    """The set without the limit of a field that is named."""
    said = (match[name] for name in ("one", "other", "third", "named"))
    field = next(filter(None, said)).lower()
    of_none = _WITHOUT.search(text) and not match["third"]
    if of_none and not _LIMIT.search(text):
        return None  # "without code" asks for papers that have none
    for asked in (last, unfolded(last, answers[1:])):
        filters = replace(asked.filters, **_NONE_OF[_called(field)]) if asked else Filters()
        if asked and filters != asked.filters:
            lifted = _without(asked, filters, f"whatever the {field}", text)
            return replace(lifted, counted=lifted.counted or match["count"] is not None)
    return None


def _given_up(
    what: str, last: Question, answers: Sequence[Answer], catalog: Catalog
) -> Question | None:
    """The set without the limit that has a value, or without its topic: "forget about 2023"."""
    empty = Filters()
    for asked in (last, unfolded(last, answers[1:])):
        if asked is None:
            continue
        for put in _PUT:
            parsed = parse_filters(put.format(what), catalog)
            fields = [n for n in empty.__slots__ if getattr(parsed.filters, n) != getattr(empty, n)]
            same = all(getattr(asked.filters, n) == getattr(parsed.filters, n) for n in fields)
            if fields and same and not topic_of(parsed.rest):
                none: dict[str, Any] = {n: getattr(empty, n) for n in fields}
                return _without(asked, replace(asked.filters, **none), f"not only {what}", what)
        wanted = set(terms(what)) - GENERIC
        if asked.without and wanted == set(terms(asked.without)) - GENERIC:
            spared = f"{asked.whole.rstrip(' ?.!')}, {what} or not"
            kind = Kind.LIST if asked.topic else Kind.RECORD
            return replace(asked, whole=spared, kind=kind, without="", spared=False)
        if asked.topic and asked.filters != empty and wanted == set(terms(asked.topic)) - GENERIC:
            return Question(what, f"papers, not only on {what}", Kind.RECORD, filters=asked.filters)
    return None


def _without(asked: Question, filters: Filters, said: str, text: str) -> Question:
    kind = Kind.LIST if asked.topic or asked.without else Kind.RECORD
    whole = f"{asked.whole.rstrip(' ?.!')}, {said}"
    return replace(asked, text=text, whole=whole, kind=kind, filters=filters)


def _called(field: str) -> str:
    """The limit that a word names."""
    if field.startswith(("year", "date", "month", "time", "decade", "period")):
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
