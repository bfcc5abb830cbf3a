"""Knows the headings of papers when it sees them."""

from __future__ import annotations

import re

_NUMBERED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}(?=\.)|[A-H](?:\.\d{1,2}){0,3}(?=[. ]))"
    r"(?P<dot>[.)]?)\s+(?P<name>[^\W\d_].*)"
)
_USUAL = re.compile(
    r"abstract|summary|introduction|background|preliminaries|motivation|overview"
    r"|related works?|previous work|problem (?:statement|formulation|definition)"
    r"|(?:materials and )?methods?|methodology|approach|model|implementation|system design"
    r"|(?:experimental )?(?:setup|settings?)|experiments?|evaluation|results?"
    r"|results and discussion|analysis|ablation(?: study| studies)?|discussion|limitations?"
    r"|broader impacts?|ethics statement|ethical considerations|future work|conclusions?"
    r"|concluding remarks|conclusions? and (?:future work|outlook)|acknowledge?ments?"
    r"|references|bibliography|literature cited|works cited|appendix|appendices"
    r"|supplementary materials?|data availability|author contributions",
    re.I,
)
_REFERENCES = re.compile(
    r"references(?: and notes)?|bibliography|literature cited|works cited", re.I
)
_LONGEST = 100


def section_name(line: str) -> str:
    """A heading as people would cite it ("3.2 Method", "Abstract"); "" where it is none.

    Numbered, short, and no sentence; or one of the usual names. Capitals are levelled.
    """
    text = " ".join(line.split()).rstrip(":")
    if not text or len(text) > _LONGEST or text.endswith((".", ",", ";")):
        return ""
    if _USUAL.fullmatch(text):
        return _levelled(text)
    match = _NUMBERED.fullmatch(text)
    if not match or not match["name"][0].isupper():
        return ""
    return f"{match['number']} {_levelled(match['name'])}"


def is_usual(name: str) -> bool:
    """Whether a section has one of the names that so many have, numbered or not."""
    return _USUAL.fullmatch(_bare(name)) is not None


def is_references(name: str) -> bool:
    """Whether a section lists what a paper cites."""
    return _REFERENCES.fullmatch(_bare(name)) is not None


def is_abstract(name: str) -> bool:
    """Whether a section is the paper's own short account of itself."""
    return _bare(name).lower() in ("abstract", "summary")


def _bare(name: str) -> str:
    match = _NUMBERED.fullmatch(name)
    return match["name"] if match else name


def _levelled(name: str) -> str:
    """The name with small letters where it is printed all in capitals, but for acronyms."""
    if not name.isupper() or len(name) < 5:
        return name
    return name.capitalize()
