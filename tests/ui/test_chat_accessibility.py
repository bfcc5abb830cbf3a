"""axe-core finds no serious or critical violation in any state of the page."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_state_of_the_page_shuts_people_out(dark, chat_url, open_tab, violations):
    tab = open_tab(chat_url, dark=dark)
    expect(tab.page.locator("#listed :is(ul, p)")).to_be_visible()
    assert violations(tab.page) == []
    tab.ask("Which papers since 2022 target CPUs?")
    tab.page.get_by_text("near misses, not counted").click()
    tab.page.locator("summary", has_text="Rate").click()
    assert violations(tab.page) == []
    tab.press("Settings")
    tab.page.get_by_label("A language model").check()
    assert violations(tab.page) == []
    tab.press("Close")
    tab.page.set_viewport_size({"width": 390, "height": 844})
    tab.page.locator("a.marker").first.click()
    assert violations(tab.page) == []
    tab.press("Close")
    tab.press("Conversations")
    assert violations(tab.page) == []
