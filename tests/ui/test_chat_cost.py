"""What answers cost stands below them."""

from dataclasses import replace

from playwright.sync_api import expect


def test_below_each_answer_of_a_model_stands_what_the_conversation_took(
    library, scripted, answer, serving, open_tab
):
    paid = replace(
        answer("An answer."),
        engine="openai:small",
        tokens={"prompt": 1_000, "completion": 50},
        cost=0.004,
    )
    tab = open_tab(serving(scripted([paid], [paid]), library))
    tab.ask("one")
    expect(tab.page.locator("#chatbot .coverage")).not_to_contain_text("so far")
    tab.ask("two")
    expect(tab.page.locator("#chatbot .coverage").last).to_contain_text(
        "2 answers so far: 2,000 tokens sent, 100 received, $0.0080"
    )
    expect(tab.page.locator("#chatbot .coverage").first).not_to_contain_text("so far")
