"""Web addresses that papers give: "which papers link to github.com/microsoft?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language import wording
from rag.language.words import cut_out
from store.papers import ABSTRACT, RECORD, Paper

_HOST = (
    r"(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|edu|gov|dev|co|app|info|ms|ly|cn|uk|de|fr|jp|ch|eu)\b"
)
_PATH = r"/[\w./~%+-]*[\w~%+-]"
_THING = (
    r"(?:(?:an?|any|the|some|their|its|code|link|url|web|address|repository|repo|page|site|project"
    r"|anything|available|released) )*"
)
_LINKS = (
    r"(?:\b(?:that |which )?(?:with |whose |have |has |having |where "
    rf"|there is )?{_THING}(?:(?:hyper|web ?)?link(?:s|ed|ing)?"
    r"|point(?:s|ing)?|refer(?:s|ring)?|host(?:ed|s)?|mention(?:s|ing)?|cit(?:e|es|ing)|giv(?:e|es|ing)"
    r"|contain(?:s|ing)?|urls?|address(?:es)?|code|repositor(?:y|ies)|repos?) (?:is |are "
    rf"|lives? )?{_THING}"
    r"(?:to|at|on|under|from|of|with|in)? ?)"
)
_ADDRESS = re.compile(
    rf"(?:{_LINKS}(?:https?://)?(?P<linked>{_HOST}(?:{_PATH})?)"
    rf"|\b(?:(?:to|at|on|under|from|with) )?(?:https?://(?P<whole>{_HOST}(?:{_PATH})?)"
    rf"|(?P<path>{_HOST}{_PATH})))/?",
    re.I,
)
# "Link to GitHub", "a GitHub link": the site by its name.
_SITE = re.compile(
    rf"\b(?:that |which )?(?:with |have |has |having |give |gives )?{_THING}(?:links?|linked"
    r"|linking|urls?|code|hosted|point(?:s|ing)?)"
    r" (?:to|on) (?:an? |their |its )?(?P<site>[A-Z]\w*[A-Z]\w*"
    r"|[Gg]it[Hh]ub)\b(?: (?:repositor(?:y|ies)"
    r"|repos?|pages?|projects?))?(?=\W*$|[,;?]| (?:in|from|by|and|since)\b)"
    r"|\b(?:with|have|has|having|give|gives) (?:an? |the |their "
    r"|its )?(?P<site2>[A-Z]\w*[A-Z]\w*|[Gg]it[Hh]ub)"
    r" (?:links?|urls?|address(?:es)?|repositor(?:y|ies)|repos?)\b",
)


def addresses_in(text: str) -> tuple[tuple[str, ...], str]:
    """The address that papers are asked for by, in small letters, and the text without it."""
    if not (wording.LIST.search(text) or wording.PAPERS.search(text)):
        return (), text
    if match := _ADDRESS.search(text):
        address = match["linked"] or match["whole"] or match["path"]
        return (address.lower().removeprefix("www."),), cut_out(text, match)
    if match := _SITE.search(text):
        return (f"{(match['site'] or match['site2']).lower()}.",), cut_out(text, match)
    return (), text


def gives_address(paper: Paper, addresses: Sequence[str]) -> bool:
    """Whether a paper's text or record gives one of the addresses, or one that begins so."""
    return address_at(paper, addresses) is not None


def address_at(paper: Paper, addresses: Sequence[str]) -> tuple[str, int, int] | None:
    """Where a paper gives an address: the section, and where its line or sentence stands."""
    for section, text in ((ABSTRACT, paper.text), (RECORD, paper.record)):
        for address in addresses:
            end = "" if address.endswith(".") else r"(?![\w-])"
            if match := re.search(rf"(?<![\w-]){re.escape(address)}{end}", text, re.I):
                return _section(paper, section, match.start()), *_around(text, *match.span())
    return None


def _section(paper: Paper, section: str, place: int) -> str:
    if section == RECORD or not paper.sections:
        return section
    return next((s.name for s in paper.sections if s.start <= place < s.end), section)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or line that a stretch of a text stands in."""
    before = max((m.end() for m in re.finditer(r"[.!?]\s+|\n", text[:start])), default=0)
    behind = re.search(r"[.!?](?=\s|$)|\n|$", text[end:])
    stop = end + (behind.end() if behind else 0)
    return before, len(text[:stop].rstrip())
