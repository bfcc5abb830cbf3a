"""A conversation goes on after papers that it spoke of have left the library."""

import pytest

from rag.chain import Chain
from rag.conversation.remaining import remaining_question
from rag.types import Kind, Question
from store.indexing import index_library
from store.library import Library

RECORD = "CLAug 12, 2024\n{title}Ada Lovelace\nWe sort {what} in {n} steps by hand.\n"


@pytest.fixture(scope="module")
def chains(tmp_path_factory):
    """The chain over two papers, and the one over what is left of them."""
    home = tmp_path_factory.mktemp("leaving")
    for title, what, n in (("Piles of Sand", "sand", 3), ("Heaps of Stone", "stone", 9)):
        text = RECORD.format(title=title, what=what, n=n)
        (home / f"{what}.txt").write_text(text, "utf-8")
    folder = home / "library"
    index_library(folder, [home / "sand.txt", home / "stone.txt"])
    before = Chain(Library.open(folder))
    (home / "stone.txt").unlink()
    index_library(folder, prune=True)
    return before, Chain(Library.open(folder))


@pytest.mark.parametrize(
    "question",
    ["In how many steps do they sort it?", "Who wrote it?", "Compare them", "Which is the newest?"],
)
@pytest.mark.parametrize("asked", ["Which papers sort stone?", "What are the two newest papers?"])
def test_a_follow_up_on_a_paper_that_left_is_answered_from_what_is_there(chains, asked, question):
    before, after = chains
    earlier = before.ask(asked)
    assert any(paper.title == "Heaps of Stone" for paper in earlier.papers)
    answer = after.ask(question, [earlier])
    assert "Stone" not in answer.markdown
    assert answer.coverage.papers_total == 1


def test_a_question_that_is_asked_again_forgets_what_left(chains):
    before, after = chains
    question = before.ask("In how many steps does Heaps of Stone sort it?").question
    assert question.named
    *_, answer = after.stream(question)
    assert "Stone" not in answer.markdown


def test_a_question_is_confined_to_what_is_left_of_its_papers():
    question = Question("q", "q", Kind.LIST, named=("a", "b"), scope=("b", "c"))
    left = remaining_question(question, {"a", "c"})
    assert (left.named, left.scope) == (("a",), ("c",))
    assert remaining_question(question, {"a", "b", "c"}) is question
    assert remaining_question(question, set()).scope == ()
