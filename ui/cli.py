"""The command line. Parses first; each command imports only what it needs."""

from __future__ import annotations

import io
import json
import logging
import os
import sys
import traceback
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from store.errors import CallError, FootnoteError
from ui.chains import chain_for
from ui.eval import eval_app
from ui.index import index
from ui.library import library_app
from ui.options import (
    ExplainOption,
    JsonOption,
    LibraryOption,
    ModelOption,
    ReplayOption,
    settings_for,
)
from ui.streams import complain, print_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from rag.chain import Chain

    MakeChain = Callable[[], Chain]

app = typer.Typer(
    help="Ask a pile of papers; every sentence of an answer is checked against them.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(index)
app.add_typer(library_app, name="library")
app.add_typer(eval_app, name="eval")


def main() -> None:
    """Runs a command and turns every failure into one sentence and an exit status."""
    if sys.stdout is None:
        raise SystemExit(_fail("Standard output is closed; there is nowhere to answer.", 3))
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Programs read UTF-8 whatever the locale; a lone surrogate becomes JSON's own escape.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    status = _status(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError as error:
        # Nothing more can be said there, and nothing may be flushed when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            status = _fail(f"The output cannot be written ({error.strerror}).", 3)
    raise SystemExit(status)


def _status(arguments: list[str]) -> int:
    """The exit status of a call, once what went wrong has been said."""
    try:
        return _run(arguments)
    except FootnoteError as error:
        return _fail(str(error), error.exit_status)
    except TyperException as error:
        return _fail(_usage(error), 2)
    except (typer.Abort, KeyboardInterrupt):
        return _fail("Interrupted.", 130)
    except BrokenPipeError:
        return 141  # whoever read this has gone; the shell's number for it
    except Exception as error:
        if logging.getLogger().isEnabledFor(logging.DEBUG):
            traceback.print_exc()
        cure = "run again with FOOTNOTE_LOG=debug to see the details"
        return _fail(f"Something went wrong ({error!r}); {cure}.", 1)


def _run(arguments: list[str]) -> int:
    """Runs a command; typer's own `main` would end the process its own way."""
    command = typer.main.get_command(app)
    try:
        with command.make_context("footnote", arguments) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    return 0


def _usage(error: TyperException) -> str:
    """What typer says of a wrong call, on one line, and where to read what is right."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "footnote"
    said = error.format_message().rstrip(".")
    if said.endswith("?"):  # "No such command 'aks'. Did you mean 'ask'?"
        return f"{said} See `{path} --help`."
    return f"{said}; see `{path} --help`."


def _fail(sentence: str, status: int) -> int:
    complain(" ".join(sentence.split()))
    return status


def _version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        print(f"footnote {metadata.version('footnote')}")
        raise typer.Exit


@app.callback()
def _footnote(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    level = settings_for(None).log_level
    if level not in logging.getLevelNamesMapping():
        raise CallError(f"FOOTNOTE_LOG is {level!r}; set it to debug, info, warning or error.")
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in quotes.")] = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
    batch: Annotated[
        Path | None,
        typer.Option("--batch", help="A file of JSON lines with id, q and history; - for stdin."),
    ] = None,
    explain: ExplainOption = False,
    model: ModelOption = None,
    replay: ReplayOption = False,
) -> None:
    """Answer one question, or with --batch one a line."""
    settings = settings_for(library, model)
    if batch is not None and question is None:
        _ask_batch(batch, lambda: chain_for(library, settings, replay=replay), explain)
    elif question is not None and batch is None:
        _ask_one(question, lambda: chain_for(library, settings, replay=replay), as_json, explain)
    else:
        raise CallError("Give either a question in quotes or --batch with a file.")


def _ask_one(question: str, chain_of: MakeChain, as_json: bool, explain: bool) -> None:
    from rag.contract import to_contract
    from rag.question.askable import check
    from rag.trace import listening

    check(question)  # before anything is loaded, or even made
    chain = chain_of()
    with listening() if explain else nullcontext() as steps:
        answer = chain.ask(question)
    if as_json:
        print_line(json.dumps(to_contract(answer, steps=steps), ensure_ascii=False))
        return
    from ui.explain import explained
    from ui.terminal import show

    show(answer, chain.library.papers)
    if steps is not None:
        print(f"\n{explained(steps, answer.timings_ms)}")


def _ask_batch(batch: Path, chain_of: MakeChain, explain: bool) -> None:
    from ui.batch import answer_batch, open_batch

    lines, chain = open_batch(batch), chain_of()
    status = answer_batch(chain, lines, explain=explain, print_line=print_line, complain=complain)
    raise typer.Exit(status)


@app.command()
def chat(
    library: LibraryOption = None,
    port: Annotated[
        int | None,
        typer.Option(min=1, max=65535, help="The port; the first free one if not set."),
    ] = None,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    model: ModelOption = None,
) -> None:
    """Serve the chat in the browser until interrupted."""
    settings = settings_for(library, model)
    chain = chain_for(library, settings)
    from ui.chat import serve

    serve(
        chain,
        chain.library,
        settings.home / "conversations",
        settings=settings,
        host=host,
        port=port,
        on_ready=lambda url: print_line(f"Footnote is ready at {url} (Ctrl-C stops it)."),
    )


@app.command()
def doctor(
    library: LibraryOption = None, model: ModelOption = None, as_json: JsonOption = False
) -> None:
    """Say what is in use and what is wrong, each with its cure."""
    from ui.doctor import examine
    from ui.terminal import show_findings

    findings = examine(settings_for(library, model))
    show_findings(findings, as_json=as_json)
    if any(finding.state == "bad" for finding in findings):
        raise typer.Exit(3)
