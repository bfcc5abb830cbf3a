"""What the chat says in each turn, as Markdown; `ui.cards` makes what stands beside it.

All of it is pure, and all text of papers and people goes through `ui.text`. Buttons carry
what they do in their name and value; `ui.actions` reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from rag.types import Answer
from ui.actions import ASK, EDIT, FLAG, RETRY, UNDO, WITHOUT
from ui.chips import chips
from ui.conversation import Turn
from ui.credit import credit, so_far
from ui.flagging import VERDICTS
from ui.near import near_misses
from ui.render import answer_markdown
from ui.set_table import read_set, table
from ui.settings_form import by_fields
from ui.text import escape, literal

WELCOME = (
    "### What would you like to know?\n\n"
    "Every sentence of an answer carries a number that leads to where a paper says so."
)

EDITING = (
    "<p>Your last question is being edited; asking it replaces the answer.</p>"
    '<button type="button" class="act" name="cancel" value="">Leave it as it was</button>'
)
SHEET_HEAD = '<h2>Sources</h2><button type="button" class="act" name="close">Close</button>'

_LONGEST_SHOWN = 2_000  # characters of a question


def header(papers: int, library: str = "") -> str:
    """What stands above the conversation; a library is named where it is not the usual one."""
    pile = "1 paper" if papers == 1 else f"{papers:,} papers"
    place = f" in <strong>{escape(library)}</strong>" if library else ""
    shelf = f"/library?{urlencode({'library': library})}" if library else "/library"
    return (
        f"<h1>Footnote</h1><p>Answers from {pile}{place}, each sentence with its source</p>"
        f'<a class="library" href="{escape(shelf)}">Library</a>'
        '<button type="button" class="act" name="history">Conversations</button>'
        '<button type="button" class="act" name="settings">Settings</button>'
    )


def question(text: str) -> str:
    """A question as Markdown that shows it as it was typed; of a huge one, the beginning."""
    return literal(text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]} …")


def message(turn: Turn, number: int, kept: str = "", earlier: Sequence[Turn] = ()) -> str:
    """What the chat says in one turn: the answer, or as much of it as there is, and notes.

    `kept` is the id under which the conversation is kept, `earlier` are the turns before.
    """
    answer = turn.answer
    near = near_misses(answer) if answer else ""
    body = turn.markdown.removesuffix(answer.closing).rstrip() if answer and near else turn.markdown
    parts = [
        _understood(answer, number) if answer else "",
        _body(body, turn, number),
        near,
        _small("progress", turn.step),
        _small("note", by_fields(turn.note)),
        "" if turn.step else _foot(turn, number, kept, earlier),
    ]
    return "\n\n".join(part for part in parts if part)


def _body(markdown: str, turn: Turn, number: int) -> str:
    """The answer's text, as a table where it lists a set of papers."""
    citations = [source.citation for source in turn.sources]
    found = read_set(markdown, turn.sources)
    if found is None:
        return answer_markdown(markdown, citations, number)
    around = [answer_markdown(text, citations, number) for text in (found.lead, found.rest)]
    return "\n\n".join(part for part in (around[0], table(found, number), around[1]) if part)


def _understood(answer: Answer, number: int) -> str:
    """How the question was read, its filters as chips that can be taken away."""
    if not answer.understood:
        return ""
    found = chips(answer.question)
    labels = {chip.label for chip in found}
    said = "; ".join(part for part in answer.understood.split("; ") if part not in labels)
    buttons = "".join(
        f' <button type="button" class="chip act" name="{WITHOUT}" value="{number}-{place}" '
        f'title="{escape(f"Ask again without: {chip.label}")}">{escape(chip.label)}</button>'
        for place, chip in enumerate(found, start=1)
    )
    return f'<p class="understood">Understood: {escape(said)}{buttons}</p>'


def _foot(turn: Turn, number: int, kept: str, earlier: Sequence[Turn]) -> str:
    """Below an answer: what was considered, what can be done with it, what to ask next."""
    answer = turn.answer
    before = [one.answer for one in earlier if one.answer]
    said = escape(_coverage(answer, before)) if answer else ""
    coverage = f'<span class="coverage">{said}</span>' if said else ""
    acts = "".join(_acts(turn, number, kept))
    foot = f'<div class="foot">{coverage}<span class="acts">{acts}</span></div>'
    if not turn.next:
        return foot
    asks = "".join(_act(ASK, question, question, "next") for question in turn.next)
    return f'{foot}<div class="suggestions">{asks}</div>'


def _acts(turn: Turn, number: int, kept: str) -> Iterator[str]:
    """Buttons and menus; what goes on from a turn is shown of the last one only."""
    if turn.sources:
        yield _act("sources", str(number), f"Sources ({len(turn.sources)})", "narrow")
    if turn.answer and kept:
        yield _act("copy", f"{kept}-{number}", "Copy")
    yield from (_act(name, "", label, "last") for name, label in _ON_THE_LAST)
    if turn.answer and kept:
        yield _menu("Save", _saving(turn, number, kept))
        yield _rating(turn, number)


_ON_THE_LAST = ((RETRY, "Retry"), (EDIT, "Edit"), (UNDO, "Undo"))
_FORMATS = (("md", "Markdown"), ("bib", "BibTeX"), ("csv", "CSV"))


def _saving(turn: Turn, number: int, kept: str) -> str:
    """Links to the answer's exports, and to the conversation's where there is more of it."""
    one = "".join(_download(f"{kept}-{number}.{kind}", name) for kind, name in _FORMATS)
    whole = _download(f"{kept}.md", "Whole conversation") if number > 1 else ""
    return one + whole + _act("link", turn.question, "Copy link")


def _download(name: str, label: str) -> str:
    return f'<a class="act" href="/conversations/{name}" download>{label}</a>'


def _rating(turn: Turn, number: int) -> str:
    if turn.verdict:
        return f'<span class="rated">Rated: {escape(turn.verdict)}</span>'
    return _menu("Rate", "".join(_act(FLAG, f"{number}-{v}", v.capitalize()) for v in VERDICTS))


def _menu(name: str, items: str) -> str:
    return f'<details class="menu"><summary>{name}</summary><span>{items}</span></details>'


def _act(name: str, value: str, label: str, kind: str = "") -> str:
    classes = f"act {kind}".rstrip()
    return (
        f'<button type="button" class="{classes}" name="{name}" value="{escape(value)}">'
        f"{escape(label)}</button>"
    )


def _coverage(answer: Answer, before: Sequence[Answer]) -> str:
    seen = answer.coverage
    line = f"{seen.papers_considered} of {seen.papers_total} papers considered"
    took = (credit(answer), so_far([*before, answer]))
    return " · ".join(part for part in (line, *took, by_fields(answer.note)) if part)


def _small(name: str, text: str) -> str:
    return f'<p class="{name}">{escape(text)}</p>' if text else ""
