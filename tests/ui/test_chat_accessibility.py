"""axe-core finds no serious or critical violation in any state of the page."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
# Rules of WCAG 2.2, levels A and AA, and axe's own best practices are all looked at.
RUN = "axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)"


@pytest.fixture
def violations():
    """Gives the grave violations of a page, a line each; needs axe-core, which npm brings."""
    if not AXE.exists():
        missing = "axe-core is not there: `make test` installs it where npm is"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)

    def look(page):
        page.evaluate(AXE.read_text("utf-8"))
        return [
            f"{found['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
            for found in page.evaluate(RUN)
            if found["impact"] in ("serious", "critical")
            for node in found["nodes"]
        ]

    return look


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_state_of_the_page_shuts_people_out(dark, chat_url, open_tab, violations):
    tab = open_tab(chat_url, dark=dark)
    expect(tab.page.locator("#listed :is(ul, p)")).to_be_visible()
    assert violations(tab.page) == []
    tab.ask("Which papers since 2022 target CPUs?")
    tab.page.get_by_text("near misses, not counted").click()
    tab.page.locator("summary", has_text="Rate").click()
    assert violations(tab.page) == []
    tab.page.set_viewport_size({"width": 390, "height": 844})
    tab.page.locator("a.marker").first.click()
    assert violations(tab.page) == []
    tab.press("Close")
    tab.press("Conversations")
    assert violations(tab.page) == []
