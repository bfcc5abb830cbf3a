"""Libraries on the command line: made, named, listed, changed and carried."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rag.settings import load_settings
from tests.ui.conftest import one_sentence

CPU = "Which papers target CPUs?"


@pytest.mark.parametrize("command", ["ask", "chat", "library show"])
def test_a_library_that_is_not_there_is_not_made(footnote, tmp_path, command):
    arguments = ["ask", "What?"] if command == "ask" else command.split()
    folder = tmp_path / "no such"
    said = one_sentence(footnote(*arguments, "--library", folder), 3)
    assert "`footnote library list` shows those there are" in said
    assert f"`footnote index FILE --library '{folder}'` makes this one of files" in said
    assert not folder.exists()


def test_a_name_that_is_nearly_a_librarys_is_asked_back(footnote, home):
    (home / "sand").mkdir(parents=True)
    (home / "sand" / "manifest.json").touch()
    for near in ("snad", "sands", "Sand"):
        said = one_sentence(footnote("ask", "What?", "--library", near), 3)
        assert said.endswith(f"{near}'. Did you mean --library sand?\n")
    other = one_sentence(footnote("ask", "What?", "--library", "water"), 3)
    assert "`footnote index FILE --library water`" in other


def test_the_cure_of_a_damaged_library_names_that_library(footnote, home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    elsewhere = tmp_path / "else where"
    for folder in (home / "default", home / "sand", elsewhere):
        folder.mkdir(parents=True)
        (folder / "manifest.json").write_text("{")
    of_default = one_sentence(footnote("ask", "What?"), 3)
    assert "`footnote index --rebuild` to" in of_default
    of_sand = one_sentence(footnote("ask", "What?", "--library", "sand"), 3)
    assert "`footnote index --rebuild --library sand` to" in of_sand
    of_other = one_sentence(footnote("ask", "What?", "--library", elsewhere), 3)
    assert f"`footnote index --rebuild --library '{elsewhere}'` to" in of_other
    listed = footnote("library", "list").err
    assert "`footnote index --rebuild --library sand` to" in listed


PAPER = "CLAug 12, 2024\nPiles of SandAda Lovelace\nPiles run on CPUs.\n"


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("how", ["ask", "batch", "chat"])
def test_a_library_without_papers_answers_in_one_sentence(footnote, home, tmp_path, how):
    file, batch = tmp_path / "piles.txt", tmp_path / "batch.jsonl"
    file.write_text(PAPER, "utf-8")
    batch.write_text('{"q": "How many papers?"}', "utf-8")
    footnote("index", file, "--library", "sand")
    file.unlink()
    assert "1 removed" in footnote("index", "--prune", "--library", "sand").out
    call = {"ask": ("ask", "How many papers?"), "batch": ("ask", "--batch", batch)}.get(how, (how,))
    said = one_sentence(footnote(*call, "--library", "sand"), 3)
    assert "holds no paper; run `footnote index FILE --library sand` to add some." in said
    file.write_text(PAPER, "utf-8")
    assert "1 added" in footnote("index", file, "--library", "sand").out


def test_a_folder_with_nothing_in_it_makes_no_library(footnote, home, tmp_path):
    bare = tmp_path / "bare"
    (bare / "inner").mkdir(parents=True)
    (bare / "photo.png").touch()
    said = one_sentence(footnote("index", bare, "--library", "sand"), 2)
    assert said.startswith(f"Nothing in the folder '{bare}' is a file of papers; name ")
    assert not (home / "sand" / "manifest.json").exists()
    file = tmp_path / "piles.txt"
    file.write_text(PAPER, "utf-8")
    both = footnote("index", file, bare, "--library", "sand")
    assert (both.status, "1 added" in both.out) == (2, True)
    assert "Skipped: Nothing in the folder" in both.err
    (bare / "inner" / "more.txt").write_text(PAPER.replace("Sand", "Salt"), "utf-8")
    assert "1 added" in footnote("index", "--library", "sand").out  # it is followed all the same


def test_what_is_read_is_counted_in_files(footnote, tmp_path):
    file = tmp_path / "piles.txt"
    file.write_text(PAPER, "utf-8")
    outcome = footnote("index", file, "--library", "sand")
    assert "Reading 1 file \u2026\n" in outcome.err
    assert "Storing 3 pieces \u2026\n" in outcome.err


def test_a_library_that_cannot_be_written(footnote, tmp_path, monkeypatch):
    file = tmp_path / "a file"
    file.write_text("precious")
    assert "cannot be written" in one_sentence(footnote("index", "--library", file / "x"), 3)
    monkeypatch.setenv("FOOTNOTE_HOME", str(file))
    outcome = footnote("ask", "What?")
    assert (outcome.status, outcome.out) == (3, "")
    assert "cannot be written" in outcome.err.splitlines()[-1]
    assert file.read_text() == "precious"


def test_the_default_library_is_made_by_the_first_question(footnote, home):
    outcome = footnote("ask", CPU, "--json")
    assert outcome.status == 0
    assert len(json.loads(outcome.out)["papers"]) == 4
    assert "50 added" in outcome.err
    again = footnote("ask", CPU, "--json")
    assert again.err == ""
    assert "default" in footnote("library", "show").out
    assert "50 unchanged" in footnote("index").out


def test_the_state_is_read_by_a_program(footnote, library_dir):
    state = json.loads(footnote("library", "show", "--json", "--library", library_dir).out)
    assert len(state["papers"]) == 50


def test_columns_are_named_by_the_call(footnote, tmp_path):
    table = tmp_path / "works.csv"
    table.write_text("Name,Summary\nPiles of Sand,Piles run on CPUs.\n", "utf-8")
    own = ("index", table, "--library", tmp_path / "own")
    assert "1 added" in footnote(*own, "--column", "title=Name", "--column", "abstract=Summary").out
    shown = footnote("library", "show", "--library", tmp_path / "own").out
    assert f"source     {table}, title in 'Name', text in 'Summary'\n" in shown
    wrong = footnote(*own, "--column", "date=Year")
    assert wrong.status == 2
    assert wrong.err.endswith("it has no column 'Year'; its columns are 'Name', 'Summary'.\n")
    assert "write FIELD=COLUMN" in one_sentence(footnote(*own, "--column", "Name"), 2)
    assert "name the file, too" in one_sentence(footnote("index", "--column", "title=Name"), 2)


def test_libraries_live_side_by_side_by_name(footnote, home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    piles = tmp_path / "piles.txt"
    piles.write_text("CLAug 12, 2024\nPiles of SandAda Lovelace\nPiles run on CPUs.\n", "utf-8")
    assert "no library" in footnote("library", "list").out
    assert "1 added" in footnote("index", piles, "--library", "sand").out
    assert (home / "sand" / "manifest.json").is_file()
    assert footnote("library", "list").out == "sand  1 paper\n"
    (home / "broken" / "manifest.json").mkdir(parents=True)
    listed = footnote("library", "list")
    assert listed.out == "sand  1 paper\n"
    assert "broken/manifest.json' is a folder" in listed.err
    assert str(tmp_path / "sand") in footnote("library", "show", "--library", "./sand").err
    shown = footnote("library", "show", "--library", "sand").out
    assert re.search(rf"^indexed +1  \S+  {re.escape(str(piles))}$", shown, re.M)


def test_a_folder_of_that_name_goes_before_a_library_of_that_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "one.pdf").touch()
    (tmp_path / "empty").mkdir()
    home = {"FOOTNOTE_HOME": str(tmp_path / "home")}
    assert load_settings(Path("papers"), home).library == tmp_path / "home" / "papers"
    assert load_settings(Path("empty"), home).library == Path("empty")
    assert load_settings(Path("deep/papers"), home).library == Path("deep/papers")


def test_what_was_merged_is_seen_and_undone(footnote, tmp_path):
    record = "CLAug 12, 2024\nPiles of SandAda Lovelace\nPiles run on CPUs.\n"
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(record, "utf-8")
    own = ("--library", tmp_path / "own")
    assert "1 added" in footnote("index", tmp_path / "one.txt", tmp_path / "two.txt", *own).out
    shown = footnote("library", "merged", *own).out
    assert shown.startswith("lovelace2024piles  Piles of Sand\n")
    assert f"{tmp_path / 'one.txt'}:1" in shown
    assert f"{tmp_path / 'two.txt'}:1" in shown
    assert "1 added" in footnote("library", "split", "lovelace2024piles", *own).out
    assert "No paper stands" in footnote("library", "merged", *own).out
    assert "1 removed" in footnote("library", "join", "lovelace2024piles", *own).out
    assert len(json.loads(footnote("library", "merged", "--json", *own).out)["merged"]) == 1
    one_sentence(footnote("library", "split", "nobody", *own), 2)


def test_papers_are_removed_and_restored(footnote, tmp_path):
    records = [f"CLAug 12, 2024\n{t}Ada Lovelace\nThey run.\n" for t in ("Piles", "Heaps")]
    (tmp_path / "list.txt").write_text("\n".join(records), "utf-8")
    own = ("--library", tmp_path / "own")
    footnote("index", tmp_path / "list.txt", *own)
    assert footnote("library", "removed", *own).out == "No paper was removed.\n"
    assert "1 removed" in footnote("library", "remove", "lovelace2024piles", *own).out
    assert "1 unchanged" in footnote("index", *own).out
    shown = footnote("library", "removed", *own).out
    assert re.fullmatch(r"lovelace2024piles  \S{16}  Piles\n", shown)
    (kept,) = json.loads(footnote("library", "removed", "--json", *own).out)["removed"]
    assert (kept["id"], kept["title"]) == ("lovelace2024piles", "Piles")
    one_sentence(footnote("library", "remove", "nobody", *own), 2)
    one_sentence(footnote("library", "restore", "nobody", *own), 2)
    assert "1 added" in footnote("library", "restore", "lovelace2024piles", *own).out


def test_a_library_is_carried_as_one_file(footnote, library_dir, tmp_path):
    file, new = tmp_path / "papers.zip", ("--library", tmp_path / "new")
    exported = footnote("library", "export", file, "--library", library_dir).out
    imported = footnote("library", "import", file, *new).out
    assert re.findall(r"sha256[^0-9a-f]*([0-9a-f]{64})", exported + imported)[0] in imported
    assert "Imported 50 papers" in imported
    assert len(json.loads(footnote("ask", CPU, "--json", *new).out)["papers"]) == 4
    one_sentence(footnote("library", "import", file, *new), 2)
