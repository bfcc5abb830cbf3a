"""Cuts papers into sentences (the unit of evidence) and passages (the unit of context)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.papers import ABSTRACT, TITLE, Paper, Passage, Sentence

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
    rest = text[match.end() :].lstrip()
    if text[match.start()] == "." and _ALWAYS_INSIDE.search(before):
        return False
    if text[match.start()] == "." and _ABBREVIATION.search(before):
        return bool(_COMMON_OPENER.match(rest))
    return _OPENS_A_SENTENCE.match(rest) is not None


def sentences(paper: Paper) -> list[Sentence]:
    """The title, then the sentences of the text, in reading order."""
    title = [Sentence(paper.id, TITLE, 0, len(paper.title), paper.title)]
    return title + [
        Sentence(paper.id, ABSTRACT, start, end, paper.text[start:end])
        for start, end in sentence_spans(paper.text)
    ]


def passages(paper: Paper, pieces: Sequence[Sentence]) -> list[Passage]:
    """Runs of whole sentences of the text, each up to `PASSAGE_CHARACTERS`, never overlapping.

    A paper's text is cut into equal runs, so that no passage is a mere left-over. A paper
    without a text has its title for a passage: it must be found, too.
    """
    body = [piece for piece in pieces if piece.section != TITLE]
    if not body:
        return [Passage(paper.id, TITLE, 0, len(paper.title), paper.title)] if pieces else []
    origin, length = body[0].start, body[-1].end - body[0].start
    runs = -(-length // PASSAGE_CHARACTERS)
    found: list[Passage] = []
    start = origin
    for piece, following in zip(body, [*body[1:], None], strict=True):
        wanted = origin + length * (len(found) + 1) / runs
        if following is None or abs(piece.end - wanted) <= abs(following.end - wanted):
            text = paper.text[start : piece.end]
            found.append(Passage(paper.id, piece.section, start, piece.end, text))
            start = following.start if following else piece.end
    return found
