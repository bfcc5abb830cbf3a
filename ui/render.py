"""A conversation as Markdown for the chat; `ui.cards` makes what stands beside it.

All of it is pure, and all text of papers and people goes through `ui.text`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.types import Answer, Citation
from ui.conversation import Turn
from ui.text import escape, literal, render

WELCOME = (
    "### What would you like to know?\n\n"
    "Every sentence of an answer carries a number that leads to where a paper says so."
)

_LONGEST_SHOWN = 2_000  # characters of a question

_QUOTE_MARK = r"^>(?= )"
_MARKER = r"(?P<space>(?<=[^\s\]]) )?(?<!\\)\[(?P<n>\d{1,4})\]"
_NEUTRAL = re.compile(
    rf"(?P<quote>{_QUOTE_MARK})|{_MARKER}|\\(?P<escaped>[!-/:-@\[-`{{-~])"
    r"|(?P<sign>[<>&`_~@\[\]\\]|:(?=//)|(?<=www)\.|%(?=%))",
    re.MULTILINE | re.IGNORECASE,
)


def header(papers: int) -> str:
    """What stands above the conversation."""
    pile = "1 paper" if papers == 1 else f"{papers} papers"
    return f"<h1>Footnote</h1><p>Answers from {pile}, each sentence with its source</p>"


def question(text: str) -> str:
    """A question as Markdown that shows it as it was typed; of a huge one, the beginning."""
    return literal(text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]} …")


def answer_markdown(markdown: str, citations: Sequence[Citation], turn: int) -> str:
    """An answer's Markdown for the chat: its markers are links to the cards, nothing else is.

    Emphasis, lists, headings, quotes and tables stay. HTML, images, links, bare addresses
    and code show as plain text, so that nothing is fetched and no link leads elsewhere.
    """
    titles = {citation.n: citation.title for citation in citations}

    def replace(match: re.Match[str]) -> str:
        if match["quote"]:
            return ">"
        if match["n"]:
            return _marker(match, titles, turn)
        return f"&#{ord(match['escaped'] or match['sign'])};"

    return render(markdown, lambda prose: _NEUTRAL.sub(replace, prose))


def _marker(match: re.Match[str], titles: dict[int, str], turn: int) -> str:
    """The link from a marker to its card, or its text where there is no such card."""
    n = int(match["n"])
    if n not in titles:
        return f"{match['space'] or ''}&#91;{match['n']}&#93;"
    # A marker stays on the line of the word before it.
    space = "&nbsp;" if match["space"] else ""
    title = escape(f"Source {n}: {titles[n]}")
    return f'{space}<a class="marker" href="#src-{turn}-{n}" title="{title}">[{n}]</a>'


def message(turn: Turn, number: int) -> str:
    """What the chat says in one turn: the answer, or as much of it as there is, and notes."""
    answer = turn.answer
    parts = [
        _small("understood", _understood(answer)) if answer else "",
        answer_markdown(turn.markdown, [cited.citation for cited in turn.sources], number),
        _small("coverage", _coverage(answer)) if answer else "",
        _small("progress", turn.step),
        _small("note", turn.note),
    ]
    return "\n\n".join(part for part in parts if part)


def _understood(answer: Answer) -> str:
    return f"Understood: {answer.understood}" if answer.understood else ""


def _coverage(answer: Answer) -> str:
    seen = answer.coverage
    line = f"{seen.papers_considered} of {seen.papers_total} papers considered"
    return line if answer.engine == "extractive" else f"{line} · {answer.engine}"


def _small(name: str, text: str) -> str:
    return f'<p class="{name}">{escape(text)}</p>' if text else ""
