"""One word of a topic as the phrases that it may be in a paper: a compound is a unit."""

from __future__ import annotations

import re

from store.lexical import terms

Phrase = tuple[str, ...]

_PIECES = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# Ends of compounds that say how, and not what: "olympiad-level" is of olympiads.
_ENDS = frozenset(terms("level based style like related scale oriented driven wise aware class"))


def forms_of(word: str) -> tuple[Phrase, ...]:
    """The phrases, of index terms, that a word as written may be; none for a mere stop word.

    A compound is its parts close together, or run together; one that loses a part as a stop
    word ("in-context") is known by its whole alone.
    """
    parts = tuple(w for w in terms(word, joined=False) if len(w) > 1 or w.isdigit())
    pieces = _PIECES.findall(word)
    if len(pieces) < 2 or not parts:
        return (parts,) if parts else ()
    together = (terms("".join(pieces))[0],)
    if len(parts) < len(pieces):
        return (together,)
    bare = (parts[:-1],) if parts[-1] in _ENDS else ()
    return (parts, together, *bare)


def phrase_of(text: str) -> Phrase:
    """The index terms of a phrase of several words, each word in its first form."""
    forms = [forms_of(word) for word in text.split()]
    return tuple(term for form in forms if form for term in form[0])
