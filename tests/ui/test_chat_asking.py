"""The ways of asking."""

import threading

from playwright.sync_api import expect

CPU_QUESTION = "Which papers target CPUs?"


def test_an_empty_question_is_met_gently(library, scripted, answer, serving, open_tab):
    chain = scripted([answer("An answer.")])
    tab = open_tab(serving(chain, library))
    tab.type_and_enter("   ")
    expect(tab.page.locator(".toast-wrap")).to_contain_text("Type a question first.")
    expect(tab.answers).to_have_count(0)
    assert chain.asked == []
    tab.ask("something")


def test_a_huge_question_gets_one_sentence(chat_url, open_tab):
    tab = open_tab(chat_url)
    tab.type_and_enter("a" * 100_000)
    expect(tab.page.locator("#chatbot .note")).to_be_visible()
    tab.ask(CPU_QUESTION)


def test_asking_twice_at_once_asks_once(library, scripted, answer, serving, open_tab):
    go_on = threading.Event()
    chain = scripted([lambda: go_on.wait(30), answer("An answer.")])
    tab = open_tab(serving(chain, library))
    tab.box.fill("once")
    tab.page.locator("#send").dblclick(delay=60)  # the second click comes where Stop is by then
    expect(tab.page.locator("#chatbot .progress")).to_be_visible()
    tab.type_and_enter("the next")
    go_on.set()
    tab.wait_for_answers(1)
    assert chain.asked == [("once", [])]
    expect(tab.box).to_have_value("the next")


def test_a_starter_asks_itself_and_new_begins_again(library, scripted, answer, serving, open_tab):
    chain = scripted([answer("An answer.")], [answer("Another.")])
    tab = open_tab(serving(chain, library))
    tab.page.get_by_text("What is a starter?").click()
    tab.wait_for_answers(1)
    expect(tab.page.get_by_text("What would you like to know?")).to_have_count(0)
    tab.press("New conversation")
    expect(tab.page.get_by_text("What would you like to know?")).to_be_visible()
    expect(tab.answers).to_have_count(0)
    tab.ask("again")
    assert chain.asked == [("What is a starter?", []), ("again", [])]


def test_ten_tabs_at_once_get_their_own_answers(library, answer, serving, open_tab):
    together = threading.Barrier(10, timeout=60)

    class Echo:
        def stream(self, question, history):
            together.wait()  # passes only when ten questions are under way at once
            yield answer(f"Echo of {question}, after {len(history)}.")

        def starters(self):
            return []

    url = serving(Echo(), library)
    tabs = {f"tab {number}": open_tab(url) for number in range(10)}
    for turn in range(2):
        for name, tab in tabs.items():
            tab.type_and_enter(name)
        for name, tab in tabs.items():
            tab.wait_for_answers(turn + 1)
            expect(tab.answers.last).to_contain_text(f"Echo of {name}, after {turn}.")


def test_a_paper_of_the_first_view_asks_about_itself(chat_url, open_tab):
    tab = open_tab(chat_url)
    button = tab.page.locator("#panel .listing button").first
    title = button.text_content()
    button.click()
    tab.wait_for_answers(1)
    expect(tab.questions).to_have_text(f"What is {title} about?")
    expect(tab.page.locator("article.card h3").first).to_contain_text(title)


def test_a_slash_takes_the_keyboard_to_the_question(two_answers, library, serving, open_tab):
    tab = open_tab(serving(two_answers, library))
    tab.ask("first")
    tab.page.locator("a.marker").focus()
    tab.page.keyboard.press("/")
    expect(tab.box).to_be_focused()
    expect(tab.box).to_have_value("")
    tab.page.keyboard.type("a/b")
    expect(tab.box).to_have_value("a/b")
    tab.press("Edit")
    expect(tab.box).to_be_focused()
    expect(tab.box).to_have_value("first")
