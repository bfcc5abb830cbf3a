"""Follow-ups on another version of a paper before: "what is new in the second version?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.conversation.named_paper import with_name
from rag.conversation.variation import renamed, short_name
from rag.question.kin import kin_of
from rag.records.catalog import Catalog
from rag.types import Answer, Question

_LATER = r"(?:second|2nd|newer|newest|later|latest|new|updated|improved|follow-?up)"
_EARLIER = r"(?:first|1st|original|older|old|earlier|previous|initial)"
_VERSION = re.compile(
    rf"\b(?:the|its|their|that) (?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER}))"
    r" (?:version|edition|variant|release)\b(?: of (?:it|them|that|this)\b)?"
    r"|^\W*(?:(?:and|but|so|ok|what about|how about|for|the same for) )*(?:the|its|their)"
    r" (?:(?P<successor>successor|sequel|follow-?up)|predecessor|forerunner)(?= ?\W*$)",
    re.I,
)
_IS_THERE_ONE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|then) )*(?:(?:is|was) there|has there been|does it have"
    rf"|did they make) (?:an? |any )?(?:(?P<later>{_LATER} version|follow-?up|successor|sequel)"
    rf"|(?P<earlier>{_EARLIER} version|predecessor))(?: (?:to|of) (?:it|that|this))?"
    r"(?:,? (?:and|and if so|if so)\b,?|\?)\s+(?P<more>\S.*)$",
    re.I,
)
# Of several papers two may be versions of one: "the newer one".
_OF_A_PAIR = re.compile(r"\bthe (?:(?P<later>newer|later)|(?P<earlier>older|earlier)) one\b", re.I)
_PAIR = 2
_NUMBERED = re.compile(r"(?<![\w-])(?:(?:the )?version |v)([12])(?![\w.-])", re.I)
_COMPARES = re.compile(
    r"\b(?:differ(?:s|ent|ence|ences)?|compare[sd]?|contrast|vs|versus|against|same)\b"
    r"|\bany (?:better|worse|\w{3,}er)\b",
    re.I,
)
# What a name has behind another's: "the -R one", "the R version" of SeerAttention.
_SUFFIXED = re.compile(
    r"\bthe (?P<dash>-)?(?P<suffix>\w[\w.+]*) (?:one|version|variant|edition|model|paper)\b"
    r"|(?<![\w-])(?:the )?-(?P<bare>[A-Z]\w*)(?![\w-])",
    re.I,
)
_WHAT_OF = re.compile(
    r"\W*(?:(?:and|but|so|ok|or|what about|how about|the same for|for|in|of|does|with)\W+)*", re.I
)
_IT = re.compile(r"\b(?P<its>its)\b|\b(?:it|that|this)(?: (?:one|version))?\b", re.I)


def of_another_version(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """A question about the later or earlier version of a paper before, known by its name.

    None where the library has no such paper, or several.
    """
    if catalog.named_in(text)[0]:
        return None
    text, ids = _said_as_version(text), [paper.id for paper in before.papers]
    if match := _IS_THERE_ONE.match(text):
        kin = _kin(ids[:1], catalog, later=match["later"] is not None)
        return _asked_of(match["more"], kin, catalog) if kin else None
    match = _VERSION.search(text) or (_OF_A_PAIR.search(text) if len(ids) > _PAIR else None)
    kin = _kin(ids, catalog, later=_is_later(match)) if match else None
    if match is None and len(ids) == 1:
        named, suffixed = _with_suffixed_named(text, ids[0], catalog)
        return with_name(named, suffixed, catalog) if suffixed else None
    if match is None or kin is None or (match.re is _OF_A_PAIR and kin not in ids):
        return None
    name, last = short_name(kin, catalog), before.question
    bare = _WHAT_OF.fullmatch(text[: match.start()]) and not text[match.end() :].strip(" ?.!")
    if last.named and len(ids) == 1 and bare:
        return renamed(last, name, catalog)  # "and the second version?"
    return with_name(f"{text[: match.start()]}{name}{text[match.end() :]}", kin, catalog)


def with_version_named(text: str, before: Answer, catalog: Catalog) -> str:
    """The text with the name of the other version of the one paper before that it speaks of."""
    if len(before.papers) != 1 or not _COMPARES.search(text) or catalog.named_in(text)[0]:
        return text
    text, paper_id = _said_as_version(text), before.papers[0].id
    match = _VERSION.search(text)
    if match and (kin := _kin([paper_id], catalog, later=_is_later(match))):
        return f"{text[: match.start()]}{short_name(kin, catalog)}{text[match.end() :]}"
    return _with_suffixed_named(text, paper_id, catalog)[0]


def _is_later(match: re.Match[str]) -> bool:
    """Whether the later of two versions is meant."""
    return match["later"] is not None or match.groupdict().get("successor") is not None


def _said_as_version(text: str) -> str:
    """The text with "the second version" for "v2"."""
    return _NUMBERED.sub(lambda v: f"the {'first' if v[1] == '1' else 'second'} version", text)


def _with_suffixed_named(text: str, paper_id: str, catalog: Catalog) -> tuple[str, str | None]:
    """The text with the name of the paper that it calls by its suffix, and that paper."""
    match = _SUFFIXED.search(text)
    kin = _with_suffix(match["suffix"] or match["bare"], paper_id, catalog) if match else None
    if match is None or kin is None:
        return text, None
    return f"{text[: match.start()]}{short_name(kin, catalog)}{text[match.end() :]}", kin


def _with_suffix(suffix: str, paper_id: str, catalog: Catalog) -> str | None:
    """The paper whose name is that of a paper with a suffix, or shares its stem and has it."""
    name = short_name(paper_id, catalog).lower()
    stems = (name, name.partition("-")[0])
    wanted = {f"{stem}{dash}{suffix.lower()}" for stem in stems for dash in ("-", "")}
    found = [
        other
        for other in catalog.papers
        if other != paper_id and wanted & {own.lower() for own in catalog.own_names(other)}
    ]
    return found[0] if len(found) == 1 else None


def _kin(ids: Sequence[str], catalog: Catalog, *, later: bool) -> str | None:
    """The one later version of any of some papers, or the one that others are versions of."""
    found: dict[str, None] = {}
    for paper_id in ids:
        own = [i for i in catalog.own_names(paper_id) if i != catalog.papers[paper_id].title]
        for name in own:
            found.update(dict.fromkeys(kin_of(name, catalog, later=later)))
    return next(iter(found)) if len(found) == 1 else None


def _asked_of(more: str, paper_id: str, catalog: Catalog) -> Question:
    """What is asked of a paper that the words speak of as "it", if at all."""
    name = short_name(paper_id, catalog)
    match = _IT.search(more)
    if match is None:
        return with_name(f"{more.rstrip(' ?.!')} in {name}?", paper_id, catalog)
    put = f"{name}'s" if match["its"] else name
    return with_name(f"{more[: match.start()]}{put}{more[match.end() :]}", paper_id, catalog)
