"""Reads PDFs: a program of its own takes each apart, within bounds of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

from store.papers import Paper
from store.readers.reading import Content, Problem, Unreadable

_PROGRAM = ("-m", "store.readers.pdf_child")
_SECONDS: float = 180
_LOOKED_AT = 1_024  # bytes in which the mark may stand


def looks_like(content: Content) -> bool:
    """Whether the bytes begin as a PDF's do, after some others at most."""
    return b"%PDF-" in content.data[:_LOOKED_AT]


def read(content: Content) -> Iterator[Paper | Problem]:
    """The one paper of a PDF, with its sections and where each line of its text stands."""
    try:
        run = subprocess.run(
            [sys.executable, *_PROGRAM],
            input=content.data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(
            f"the PDF could not be read in {_SECONDS} seconds; print it to a new PDF"
        ) from error
    try:
        answer = json.loads(run.stdout)
    except ValueError as error:
        raise Unreadable("the PDF is damaged; export or download it again") from error
    if "refused" in answer:
        raise Unreadable(" ".join(answer["refused"].split())[:500])
    paper = Paper.from_json(answer["paper"])
    if not paper.title:
        raise Unreadable("the PDF's first page holds no title; give its text or another PDF")
    yield paper
