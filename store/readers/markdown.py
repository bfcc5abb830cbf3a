"""Reads one paper of Markdown with markdown-it: its prose, without code, tables and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from store.papers import Paper
from store.readers.card import Fields, one_line, paper_of, phrases
from store.readers.columns import Columns
from store.readers.days import day_of
from store.readers.headings import is_references
from store.readers.people import people
from store.readers.plain_text import authors_of
from store.readers.reading import Content, Problem, Unreadable
from store.readers.sections import BEGINNING, with_sections

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^(?P<name>[A-Za-z][\w -]*):[ \t]*(?P<value>.*(?:\n[ \t]+.*|\n- .*)*)", re.M)
_HEADING = re.compile(r"^#{1,6} \S", re.M)
_LARGEST = 5_000_000


def looks_like(content: Content) -> bool:
    """Whether the name says so, or the text begins with a heading or fields."""
    if content.suffix in (".md", ".markdown"):
        return True
    start = content.text[:10_000].lstrip()
    return bool(_HEADING.match(start) or (_FRONT.match(start) and _HEADING.search(start)))


def read(content: Content) -> Iterator[Paper | Problem]:
    """The one paper of a file; fields at its front say more than its first heading."""
    if len(content.text) > _LARGEST:
        raise Unreadable("it is Markdown of more than 5 million characters; split it")
    text = content.text.lstrip()
    front = _FRONT.match(text)
    values = _front_fields(front["fields"]) if front else {}
    heading, blocks = _prose(text[front.end() :] if front else text)
    title = one_line(values.get("title", "")) or heading
    if not title or not (blocks or values.get("text")):
        raise Unreadable("it is Markdown without a heading for a title and text below it")
    names, cut = people(values.get("authors", ""))
    if not names and blocks and (authors := authors_of(blocks[0][1])):
        names, cut = authors
        blocks = blocks[1:]
    fields = Fields(
        title=title,
        authors=names,
        authors_cut=cut,
        day=day_of(values.get("date", ""), values.get("year", "")),
        doi=values.get("doi", ""),
        arxiv=values.get("arxiv", ""),
        url=values.get("url", ""),
        venue=values.get("venue", ""),
        keywords=phrases(values.get("keywords", "")),
    )
    abstract = one_line(values.get("text", ""))
    before = [("Abstract", abstract)] if abstract else []
    yield with_sections(paper_of(fields, "1"), [*before, *blocks])


def _front_fields(text: str) -> Mapping[str, str]:
    """The fields before the text, as most site generators write them: name and plain value."""
    values = {}
    for match in _FIELD.finditer(text):
        lines = [line.strip().removeprefix("- ") for line in match["value"].split("\n")]
        joined = "; ".join(line for line in lines if line)
        values[match["name"]] = joined.strip("[]\"'")
    return {name: values[column] for name, column in Columns().among(values).items()}


def _prose(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The first heading, and each paragraph, on one line, with the heading that it is under.

    What a paper cites is left out.
    """
    from markdown_it import MarkdownIt

    title, section = "", BEGINNING
    blocks: list[tuple[str, str]] = []
    for opening, inline in pairwise(MarkdownIt("commonmark").enable("table").parse(text)):
        line = one_line(_shown(inline)) if inline.type == "inline" else ""
        if not line or opening.type in ("td_open", "th_open"):
            continue
        if opening.type != "heading_open":
            blocks += [] if is_references(section) else [(section, line)]
        elif title or blocks:
            section = line
        else:
            title = line
    return title, blocks


def _shown(inline: Token) -> str:
    """What a reader sees of a run of text; pictures are left out."""
    parts = []
    for token in inline.children or ():
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)
