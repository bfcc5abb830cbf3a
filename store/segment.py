"""Cuts papers into sentences (the unit of evidence) and passages (the unit of context)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from store.papers import ABSTRACT, TITLE, Paper, Passage, Sentence
from store.places import Section

PASSAGE_CHARACTERS = 900
"""A passage takes whole sentences up to about this length: some 200 word pieces, which the
embedder reads whole."""

_END = re.compile(r"[.!?][\"'”’)\]}]*(?=\s)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|cf|etc|resp|approx|Fig|Figs|Eq|Eqs|Sec|Tab|No|Nos|Dr|Prof|Mr|Ms|St"
    r"|et al|w\.r\.t|a\.k\.a|Inc|Corp|Ltd|Jr|Sr)|(?:\b[A-Z]\.)*\b[A-Z])\.$"
)
_ALWAYS_INSIDE = re.compile(r"\b(?:e\.g|i\.e|vs|cf|w\.r\.t|a\.k\.a|Fig|Figs|Eq|Eqs|Sec|Tab)\.$")
_OPENS_A_SENTENCE = re.compile(
    r"(?:[\"'“‘(\[{$\\]|[^\W_]*[A-Z0-9][^\s]*)"  # "The", "nnJIT", "(2D", "$L_2$", "\textit"
)
_AHEAD = 200  # characters: to look at the whole rest each time would be quadratic
_PARAGRAPH = re.compile(r"\n\n+")
_COMMON_OPENER = re.compile(
    r"(?:The|This|These|Those|We|Our|In|It|Its|A|An|To|For|However|On|As|By|With|Moreover)\b"
)


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence, without the white space around it.

    Every character that is no white space lies in exactly one span. A full stop after an
    abbreviation or an initial, within a number, an address or a name such as "llama.cpp",
    ends no sentence.
    """
    start = 0
    for match in _END.finditer(text):
        if _ends_a_sentence(text, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends_a_sentence(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 20) : match.start() + 1]
    rest = text[match.end() : match.end() + _AHEAD].lstrip()
    if text[match.start()] == "." and _ALWAYS_INSIDE.search(before):
        return False
    if text[match.start()] == "." and _ABBREVIATION.search(before):
        return bool(_COMMON_OPENER.match(rest))
    return _OPENS_A_SENTENCE.match(rest) is not None


def sentences(paper: Paper) -> list[Sentence]:
    """The title, then the sentences of the text, in reading order.

    Each lies within one paragraph and one section; a text without sections is an abstract.
    """
    found = [Sentence(paper.id, TITLE, 0, len(paper.title), paper.title)]
    for section in sections_of(paper):
        for first, last in _paragraph_spans(paper.text, section):
            found += [
                Sentence(paper.id, section.name, first + a, first + b, paper.text[first:last][a:b])
                for a, b in sentence_spans(paper.text[first:last])
            ]
    return found


def sections_of(paper: Paper) -> tuple[Section, ...]:
    """The sections of a paper's text; one of none is all abstract."""
    return paper.sections or (Section(ABSTRACT, 0, len(paper.text)),)


def _paragraph_spans(text: str, section: Section) -> Iterator[tuple[int, int]]:
    start = section.start
    for match in _PARAGRAPH.finditer(text, section.start, section.end):
        yield start, match.start()
        start = match.end()
    yield start, section.end


def passages(paper: Paper, pieces: Sequence[Sentence]) -> list[Passage]:
    """Runs of whole sentences of one section, each up to `PASSAGE_CHARACTERS`, never overlapping.

    A section is cut into equal runs, so that no passage is a mere left-over. A paper
    without a text has its title for a passage: it must be found, too.
    """
    body = [piece for piece in pieces if piece.section != TITLE]
    if not body:
        return [Passage(paper.id, TITLE, 0, len(paper.title), paper.title)] if pieces else []
    found: list[Passage] = []
    for _, own in groupby(body, key=lambda piece: piece.section):
        found += _runs(paper, list(own))
    return found


def _runs(paper: Paper, body: Sequence[Sentence]) -> Iterator[Passage]:
    """The passages of one section's sentences."""
    origin, length = body[0].start, body[-1].end - body[0].start
    runs = -(-length // PASSAGE_CHARACTERS)
    start, done = origin, 0
    for piece, following in zip(body, [*body[1:], None], strict=True):
        wanted = origin + length * (done + 1) / runs
        if following is None or abs(piece.end - wanted) <= abs(following.end - wanted):
            yield Passage(paper.id, piece.section, start, piece.end, paper.text[start : piece.end])
            done += 1
            start = following.start if following else piece.end
