"""The page fits its window, and what is on it has names."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_the_page_fits_the_window(width, height, dark, two_answers, library, serving, open_tab):
    tab = open_tab(serving(two_answers, library), width, height, dark)
    tab.ask("first " * 40)
    for name in ("#header h1", '[name="settings"]', "#chatbot", "#question", "#send"):
        expect(tab.page.locator(name)).to_be_in_viewport(ratio=0.99)
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
    sideways = "e => e.scrollWidth - e.clientWidth"
    assert tab.page.locator("#chatbot .bubble-wrap").evaluate(sideways) <= 0
    assert tab.page.locator("#sources").evaluate(sideways) <= 0
    tab.page.locator("a.marker").click()
    expect(tab.page.locator("#src-1-1")).to_be_in_viewport()


def test_what_is_on_the_page_has_names(two_answers, library, serving, open_tab):
    tab = open_tab(serving(two_answers, library))
    expect(tab.page).to_have_title("Footnote")
    expect(tab.page.get_by_role("heading", name="Footnote", level=1)).to_be_visible()
    expect(tab.page.get_by_role("textbox", name="Your question")).to_be_focused()
    for name in ("Ask", "New conversation"):
        expect(tab.page.get_by_role("button", name=name, exact=True)).to_be_visible()
    tab.ask("first")
    expect(tab.page.get_by_role("article")).to_have_count(1)
    expect(tab.page.get_by_role("link", name=re.compile("^Source 1: SPANN"))).to_be_visible()
    expect(tab.answers).to_have_attribute("aria-label", "Answer")


def test_each_question_stands_at_the_top_with_its_answer_in_view(
    two_answers, library, serving, open_tab
):
    tab = open_tab(serving(two_answers, library), 390, 500)
    tab.ask("first")
    tab.ask("second")
    top = tab.page.locator("#chatbot .bubble-wrap").bounding_box()["y"]
    assert tab.questions.last.bounding_box()["y"] - top < 60
    expect(tab.answers.last.locator("a.marker")).to_be_in_viewport()


def test_on_a_phone_each_cell_of_a_comparison_says_whose_it_is(chat_url, open_tab):
    tab = open_tab(chat_url, 390, 844)
    tab.ask("Compare Tutel, PIT and SPANN")
    table = tab.answers.locator("table")
    expect(table.locator("td[data-of^='PIT: Optimization']").first).to_be_visible()
    for cell in table.locator("tbody td").all():
        box = cell.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
