"""Texts brought to one way of writing, before claims are compared with what they cite."""

from __future__ import annotations

import re
import unicodedata

from rag.words import GENERIC
from store.lexical import terms

_SIGNS = {"\\times": "x", "\\leq": " ≤", "\\geq": " ≥", "\\%": "%", "\\&": "&"}
_COMMAND = re.compile(r"\\[A-Za-z]+")
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
    return " ".join(text.split())


def clauses(text: str) -> list[str]:
    """The parts of a plain sentence between its commas, brackets and conjunctions."""
    return [part.strip() for part in _CLAUSE.split(text) if part.strip()]


def content(text: str) -> set[str]:
    """The index terms of a text that are neither numbers nor words of any question."""
    return {t for t in terms(text) if t not in GENERIC and not t[0].isdigit()}
