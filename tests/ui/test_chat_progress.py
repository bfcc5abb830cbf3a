"""What shows while an answer is under way, when it is stopped, and when it fails."""

import threading

import pytest
from playwright.sync_api import expect

from rag.types import Partial, Progress
from store.errors import QuestionError


def test_progress_and_checked_sentences_show_as_they_come(
    library, scripted, answer, serving, open_tab
):
    searched, checked = threading.Event(), threading.Event()
    script = [
        Progress("Searching 50 papers"),
        lambda: searched.wait(30),
        Partial("A first checked sentence.", ()),
        lambda: checked.wait(30),
        answer("A first checked sentence. A second one."),
    ]
    tab = open_tab(serving(scripted(script), library))
    tab.type_and_enter("q")
    expect(tab.page.locator("#chatbot .progress")).to_have_text("Searching 50 papers")
    expect(tab.page.locator("#stop")).to_be_visible()
    expect(tab.box).to_have_value("")
    searched.set()
    expect(tab.answers).to_contain_text("A first checked sentence.")
    checked.set()
    tab.wait_for_answers(1)
    expect(tab.answers).to_contain_text("A second one.")
    expect(tab.page.locator("#chatbot .progress")).to_have_count(0)
    expect(tab.page.locator("#stop")).to_be_hidden()


def test_stop_keeps_what_was_checked_and_the_next_question_works(
    library, scripted, answer, serving, open_tab
):
    go_on = threading.Event()
    chain = scripted(
        [Partial("A checked sentence.", ()), lambda: go_on.wait(30), answer("Never shown.")],
        [answer("The second answer.")],
    )
    tab = open_tab(serving(chain, library))
    tab.type_and_enter("first")
    expect(tab.answers).to_contain_text("A checked sentence.")
    tab.page.locator("#stop").click()
    expect(tab.page.locator("#chatbot .note")).to_have_text("Stopped.")
    expect(tab.answers).to_contain_text("A checked sentence.")
    go_on.set()
    tab.ask("second")
    expect(tab.answers.last).to_contain_text("The second answer.")
    expect(tab.page.locator("#chatbot")).not_to_contain_text("Never shown.")
    assert chain.asked[1] == ("second", [])


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (QuestionError("The question is too long: shorten it."), "The question is too long"),
        (RuntimeError("a <b>secret</b> detail"), "Something went wrong while answering"),
    ],
)
def test_a_failure_shows_as_a_message_and_the_next_question_works(
    failure, said, library, scripted, answer, serving, open_tab
):
    tab = open_tab(serving(scripted([failure], [answer("An answer.")]), library))
    tab.type_and_enter("first")
    expect(tab.page.locator("#chatbot .note")).to_contain_text(said)
    expect(tab.page.locator("#chatbot")).not_to_contain_text("secret")
    tab.ask("second")
    expect(tab.answers.last).to_contain_text("An answer.")
