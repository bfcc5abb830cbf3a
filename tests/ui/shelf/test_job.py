"""What is told of a file and of a change, in a sentence."""

import pytest

from store.ledger import Entry, State
from store.uploads import Kept, Upload
from tests.ui.shelf.conftest import paper
from ui.shelf.job import REMOVE, RESTORE, reason, told_of_change, told_of_file


def told(papers, before=(), why=""):
    entry = Entry(State.INDEXED, "", "", papers=len(papers), reason=why)
    kept = Kept(Upload("a.bib", None), "/l/uploads/a.bib", entry)
    by_id = {p.id: p for p in papers}
    return told_of_file(kept, by_id, {p.id: p for p in before})


OWN = paper("Piles", source="/l/uploads/a.bib:1")
ALSO = paper("Heaps", source="/x.bib:3", also_in=("/l/uploads/a.bib:2",))
OTHER = paper("Stacks", source="/l/uploads/aa.bib:1")


@pytest.mark.parametrize(
    ("papers", "before", "why", "sentence"),
    [
        ([OWN, OTHER], [OTHER], "", "1 paper added."),
        ([OWN, ALSO], [ALSO], "", "1 paper added; 1 paper was here already."),
        ([OWN, ALSO], [OWN, ALSO], "", "2 papers were here already."),
        ([OTHER], [OTHER], "", "Its papers were removed before; they can be restored below."),
        ([OWN], [], "1 skipped (line 3: no title)", "1 paper added. 1 skipped (line 3: no title)."),
    ],
)
def test_what_a_file_has_brought(papers, before, why, sentence):
    assert told(papers, before, why) == sentence


def test_why_a_file_was_refused():
    assert reason("No paper could be read from 'a.pdf': it is empty.", "a.pdf") == "It is empty."


def test_what_was_changed():
    assert told_of_change(REMOVE, ["Piles"]) == "Removed “Piles”."
    assert told_of_change(REMOVE, ["Piles", "Heaps"]) == "Removed 2 papers."
    assert told_of_change(RESTORE, ["Piles"]) == "“Piles” is back."
    assert told_of_change(RESTORE, ["a", "b"]) == "2 papers are back."
    assert len(told_of_change(REMOVE, ["x" * 10_000])) < 100
