"""An answer's Markdown made safe for the chat, its markers turned into links.

All of it is pure, and all text of papers and people goes through `ui.text`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.types import Citation
from ui.text import escape, render

_QUOTE_MARK = r"^>(?= )"
_MARKER = r"(?P<space>(?<=[^\s\]]) )?(?<!\\)\[(?P<n>\d{1,4})\]"
_NEUTRAL = re.compile(
    rf"(?P<quote>{_QUOTE_MARK})|{_MARKER}|\\(?P<escaped>[!-/:-@\[-`{{-~])"
    r"|(?P<sign>[<>&`_~@\[\]\\]|:(?=//)|(?<=www)\.|%(?=%))",
    re.MULTILINE | re.IGNORECASE,
)


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
