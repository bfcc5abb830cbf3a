"""Gives papers ids that a person can read and that stay the same from run to run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from store.papers import Paper

_SMALL_WORDS = frozenset(
    "a an and are as at by for from how in is of on or the to towards via what with".split()
)


def assign_ids(papers: Iterable[Paper], known: Mapping[str, str]) -> Iterator[Paper]:
    """The papers with their ids set: author, year, first telling word, as in BibTeX keys.

    `known` maps the ids that a library has to their titles: a paper of the same key and
    title gets the same id again. Where the key belongs to another title, four hex digits of
    a hash of this one are added ("zhang2023integer-3f0a").
    """
    titles = dict(known)
    for paper in papers:
        key = readable_id(paper)
        if titles.setdefault(key, paper.title) != paper.title:
            key = f"{key}-{hashlib.sha256(paper.title.encode()).hexdigest()[:4]}"
            titles[key] = paper.title
        yield replace(paper, id=key)


def readable_id(paper: Paper) -> str:
    """Such as "qi2024mutual": the first author's last name, the year, a word of the title."""
    author = _plain(paper.authors[0].split()[-1]) if paper.authors else ""
    year = str(paper.date.year) if paper.date else ""
    words = [_plain(word) for word in re.split(r"[\s:,/]+", paper.title)]
    telling = next((w for w in words if w and w not in _SMALL_WORDS), "untitled")
    return f"{author or 'anon'}{year}{telling}"


def _plain(word: str) -> str:
    """Lower-case ASCII letters and digits only ("naïve" -> "naive")."""
    decomposed = unicodedata.normalize("NFKD", word)
    return re.sub(r"[^a-z0-9]", "", decomposed.lower())
