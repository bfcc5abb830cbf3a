"""Shows what `footnote eval` measured, as tables that are as wide as they must be."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ui.terminal import without_controls

if TYPE_CHECKING:
    from eval.bootstrap import Figure
    from eval.compare import Comparison
    from eval.proposals import Proposal
    from eval.retrieval import Compared

_BRACKETS = "In brackets: 95 % bootstrap intervals over questions."
_BASELINES = (
    "The baselines have no language model; their answer is their five chunks, each cited, and "
    "what is asked for may stand in any of them."
)
_OPINIONS = (
    "Of answers that cite something. Kappa is the agreement beyond chance; none where one side "
    "always says the same."
)
_PLAIN_WIDTH = 160  # columns where no terminal says how wide it is


def show_retrieval(found: Compared) -> None:
    """A row a system, a column a measure, each figure with its interval."""
    measures = list(next(iter(found.systems.values())))
    rows = [
        [name, *(cell(figures.get(measure)) for measure in measures)]
        for name, figures in found.systems.items()
    ]
    title = f"{found.collection}: {found.documents:,} documents, {found.queries} queries"
    show_table(title, ["system", *measures], rows, note=_BRACKETS)


def show_figures(record: Mapping[str, Any]) -> None:
    """A row a measure, a column a system, in sections."""
    from eval.layout import sections
    from eval.record import figures_of

    systems = {name: figures_of(record, name) for name in record["systems"]}
    rows: list[list[str]] = []
    for section in sections(systems):
        rows += [["", *[""] * len(systems)], [section.title.upper(), *[""] * len(systems)]]
        for line in section.lines:
            rows.append([line.label, *(cell(f, line.digits) for f in line.figures)])
    title = f"{len(record['questions'])} questions"
    show_table(title, ["measure", *systems], rows[1:], note=f"{_BRACKETS} {_BASELINES}")


def show_opinions(judges: Mapping[str, Any]) -> None:
    """What a language model thinks of the answers, apart from what is measured."""
    from eval.layout import opinions

    rows = [[label, *cells] for label, cells in opinions(judges)]
    title = f"The opinion of {judges['engine']}, by LlamaIndex's evaluators"
    show_table(title, ["opinion", *judges["systems"]], rows, note=_OPINIONS)


def show_answers(record: Mapping[str, Any], explanations: Mapping[str, str]) -> None:
    """Each question with what was expected, answered and retrieved, for one who tries a few.

    `explanations` maps the ids of questions to texts that are shown below them.
    """
    answers = next(iter(record["systems"].values()))["answers"]
    for question, answer in answers.items():
        row, values = record["questions"][question], answer["values"]
        expected = [*["to be refused"] * row["abstain"], *row["gold"], *row["patterns"]]
        verdict = "passed" if values["passed"] else "FAILED"
        lines = [f"{question} {verdict}: {' → '.join([*row['history'], row['q']])}"]
        lines += _block("expected", expected) + _block("answered", answer["answer"].splitlines())
        lines += _block("papers", answer["papers"]) + _block("retrieved", answer["retrieved"])
        lines += _block("measures", [_marks(values)])
        if question in explanations:
            lines += ["", *explanations[question].splitlines()]
        print(without_controls("\n".join(lines)), end="\n\n")


def _marks(values: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in values.items())


def _block(name: str, lines: Sequence[str]) -> list[str]:
    shown = [line for line in lines if line.strip()]
    return [f"  {name if n == 0 else '':<10} {line}" for n, line in enumerate(shown or ["–"])]


def show_proposals(found: Sequence[Proposal], verdicts: int) -> None:
    """Each proposed row: the verdicts, the answer that they are on, what is open, the row."""
    for proposal in found:
        row, newest = proposal.row, proposal.flags[-1]
        said = [f"{flag.verdict} ({flag.time:%Y-%m-%d})" for flag in reversed(proposal.flags)]
        lines = [f"{row['id']}: {' → '.join([*newest.history, newest.question])}"]
        lines += _block("verdict", said) + _block("answered", newest.answer.splitlines())
        lines += _block("papers", newest.papers) + _block("right", newest.right)
        lines += _block("to fill in", [", ".join(proposal.unfilled)])
        lines.append(json.dumps(dict(row), ensure_ascii=False))
        print(without_controls("\n".join(lines)), end="\n\n")
    print(f"Verdicts: {verdicts}; rows proposed: {len(found)}.")


def show_comparison(found: Comparison) -> None:
    """What became better and worse, a line a question, and whether it could be chance."""
    for name, changes in (("Better", found.better), ("Worse", found.worse)):
        print(f"{name}: {len(changes)}")
        for change in changes:
            line = f"  {change.id:<10} {change.before:.2f} → {change.now:.2f}  {change.question}"
            print(without_controls(line))
    print(
        f"Mean score of {found.common} questions: {found.before:.3f} → {found.now:.3f} "
        f"({found.difference:+.3f}, paired permutation test p = {found.p_value:.3f})"
    )


def cell(figure: Figure | None, digits: int = 3) -> str:
    """A figure with its interval; a dash where nothing was measured."""
    if figure is None:
        return "–"
    value, low, high = (f"{x:.{digits}f}" for x in (figure.value, figure.low, figure.high))
    return f"{value} [{low}, {high}]"


def show_table(
    title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], *, note: str = ""
) -> None:
    """One table on standard output; every cell is text, none of it markup."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, title=Text(title, style="bold"), title_justify="left")
    for place, heading in enumerate(headings):
        table.add_column(Text(heading), justify="left" if place == 0 else "right")
    for row in rows:
        table.add_row(*(Text(text) for text in row))
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _PLAIN_WIDTH)
    console.print(table)
    if note:
        console.print(Text(note, style="dim"))
