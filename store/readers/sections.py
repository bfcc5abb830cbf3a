"""Lays out paragraphs as one text, and says which section each part of it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from store.papers import RECORD, TITLE, Paper
from store.places import Section

BEGINNING = "Beginning"
"""The section of what stands before the first heading."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A text, its sections in order, and where each of its paragraphs begins."""

    text: str
    sections: tuple[Section, ...]
    starts: tuple[int, ...]


def laid_out(paragraphs: Iterable[tuple[str, str]]) -> LaidOut:
    """From (section, paragraph) in order; blank lines stand between the paragraphs."""
    parts: list[str] = []
    sections: list[Section] = []
    starts: list[int] = []
    place = 0
    for name, text in paragraphs:
        # A heading must not pass for the record or the title, whose offsets count elsewhere.
        named = name.capitalize() if name in (RECORD, TITLE) else name
        goes_on = bool(sections) and sections[-1].name == named
        begin = sections.pop().start if goes_on else place
        sections.append(Section(named, begin, place + len(text)))
        starts.append(place)
        parts.append(text)
        place += len(text) + 2
    return LaidOut("\n\n".join(parts), tuple(sections), tuple(starts))


def with_sections(paper: Paper, paragraphs: Iterable[tuple[str, str]]) -> Paper:
    """The paper with this text; where no heading divides it, it is all abstract."""
    whole = laid_out(paragraphs)
    divided = any(section.name != BEGINNING for section in whole.sections)
    return replace(paper, text=whole.text, sections=whole.sections if divided else ())
