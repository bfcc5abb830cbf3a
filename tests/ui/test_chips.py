from datetime import date

from rag.types import Filters, Kind, Order, Question
from ui.chips import chips

DAY = date(2024, 1, 1)


def question(**more):
    return Question("Which?", "Which?", Kind.LIST, topic="CPUs", **more)


def labels(**more):
    return [chip.label for chip in chips(question(**more))]


def test_a_question_without_filters_has_none():
    assert chips(question()) == ()


def test_each_filter_is_one():
    filters = Filters(authors=("A", "B"), together=True, since=DAY, has_code=True)
    assert labels(filters=filters) == ["by A and B", "since 2024-01-01", "with code"]


def test_where_somebody_stands_goes_with_the_authors():
    (chip,) = chips(question(filters=Filters(authors=("A",), place=1, elsewhere=True)))
    assert chip.label == "by A, not as first author"
    assert chip.question.filters == Filters()


def test_every_filter_has_words_of_its_own():
    some = Filters(months=(5,), spells=((DAY, DAY),), states=("doi",), lacks=("date",))
    assert labels(filters=some) == [
        "from 2024-01-01 to 2024-01-01",
        "in May",
        "with a DOI",
        "without a date",
    ]


def test_exclusions_scope_and_order_are_chips_too():
    assert labels(
        unwanted=Filters(categories=("CL",)), without="GPUs", scope=("a", "b"), order=Order.NEWEST
    ) == ["not in cs.CL", "not “GPUs”", "among the 2 papers of the answer before", "newest first"]


def test_taking_one_away_leaves_the_others():
    first, _ = chips(question(filters=Filters(since=DAY, has_code=True)))
    assert first.question.filters == Filters(has_code=True)
    assert first.question.topic == "CPUs"
    assert first.question.text == "Which? (without: since 2024-01-01)"


def test_the_order_goes_with_its_number():
    (chip,) = chips(question(order=Order.OLDEST, limit=1, skip=1))
    assert (chip.question.order, chip.question.limit, chip.question.skip) == (None, None, 0)


def test_a_list_with_nothing_left_to_judge_is_about_the_records():
    (chip,) = chips(Question("Which?", "Which?", Kind.LIST, without="GPUs"))
    assert chip.question.kind is Kind.RECORD
