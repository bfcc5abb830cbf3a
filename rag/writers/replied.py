"""Reads claims out of what a model says, whole or not, with or without a schema."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rag.models.model import Schema
from rag.models.rambling import repeats_itself, runs_on
from rag.support.checker import LONGEST

_MOST_CLAIMS, _MOST_SOURCES = 12, 4
_ALIKE = 3  # claims in the same words, after which nothing else comes
_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.S)
_CLAIM = re.compile(r"\{(?=\s*\"(?:text|evidence)\")")
_MARKER = re.compile(r"\s*\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]")
_MARKED_LINE = re.compile(
    r"^\W*(?:\d+[.)]\s)?\W*(?P<text>[^\W_].*?)(?P<markers>(?:\s*\[[\d,\s]+\])+)\W*$", re.M
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a model claims, and the numbers of the sentences that it says it rests on."""

    text: str
    sources: tuple[int, ...]


def schema_of(sentences: int, claims: int) -> Schema:
    """The shape of a reply of at most so many claims about so many numbered sentences."""
    source = {"type": "integer", "minimum": 1, "maximum": sentences}
    sources = {"type": "array", "items": source, "minItems": 1, "maxItems": _MOST_SOURCES}
    claim = {
        "type": "object",
        "properties": {"text": {"type": "string"}, "evidence": sources},
        "required": ["text", "evidence"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"claims": {"type": "array", "items": claim, "maxItems": claims}},
        "required": ["claims"],
        "additionalProperties": False,
    }


def claims_in(text: str, *, whole: bool) -> list[Claimed]:
    """The claims that stand complete in a reply, or in as much of it as there is.

    JSON wherever it stands; in a whole reply without any, lines that end in markers.
    """
    text = _THOUGHT.sub("", text)
    found = list(_objects(text))
    if not found and whole:
        found = [
            Claimed(_cleaned(m["text"]), tuple(int(n) for n in re.findall(r"\d+", m["markers"])))
            for m in _MARKED_LINE.finditer(text)
        ]
    distinct = dict.fromkeys(claim for claim in found if claim.text)
    return list(distinct)[:_MOST_CLAIMS]


def leads_nowhere(text: str) -> bool:
    """Whether nothing that passes can follow in a reply that is still being written.

    It repeats itself, is in the midst of a claim that is too long already, or says one claim
    again and again, of one sentence after the other.
    """
    if repeats_itself(text) or runs_on(text, LONGEST):
        return True
    said = Counter(claim.text for claim in _objects(_THOUGHT.sub("", text)))
    return max(said.values(), default=0) >= _ALIKE


def _objects(text: str) -> Iterator[Claimed]:
    decoder = json.JSONDecoder()
    for match in _CLAIM.finditer(text):
        try:
            data, _ = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            continue  # not complete yet, or never will be
        if claim := _claim(data):
            yield claim


def _claim(data: Any) -> Claimed | None:
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        return None
    given = data.get("evidence")
    numbers = given if isinstance(given, list) else [given]
    sources = [n for n in numbers if isinstance(n, int) and not isinstance(n, bool)]
    within = [int(n) for m in _MARKER.finditer(data["text"]) for n in re.findall(r"\d+", m[1])]
    return Claimed(_cleaned(data["text"]), tuple(dict.fromkeys([*sources, *within])))


def _cleaned(text: str) -> str:
    """One line without markers and emphasis, which are for us to set."""
    bare = " ".join(_MARKER.sub("", text).replace("**", "").replace("`", "").split())
    bare = re.sub(r"\s+(?=[.,;:])", "", bare).strip(" -*>#")
    return bare if not bare or bare[-1] in ".!?…" else f"{bare}."
