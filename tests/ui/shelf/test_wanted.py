"""The address of the library's page, read and written."""

import pytest

from ui.shelf.wanted import Wanted, read_wanted


def test_an_address_says_what_it_shows():
    wanted = Wanted(q="sand & stone", category="CL", year="2024", sort="title", page=2, view="map")
    assert wanted.address == (
        "/library?q=sand+%26+stone&category=CL&year=2024&sort=title&page=2&view=map"
    )
    assert Wanted().address == "/library"


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(q="a b", code="no", org="ETH", group="3", sort="-title", page=7, view="map"),
        Wanted(category="none", year="none"),
    ],
)
def test_what_was_written_is_read(wanted):
    from urllib.parse import parse_qsl, urlsplit

    assert read_wanted(dict(parse_qsl(urlsplit(wanted.address).query))) == wanted


def test_nonsense_is_passed_over():
    said = {
        "sort": "<b>",
        "page": "-3",
        "view": "<script>",
        "code": "maybe",
        "group": "x",
        "z": "1",
    }
    assert read_wanted(said) == Wanted()
    assert read_wanted({"page": "9" * 40}) == Wanted()
    assert read_wanted({"page": "²"}) == Wanted()
    assert len(read_wanted({"q": "a" * 5_000}).q) == 200


def test_a_second_press_takes_a_filter_away_and_begins_with_the_first_page():
    chosen = Wanted(page=3).toggled("year", "2024")
    assert (chosen.year, chosen.page) == ("2024", 1)
    assert chosen.toggled("year", "2024") == Wanted()
    assert chosen.toggled("year", "2023").year == "2023"
