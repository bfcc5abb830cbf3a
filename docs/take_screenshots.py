"""Takes the README's pictures of the chat: `make screenshots`, with Chromium on the machine.

The default library is indexed for it in a folder of its own, so that nobody's own conversations
are seen.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from rag.chain import Chain
from store.indexing import index_library
from store.library import Library
from ui.chat import start

_HERE = Path(__file__).parent
_FLAGS = ["--no-sandbox", "--disable-gpu"]


def main() -> None:
    """Writes `chat.png`, a set of papers on a desk, `chat-phone.png`, a source on a phone, and
    `library.png`, the map of the papers.
    """
    chromium = shutil.which("chromium")
    if not chromium:
        sys.exit("The pictures need Chromium: apt-get install chromium.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder)
        index_library(home / "library")
        library = Library.open(home / "library")
        page, url = start(Chain(library), library, home / "conversations")
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        desk = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
        _ask(desk, url, "Which papers target CPUs?")
        desk.screenshot(path=_HERE / "chat.png")
        phone = browser.new_page(
            viewport={"width": 390, "height": 844}, reduced_motion="reduce", color_scheme="dark"
        )
        _ask(phone, url, "How much faster is SPANN than DiskANN?")
        phone.locator("a.marker").first.click()
        phone.screenshot(path=_HERE / "chat-phone.png")
        desk.goto(f"{url}library?view=map")
        expect(desk.locator(".map a")).to_have_count(len(library.papers))
        desk.screenshot(path=_HERE / "library.png")
        browser.close()
        page.close(verbose=False)


def _ask(page: Page, url: str, question: str) -> None:
    page.goto(url)
    page.locator("#question textarea").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator("#chatbot .coverage")).to_have_count(1)
    expect(page.locator("#send")).to_be_visible()
    page.wait_for_timeout(500)  # the fonts of formulas


if __name__ == "__main__":
    main()
