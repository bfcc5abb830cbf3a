"""The chat as a person has it before him."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


class Tab:
    """One tab of the browser with the chat in it; `patience` in milliseconds, None as usual."""

    patience: float | None = None

    def __init__(self, page: Page) -> None:
        self.page = page
        self.answers: Locator = page.locator('#chatbot [data-testid="bot"]')
        self.questions: Locator = page.locator('#chatbot [data-testid="user"]')
        self.box: Locator = page.locator("#question textarea")

    def type_and_enter(self, question: str) -> None:
        self.box.fill(question)
        self.page.keyboard.press("Enter")

    def ask(self, question: str) -> None:
        """Asks once Send is there, and waits for the answer after those that are there."""
        expect(self.page.locator("#send")).to_be_visible(timeout=self.patience)
        there = self.page.locator("#chatbot .coverage").count()
        self.type_and_enter(question)
        self.wait_for_answers(there + 1)

    def press(self, name: str) -> None:
        """Presses the last button of this name that can be seen."""
        self.page.get_by_role("button", name=name, exact=True).locator("visible=true").last.click()

    def wait_for_answers(self, count: int) -> None:
        answers = self.page.locator("#chatbot .coverage")
        expect(answers).to_have_count(count, timeout=self.patience)
        expect(self.page.locator("#send")).to_be_visible(timeout=self.patience)
