"""Texts brought to one way of writing, before claims are compared with what they cite."""

from __future__ import annotations

import re
import unicodedata

from rag.language.words import GENERIC
from store.lexical import terms

_SIGNS = {"\\times": "x", "\\leq": " ≤", "\\geq": " ≥", "\\%": "%", "\\&": "&"}
_COMMAND = re.compile(r"\\[A-Za-z]+")
_LIKE = 5  # letters with which words of one family begin
_ENDING = 4  # letters in which they may differ after what they have in common
_CLAUSE = re.compile(
    r"[;:()]|,|\.(?=\s|$)|\s[–—]\s|\s--\s|\b(?:while|whereas|but|although|though|and|which|yet)\b",
    re.I,
)


def plain(text: str) -> str:
    """No TeX, one sort of dash, quote, space and multiplication sign, no commas in numbers."""
    for sign, meaning in _SIGNS.items():
        text = text.replace(sign, meaning)
    text = _COMMAND.sub(" ", text)
    text = re.sub(r"(?<=[\d$%])\s*~\s*(?=[\d$])", "-", text)
    text = re.sub(r"[${}~^*`]", "", text)
    text = unicodedata.normalize("NFKC", text.replace("×", "x"))
    text = re.sub(r"[‐‑‒–](?=\S)", "-", text).replace("’", "'")
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    text = re.sub(r"\b(?:a )?factors? of (\d[\d.]*)(?<!\.)", r"\1x", text)
    return " ".join(text.split())


def clauses(text: str) -> list[str]:
    """The parts of a plain sentence between its commas, brackets and conjunctions."""
    return [part.strip() for part in _CLAUSE.split(text) if part.strip()]


def content(text: str) -> set[str]:
    """The index terms of a text that are neither numbers nor words of any question."""
    return {t for t in terms(text) if t not in GENERIC and not t[0].isdigit()}


def is_family(term: str, other: str) -> bool:
    """Whether two words have a stem in common that the stemmer does not see: accurate, accuracy."""
    if not (term.isalpha() and other.isalpha()) or term[:_LIKE] != other[:_LIKE]:
        return False
    shared = next((n for n, (a, b) in enumerate(zip(term, other, strict=False)) if a != b), None)
    longest = max(len(term), len(other))
    return longest - (min(len(term), len(other)) if shared is None else shared) <= _ENDING
