"""A library in step with its files: the ledger, and what each run reads, keeps and drops."""

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from store import ledger, manifest
from store.errors import ColumnError, SourceError
from store.indexing import index_library
from store.ledger import State
from store.library import Library
from store.readers.columns import Columns
from store.report import IndexReport
from tests.store.conftest import titles

PILES, HEAPS = ("Piles", "Piles run on CPUs."), ("Heaps", "Heaps need GPUs.")
STACKS = ("Stacks", "Stacks fall.")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "papers"
    (folder / "deep").mkdir(parents=True)
    return folder


@pytest.fixture
def own(tmp_path, folder, write_list):
    """A library of a folder with two lists, one of them deeper."""
    write_list(PILES, name="papers/one.txt")
    write_list(HEAPS, name="papers/deep/two.txt")
    index_library(tmp_path / "own", [folder])
    return tmp_path / "own"


def states(library):
    files = ledger.read(library).files
    return {os.path.basename(name): entry.state for name, entry in files.items()}  # noqa: PTH119


def steps_of(library, **options):
    steps = []
    index_library(library, progress=lambda *step: steps.append(step), **options)
    return {name for name, _, _ in steps}


def test_a_folder_is_followed_with_all_that_is_below_it(own, folder, write_list):
    assert titles(own) == ["Piles", "Heaps"]
    assert manifest.read(own).sources == (str(folder),)
    write_list(STACKS, name="papers/deep/three.txt")
    assert index_library(own) == IndexReport(added=1, unchanged=2)
    assert states(own) == dict.fromkeys(["one.txt", "three.txt", "two.txt"], State.INDEXED)


def test_hidden_files_and_other_libraries_are_no_papers(tmp_path, folder, write_list):
    write_list(PILES, name="papers/.hidden.txt")
    (folder / ".git").mkdir()
    write_list(PILES, name="papers/.git/one.txt")
    write_list(HEAPS, name="papers/two.txt")
    index_library(folder / "library", [folder])
    index_library(tmp_path / "own", [folder])
    assert titles(tmp_path / "own") == ["Heaps"]


def test_an_entry_says_what_became_of_a_file_and_when(own, folder):
    (folder / "bad.txt").write_text("CLMay 2, 2023\n\nLGMay 1, 2023\nOn SandBo Li\nSand.\n")
    index_library(own)
    entry = ledger.read(own).files[str(folder / "bad.txt")]
    assert (entry.state, entry.papers) == (State.INDEXED, 1)
    assert entry.reason == "1 skipped (line 1: the record has no title and abstract)"
    assert datetime.fromisoformat(entry.time).tzinfo is not None


def test_what_is_unchanged_is_not_read_again_though_it_was_touched(own, folder, write_list):
    assert steps_of(own) == set()
    write_list(PILES, name="papers/one.txt")
    os.utime(folder / "deep" / "two.txt", (0, 0))
    assert steps_of(own) == set()
    write_list(("Piles", "Piles run on NPUs."), name="papers/one.txt")
    assert steps_of(own) == {"Reading", "Embedding", "Storing"}


def test_a_changed_title_is_no_second_paper(own, write_list):
    write_list(("Sand", "Piles run on CPUs."), name="papers/one.txt")
    index_library(own)
    assert titles(own) == ["Sand", "Heaps"]


def test_a_bad_file_stops_nothing_and_is_tried_again(own, folder, write_list):
    (folder / "bad.txt").write_bytes(b"\x00\x01")
    write_list(STACKS, name="papers/three.txt")
    report = index_library(own)
    assert (report.added, report.unchanged) == (1, 2)
    assert [problem.source for problem in report.problems] == [str(folder / "bad.txt")]
    assert states(own)["bad.txt"] == State.FAILED
    assert len(index_library(own).problems) == 1  # tried again, though nothing changed
    write_list(("Sand", "Sand runs."), name="papers/bad.txt")
    assert index_library(own) == IndexReport(added=1, unchanged=3)
    assert states(own)["bad.txt"] == State.INDEXED


def test_a_file_that_cannot_be_read_any_more_keeps_what_it_said(own, folder):
    (folder / "one.txt").write_bytes(b"")
    assert index_library(own).unchanged == 2
    assert states(own)["one.txt"] == State.FAILED
    assert titles(own) == ["Piles", "Heaps"]


def test_a_file_that_is_gone_stays_until_it_is_pruned(own, folder):
    (folder / "one.txt").unlink()
    assert index_library(own) == IndexReport(unchanged=2, gone=1)
    assert states(own)["one.txt"] == State.GONE
    assert index_library(own, prune=True) == IndexReport(unchanged=1, removed=1)
    assert titles(own) == ["Heaps"]
    assert states(own) == {"two.txt": State.INDEXED}


def test_a_file_that_comes_back_is_what_it_was(own, folder, write_list):
    (folder / "one.txt").unlink()
    index_library(own)
    write_list(PILES, name="papers/one.txt")
    assert steps_of(own) == set()
    assert states(own)["one.txt"] == State.INDEXED


def test_a_source_that_is_gone_is_forgotten_by_pruning(own, write_list):
    other = write_list(STACKS, name="other.txt")
    index_library(own, [other])
    other.unlink()
    assert index_library(own, prune=True) == IndexReport(unchanged=2, removed=1)
    assert str(other) not in manifest.read(own).sources


def test_what_is_out_of_reach_is_not_pruned(own, folder, tmp_path):
    (tmp_path / "disk").mkdir()
    folder.rename(tmp_path / "disk" / "papers")
    index_library(own, [tmp_path / "disk" / "papers"], prune=True)
    (tmp_path / "disk").rename(tmp_path / "unmounted")
    assert index_library(own, prune=True).unchanged == 2
    assert states(own) == dict.fromkeys(["two.txt", "one.txt"], State.OUT_OF_REACH)
    (tmp_path / "unmounted").rename(tmp_path / "disk")
    assert index_library(own) == IndexReport(unchanged=2)
    assert states(own) == dict.fromkeys(["two.txt", "one.txt"], State.INDEXED)


_PRUNE = (
    "import sys\nfrom pathlib import Path\nfrom store.indexing import index_library\n"
    "index_library(Path(sys.argv[1]), prune=True)"
)


@pytest.mark.parametrize(("place", "mode"), [(".", 0), (".", 0o400), ("..", 0), ("deep", 0)])
def test_what_stands_in_a_folder_that_cannot_be_read_is_not_pruned(own, folder, place, mode):
    # The superuser may read everything, but for what `setpriv` takes from him.
    less = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    call = [sys.executable, "-c", _PRUNE, own]
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("no setpriv, and the superuser may read everything")
        call = [*less, *call]
    if place == "..":  # the library stands elsewhere
        own = own.rename(own.parent.parent / f"own of {own.parent.name}")
        call[-1] = own
    shut = (folder / place).resolve()
    was = shut.stat().st_mode
    shut.chmod(mode)
    try:
        subprocess.run(call, check=True, timeout=60, cwd=Path(__file__).parents[2])
    finally:
        shut.chmod(was)
    reached = {"one.txt": State.INDEXED} if place == "deep" else {"one.txt": State.OUT_OF_REACH}
    assert states(own) == {"two.txt": State.OUT_OF_REACH, **reached}
    assert set(titles(own)) == {"Piles", "Heaps"}
    index_library(own, prune=True)
    assert set(states(own).values()) == {State.INDEXED}


def test_a_path_that_cannot_be_looked_at_is_named_in_the_error(own):
    long = "a" * 300
    with pytest.raises(SourceError, match=r"Cannot read .*aaa' \(File name too long\)"):
        index_library(own, [Path(long)])


def test_a_path_where_nothing_is_changes_nothing(own, write_list, tmp_path):
    with pytest.raises(SourceError, match="There is nothing at"):
        index_library(own, [tmp_path / "typo.txt"])
    other = write_list(STACKS, name="other.txt")
    report = index_library(own, [tmp_path / "typo.txt", other])
    assert (report.added, len(report.problems)) == (1, 1)
    assert str(tmp_path / "typo.txt") not in manifest.read(own).sources


def test_a_ledger_of_another_snapshot_is_not_believed(own, write_list):
    """The run that read the new text was cut off before its ledger; then the old text came back."""
    before = (own / "ledger.json").read_bytes()
    write_list(("Piles", "Piles run on NPUs."), name="papers/one.txt")
    index_library(own)
    (own / "ledger.json").write_bytes(before)
    write_list(PILES, name="papers/one.txt")
    assert index_library(own) == IndexReport(changed=1, unchanged=1)
    assert "Piles run on CPUs." in [p.text for p in Library.open(own).papers.values()]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"snapshot": "", "files": {"x": {}}}'])
def test_a_damaged_ledger_costs_a_reading_and_nothing_else(own, content):
    (own / "ledger.json").write_text(content)
    assert index_library(own) == IndexReport(unchanged=2)
    assert len(ledger.read(own).files) == 2


def test_a_name_that_is_not_utf8(own, folder, write_list):
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / "one.txt").rename(folder / name)
    assert index_library(own, prune=True) == IndexReport(unchanged=2)
    assert str(folder / name) in ledger.read(own).files


def test_a_short_title_without_authors_does_not_leave_its_file_when_that_grows(tmp_path):
    table = tmp_path / "works.csv"
    table.write_text("title\nEditorial\n")
    index_library(tmp_path / "own", [table])
    table.write_text("title\nEditorial\nLetters\n")
    assert index_library(tmp_path / "own") == IndexReport(added=1, unchanged=1)


# Columns that a person named


@pytest.fixture
def table(tmp_path):
    table = tmp_path / "works.csv"
    table.write_text("Heading,What it says,Title\nPiles,Piles run on CPUs.,Not this\n")
    return table


NAMED = Columns.parse(["title=Heading", "abstract=what_it_says"])


def test_columns_that_were_named_hold_in_later_runs(tmp_path, table):
    library = tmp_path / "own"
    index_library(library, [table], columns=NAMED)
    table.write_text(table.read_text() + "Heaps,Heaps need GPUs.,Nor this\n")
    assert index_library(library) == IndexReport(added=1, unchanged=1)
    assert titles(library) == ["Piles", "Heaps"]
    assert index_library(library, rebuild=True).unchanged == 2


def test_an_unchanged_table_is_read_again_where_other_columns_are_named(tmp_path, table):
    library = tmp_path / "own"
    index_library(library, [table])
    assert titles(library) == ["Not this"]
    index_library(library, [table], columns=NAMED)
    assert titles(library) == ["Piles"]
    assert "Reading" not in steps_of(library)


def test_columns_of_a_folder_are_those_of_every_table_in_it(tmp_path, folder, table):
    library = tmp_path / "own"
    table.rename(folder / "deep" / "works.csv")
    index_library(library, [folder], columns=NAMED)
    (folder / "more.csv").write_text("Heading,What it says\nStacks,Stacks fall.\n")
    index_library(library)
    assert sorted(titles(library)) == ["Piles", "Stacks"]


def test_a_column_that_is_not_there_changes_nothing(tmp_path, table):
    library = tmp_path / "own"
    index_library(library, [table], columns=NAMED)
    before = manifest.read(library)
    message = r"no column 'Headline'; its columns are 'Heading', 'What it says', 'Title'\."
    with pytest.raises(ColumnError, match=message):
        index_library(library, [table], columns=Columns.parse(["title=Headline"]))
    assert manifest.read(library) == before
    with pytest.raises(ColumnError, match=message):
        index_library(tmp_path / "new", [table], columns=Columns.parse(["title=Headline"]))
    assert not (tmp_path / "new" / manifest.FILE).exists()


def test_a_pruned_source_takes_its_columns_along(tmp_path, table):
    library = tmp_path / "own"
    index_library(library, [table], columns=NAMED)
    table.unlink()
    index_library(library, prune=True)
    assert manifest.read(library).columns == {}
