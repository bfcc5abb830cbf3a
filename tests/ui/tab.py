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
        self._log: list[str] = []
        page.on("console", lambda said: self._log.append(f"console: {said.text}"))
        page.on("response", lambda got: self._log.append(f"{got.status} {got.url}"))

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
        try:
            expect(answers).to_have_count(count, timeout=self.patience)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self._seen()}") from None
        expect(self.page.locator("#send")).to_be_visible(timeout=self.patience)

    def _seen(self) -> str:
        """What a person would see instead of an answer, and the last that the page heard."""
        chat = self.page.locator("#chatbot").inner_text()
        toasts = self.page.locator(".toast-wrap").all_inner_texts()
        lines = [f"typed: {self.box.input_value()!r}", f"chat: {chat!r}", f"toasts: {toasts}"]
        return "\n".join([*lines, *self._log[-20:]])
