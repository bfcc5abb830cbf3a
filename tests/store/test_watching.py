"""What is seen of files that change while they are watched."""

from contextlib import suppress

import pytest

from store.watching import changes


class StopError(Exception):
    """There is nothing left to happen."""


@pytest.fixture
def watched(tmp_path):
    """Plays what happens between two looks; gives after how many looks each change was told."""

    def watch(*happenings):
        left = list(happenings)
        looks = []

        def wait():
            if not left:
                raise StopError
            left.pop(0)()

        with suppress(StopError):
            for _ in changes(lambda: [str(tmp_path)], wait):
                looks.append(len(happenings) - len(left))
        return looks

    return watch


def nothing():
    pass


def test_it_is_told_at_once_and_then_only_of_changes(watched):
    assert watched(nothing, nothing, nothing) == [0]


def test_a_new_file_is_told_when_it_is_at_rest(watched, tmp_path):
    file = tmp_path / "list.txt"
    grown = (lambda: file.write_text("a"), lambda: file.write_text("ab"), nothing, nothing)
    assert watched(*grown) == [0, 3]


def test_a_file_that_went_or_was_renamed_is_told(watched, tmp_path):
    file = tmp_path / "list.txt"
    file.write_text("a")
    renamed = tmp_path / "more.txt"
    assert watched(lambda: file.rename(renamed), nothing, renamed.unlink, nothing) == [0, 2, 4]


def test_what_can_hold_no_papers_is_not_watched(watched, tmp_path):
    assert watched((tmp_path / ".list.txt.swp").touch, nothing) == [0]
