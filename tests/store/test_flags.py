"""Verdicts on answers: kept line by line, whoever writes and whenever a writer is killed."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from store.errors import LibraryBrokenError, LibraryUnwritableError
from store.flags import FILE, Flag, Flags, Verdict, add, read
from store.indexing import index_library

MISSING = Flag(
    Verdict.MISSING_PAPER,
    question="Which papers target CPUs?",
    answer="1 paper fits.\n\n- **Kite** [1]",
    kind="list",
    abstained=False,
    history=("What is Kite?", "„Wer?“ \ud800\u2028"),
    papers=("Kite",),
    right=("Kite", "Loom"),
    time=datetime(2026, 11, 24, 23, 59, 59, 123456, UTC),
)
GOOD = Flag(Verdict.GOOD, "What is Loom?", "It weaves. [1]", "fact", False, papers=("Loom",))

KEEPS_ON_ADDING = """
import sys
from pathlib import Path
from store.flags import Flag, Verdict, add

for n in range(int(sys.argv[2])):
    add(Path(sys.argv[1]), Flag(Verdict.GOOD, f"{sys.argv[3]}{n}", "long " * 500, "fact", False))
    print(n, flush=True)
"""


def test_a_library_begins_without_verdicts(tmp_path: Path) -> None:
    assert read(tmp_path) == Flags((), ())
    assert read(tmp_path / "nowhere") == Flags((), ())


def test_what_is_kept_is_read_in_order(tmp_path: Path) -> None:
    for flag in (MISSING, GOOD, MISSING):
        add(tmp_path, flag)
    assert read(tmp_path) == Flags((MISSING, GOOD, MISSING), ())


def test_each_verdict_is_a_line_of_plain_json(tmp_path: Path) -> None:
    add(tmp_path, MISSING)
    (line,) = (tmp_path / FILE).read_text("ascii").splitlines()
    assert json.loads(line)["verdict"] == "missing paper"
    assert json.loads(line)["right"] == ["Kite", "Loom"]
    assert json.loads(line)["time"] == "2026-11-24T23:59:59.123456+00:00"


def test_the_time_is_that_of_the_verdict_unless_it_is_given(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    add(tmp_path, replace(GOOD, time=datetime.now(timezone(timedelta(hours=9)))))
    (flag,) = read(tmp_path).flags
    assert before <= flag.time <= datetime.now(UTC)
    assert Flag(Verdict.GOOD, "?", "", "fact", False).time >= before


def test_cut_off_at_any_byte_no_other_verdict_is_lost(tmp_path: Path) -> None:
    file = tmp_path / FILE
    add(tmp_path, MISSING)
    first = file.stat().st_size
    add(tmp_path, GOOD)
    whole = file.read_bytes()
    for end in range(first, len(whole)):
        file.write_bytes(whole[:end])
        add(tmp_path, MISSING)
        found = read(tmp_path)
        # The torn one counts only where nothing but its line feed is missing.
        torn_is_whole = (GOOD,) * (end == len(whole) - 1)
        assert found.flags == (MISSING, *torn_is_whole, MISSING)
        assert found.damaged == (() if end in (first, len(whole) - 1) else (2,))


def test_a_killed_writer_leaves_all_that_it_had_acknowledged(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KEEPS_ON_ADDING, str(tmp_path), "1000000", "q"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        for expected in range(20):
            assert writer.stdout.readline() == f"{expected}\n"
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged = 20 + len(writer.stdout.read().splitlines())
    questions = [flag.question for flag in read(tmp_path).flags]
    assert questions[:acknowledged] == [f"q{n}" for n in range(acknowledged)]
    assert len(questions) <= acknowledged + 1


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", KEEPS_ON_ADDING, str(tmp_path), "100", name],
            stdout=subprocess.DEVNULL,
        )
        for name in "ab"
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    found = read(tmp_path)
    assert found.damaged == ()
    assert sorted(flag.question for flag in found.flags) == sorted(
        f"{name}{n}" for name in "ab" for n in range(100)
    )


@pytest.mark.parametrize(
    "damage",
    [
        b"no JSON",
        b"\xff\xfe",
        b"[]",
        b"7",
        b"{}",
        b"[" * 100_000,
        json.dumps({"verdict": "meh"}).encode(),
    ],
)
def test_a_damaged_line_is_numbered_and_passed_over(tmp_path: Path, damage: bytes) -> None:
    add(tmp_path, MISSING)
    with (tmp_path / FILE).open("ab") as file:
        file.write(damage + b"\n")
    add(tmp_path, GOOD)
    assert read(tmp_path) == Flags((MISSING, GOOD), (2,))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("verdict", "meh"),
        ("question", None),
        ("answer", 7),
        ("kind", []),
        ("abstained", "no"),
        ("history", "one"),
        ("papers", [1]),
        ("right", None),
        ("time", "soon"),
    ],
)
def test_a_field_of_another_sort_is_damage(tmp_path: Path, name: str, wrong: object) -> None:
    add(tmp_path, GOOD)
    data = json.loads((tmp_path / FILE).read_text())
    (tmp_path / FILE).write_text(json.dumps({**data, name: wrong}))
    assert read(tmp_path) == Flags((), (1,))


def test_a_folder_that_refuses_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryUnwritableError, match=r"nowhere.*make that folder writable"):
        add(tmp_path / "nowhere", GOOD)
    (tmp_path / FILE).mkdir()
    with pytest.raises(LibraryUnwritableError):
        add(tmp_path, GOOD)
    with pytest.raises(LibraryBrokenError, match="make that file readable"):
        read(tmp_path)


def test_a_full_disk_is_named_and_costs_no_other_verdict(tmp_path: Path) -> None:
    (tmp_path / FILE).symlink_to("/dev/full")
    with pytest.raises(LibraryUnwritableError, match=os.strerror(errno.ENOSPC)):
        add(tmp_path, GOOD)


def test_verdicts_outlive_the_index(small: Path) -> None:
    add(small, MISSING)
    index_library(small, rebuild=True)
    assert read(small).flags == (MISSING,)
