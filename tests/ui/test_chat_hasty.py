"""Hasty people: Enter twice, a question during another, a reload in mid-answer, the back button."""

import asyncio
import re
import threading

from playwright.sync_api import expect

from ui.closing import Closing


def test_enter_twice_asks_once(library, scripted, answer, serving, open_tab):
    go_on = threading.Event()
    chain = scripted([lambda: go_on.wait(30), answer("An answer.")])
    tab = open_tab(serving(chain, library))
    tab.box.fill("once")
    tab.page.keyboard.press("Enter")
    tab.page.keyboard.press("Enter")
    tab.page.keyboard.press("Enter")
    expect(tab.page.locator("#chatbot .progress")).to_be_visible()
    go_on.set()
    tab.wait_for_answers(1)
    assert chain.asked == [("once", [])]
    expect(tab.page.locator(".toast-wrap")).not_to_contain_text("Type a question")


def test_a_question_while_the_last_stream_is_still_being_closed_is_answered(
    library, scripted, answer, serving, open_tab, monkeypatch
):
    passed_on = Closing.__call__

    async def slowly(self, scope, receive, send):
        async def say(message):
            if b"close_stream" in message.get("body", b""):
                await asyncio.sleep(0.3)
            await send(message)

        await passed_on(self, scope, receive, say)

    monkeypatch.setattr(Closing, "__call__", slowly)
    tab = open_tab(serving(scripted([answer("An answer.")], [answer("Another.")]), library))
    tab.ask("one")
    tab.ask("two")
    expect(tab.answers.last).to_contain_text("Another.")


def test_a_reload_in_mid_answer_says_what_happened(library, scripted, answer, serving, open_tab):
    go_on = threading.Event()
    chain = scripted([lambda: go_on.wait(30), answer("An answer.")], [answer("Another.")])
    tab = open_tab(serving(chain, library))
    tab.type_and_enter("a question")
    expect(tab.page.locator("#chatbot .progress")).to_be_visible()
    tab.page.wait_for_url("**/?c=*")
    tab.page.reload()
    expect(tab.page.locator("#chatbot .note")).to_have_text(
        "This was broken off before it was answered; Retry asks it again."
    )

    go_on.set()
    expect(tab.page.locator("#send")).to_be_visible()
    tab.press("Retry")
    tab.wait_for_answers(1)
    expect(tab.answers.last).to_contain_text("Another.")


def test_back_and_forward_between_chat_and_library(library, scripted, answer, serving, open_tab):
    chain = scripted([answer("An answer.")], [answer("Another.")])
    tab = open_tab(serving(chain, library))
    tab.ask("a question")
    tab.page.get_by_role("link", name="Library", exact=True).click()
    expect(tab.page.locator("#count")).to_have_text("50 papers")
    tab.page.go_back()
    expect(tab.answers.last).to_contain_text("An answer.")
    tab.ask("another")
    tab.page.go_forward()
    expect(tab.page.locator("#count")).to_have_text("50 papers")
    tab.page.go_back()
    expect(tab.answers).to_have_count(2)


def two_conversations(tab):
    """The tab after two conversations of one question each, and their addresses."""
    tab.ask("one")
    first = tab.page.url
    tab.press("New conversation")
    expect(tab.answers).to_have_count(0)
    tab.ask("two")
    return tab, first, tab.page.url


def test_the_back_button_goes_from_conversation_to_conversation(
    library, scripted, answer, serving, open_tab
):
    tab, first, second = two_conversations(
        open_tab(serving(scripted([answer("First.")], [answer("Second.")]), library))
    )
    assert first != second
    tab.page.locator("#listed").get_by_role("button", name="one", exact=True).click()
    expect(tab.answers).to_have_text(re.compile("First"))
    tab.page.go_back()
    expect(tab.answers).to_have_text(re.compile("Second"))
    expect(tab.page).to_have_url(second)
    tab.page.go_back()
    expect(tab.answers).to_have_text(re.compile("First"))
    expect(tab.page).to_have_url(first)
    tab.page.go_forward()
    tab.page.go_forward()
    expect(tab.answers).to_have_text(re.compile("First"))
    expect(tab.page).to_have_url(first)


def test_a_deleted_conversation_is_no_step_back(library, scripted, answer, serving, open_tab):
    tab, first, second = two_conversations(
        open_tab(serving(scripted([answer("First.")], [answer("Second.")]), library))
    )
    delete = tab.page.locator("#listed").get_by_role("button", name="Delete").first
    delete.click()
    tab.page.get_by_role("button", name="Delete for good?").click()
    expect(tab.answers).to_have_count(0)
    assert second not in (tab.page.url, first)
    tab.page.go_back()
    expect(tab.answers).to_have_text(re.compile("First"))
