"""Shows answers, findings and progress: in colour in a terminal, plainly where there is none."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

from store.homes import index_call
from ui.credit import credit

if TYPE_CHECKING:
    from pathlib import Path

    from rag.types import Answer, Citation
    from store.papers import Paper
    from store.readers import Problem
    from store.report import IndexReport
    from ui.doctor import Finding

_MOST_PROBLEMS = 20
_WIDEST = 100  # columns; longer lines are hard to read
# A paper's text must not be able to steer the terminal.
_CONTROLS = {c: None for c in [*range(0x20), *range(0x7F, 0xA0)] if chr(c) not in "\n\t"}
_COLOURS = {"ok": "green", "warn": "yellow", "bad": "bold red"}


def show(answer: Answer, papers: Mapping[str, Paper]) -> None:
    """The answer, then its numbered sources, then how it was read and what was considered."""
    if sys.stdout.isatty():
        _show_in_colour(answer, papers)
    else:
        print(plain(answer, papers))


def plain(answer: Answer, papers: Mapping[str, Paper]) -> str:
    """An answer with its sources as plain text."""
    lines = [answer.markdown, ""]
    for citation in answer.citations:
        lines += [f"[{citation.n}] {_place(citation, papers)}", f"    “{citation.quote}”"]
    lines += [""] * bool(answer.citations) + _account(answer)
    return without_controls("\n".join(lines))


def without_controls(text: str) -> str:
    """A text that cannot steer the terminal."""
    return text.translate(_CONTROLS)


def _show_in_colour(answer: Answer, papers: Mapping[str, Paper]) -> None:
    from rich.console import Console
    from rich.markdown import Markdown
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    width = min(console.width, _WIDEST)
    console.print(Markdown(answer.markdown.translate(_CONTROLS)), width=width)
    console.print()
    for citation in answer.citations:
        place = _place(citation, papers).translate(_CONTROLS)
        console.print(
            Text.assemble((f"[{citation.n}] ", "bold cyan"), (place, "bold")), width=width
        )
        quote = Text(f"“{citation.quote}”".translate(_CONTROLS))
        console.print(Padding(quote, (0, 0, 0, 4)), width=width)
    if answer.citations:
        console.print()
    for line in _account(answer):
        console.print(Text(line.translate(_CONTROLS), style="dim"), width=width)


def _place(citation: Citation, papers: Mapping[str, Paper]) -> str:
    """Where a quote stands: title, date, section."""
    paper = papers.get(citation.paper_id)
    day = (paper.day if paper else "") or "no date"
    return f"{citation.title} ({day}, {citation.section})"


def _account(answer: Answer) -> list[str]:
    """How the question was read and how much was looked at."""
    coverage = answer.coverage
    considered = f"{coverage.papers_considered} of {coverage.papers_total} papers considered."
    understood = [f"Understood: {answer.understood}"] if answer.understood else []
    written = [f"Written by {line}." for line in [credit(answer)] if line]
    noted = [answer.note] if answer.note else []
    return [*understood, considered, *written, *noted]


def show_findings(findings: Sequence[Finding], *, as_json: bool) -> None:
    """What the doctor found, a line each, with the cure where something is wrong."""
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False))
    elif sys.stdout.isatty():
        _show_table(findings)
    else:
        width = max(len(finding.name) for finding in findings)
        for finding in findings:
            cure = f"; cure: {finding.cure}" if finding.cure else ""
            print(f"{finding.state:<4}  {finding.name:<{width}}  {finding.detail}{cure}")


def _show_table(findings: Sequence[Finding]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD)
    for heading in ("State", "What", "Found", "Cure"):
        table.add_column(heading, overflow="fold")
    for finding in findings:
        cells = [Text(cell) for cell in (finding.name, finding.detail, finding.cure)]
        table.add_row(Text(finding.state, style=_COLOURS[finding.state]), *cells)
    Console(highlight=False).print(table)


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error for each step that has work to do; a line where no terminal is."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    console = Console(stderr=True)
    bar = Progress(*columns, console=console, transient=True)
    tasks: dict[str, TaskID] = {}

    def show(step: str, done: int, total: int) -> None:
        if not tasks:
            bar.start()
        if step not in tasks:
            tasks[step] = bar.add_task(step, total=total)
            if not console.is_terminal:
                print(f"{step} {_counted(step, total)} …", file=sys.stderr, flush=True)
        bar.update(tasks[step], completed=done)

    try:
        yield show
    finally:
        if tasks:
            bar.stop()


def _counted(step: str, total: int) -> str:
    """How much a step has to do: files are read, and what they are cut into is worked on."""
    unit = "file" if step == "Reading" else "piece"
    return f"{total:,} {unit}{'s' * (total != 1)}"


def summed_up(report: IndexReport, directory: Path) -> str:
    """What an indexing run of this library did; a second line says what there is to prune."""
    done = (
        f"Papers: {report.added} added, {report.changed} changed, "
        f"{report.unchanged} unchanged, {report.removed} removed."
    )
    if not report.gone:
        return done
    left = "1 record has" if report.gone == 1 else f"{report.gone} records have"
    return f"{done}\n{left} left the files; {index_call(directory, '--prune')} drops what is gone."


def _place_of(problem: Problem) -> str:
    """The file and line of a problem, unless it is with a whole file, which its message names."""
    if problem.line:
        return f"{problem.source}, {problem.unit} {problem.line}: "
    return "" if repr(problem.source) in problem.message else f"{problem.source}: "


def problems(report: IndexReport) -> list[str]:
    """What an indexing run could not read, a line each; of very many, the first."""
    found = []
    for problem in report.problems[:_MOST_PROBLEMS]:
        found.append(without_controls(f"Skipped: {_place_of(problem)}{problem.message}"))
    if more := len(report.problems) - len(found):
        found.append(f"And {more} more; `footnote library show` has the state of every file.")
    return found
