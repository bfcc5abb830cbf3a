"""What can be done with an answer: ask again, edit, undo, copy, go on."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def three_answers(scripted, answer):
    return scripted([answer("First.")], [answer("Second.")], [answer("Third.")])


def press(tab, name):
    tab.page.get_by_role("button", name=name, exact=True).last.click()


def test_retry_asks_the_last_question_again_in_its_place(three_answers, library, serving, open_tab):
    tab = open_tab(serving(three_answers, library))
    tab.ask("a")
    tab.ask("b")
    press(tab, "Retry")
    expect(tab.answers.last).to_contain_text("Third.")
    tab.wait_for_answers(2)
    expect(tab.questions).to_have_text(["a", "b"])
    assert [question for question, _ in three_answers.asked] == ["a", "b", "b"]
    assert len(three_answers.asked[-1][1]) == 1


def test_the_last_question_can_be_edited_and_left_as_it_was(
    three_answers, library, serving, open_tab
):
    tab = open_tab(serving(three_answers, library))
    tab.ask("a")
    tab.ask("b")
    press(tab, "Edit")
    expect(tab.box).to_have_value("b")
    expect(tab.page.locator("#edited")).to_contain_text("is being edited")
    press(tab, "Leave it as it was")
    expect(tab.page.locator("#edited")).to_be_hidden()
    expect(tab.box).to_have_value("")
    press(tab, "Edit")
    expect(tab.box).to_have_value("b")
    tab.type_and_enter("b, but better")
    expect(tab.answers.last).to_contain_text("Third.")
    expect(tab.questions).to_have_text(["a", "b, but better"])
    expect(tab.page.locator("#edited")).to_be_hidden()


def test_undo_takes_the_last_turn_away_and_keeps_its_question(
    three_answers, library, serving, open_tab
):
    tab = open_tab(serving(three_answers, library))
    tab.ask("a")
    tab.ask("b")
    press(tab, "Undo")
    expect(tab.answers).to_have_count(1)
    expect(tab.box).to_have_value("b")
    tab.ask("c")
    assert [len(history) for _, history in three_answers.asked] == [0, 1, 1]


def test_an_answer_is_copied_without_what_stands_around_it(two_answers, library, serving, open_tab):
    tab = open_tab(serving(two_answers, library))
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.ask("first")
    press(tab, "Copy")
    expect(tab.page.get_by_role("button", name="Copied")).to_be_visible()
    assert tab.page.evaluate("navigator.clipboard.readText()") == "It is SPANN.\u00a0[1]"


def test_a_filter_is_taken_away_and_a_suggestion_goes_on(chat_url, open_tab):
    tab = open_tab(chat_url)
    tab.ask("Which papers since 2024 have code and target CPUs?")
    expect(tab.answers.last).to_contain_text("1 paper fits")
    tab.page.get_by_role("button", name="Ask again without: with code").click()
    tab.wait_for_answers(2)
    expect(tab.answers.last).to_contain_text("2 papers fit")
    expect(tab.questions.last).to_contain_text("(without: with code)")
    chips = tab.answers.last.locator("button.chip")
    expect(chips).to_have_text(["since 2024-01-01"])
    suggestion = tab.page.locator("#chatbot .suggestions button:visible").first
    question = suggestion.inner_text()
    suggestion.click()
    tab.wait_for_answers(3)
    expect(tab.questions.last).to_have_text(question)
