"""How a paper is shown and asked about on the library's page; pure, and safe in HTML."""

from __future__ import annotations

from urllib.parse import urlencode

from store.papers import Paper
from ui.text import escape, pieces, tidy

_LONGEST_TITLE = 300  # characters shown where a title is one of many
_LONGEST_ASKED = 400
_MOST_AUTHORS = 4


def html(text: str) -> str:
    """Safe HTML of one line; mathematics stands as it was typed, in italics."""
    return "".join(
        f"<i>{escape(piece)}</i>" if maths else escape(tidy(piece)) for maths, piece in pieces(text)
    )


def short(text: str, longest: int = _LONGEST_TITLE) -> str:
    """The beginning of a text that is very long."""
    return text if len(text) <= longest else f"{text[:longest]} …"


def question_about(paper: Paper) -> str:
    """The question that a press on a paper asks in the chat."""
    return f"What is {short(paper.title, _LONGEST_ASKED)} about?"


def asking(paper: Paper, library: str) -> str:
    """The address of the chat that asks about a paper of a library, safe in an attribute."""
    said = {"q": question_about(paper), **({"library": library} if library else {})}
    return escape(f"/?{urlencode(said)}")


def authors(paper: Paper) -> str:
    """The first few authors as one line of text."""
    names = [short(name, 60) for name in paper.authors[:_MOST_AUTHORS]]
    cut = paper.authors_cut or len(paper.authors) > _MOST_AUTHORS
    return f"{', '.join(names)} et al." if cut and names else ", ".join(names)
