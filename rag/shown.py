"""How an answer shows a paper, by its byline, and a sentence too long for its place."""

from __future__ import annotations

import re

from store.names import last_name
from store.papers import Paper

_LONG = 330  # characters of a quoted sentence in a list or table; the card shows the whole


def byline(paper: Paper) -> str:
    """A paper's title in bold with its first author and year."""
    who = last_name(paper.authors[0]) if paper.authors else ""
    if who and (len(paper.authors) > 1 or paper.authors_cut):
        who += " et al."
    when = str(paper.date.year) if paper.date else ""
    credit = ", ".join(part for part in (who, when) if part)
    return f"**{paper.title}** ({credit})" if credit else f"**{paper.title}**"


def short_title(paper: Paper) -> str:
    """The title up to its colon."""
    return paper.title.partition(":")[0]


def clipped(text: str) -> str:
    """A long sentence cut at a word, never inside mathematics; shorter ones as they are."""
    if len(text) <= _LONG:
        return text
    cut = re.sub(r"\s+\S*$", "", text[:_LONG])
    if len(re.findall(r"(?<!\\)\$", cut)) % 2:
        cut = cut[: cut.rindex("$")].rstrip()
    return f"{cut} …"
