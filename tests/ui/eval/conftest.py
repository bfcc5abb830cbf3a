"""Files of questions, and a library of one paper to ask them of."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from store.embed import default_embedder
from store.indexing import index_papers
from store.papers import Paper

TITLE = "T-MAC: CPU Renaissance via Table Lookup for Low-Bit LLM Deployment on Edge"
ROW = {
    "id": "fact-900",
    "q": "What does T-MAC do?",
    "kind": "fact",
    "history": [],
    "gold": [TITLE],
    "optional": [],
    "patterns": ["CPU"],
    "abstain": False,
    "half": "tune",
    "why": "its title",
}


@pytest.fixture
def questions(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of rows, each like ROW but for what a test says; texts stand as they are."""

    def write(*rows: object) -> Path:
        file = tmp_path / "questions.jsonl"
        lines = [row if isinstance(row, str) else json.dumps({**ROW, **row}) for row in rows]
        file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return file

    return write


@pytest.fixture
def one_paper(tmp_path: Path) -> Path:
    """A library of a single paper without an abstract."""
    title, record = "Kites Over Sea", "CLAug 12, 2024\nKites Over Sea\nAda Byron"
    paper = Paper("byron2024kites", title, "", record, authors=("Ada Byron",))
    index_papers(tmp_path, [paper], progress=lambda *_: None, embedder=default_embedder())
    return tmp_path
