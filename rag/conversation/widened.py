"""Follow-ups that add to the set before: "also the ones for browsers, all in one list"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.question.asks import asked_fields
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.types import Answer, Filters, Kind, Question
from store.lexical import terms

_LEAD = (
    r"^\W*(?:(?:and|but|so|ok|okay|now|then|please|if|what if|can|could|you|we|i|let['’]?s|let us"
    r"|i['’]d|would|like|need|want|to|me|us|give|show|list|have|see)\W+)*"
)
_ADDS = r"(?:add|include|count|throw in|plus|as well as|together with|along with|consider)"
_SET = (
    r"(?:(?:the|those|all)(?: (?:the|ones|papers|works|articles))?|ones|papers|everything|anything"
    r"|stuff|what(?:ever)? (?:is|you have)|whatever)"
)
_WHICH = r"(?P<what>(?:on|about|for|with|that|which|where|dealing|using|in|from|by|of)\b.*?)"
_MORE = re.compile(
    rf"{_LEAD}(?:(?P<also>also|too) (?:(?:{_ADDS}|need|want|show|give|list)(?: me| us)? )?"
    rf"(?:also )?|(?P<adds>(?:also )?{_ADDS}) (?:also |in )?)(?:(?P<set>{_SET}) )?{_WHICH}"
    r"(?P<tail>(?:,? ?(?:too|as well|also|please|pls|(?:all )?(?:together|of them)"
    r"|in (?:one|a single) (?:list|go|table)"
    r"|to (?:the|that|this) (?:list|set)|to (?:it|them|those|these)))*)\W*"
    r"(?P<more>(?:(?:please )?(?:give|show|list)(?: me| us)? (?:all|both|them|everything)[^.?!]*)?)"
    r"\W*$",
    re.I,
)
_TOO = re.compile(
    rf"{_LEAD}(?P<set>{_SET}) {_WHICH},? (?:too|as well|also)(?:,? (?:please|pls))?\W*$", re.I
)
_ONES_TOO = re.compile(
    rf"{_LEAD}(?:also |add )?the (?P<what>(?:[\w-]+ ){{1,3}}?)(?:ones|papers)"
    r"(?:,? (?:too|as well|also|please))+\W*$",
    re.I,
)
# "Widen that to anything on salt", "extend it to caches".
_BROADENS = re.compile(
    rf"{_LEAD}(?:widen|broaden|extend|expand|generali[sz]e|enlarge|open|stretch)(?:ing)?"
    r" (?:it|that|this|them|these|those|the (?:list|search|question|query|set|topic|scope))(?: up)?"
    r"(?:,? (?:to|into|with|by))?(?: (?:also )?(?:includ(?:e|ing)|cover(?:ing)?|adding))?,? "
    rf"(?:(?:also )?(?:{_SET}|all|papers|works?) )?"
    r"(?:(?:(?:that|which) )?(?:(?:has|have|is|are) )?(?:on|about|for|touch(?:es|ing)(?: on)?"
    r"|to do with|related to|deal(?:s|ing)? with|concern(?:s|ing)|of) )?"
    r"(?P<what>[\w][\w.,/ -]{1,80}?)(?:,? (?:in general|generally|at large|as well|too"
    r"|please))*\W*$",
    re.I,
)
# "Plus quantization", "and add 2021": whose kind is told by what it names.
_PLUS = re.compile(
    rf"{_LEAD}(?:(?:also )?(?:add|include|throw in)|plus)(?: also)? "
    rf"(?!{_SET}\b|(?:on|about|for|with|that|which|where|in|from|by|of|an?|their|its|it|them|this"
    r"|these|me|us|all|to|up|one|two|three|more|another|any|some|only|links?|ones?)\b)"
    r"(?!(?:the )?(?:code|dates?|years?|months?|authors?|names?|titles?|abstracts?|venues?|pages?"
    r"|details?|sources?|numbers?|results?|summar(?:y|ies))\W*$)"
    r"(?P<what>[\w][\w.’'&+/ -]{1,60}?)(?:,? (?:too|as well|also|please)| to (?:it|them|that"
    r"|(?:the|that|this) (?:list|set)))*\W*$",
    re.I,
)
_AND = re.compile(
    r",? and (?=(?:also )?(?:for|on|about|with|in)\b)|, (?=(?:for|on|about|with)\b)", re.I
)
_MANY = 3  # sets that are added at once
_ANY_OF = ("authors", "categories", "organisations", "venues")
_TIMES = {"since", "until", "spells"}


def widened(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """The set before with others besides: on other topics, of other years, by other people.

    Each topic is judged by itself, under the conditions of the set before. None for texts that
    add nothing to a set.
    """
    last = before.question
    of_set = last.kind in (Kind.LIST, Kind.RECORD) and not last.named and last.scope is None
    if ones := _ONES_TOO.match(text):
        text = f"also include everything on {ones['what']}"
    if broader := _BROADENS.match(text):
        text = f"also include everything on {broader['what']}"
    if (plus := _PLUS.match(text)) and not asked_fields(text):
        text = f"add those on {plus['what']}"
        if parse_filters(plus["what"], catalog).filters != Filters():
            text = f"add those {_preposition(plus['what'])} {plus['what']}"
    match = _MORE.match(text) or _TOO.match(text)
    if not of_set or match is None or catalog.named_in(text)[0]:
        return None
    if not match["set"] and not (match.re is _MORE and match["adds"]):
        return None
    whole = f"{last.whole.rstrip(' ?.!')} – {text}"
    parts = _AND.split(match["what"])[:_MANY]
    parsed = [parse_filters(part, catalog) for part in parts]
    topics = [topic_of(each.rest) for each in parsed]
    if any(each.unwanted != Filters() for each in parsed):
        return None
    if all(each.filters == Filters() for each in parsed):
        if not last.topic or not all(set(terms(topic)) - GENERIC for topic in topics):
            return None
        either = tuple(dict.fromkeys((*last.either, *topics)))
        return replace(last, either=either, whole=whole)
    filters = any_of(last.filters, parsed[0].filters) if len(parsed) == 1 else None
    return replace(last, filters=filters, whole=whole) if filters and not topics[0] else None


def _preposition(what: str) -> str:
    """What stands before a year, or else before a name, where papers are chosen by it."""
    return "from" if re.search(r"\d{4}", what) else "by"


def any_of(old: Filters, new: Filters) -> Filters | None:
    """The old filters with what the new ones allow of the same sort besides; None for no such."""
    asked = {name for name in new.__slots__ if getattr(new, name) != getattr(Filters(), name)}
    spells = (*_spells(old), *_spells(new))
    if asked <= _TIMES and len(spells) > 1 and _spells(old):
        return replace(old, since=None, until=None, spells=tuple(sorted(spells)))
    name = next(iter(asked))
    if len(asked) > 1 or name not in _ANY_OF or not getattr(old, name) or old.together:
        return None
    values = dict.fromkeys((*getattr(old, name), *getattr(new, name)))
    either: dict[str, Any] = {name: tuple(values)}
    return replace(old, **either)


def _spells(filters: Filters) -> tuple[tuple[date, date], ...]:
    """The spells that filters allow; none where one of them has no end."""
    if filters.since and filters.until:
        return ((filters.since, filters.until),)
    return filters.spells
