"""The larger set that the answer before was taken from."""

from __future__ import annotations

from rag.chain import Chain
from tests.rag.conversation.test_conversation import converse, ids

CAO = "papers by Shijie Cao"


def test_all_of_them_are_more_than_one(chain: Chain) -> None:
    answer = converse(chain, CAO, "in 2025", "and 2024?", "all of them, oldest first")
    assert ids(answer) == ids(converse(chain, CAO))


def test_all_again_is_what_it_was_before(chain: Chain) -> None:
    asked = ("Which papers use distillation?", "not pruning")
    assert ids(converse(chain, *asked, "show all again")) == ids(converse(chain, asked[0]))


def test_how_many_are_something_is_no_question_of_one(chain: Chain) -> None:
    asked = ("papers by Li Lyna Zhang", "only those before 2023", "how many are about pruning?")
    assert len(converse(chain, *asked).papers) > 1


def test_any_others_are_of_the_list(chain: Chain) -> None:
    asked = ("papers by Zhang", "the ones by Jieyu", "when?", "any others in 2021?")
    assert ids(converse(chain, *asked)) == {"zhang2021argus"}


def test_the_other_of_two_topics(chain: Chain) -> None:
    asked = ("papers on pruning or quantization", "only pruning", "only quantization")
    assert ids(converse(chain, *asked)) > {"zhang2023integer"}


def test_only_something_of_another_sort_narrows_on(chain: Chain) -> None:
    asked = ("papers on pruning or quantization", "only pruning")
    assert ids(converse(chain, *asked, "only from 2023")) < ids(converse(chain, *asked))


def test_the_newest_is_of_the_list_after_a_word_on_one(chain: Chain) -> None:
    asked = ("Which papers target CPUs?", "who wrote T-MAC?", "which is the newest?")
    assert ids(converse(chain, *asked)) == {"duan2025goldmedallevel"}
