"""Days, months and years as exports write them."""

from datetime import date

import pytest

from store.readers.days import day_of

DAY, MONTH, YEAR = (
    (date(2015, 9, 18), "day"),
    (date(2015, 9, 1), "month"),
    (date(2015, 1, 1), "year"),
)


@pytest.mark.parametrize(
    "text",
    [
        *("2015-09-18", "2015/09/18/", "20150918", "2015-09-18T10:00:00Z", "2015-09-18/2015-09-20"),
        *("18 Sep 2015", "Sep 18, 2015", "Sept. 18th, 2015", "18th of September 2015"),
        *("2015 Sep 18", "2015-Sep-18", "18-Sep-2015", "Fri, 18 Sep 2015 10:00:00 GMT"),
        *("18-20 September, 2015", "18--20 Sep 2015", "Sep 18–20, 2015", "Sep 18-Oct 2, 2015"),
        *("9/18/2015", "18.09.2015"),
    ],
)
def test_a_day(text):
    assert day_of(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "2015-09",
        "2015/09//",
        "Sep 2015",
        "2015 Sept.",
        "September, 2015",
        "Sep-Oct 2015",
        "septembre 2015",
    ],
)
def test_a_month(text):
    assert day_of(text) == MONTH


@pytest.mark.parametrize(
    "text",
    [
        *("2015", "2015///", "2015a", "c2015", "[2015]", "2015 (in press)", "in press, 2015"),
        *("Spring 2015", "2015-21", "2015/2016"),
        "Dec-Jan 2015",  # the December of which year?
        *("to appear in Marketing Letters, 2015", "decision pending, 2015", "Mayor 2015"),
        "05/06/2015",  # May 6 in America, June 5 in Europe
    ],
)
def test_a_year(text):
    assert day_of(text) == YEAR


@pytest.mark.parametrize("text", ["", "in press", "Sep 18", "Spring", "0000-00-00", "12345", "/"])
def test_no_year_is_no_date(text):
    assert day_of(text)[0] is None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Sep 18", "2015"), DAY),
        (("18 September", "2015///"), DAY),
        (("09/18", "2015"), DAY),
        (("", "Sep 18", "2015"), DAY),
        (("2015", "2015/09/18"), DAY),
        (("Sep-Oct", "2015"), MONTH),
        (("Spring", "2015"), YEAR),
        (("2015", "2016/09/18"), YEAR),  # the day is of another year than the first one says
    ],
)
def test_fields_of_one_record_say_it_together(texts, expected):
    assert day_of(*texts) == expected


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [("9", "", MONTH), ("sep", "18", DAY), ("sep 18", "", DAY), ("13", "", YEAR)],
)
def test_a_field_that_holds_a_month_alone(month, day, expected):
    assert day_of("2015", month=month, day=day) == expected
