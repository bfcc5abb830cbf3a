from __future__ import annotations

import pytest

from rag.evidence.quantity import leaves_unsaid

TEXT = (
    "It has 22 varied real-world datasets and runs on a single A100 GPU. We train a 7B model on "
    "418K competition-level code problems in 510 RL steps. The secret needs any k pieces. "
    "The decoder has layers. Models trained at 16K reach far. A window of two-by-two is used."
)


@pytest.mark.parametrize(
    "question",
    [
        "How many real-world datasets are there?",
        "How many GPUs does it need?",
        "How many parameters does it have?",
        "How many programming problems are there in it?",
        "How many pieces are needed?",
        "How many points does it gain?",  # a measure: papers write "%" for it
        "What GPU was it trained on?",
        "What does it do?",
        "What sequence length was it trained at?",
        "What window size does it use?",
        "How much does the pass cut compile cost?",  # no price
        "Into how many kinds does it fall?",  # "nine classes" would do
    ],
)
def test_what_a_text_gives(question: str) -> None:
    assert not leaves_unsaid(question, TEXT)


@pytest.mark.parametrize(
    "question",
    [
        "How many layers does the decoder have?",
        "How many dollars did it cost?",
        "How many seconds does it take?",
        "How many annotators labelled it?",
        "What learning rate did they use?",
        "What was the labelling budget?",
        "learning rate used for its second stage?",
        "How many people took part in the trial?",
        "How much money did the hospital save?",
        "What batch size was used?",
        "How many lines of code does it have?",
        "What did the cluster cost in dollars?",
        "What percentage of layers is pruned?",
        "What beam width do they search with?",
    ],
)
def test_what_a_text_leaves_unsaid(question: str) -> None:
    assert leaves_unsaid(question, TEXT)


@pytest.mark.parametrize("share", [r"$\frac{2}{5}$", "2/5", "two fifths", "40 %"])
def test_a_fraction_is_a_share(share: str) -> None:
    text = f"At least {share} of its zeros lie on the line."
    assert not leaves_unsaid("What fraction of zeros lies on the line?", text)


def test_no_share_is_given_where_there_is_none() -> None:
    assert leaves_unsaid("What fraction of zeros lies on the line?", "Its zeros lie on the line.")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many runners took part?", "Diaries (N=57) were kept."),
        ("How many runners took part?", "We asked 63 students."),
        ("How many runners were in the sleep trial?", "Diaries (N=57) were kept."),
        ("How many users participated?", "n = 12 answered."),
        ("How many nurses were interviewed?", "Forty women were asked."),
        ("How many students did they test?", "Of 20 boys three fell asleep."),
        ("How many people took part?", "Nine firefighters slept."),
    ],
)
def test_people_are_counted_in_other_words(question: str, text: str) -> None:
    assert not leaves_unsaid(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many layers does it have?", "It has 7 parameters."),
        ("How many papers are cited?", "We asked 63 students."),
        ("How many errors were found?", "Two processors are used."),
        ("How many experiments were done?", "Three documents are read."),
        ("How many people took part?", "It has 22 parameters and 3 layers."),
        ("How many runners took part?", "Runners of 40 towns slept less."),
    ],
)
def test_things_are_no_people(question: str, text: str) -> None:
    assert leaves_unsaid(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many data sets does it contain?", "It has 22 varied datasets."),
        ("How many copies of the app were sold?", "The app has sold 8,000 units."),
        ("How does time grow with the number of edges?", "Time grows as the square of the edges."),
        ("What size of problems can it handle?", "Problems of 100-200 cities are solved."),
    ],
)
def test_a_count_given_in_other_words(question: str, text: str) -> None:
    assert not leaves_unsaid(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many copies of the app were sold?", "The app was sold in 2012 at a fair."),
        ("What is the number of edges?", "Edges are many."),
        ("What size of problems can it handle?", "Large problems are solved."),
    ],
)
def test_a_count_not_given(question: str, text: str) -> None:
    assert leaves_unsaid(question, text)


def test_a_count_may_have_its_parts_in_brackets_behind_it() -> None:
    text = "Data came from 666 (316 tame, 350 wild) owls."
    assert not leaves_unsaid("How many owls were there?", text)
    assert leaves_unsaid("How many larks were there?", text)


def test_one_sex_is_not_counted_by_a_number_of_both() -> None:
    assert leaves_unsaid("How many women took part?", "There were 98 participants.")
    assert not leaves_unsaid("How many women took part?", "Of 98 participants 12 were women.")


def test_a_price_is_asked_for_whatever_it_is_of() -> None:
    assert leaves_unsaid("How much does the Owl 301 emulator cost?", "The Owl 301 emulator runs.")
    assert leaves_unsaid("What did the ring cost per owl in the salt study?", "Owls got 40 rings.")


def test_amounts_of_data_are_no_parameters_and_time_series_are_things() -> None:
    text = "It learns from 19.5B training data of metrics. It trains a 7B model."
    assert not leaves_unsaid("How many parameters does it have?", text)
    assert leaves_unsaid("How many parameters does it have?", text.split(". ")[0])
    assert leaves_unsaid("How many time series does it watch?", text)
    assert not leaves_unsaid("How many time series does it watch?", "It watches 3 time series.")


def test_two_settings_asked_at_once_are_settings() -> None:
    assert leaves_unsaid("What learning rate and batch size does it use?", TEXT)
    assert not leaves_unsaid("How many generations of GPU does it model?", "It models ten GPUs.")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What does one report come to in US dollars?", "It costs about 14 transfers."),
        ("How much revenue did it bring?", "It brings a gain of $0.5$ and is 2$\\times$ faster."),
        ("How much did it cost in euros?", "It costs little."),
    ],
)
def test_a_sum_that_is_asked_for_and_not_given(question: str, text: str) -> None:
    assert leaves_unsaid(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What does one report come to in US dollars?", "It costs $12 a report."),
        ("How much revenue did it bring?", "It brought 3 million dollars."),
        ("In what year was the dollar used?", "It is old."),
    ],
)
def test_a_sum_that_is_given_or_not_asked_for(question: str, text: str) -> None:
    assert not leaves_unsaid(question, text)


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("the decoder - learning rate?", True),
        ("Tell me the batch size.", True),
        ("What is the decoder's learning rate?", True),
        ("How often has it been cited?", True),
        ("How many GitHub stars does it have?", True),
        ("the decoder, and its layers?", False),
        ("How many accelerators does it need?", False),  # "a single A100 GPU" is one
    ],
)
def test_settings_and_fame_that_are_not_told(question: str, unsaid: bool) -> None:
    assert leaves_unsaid(question, TEXT) is unsaid
