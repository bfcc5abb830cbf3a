"""`footnote eval`: measure answers and retrieval, here and offline."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import JsonOption, settings_for
from ui.streams import print_line

if TYPE_CHECKING:
    from rag.settings import Settings

eval_app = typer.Typer(help="Measure answers and retrieval.")


@eval_app.command()
def retrieval(
    collection: Annotated[Path, typer.Argument(help="The folder of a collection in BEIR format.")],
    as_json: JsonOption = False,
    split: Annotated[
        str | None, typer.Option(help="The judgements to use; test where there are such.")
    ] = None,
) -> None:
    """Measure dense, BM25 and Footnote's own retrieval on a collection, side by side."""
    from eval.collections import read_collection
    from eval.retrieval import compare
    from store.embed import default_embedder
    from ui import tables, terminal

    read = read_collection(collection, split)
    with terminal.progress_bar() as progress:
        found = compare(read, _cache(settings_for(None)), default_embedder(), progress)
    if as_json:
        print_line(json.dumps(asdict(found)))
    else:
        tables.show_retrieval(found)


def _cache(settings: Settings) -> Path:
    """Where embeddings and indexes are kept that only measuring needs."""
    return settings.home / "cache"
