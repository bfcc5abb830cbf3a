"""Tells whether two records are of one paper: DOI, arXiv id, or title and first author."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from store.names import last_name
from store.papers import Paper

_CLOSE = 93.0  # of 100: "Towards" for "Toward" in a title of usual length, a typing error
_ALIKE = 50.0  # of 100: a title and its translation or its subtitle have more
_ARXIV_DOI = "10.48550/"
_TELLING = 4  # words; a shorter title is shared by many papers ("Introduction", "Editorial")
_YEARS = 3  # from a preprint to what is printed at last


@dataclass(frozen=True, slots=True)
class Identity:
    """What a paper is known by: its title's words, its first author's last name, its date.

    `month` is None where the source says no more than the year.

    `doi` is that of its publisher, not the one that arXiv gives to every preprint.
    """

    title: str
    author: str = ""
    year: int | None = None
    month: int | None = None
    doi: str = ""
    arxiv: str = ""

    @classmethod
    def of(cls, paper: Paper) -> Identity:
        """What this record is known by."""
        name = last_name(paper.authors[0]) if paper.authors else ""
        title = re.sub(r"\\[a-zA-Z]+|[{}$]", " ", paper.title)
        return cls(
            title=" ".join(re.findall(r"[^\W_]+", _folded(title))),
            author=re.sub(r"[\W_]+", "", _folded(name)),
            year=paper.date.year if paper.date else None,
            month=paper.date.month if paper.date and paper.date_known != "year" else None,
            doi="" if paper.doi.startswith(_ARXIV_DOI) else paper.doi,
            arxiv=paper.arxiv,
        )

    def blocks(self) -> Iterator[str]:
        """Two records of one paper share at least one of these; others need no comparing."""
        yield f"title {self.title}"
        if self.author:
            yield f"author {self.author}"
        if self.doi:
            yield f"doi {self.doi}"
        if self.arxiv:
            yield f"arxiv {self.arxiv}"

    def is_that_of(self, other: Identity) -> bool:
        """Whether both are of one paper.

        An identifier that both have decides, save that one DOI may stand for a whole volume:
        then the titles must have something in common. Otherwise title and first author do.
        Numbers in the titles must agree ("Part 2", "LongRoPE2"), and more than three years
        between two records tell them apart. Where a record names no author, the titles must
        be equal and telling, and the dates say nothing else: a column has one title every month.
        """
        for mine, others in ((self.doi, other.doi), (self.arxiv, other.arxiv)):
            if mine and others:
                return mine == others and fuzz.token_set_ratio(self.title, other.title) >= _ALIKE
        if self.year and other.year and abs(self.year - other.year) > _YEARS:
            return False
        if not self.author or not other.author:
            equal = self.title == other.title and len(self.title.split()) >= _TELLING
            return equal and self._may_be_as_old_as(other)
        return self.author == other.author and self._reads_like(other)

    def _may_be_as_old_as(self, other: Identity) -> bool:
        """Whether no part of the date that both say tells them apart."""
        pairs = ((self.year, other.year), (self.month, other.month))
        return all(mine == others for mine, others in pairs if mine and others)

    def _reads_like(self, other: Identity) -> bool:
        a, b = self.title.replace(" ", ""), other.title.replace(" ", "")
        if a == b:
            return bool(a)
        close = fuzz.ratio(a, b, score_cutoff=_CLOSE) >= _CLOSE
        return close and _numbers(self.title) == _numbers(other.title)


class Lookup:
    """Groups of identities, each group known by its number; finds those of one paper."""

    def __init__(self) -> None:
        """No group yet."""
        self._members: list[list[Identity]] = []
        self._groups: dict[str, dict[int, None]] = {}

    def like(self, identity: Identity) -> list[int]:
        """The groups that hold a record of the same paper, the earliest first."""
        near = {group for key in identity.blocks() for group in self._groups.get(key, ())}
        return [
            group
            for group in sorted(near)
            if any(identity.is_that_of(other) for other in self._members[group])
        ]

    def add(self, identity: Identity, group: int) -> None:
        """Puts an identity into a group; the number after the last one makes a new group."""
        if group == len(self._members):
            self._members.append([])
        self._members[group].append(identity)
        for key in identity.blocks():
            self._groups.setdefault(key, {})[group] = None


def _numbers(title: str) -> list[str]:
    return re.findall(r"\d+|\b[ivx]+\b", title)


def _folded(text: str) -> str:
    """Small letters, with accents and compatible forms levelled."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
