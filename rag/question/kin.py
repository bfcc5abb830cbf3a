"""Papers spoken of as what came after or before another: "its successor", "a sequel to T-MAC"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rag.records.catalog import Catalog
from rag.records.own_names import squeezed

_LATER = (
    r"(?:successor|sequel|extension|follow[- ]?up|(?:next|newer|later|second|new) version"
    r"|continuation)"
)
_EARLIER = r"(?:predecessor|forerunner|(?:earlier|previous|first|older|original) version)"
_WORK = r"(?:paper|work|version|article|study)"
_NAME = r"[\w.+-]*[^\W_]"
_KIN = re.compile(
    rf"\b(?:(?:(?P<name>{_NAME})['’]s|its) (?P<kin>{_LATER}|{_EARLIER})"
    rf"|(?:(?:the|an?) )?(?P<kin2>{_LATER}|{_EARLIER})"
    rf"(?: {_WORK})? (?:of|to) (?P<name2>{_NAME}))(?: {_WORK}\b)?",
    re.I,
)
_OF_NONE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|then) )*"
    r"(?:(?:(?:is|was|are|were) there|has there been) (?:an? |any )?"
    r"|(?:does|did|do|has) (?:it|they|that one|this one|the authors?)"
    r" (?:have|get|got|publish|write|written|make) (?:an? |any )?|any )"
    rf"(?P<kin>{_LATER}|{_EARLIER})s?(?: {_WORK})?"
    r"(?: (?:here|yet|already|too|later|in (?:here|the library|this collection)))*\W*$",
    re.I,
)
# "The first T-MAC (on phones)" is the paper of that name, "the second T-MAC" the one named after
# it; "the first T-MAC experiment" is neither.
_COUNTED_OUT = re.compile(
    rf"\bthe (?:(?P<later>second|2nd|newer|later)|(?P<earlier>first|1st|older|earlier|original))"
    rf" (?P<name>{_NAME})(?: {_WORK}\b)?(?P<next> [a-z-]+)?",
    re.I,
)
_PART = re.compile(
    r" (?:papers|works|versions|ones?|experiments?|steps?|stages?|phases?|results?|figures?|tables?"
    r"|authors?|models?|runs?|rounds?|releases?|baselines?|variants?|layers?|tokens?|ideas?)$",
    re.I,
)
_SHORTEST = 4  # characters of a name that other names may begin with


def with_kin_of_it(text: str) -> str:
    """The text as of "it" where it asks for a successor and does not say whose."""
    bare = _OF_NONE.match(text)
    if bare is None:
        return text
    article = "an" if bare["kin"][0].lower() in "aeiou" else "a"
    return f"Is there {article} {bare['kin']} to it?"


def with_kin(text: str, catalog: Catalog) -> str:
    """The text with the name of the successor or predecessor where there is one by its name."""
    match = _KIN.search(text)
    if match is None:
        return _with_counted_out(text, catalog)
    word = match["kin"] or match["kin2"]
    name = match["name"] or match["name2"] or _named_before(text[: match.start()], catalog)
    later = re.fullmatch(_LATER, word, re.I) is not None
    found = list(_related(name, catalog, later=later))
    if not found:
        return text
    _, own = min(found) if later else max(found)
    return f"{text[: match.start()]}{own}{text[match.end() :]}"


def _with_counted_out(text: str, catalog: Catalog) -> str:
    """The text with the name of the version that it counts out by the name that they share."""
    for match in _COUNTED_OUT.finditer(text):
        own = _counted_out(match["name"], catalog, later=match["later"] is not None)
        if own and not _PART.fullmatch(match["next"] or ""):
            return f"{text[: match.start()]}{own}{match['next'] or ''}{text[match.end() :]}"
    return text


def _counted_out(name: str, catalog: Catalog, *, later: bool) -> str:
    """The name of the first or the next of several versions; empty where there is one alone."""
    if any(True for _ in _related(name, catalog, later=False)):
        return ""
    after = sorted(_related(name, catalog, later=True))
    return "" if not after else after[0][1] if later else name


def kin_of(name: str, catalog: Catalog, *, later: bool) -> list[str]:
    """The ids of papers that are named after this one and later, or that it is named after."""
    names = [own for _, own in sorted(_related(name, catalog, later=later))]
    ids = (named.paper_id for own in names for named in catalog.names.get(squeezed(own), ()))
    return list(dict.fromkeys(ids))


def _named_before(text: str, catalog: Catalog) -> str:
    """The name of a paper that stands last in a text; empty where none does."""
    places = list(catalog.places_named_in(text))
    return text[places[-1][0] : places[-1][1]] if places else ""


def _related(name: str, catalog: Catalog, *, later: bool) -> Iterator[tuple[date, str]]:
    """(Date, name) of papers named after this one and later, or that it is named after."""
    key = squeezed(name)
    own = [catalog.papers[n.paper_id].date for n in catalog.names.get(key, ())]
    day = min((d for d in own if d), default=None)
    for other, names in catalog.names.items():
        longer, shorter = (other, key) if later else (key, other)
        if not day or longer == shorter or len(shorter) < _SHORTEST:
            continue
        for n in names if longer.startswith(shorter) else ():
            when = catalog.papers[n.paper_id].date
            if when and (when > day if later else when < day):
                yield when, n.text
