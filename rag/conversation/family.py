"""Papers of a list spoken of by the name that they share: "the rStar ones", "all LUT papers"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.language.words import is_common
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question

_FAMILY = re.compile(
    r"\b(?:(?:the|all|any|both|every(?:thing)?|those|these|only|just|two|three|four|of|from)\s+)*"
    r"(?P<name>[\w.+-]*\w)[ -](?:ones|papers|works|family|series|variants|versions|models|stuff"
    r"|line|articles)\b",
    re.I,
)
_LEAD = r"(?:(?:and|but|so|now|then|ok|okay|please|no)\b\W*|\W)*"
_NOT_THOSE = re.compile(rf"{_LEAD}(?:not|no|none of|without|minus|except(?: for)?)\W*", re.I)
_ONLY_THOSE = re.compile(
    rf"{_LEAD}(?:(?:keep|show(?: me)?|give me|list|what about|how about|which|how many)\W+)?"
    r"(?:(?:of (?:them|those|these) )?(?:are|is|belong to)\W+)?(?:only|just)?\W*(?:please)?\W*",
    re.I,
)
_ELSE = re.compile(r"\b(?:else|others?|more)\b", re.I)
_SHORTEST = 3  # letters of a name that others begin with


def family_in(text: str, ids: Sequence[str], catalog: Catalog) -> tuple[str, tuple[str, ...]]:
    """The words of a text for papers that share the beginning of a name, and those of `ids`.

    Empty where the words name no several papers of the library so.
    """
    for match in _FAMILY.finditer(text):
        name = match["name"]
        if len(name) < _SHORTEST or is_common(name.lower()) or name in catalog.plain:
            continue
        if sum(_is_named_after(name, i, catalog) for i in catalog.papers) > 1:
            kin = tuple(i for i in ids if _is_named_after(name, i, catalog))
            return match.group(), kin
    return "", ()


def _is_named_after(name: str, paper_id: str, catalog: Catalog) -> bool:
    """Whether a system's name is that name, or that name with more behind it: "LUT-NN"."""
    title = catalog.papers[paper_id].title
    begins = re.compile(rf"{re.escape(name)}(?![^\W\d_])", re.I)
    return any(begins.match(own) for own in catalog.own_names(paper_id) if own != title)


def of_family(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """Those of a list that share a name, or all but those: "only the rStar ones"."""
    ids = [paper.id for paper in before.papers]
    words, kin = family_in(text, ids, catalog)
    rest = text.replace(words, " ", 1)
    if kin and _ELSE.search(rest):
        return _others_of(text, words, ids, catalog)
    if not kin or len(ids) < 2:
        return None
    whole = f"{text.rstrip(' ?.!')} (of the papers that answered “{before.question.whole}”)"
    counted = "how many" in rest.lower()
    plain = Question(text=text, whole=whole, kind=Kind.RECORD, counted=counted)
    if _NOT_THOSE.fullmatch(rest):
        return replace(plain, scope=tuple(ids), besides=kin)
    return replace(plain, scope=kin) if _ONLY_THOSE.fullmatch(rest) else None


def _others_of(text: str, words: str, ids: Sequence[str], catalog: Catalog) -> Question:
    """All papers of the library that share a name, but for those before."""
    _, kin = family_in(words, [*catalog.papers], catalog)
    return Question(text=text, whole=text, kind=Kind.RECORD, scope=kin, besides=tuple(ids))
