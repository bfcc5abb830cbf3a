"""What a call says to mean one library and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.homes import home_of, index_call


@pytest.fixture(autouse=True)
def elsewhere(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The call is made where nothing stands that has a library's name."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def test_the_default_library_needs_no_name(home: Path) -> None:
    assert index_call(home / "default", "--rebuild") == "`footnote index --rebuild`"
    assert index_call(home / "default") == "`footnote index`"


def test_one_beside_it_has_its_bare_name(home: Path) -> None:
    assert index_call(home / "old", "--rebuild") == "`footnote index --rebuild --library old`"
    assert index_call(home / "two words") == "`footnote index --library 'two words'`"


def test_one_elsewhere_is_named_by_its_folder(tmp_path: Path) -> None:
    assert index_call(tmp_path / "default") == f"`footnote index --library {tmp_path}/default`"
    assert index_call(Path("mine/default")) == "`footnote index --library mine/default`"


def test_a_bare_name_would_mean_what_stands_here(home: Path) -> None:
    Path("old").mkdir()
    assert index_call(home / "old") == f"`footnote index --library {home}/old`"
    assert index_call(Path("old")) == "`footnote index --library old`"
    assert index_call(home / ".old") == f"`footnote index --library {home}/.old`"


def test_the_home_is_the_one_that_is_named() -> None:
    assert home_of({"FOOTNOTE_HOME": " /papers "}) == Path("/papers")
    assert home_of({}) == home_of({"FOOTNOTE_HOME": " "})
