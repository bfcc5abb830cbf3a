"""A language model's verdicts on a batch of papers: their shape, and the proof that each needs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rag.models.model import Schema
from rag.models.rambling import repeats_itself, runs_on
from rag.types import Evidence

_VOTE = re.compile(r"\{(?=\s*\"(?:paper|quote)\")")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST = 3  # words of letters; fewer stand in any paper
_LONGEST = 600  # characters of a quote; what is shown of a paper is hardly more
_ENDS = " \"'“”‘’.…"  # what models put around a quote


@dataclass(frozen=True, slots=True)
class Vote:
    """That a paper belongs, by its number in the batch, and the quote that is to show it."""

    paper: int
    quote: str


def schema_of_votes(papers: int) -> Schema:
    """The shape of a reply about so many numbered papers."""
    verdict = {
        "type": "object",
        "properties": {
            "paper": {"type": "integer", "minimum": 1, "maximum": papers},
            "quote": {"type": "string"},
        },
        "required": ["paper", "quote"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"belong": {"type": "array", "items": verdict, "maxItems": papers}},
        "required": ["belong"],
        "additionalProperties": False,
    }


def leads_nowhere(text: str) -> bool:
    """Whether no verdict can follow: the reply repeats itself, or quotes more than was shown."""
    return repeats_itself(text) or runs_on(text, _LONGEST)


def votes_in(text: str, papers: int) -> Mapping[int, Vote] | None:
    """The verdicts that stand in a reply, by the papers' numbers; None where it is no such reply.

    The first verdict on a paper counts; a number that no paper has is passed over.
    """
    found: dict[int, Vote] = {}
    for data in _objects(text):
        paper, quote = data.get("paper"), data.get("quote")
        if isinstance(paper, int) and 1 <= paper <= papers and isinstance(quote, str):
            found.setdefault(paper, Vote(paper, quote))
    return found if found or re.search(r"\[\s*\]", text) else None


def _objects(text: str) -> Iterator[dict[str, Any]]:
    decoder = json.JSONDecoder()
    for match in _VOTE.finditer(text):
        try:
            data, _ = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            continue  # cut off, or never was JSON
        if isinstance(data, dict):
            yield data


def proof(verdict: Vote, shown: Sequence[Evidence]) -> Evidence | None:
    """The sentence of those that the model was shown in which its quote stands to the letter."""
    quote = " ".join(verdict.quote.split()).strip(_ENDS)
    if len(_WORD.findall(quote)) < _LEAST:
        return None
    return next((s for s in shown if quote in " ".join(s.text.split())), None)
