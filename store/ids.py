"""Gives papers ids that a person can read and that stay the same from run to run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count

from store.names import last_name
from store.papers import Paper

_SMALL_WORDS = frozenset(
    "a an and are as at by for from how in is of on or the to towards via what with".split()
)


def assign_ids(papers: Iterable[Paper], known: Mapping[str, str]) -> Iterator[Paper]:
    """The papers with their ids set: author, year, first telling word, as in BibTeX keys.

    `known` maps the ids that a library has to their titles: a paper of the same key and
    title gets the same id again. Where the key belongs to another paper, four hex digits of
    a hash of the title are added ("zhang2023integer-3f0a"), or eight of title and source where
    these are taken, too. No two of the papers get one id.
    """
    held: dict[str, list[str]] = {}
    for paper_id, title in known.items():
        held.setdefault(title, []).append(paper_id)
    taken: set[str] = set()
    for paper in papers:
        key = readable_id(paper)
        same = [i for i in held.get(paper.title, ()) if i.partition("-")[0] == key]
        fresh = (i for i in _candidates(key, paper) if i not in known)
        own = next(i for i in chain(same, fresh) if i not in taken)
        taken.add(own)
        yield replace(paper, id=own)


def _candidates(key: str, paper: Paper) -> Iterator[str]:
    yield key
    yield f"{key}-{_digits(paper.title)[:4]}"
    for number in count():
        content = f"{paper.title}\n{paper.source}\n{number}"
        yield f"{key}-{_digits(content)[:8]}"


def _digits(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def readable_id(paper: Paper) -> str:
    """Such as "qi2024mutual": the first author's last name, the year, a word of the title."""
    author = _plain(last_name(paper.authors[0])) if paper.authors else ""
    year = str(paper.date.year) if paper.date else ""
    words = [_plain(word) for word in re.split(r"[\s:,/]+", paper.title)]
    telling = next((w for w in words if w and w not in _SMALL_WORDS), "untitled")
    return f"{author or 'anon'}{year}{telling}"


def _plain(word: str) -> str:
    """Lower-case ASCII letters and digits only ("naïve" -> "naive")."""
    decomposed = unicodedata.normalize("NFKD", word)
    return re.sub(r"[^a-z0-9]", "", decomposed.lower())
