"""The chat answers, on the default library with the real chain."""

from playwright.sync_api import expect

CPU_QUESTION = "Which papers target CPUs?"
CPU_PAPERS = [
    "SwiftPruner",
    "Constraint-aware and Ranking-distilled Token Pruning",
    "T-MAC",
    "Gold-Medal-Level Olympiad Geometry Solving",
]


def test_the_cpu_question_names_the_four_papers(chat_url, open_tab):
    tab = open_tab(chat_url)
    tab.ask(CPU_QUESTION)
    for title in CPU_PAPERS:
        expect(tab.answers.last).to_contain_text(title)
    expect(tab.page.locator("#chatbot .coverage")).to_contain_text("50 of 50 papers considered")


def test_a_follow_up_knows_the_conversation(chat_url, open_tab):
    tab = open_tab(chat_url)
    tab.ask(CPU_QUESTION)
    tab.ask("Which of them have code?")
    expect(tab.answers).to_have_count(2)


def test_a_question_is_heard_as_soon_as_send_is_back_on_a_slow_machine(chat_url, open_tab):
    tab = open_tab(chat_url)
    tab.patience = 60_000
    developer = tab.page.context.new_cdp_session(tab.page)
    developer.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    for number in range(4):
        tab.ask(CPU_QUESTION if number % 2 else "Which papers are about agents?")
        expect(tab.answers).to_have_count(number + 1, timeout=tab.patience)
