"""Writes the documents of a small library that questions were written for.

    python -m eval.subset COLLECTION cacm60 > papers.jsonl

COLLECTION is a folder in BEIR's format. `elsewhere/documents.json` has the ids of each library's
documents; their texts belong to the collection and are not kept here. What is written is indexed
by `footnote index papers.jsonl --library FOLDER` and asked by `footnote eval --library FOLDER
--questions eval/elsewhere/cacm60.jsonl`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

DOCUMENTS = Path(__file__).parent / "elsewhere" / "documents.json"


def subset(collection: Path, name: str) -> Iterator[str]:
    """The collection's lines for one library, in its order; KeyError for a strange name."""
    lines = (collection / "corpus.jsonl").read_text("utf-8").splitlines()
    by_id = {str(json.loads(line)["_id"]): line for line in lines if line.strip()}
    wanted = json.loads(DOCUMENTS.read_text("utf-8"))[name]
    yield from (by_id[one] for one in wanted)


if __name__ == "__main__":
    print("\n".join(subset(Path(sys.argv[1]), sys.argv[2])))
