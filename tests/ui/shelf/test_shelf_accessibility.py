"""axe-core finds no serious or critical violation in any state of the library's page."""

import pytest
from playwright.sync_api import expect

STATES = ("library", "library?view=map", "library?year=2025&q=llm", "library?q=zzzz")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_no_view_shuts_people_out(width, height, dark, chat_url, open_page, violations):
    # The page lets no script in, not even axe-core's.
    page = open_page(chat_url, width, height, dark, bypass_csp=True)
    for state in STATES:
        page.goto(f"{chat_url}{state}")
        expect(page.locator("#count")).to_be_visible()
        assert violations(page) == [], state


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nor_does_adding_and_removing(dark, serve_own, open_page, violations):
    page = open_page(f"{serve_own}library", dark=dark, bypass_csp=True)
    page.get_by_role("button", name="Add papers").click()
    page.locator("#drop input").set_input_files(
        [
            {"name": "empty.pdf", "mimeType": "application/pdf", "buffer": b""},
            {"name": "a.md", "mimeType": "text/markdown", "buffer": b"# Sand\n\nSand is dry.\n"},
        ]
    )
    expect(page.locator("#files [data-state]")).to_have_count(2)
    page.locator("summary").first.click()
    page.get_by_label("Select Heaps of Stones").check()
    assert violations(page) == []
    page.get_by_role("group", name="Selected papers").get_by_role("button", name="Remove").click()
    expect(page.locator("#told")).to_contain_text("Removed")
    page.get_by_text("1 paper removed").click()
    assert violations(page) == []


def test_a_long_list_of_files_can_be_scrolled_with_the_keyboard(serve_own, open_page, violations):
    page = open_page(f"{serve_own}library", bypass_csp=True)
    page.get_by_role("button", name="Add papers").click()
    expect(page.locator("#files")).to_be_hidden()  # nothing to stop at
    page.locator("#drop input").set_input_files(
        [{"name": f"tool-{number}.exe", "mimeType": "", "buffer": b"MZ"} for number in range(20)]
    )
    expect(page.locator('#files li[data-state="failed"]')).to_have_count(20)
    page.locator("#drop input").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#files")).to_be_focused()
    assert violations(page) == []
