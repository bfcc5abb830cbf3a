from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.types import Answer, Kind
from store.errors import QuestionError

TMAC, TOP = "wei2024tmac", "li2023constraintaware"
HAGEO, SWIFTPRUNER = "duan2025goldmedallevel", "zhang2022swiftpruner"


def converse(chain: Chain, *questions: str) -> Answer:
    """The last answer of a conversation."""
    answers: list[Answer] = []
    for question in questions:
        answers.append(chain.ask(question, answers))
    return answers[-1]


def ids(answer: Answer) -> set[str]:
    return {paper.id for paper in answer.papers}


def test_those_are_the_papers_of_the_answer_before(chain: Chain) -> None:
    answer = converse(chain, "Which papers target CPUs?", "which of those have code?")
    assert ids(answer) == {TMAC}
    assert set(answer.question.scope or ()) == {TMAC, TOP, HAGEO, SWIFTPRUNER}


def test_a_narrowed_set_narrows_again(chain: Chain) -> None:
    asked = ("Which papers target CPUs?", "which of those are without code?", "only from 2023")
    assert ids(converse(chain, *asked)) == {TOP}


def test_only_the_ones_from_2023(chain: Chain) -> None:
    assert ids(converse(chain, "Which papers target CPUs?", "only the ones from 2023")) == {TOP}


def test_it_is_the_paper_of_the_answer_before(chain: Chain) -> None:
    answer = converse(chain, "What is SPANN about?", "Who wrote it?", "When was it published?")
    assert ids(answer) == {"chen2021spann"}
    assert "November 5, 2021" in answer.markdown


def test_the_second_one_is_counted_in_the_order_shown(chain: Chain) -> None:
    answer = converse(chain, "List the three newest papers", "who wrote the second one?")
    assert ids(answer) == {HAGEO}
    assert "Boyan Duan" in answer.markdown


def test_the_last_one(chain: Chain) -> None:
    answer = converse(chain, "List the three newest papers", "who wrote the last one?")
    assert "Peichen Xie" in answer.markdown


def test_and_by_someone_else_varies_the_author(chain: Chain) -> None:
    answer = converse(chain, "How many papers are by Li Lyna Zhang?", "and by Ting Cao?")
    assert answer.question.filters.authors == ("Ting Cao",)
    assert ids(answer) == {"tang2023lutnn", "jia2023empowering", TMAC}


def test_what_about_varies_the_topic(chain: Chain) -> None:
    answer = converse(chain, "Which papers target CPUs?", "what about olympiad geometry?")
    assert answer.question.kind is Kind.LIST
    assert ids(answer) == {HAGEO}


def test_what_about_varies_a_name_within_a_fact(chain: Chain) -> None:
    first = "What GSM8K accuracy does rStar reach with LLaMA2-7B?"
    answer = converse(chain, first, "what about Mistral?")
    assert ids(answer) == {"qi2024mutual"}
    assert "81.88" in answer.markdown


@pytest.mark.parametrize(
    "name",
    [
        "WRENCH",
        "SPANN",
    ],
)
def test_and_another_paper_varies_the_named_one(chain: Chain, name: str) -> None:
    answer = converse(chain, f"When was {name} published?", "And T-MAC?")
    assert ids(answer) == {TMAC}
    assert "June 25, 2024" in answer.markdown


def test_a_whole_question_takes_nothing_from_before(chain: Chain) -> None:
    answer = converse(chain, "Which papers target CPUs?", "What recall does V-CNN reach?")
    assert ids(answer) == {"yang2018vcnn"}


def test_an_answer_that_found_nothing_is_passed_over(chain: Chain) -> None:
    answer = converse(chain, "What is SPANN about?", "Tell me a joke", "Who wrote it?")
    assert ids(answer) == {"chen2021spann"}


def test_the_question_is_kept_as_asked(chain: Chain) -> None:
    answer = converse(chain, "What is SPANN about?", "Who wrote it?")
    assert answer.question.text == "Who wrote it?"
    assert answer.question.whole != "Who wrote it?"


def test_an_empty_follow_up_is_refused(chain: Chain) -> None:
    before = chain.ask("What is SPANN about?")
    with pytest.raises(QuestionError, match="empty"):
        chain.ask(" ", [before])


def test_there_is_no_fifth_of_four(chain: Chain) -> None:
    answer = converse(chain, "Which papers target CPUs?", "the fifth one?")
    assert answer.abstained
    assert answer.markdown == "The answer before names no such paper."


def test_it_is_the_paper_that_the_same_question_names(chain: Chain) -> None:
    answer = converse(chain, "What is SPANN about?", "How fast is T-MAC and what makes it so?")
    assert answer.question.named == (TMAC,)


def test_code_after_not_is_no_paper_of_the_answer_before(chain: Chain) -> None:
    answer = converse(chain, "What is SPANN about?", "CPUs but not with code")
    assert ids(answer) == {TOP, HAGEO, SWIFTPRUNER}


@pytest.mark.parametrize(
    ("question", "said"), [("when?", "June 25, 2024"), ("And who?", "Jianyu Wei")]
)
def test_a_bare_question_word_asks_about_the_paper_before(
    chain: Chain, question: str, said: str
) -> None:
    answer = converse(chain, "What is T-MAC about?", question)
    assert answer.question.named == (TMAC,)
    assert said in answer.markdown


def test_the_first_two_are_compared(chain: Chain) -> None:
    first = chain.ask("Which papers target CPUs?")
    answer = chain.ask("Compare the first two", [first])
    assert answer.question.kind is Kind.COMPARE
    assert ids(answer) == {paper.id for paper in first.papers[:2]}


def test_how_they_differ_is_a_comparison(chain: Chain) -> None:
    answer = converse(chain, "Compare LongRoPE and LongRoPE2", "How do they differ?")
    assert ids(answer) == {"ding2024longrope", "shang2025longrope2"}


def test_which_is_newer_is_one_paper(chain: Chain) -> None:
    answer = converse(chain, "Compare LongRoPE and LongRoPE2", "Which is newer?")
    assert ids(answer) == {"shang2025longrope2"}


@pytest.mark.parametrize(
    ("questions", "paper", "said"),
    [
        (("Which papers target CPUs?", "who wrote the oldest of them?"), SWIFTPRUNER, "Zhang"),
        (("Which papers target CPUs?", "summarise the newest one"), HAGEO, "geometry"),
        (("Which papers target CPUs?", "does the latest have code?"), HAGEO, "no code flag"),
        (("Which papers target CPUs?", "Which of them is the more recent one?"), HAGEO, "2025"),
        (("What is T-MAC about?", "what category?"), TMAC, "DC"),
        (("What is T-MAC about?", "which year was that published?"), TMAC, "2024"),
    ],
)
def test_one_paper_of_the_answer_before(
    chain: Chain, questions: tuple[str, ...], paper: str, said: str
) -> None:
    answer = converse(chain, *questions)
    assert ids(answer) == {paper}
    assert said in answer.markdown


def test_the_next_of_a_list_is_asked_the_same(chain: Chain) -> None:
    asked = ("Which papers target CPUs?", "who wrote the second one?", "and the third?")
    first = chain.ask(asked[0])
    answer = converse(chain, *asked)
    assert ids(answer) == {first.papers[2].id}
    assert "was written by" in answer.markdown


def test_what_else_the_first_author_wrote(chain: Chain) -> None:
    answer = converse(chain, "Who wrote OpEvo?", "What other papers has the first author written?")
    assert ids(answer) == {"huang2022lordnet"}


def test_the_one_that_a_word_describes(chain: Chain) -> None:
    asked = ("neural architecture search papers", "The text one: what else is by its first author?")
    assert ids(converse(chain, *asked)) == {"zhang2022swiftpruner", "ren2019timeseries"}


def test_the_first_and_the_third_are_compared(chain: Chain) -> None:
    first = chain.ask("List the three newest papers")
    answer = chain.ask("compare the first and the third", [first])
    assert ids(answer) == {first.papers[0].id, first.papers[2].id}


def test_how_many_of_them(chain: Chain) -> None:
    answer = converse(chain, "Which papers target CPUs?", "how many of them have code?")
    assert answer.markdown.startswith("**1**")


def test_what_is_similar_is_about_the_same_and_another_paper(chain: Chain) -> None:
    answer = converse(chain, "Tell me about Compresso", "anything similar for speech models?")
    assert ids(answer) == {"jiang2023accurate"}
    assert answer.question.besides == ("guo2023compresso",)


@pytest.mark.parametrize(
    ("earlier", "text", "named"),
    [
        (
            "What is LongRoPE?",
            "its successor, how many tokens does that need?",
            "LongRoPE2",
        ),
        ("Which paper introduces SeerAttention?", "is there a sequel to that?", "SeerAttention-R"),
        ("Sum up LongRoPE2.", "what was its predecessor?", "LongRoPE"),
    ],
)
def test_what_came_after_or_before(chain: Chain, earlier: str, text: str, named: str) -> None:
    answer = chain.ask(text, [chain.ask(earlier)])
    assert [paper.title.partition(":")[0] for paper in answer.papers] == [named]


def test_the_model_is_that_of_the_paper_before(chain: Chain) -> None:
    before = chain.ask("Summarise the speech recognition pruning paper")
    answer = chain.ask("So how much smaller does the model get?", [before])
    assert answer.papers == before.papers
    assert "50%" in answer.markdown


def test_are_there_any_by_somebody_asks_of_the_answer_before(chain: Chain) -> None:
    before = converse(chain, "Which papers are about pruning?")
    answer = converse(chain, "Which papers are about pruning?", "are there any by Microsoft?")
    assert ids(answer) < ids(before)
