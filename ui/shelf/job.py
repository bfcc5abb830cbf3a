"""One thing that is done to the library from its page, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store.papers import Paper
from store.uploads import Kept
from ui.shelf.charts import papers_of
from ui.shelf.names import short

ADD, REMOVE, RESTORE = "add", "remove", "restore"
UNDER_WAY, DONE, FAILED = "under way", "done", "failed"
_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Job:
    """A file to add, or papers to remove or restore, and how far that is.

    `library` is its name, `share` is from 0 to 1, `said` what became of it.
    """

    number: int
    library: str
    kind: str
    name: str = ""
    ids: tuple[str, ...] = ()
    staged: Path | None = None
    state: str = UNDER_WAY
    step: str = "Waiting"
    share: float = 0.0
    said: str = ""

    def goes_with(self, other: Job) -> bool:
        """Whether both can be done in one run."""
        return (self.kind, self.library) == (other.kind, other.library)

    @property
    def shown(self) -> dict[str, Any]:
        """What the page is told."""
        return {
            "number": self.number,
            "kind": self.kind,
            "name": self.name,
            "ids": self.ids,
            "state": self.state,
            "step": self.step,
            "share": round(self.share, 3),
            "said": self.said,
        }


def reason(error: str, name: str) -> str:
    """Why a file was refused; its name, which stands above, need not be said again."""
    return _sentence(error.removeprefix(f"No paper could be read from {name!r}: "))


def told_of_file(kept: Kept, papers: Mapping[str, Paper], before: Mapping[str, Paper]) -> str:
    """What a file has brought, in a sentence or two, and what of it could not be read.

    `papers` are those of the library now, `before` those that it had.
    """
    own = [
        paper
        for paper in papers.values()
        if any(place.startswith(f"{kept.file}:") for place in (paper.source, *paper.also_in))
    ]
    fresh = sum(paper.id not in before for paper in own)
    known = len(own) - fresh
    said = [f"{papers_of(fresh)} added"] if fresh else []
    if known:
        said.append(f"{papers_of(known)} {'was' if known == 1 else 'were'} here already")
    if not own:
        said.append("its papers were removed before; they can be restored below")
    sentence = "; ".join(said)
    reason = f" {_sentence(kept.entry.reason)}" if kept.entry.reason else ""
    return f"{_sentence(sentence)}{reason}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{short(text[1:], _LONGEST_REASON).rstrip('.')}."


def told_of_change(kind: str, titles: Sequence[str], *, already: bool = False) -> str:
    """That papers were removed or are back, in a sentence; `already`, by somebody else."""
    what = f"“{short(titles[0], 80)}”" if len(titles) == 1 else papers_of(len(titles))
    if already:
        were = "was" if len(titles) == 1 else "were"
        return f"{what} {were} {'removed' if kind == REMOVE else 'back'} already."
    if kind == REMOVE:
        return f"Removed {what}."
    return f"{what} {'is' if len(titles) == 1 else 'are'} back."
