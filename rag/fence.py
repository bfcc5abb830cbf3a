"""Sentences of papers as numbered data for a model: fenced, and none that gives orders."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from rag.types import Evidence
from store.papers import Paper

_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}"
    r"\b(?:instructions?|prompts?|rules?|guidelines?|context|directions|above|previous|prior)\b"
    r"|\b(?:you are|act as|pretend to be) (?:now )?(?:an? |the )?(?:\w+ )?"
    r"(?:assistant|ai|model|bot|chatbot)\b"
    r"|^\W*(?:please )?(?:answer|reply|respond|output|print|say|write|repeat|return)\b"
    r".{0,30}\b(?:only|exactly|with|just|nothing but|the (?:word|text|phrase|following))\b"
    r"|\b(?:system|developer) (?:prompt|message)\b|\bdo not follow\b|\bnew instructions?\s*:"
    r"|<\|?/?(?:im_start|im_end|system|assistant|user|endoftext)\|?>|\[/?INST\]",
    re.I,
)


def gives_orders(text: str) -> bool:
    """Whether a sentence speaks to whoever reads it rather than of its paper's matter.

    Such a sentence is never sent: a weak model would obey it however well it is fenced.
    """
    return _ORDER.search(text) is not None


def fenced(evidence: Sequence[Evidence], papers: Mapping[str, Paper]) -> tuple[str, str]:
    """The sentences, numbered from 1, each paper's under its title; and the fence's line.

    The line is made of a digest of what it fences, so that no text can hold it.
    """
    lines, paper_id = [], ""
    for number, sentence in enumerate(evidence, start=1):
        if sentence.paper_id != paper_id:
            paper_id = sentence.paper_id
            lines.append(f"Paper: {_line(papers[paper_id].title)}")
        lines.append(f"[{number}] {_line(sentence.text)}")
    return closed("\n".join(lines))


def fenced_papers(shown: Sequence[tuple[Paper, Sequence[Evidence]]]) -> tuple[str, str]:
    """Papers, numbered from 1, each with sentences of its own; and the fence's line.

    A title that gives orders is left out.
    """
    lines = []
    for number, (paper, sentences) in enumerate(shown, start=1):
        title = "" if gives_orders(paper.title) else _line(paper.title)
        lines.append(f"Paper {number}: {title}")
        lines += [f"- {_line(sentence.text)}" for sentence in sentences]
    return closed("\n".join(lines))


def closed(text: str) -> tuple[str, str]:
    """The text, and a line for both its ends."""
    return text, f"===== {hashlib.sha256(text.encode()).hexdigest()[:8]} ====="


def _line(text: str) -> str:
    """On one line: a sentence with a line break could forge the number of another."""
    return " ".join(text.split())
