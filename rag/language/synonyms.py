"""Words of the field that mean the same to a person who asks for papers.

Pairs that stemming and the library's own acronyms do not bring together. Each line is a set
of terms or phrases in `thesaurus.txt`; the judge treats any of them as any other.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rag.language.compounds import phrase_of

THESAURUS = Path(__file__).parent / "thesaurus.txt"
PLAIN_WORDS = Path(__file__).parent / "plain_words.txt"


@cache
def _lines_of(file: Path) -> tuple[str, ...]:
    lines = file.read_text("utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


@cache
def spellings() -> dict[tuple[str, ...], str]:
    """Stemmed phrase -> the phrase as it is written."""
    phrases = ", ".join(_lines_of(THESAURUS)).replace(" > ", ", ").split(", ")
    return {phrase_of(phrase): phrase for phrase in reversed(phrases)}


@cache
def narrower() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """Stemmed phrase -> the phrases that it means too, and that do not mean it."""
    found: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for line in _lines_of(THESAURUS):
        head, directed, tail = line.partition(" > ")
        if directed:
            phrase = phrase_of(head)
            means = {phrase_of(one) for one in tail.split(", ")}
            found[phrase] = found.get(phrase, frozenset()) | means
    return found


@cache
def synonyms() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Stemmed phrase -> all phrases that mean the same, itself among them."""
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for line in _lines_of(THESAURUS):
        head, directed, tail = line.partition(" > ")
        phrases = [phrase_of(phrase) for phrase in (tail or head).split(", ")]
        heads = [phrase_of(head)] if directed else phrases
        for phrase in heads:
            found[phrase] = tuple(dict.fromkeys((phrase, *found.get(phrase, ()), *phrases)))
    return found


@cache
def plain_words() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """Stemmed phrase that people ask in -> the phrases that papers have it in."""
    found: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for line in _lines_of(PLAIN_WORDS):
        heads, _, tail = line.partition(" > ")
        said = frozenset(phrase_of(one) for one in tail.split(", "))
        for head in heads.split(", "):
            phrase = phrase_of(head)
            found[phrase] = (found.get(phrase, frozenset()) | said) - {phrase}
    return found
