import logging

import pytest

from rag.types import Citation
from store.errors import UnavailableError
from store.papers import Paper, Passage
from ui.conversation import Source, Turn
from ui.history import INTERRUPTED, Conversation, History

PAPER = Paper("a", "A", "One. Two.", "")
SOURCE = Source(
    Citation(1, "a", "A", "Two.", "abstract", 5, 9),
    PAPER,
    Passage("a", "abstract", 0, 9, "One. Two."),
)


@pytest.fixture
def history(tmp_path):
    return History(tmp_path / "conversations")


def kept(history, question="Why?", markdown="Because. [1]", **more):
    talk = Conversation(turns=(Turn(question, markdown=markdown, **more),)).begun("default")
    history.keep(talk)
    return talk


def test_a_conversation_comes_back_whole(history, answer):
    talk = kept(history, sources=(SOURCE,), answer=answer("Because. [1]", SOURCE.citation))
    assert History(history.folder).load(talk.id) == talk


def test_one_that_has_not_begun_is_kept_nowhere(history):
    history.keep(Conversation())
    assert not history.folder.exists()
    assert history.entries() == []


def test_the_newest_comes_first_under_its_first_question(history):
    first, second = kept(history, "One?"), kept(history, "Two?")
    history.keep(first)
    assert [(e.id, e.name) for e in history.entries()] == [(first.id, "One?"), (second.id, "Two?")]


def test_all_words_are_looked_for_in_questions_and_answers(history):
    talk = kept(history, "Which CPUs?", "T-MAC targets them.")
    kept(history, "Which GPUs?", "None.")
    assert [entry.id for entry in history.entries("cpus t-mac")] == [talk.id]
    assert history.entries("cpus none") == []


def test_a_new_name_keeps_the_place_and_an_empty_one_gives_the_question_back(history):
    talk, later = kept(history, "One?"), kept(history, "Two?")
    history.rename(talk.id, "  My \n name ")
    assert [e.name for e in history.entries()] == ["Two?", "My name"]
    history.rename(talk.id, " ")
    assert [e.name for e in history.entries()] == ["Two?", "One?"]
    assert later.name == "Two?"


def test_what_is_deleted_is_gone(history):
    talk = kept(history)
    history.delete(talk.id)
    history.delete(talk.id)
    assert history.load(talk.id) is None


def test_an_answer_that_was_under_way_was_interrupted(history):
    talk = kept(history, markdown="", step="Searching")
    (turn,) = history.load(talk.id).turns
    assert (turn.step, turn.note) == ("", INTERRUPTED)


@pytest.mark.parametrize("name", ["../../etc/passwd", "0123456789abcde", "", "0" * 16 + "/x"])
def test_what_is_no_id_names_no_file(name, history, tmp_path):
    outside = tmp_path / "kept.json"
    outside.write_text("{}")
    assert history.load(name) is None
    history.rename(name, "x")
    history.delete(name)
    history.keep(Conversation(name, turns=(Turn("q"),)))
    assert outside.read_text() == "{}"
    assert not history.folder.exists()


@pytest.mark.parametrize("content", ["", "[]", '{"turns": [{"question": 5}]}', "\0\0"])
def test_a_damaged_one_is_passed_over(content, history, caplog):
    whole, broken = kept(history), kept(history)
    (history.folder / f"{broken.id}.json").write_text(content)
    with caplog.at_level(logging.WARNING, logger="ui.history"):
        assert [entry.id for entry in history.entries()] == [whole.id]
    assert history.load(broken.id) is None
    assert broken.id in caplog.text


def test_a_folder_that_refuses_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    history = History(tmp_path / "file")
    with pytest.raises(UnavailableError, match=r"cannot be kept in '.*file'"):
        kept(history)
