"""Windows of the browser, which tests have one after another.

A window that has shown the chat once has Gradio's scripts ready; a new one takes two seconds of a
processor to get as far. What else a test leaves behind in a window goes when the test is over.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page

PATIENCE = 15_000  # milliseconds, as in `expect`
Look = tuple[bool, bool]
"""Whether a window is dark, and whether it lets scripts past a page's policy."""


class Window:
    """A context of the browser: nothing that is kept in one is known in another."""

    def __init__(self, browser: Browser, look: Look) -> None:
        dark, bypass_csp = self.look = look
        self.context: BrowserContext = browser.new_context(
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            bypass_csp=bypass_csp,
        )
        self.context.set_default_timeout(PATIENCE)
        self._keeper: Page | None = None
        self._shown: set[str] = set()

    def open(self, url: str, width: int, height: int) -> Page:
        """An empty tab, soon to show an address of the chat."""
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        self._shown.add(origin)
        if self._keeper is None:
            # A tab of the same site that stays: with the last one the scripts would go too.
            self._keeper = self.context.new_page()
            self._keeper.goto(f"{origin}/alive")
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        return page

    def clear(self) -> None:
        """Closes the tabs, and forgets all that their pages kept and were allowed."""
        for page in self.context.pages:
            if page is not self._keeper:
                page.close()
        self.context.clear_permissions()
        self.context.clear_cookies()
        if self._keeper:
            developer = self.context.new_cdp_session(self._keeper)
            for origin in self._shown:
                kept = {"origin": origin, "storageTypes": "all"}
                developer.send("Storage.clearDataForOrigin", kept)
            developer.detach()
        self._shown.clear()


class Windows:
    """Lends windows; those that come back are lent again."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[Look, list[Window]] = defaultdict(list)

    def take(self, look: Look) -> Window:
        free = self._free[look]
        return free.pop() if free else Window(self._browser, look)

    def give_back(self, windows: list[Window]) -> None:
        """Takes them back cleared, so that the first to be lent is the first again."""
        for window in reversed(windows):
            with suppress(Error):  # one that is broken is not lent again
                window.clear()
                self._free[window.look].append(window)
