"""Beside an answer, its sources: markers and cards lead to each other."""

import re

from playwright.sync_api import expect

CPU_QUESTION = "Which papers target CPUs?"


def test_a_marker_brings_its_card_into_view_with_the_quote_highlighted(chain, chat_url, open_tab):
    citations = list(chain.stream(CPU_QUESTION, []))[-1].citations
    tab = open_tab(chat_url, height=500)
    tab.ask(CPU_QUESTION)
    expect(tab.page.locator("article.card")).to_have_count(len(citations))
    last = citations[-1]
    card = tab.page.locator(f"#src-1-{last.n}")
    expect(card).not_to_be_in_viewport()
    tab.page.get_by_role("link", name=f"Source {last.n}: {last.title}").first.click()
    expect(card).to_be_in_viewport()
    expect(card).to_be_focused()
    expect(card).to_have_class(re.compile(r"\bfound\b"))
    expect(card.locator("mark")).to_have_text(last.quote)
    expect(card.locator("h3")).to_contain_text(last.title)


def test_markers_of_an_older_answer_lead_to_its_own_cards(two_answers, library, serving, open_tab):
    tab = open_tab(serving(two_answers, library))
    tab.ask("first")
    tab.ask("second")
    expect(tab.page.locator("#src-2-1")).to_be_visible()
    expect(tab.page.locator("#src-1-1")).to_be_hidden()
    tab.answers.first.locator("a.marker").click()
    expect(tab.page.locator("#src-1-1")).to_be_in_viewport()
    expect(tab.page.locator("#src-2-1")).to_be_hidden()


def test_marker_and_card_lead_to_each_other_by_keyboard(two_answers, library, serving, open_tab):
    tab = open_tab(serving(two_answers, library))
    tab.ask("first")
    marker = tab.page.locator("a.marker")
    marker.focus()
    tab.page.keyboard.press("Enter")
    expect(tab.page.locator("#src-1-1")).to_be_focused()
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    expect(marker).to_be_focused()


def test_mathematics_is_set_in_the_answer_and_in_the_highlighted_quote(
    two_answers, library, serving, open_tab
):
    tab = open_tab(serving(two_answers, library))
    tab.ask("first")
    tab.ask("second")
    expect(tab.page.locator("#chatbot .understood")).to_have_text("Understood: How fast SPANN is")
    for place in (tab.answers.last, tab.page.locator("#src-2-1 mark")):
        expect(place.locator(".katex").first).to_contain_text("×")
        expect(place).not_to_contain_text("$")


def test_a_long_passage_unfolds(two_answers, library, serving, open_tab):
    tab = open_tab(serving(two_answers, library))
    tab.ask("first")
    tab.ask("second")
    card = tab.page.locator("#src-2-1")
    expect(card.locator(".rest").first).to_be_hidden()
    card.get_by_role("button", name="Whole passage", expanded=False).click()
    expect(card.locator(".rest").first).to_be_visible()
    card.get_by_role("button", name="Less", expanded=True).click()
    expect(card.locator(".rest").first).to_be_hidden()
