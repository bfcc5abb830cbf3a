"""Two tabs, two presses, slow answers and the keyboard on the library's page."""

import json
import re

import filelock
import pytest
from playwright.sync_api import expect

SAND = (
    "@article{a, title = {Sand in Motion}, author = {Bo Li}, year = 2020, "
    "abstract = {The Drift model moves sand by 73 percent.}}"
)
RYE = json.dumps([{"title": "Rye on Hills", "abstract": "Rye grows.", "year": 2017}])


def add(page, **contents):
    if page.locator("#adding").is_hidden():
        page.get_by_role("button", name="Add papers").click()
    page.locator("#drop input").set_input_files(
        [
            {"name": name.replace("_", "."), "mimeType": "", "buffer": text.encode()}
            for name, text in contents.items()
        ]
    )


def row(page, name):
    return page.locator("#files li", has=page.get_by_text(name, exact=True))


def test_what_a_file_brings_can_be_filtered_by_at_once(shelf):
    add(shelf, sand_bib=SAND)
    expect(shelf.locator("#count")).to_have_text("4 papers")
    year = shelf.get_by_label("Year", exact=True)
    expect(year.get_by_role("option", name="2020 (1)")).to_be_attached()
    shelf.get_by_role("link", name="2020: 1 paper").click()
    expect(shelf.locator("#count")).to_have_text("1 of 4 papers")
    expect(year).to_have_value("2020")
    shelf.get_by_label("Search papers").press_sequentially("s")
    expect(shelf).to_have_url(re.compile("year=2020"))
    expect(shelf).to_have_url(re.compile("q=s"))
    expect(shelf.locator("#count")).to_have_text("1 of 4 papers")


def test_a_filter_being_chosen_survives_the_library_s_change(shelf):
    shelf.get_by_label("Category", exact=True).select_option("CL")
    expect(shelf.locator("#count")).to_have_text("2 of 3 papers")
    shelf.get_by_label("Organisation", exact=True).fill("pk")
    expect(shelf.locator("#count")).to_have_text("1 of 3 papers")
    add(shelf, sand_bib=SAND)
    expect(shelf.locator("#count")).to_have_text("1 of 4 papers")
    expect(shelf.get_by_label("Category", exact=True)).to_have_value("CL")
    expect(shelf.get_by_label("Organisation", exact=True)).to_have_value("pk")


def test_removing_twice_removes_once(shelf):
    sent = []
    shelf.on("request", lambda request: sent.append(1) if "/remove" in request.url else None)
    shelf.locator("summary", has_text="Heaps of Stones").click()
    shelf.get_by_role("button", name="Remove Heaps of Stones").dblclick()
    expect(shelf.locator("#told")).to_contain_text("Removed “Heaps of Stones”.")
    expect(shelf.locator("#count")).to_have_text("2 papers")
    assert sent == [1]


def hears_nothing_until(page, act):
    """Keeps from a page how the library stands until it has sent this act itself."""
    sent = []
    page.on("request", lambda request: sent.append(1) if f"/library/{act}" in request.url else None)
    page.route("**/library/state*", lambda route: route.continue_() if sent else route.abort())


def test_two_tabs_that_remove_one_paper_are_both_told_kindly(shelf, serve_own, open_page):
    other = open_page(f"{serve_own}library")
    for page in (shelf, other):
        page.locator("summary", has_text="Heaps of Stones").click()
    hears_nothing_until(other, "remove")
    shelf.get_by_role("button", name="Remove Heaps of Stones").click()
    expect(shelf.locator("#count")).to_have_text("2 papers")
    other.get_by_role("button", name="Remove Heaps of Stones").click()
    expect(other.locator("#told")).to_contain_text("“Heaps of Stones” was removed already.")
    expect(other.locator("#count")).to_have_text("2 papers")
    for page in (shelf, other):
        page.get_by_text("1 paper removed").click()
        hears_nothing_until(page, "restore")
    for page in (shelf, other):
        page.get_by_role("button", name="Restore Heaps of Stones").click()
    for page in (shelf, other):
        expect(page.locator("#count")).to_have_text("3 papers")
    expect(other.locator("#told")).to_contain_text("“Heaps of Stones” was back already.")


def test_a_file_whose_answer_is_late_has_one_bar(shelf, own):
    late = []
    shelf.route("**/library/files*", lambda route: late.append((route, route.fetch())))
    with filelock.FileLock(own / "index.lock"):
        add(shelf, sand_bib=SAND)
        for _ in range(2):  # the page asks what is under way before it is told its own number
            shelf.wait_for_event(
                "response", lambda response: "/state" in response.url and response.json()["jobs"]
            )
        route, response = late[0]
        route.fulfill(response=response)
    expect(row(shelf, "sand.bib").last).to_contain_text("1 paper added.")
    expect(row(shelf, "sand.bib")).to_have_count(1)


def test_a_server_that_comes_back_empty_handed_ends_the_bars(shelf, own):
    with filelock.FileLock(own / "index.lock"):
        add(shelf, sand_bib=SAND)
        expect(row(shelf, "sand.bib")).to_contain_text("Waiting for another process")
        told = shelf.evaluate("async () => (await fetch('/library/state')).json()")
        another = json.dumps({**told, "run": "another", "jobs": []})
        shelf.route("**/library/state*", lambda route: route.fulfill(body=another))
        expect(row(shelf, "sand.bib")).to_have_attribute("data-state", "failed")
        expect(row(shelf, "sand.bib")).to_contain_text("The server went away before this was done")


def test_the_keyboard_is_never_lost(shelf):
    focused = "document.activeElement !== document.body && document.activeElement.checkVisibility()"
    shelf.get_by_label("Select Heaps of Stones").focus()
    shelf.keyboard.press("Space")
    shelf.get_by_role("group", name="Selected papers").get_by_role("button", name="Remove").focus()
    shelf.keyboard.press("Enter")
    expect(shelf.locator("#count")).to_have_text("2 papers")
    assert shelf.evaluate(focused)
    shelf.get_by_role("button", name="Undo").focus()
    shelf.keyboard.press("Enter")
    expect(shelf.locator("#count")).to_have_text("3 papers")
    assert shelf.evaluate(focused)


def test_an_undo_that_has_the_keyboard_stays(shelf):
    shelf.clock.install()
    shelf.locator("summary", has_text="Heaps of Stones").click()
    shelf.get_by_role("button", name="Remove Heaps of Stones").click()
    undo = shelf.get_by_role("button", name="Undo")
    while not undo.is_visible():
        shelf.clock.run_for(500)
        shelf.wait_for_timeout(100)
    undo.focus()
    shelf.clock.run_for(30_000)
    expect(undo).to_be_visible()
    shelf.get_by_label("Search papers").focus()
    shelf.clock.run_for(30_000)
    expect(undo).to_be_hidden()


def test_leaving_while_a_file_is_being_sent_is_asked_about(shelf):
    held = []
    shelf.route("**/library/files*", lambda route: held.append(route))
    add(shelf, sand_bib=SAND, rye_json=RYE)
    expect(shelf.locator("#files li")).to_have_count(2)
    asks = "!dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert shelf.evaluate(asks)
    shelf.unroute("**/library/files*")
    expect(shelf.locator("#count")).to_have_text("5 papers")
    assert not shelf.evaluate(asks)


def test_back_fills_the_search_box_that_has_the_keyboard(shelf):
    search = shelf.get_by_label("Search papers")
    search.fill("sand")
    expect(shelf.locator("#count")).to_have_text("1 of 3 papers")
    search.press("Enter")
    expect(shelf.locator(".chip")).to_have_text("“sand”")
    search.fill("papers")
    expect(shelf.locator(".chip")).to_have_text("“papers”")
    shelf.go_back()
    expect(shelf.locator(".chip")).to_have_text("“sand”")
    expect(search).to_have_value("sand")


@pytest.mark.parametrize("body", ['["\\ud800"]', "[" * 100_000])
def test_a_hostile_list_of_papers_spoils_nothing(shelf, body):
    send = (
        "body => fetch('/library/remove', {method: 'POST', headers: {'X-Footnote': 'page'}, body})"
    )
    assert shelf.evaluate(f"async body => (await ({send})(body)).status", body) == 400
    assert shelf.evaluate("async () => (await fetch('/library/state')).status") == 200


def test_half_a_character_in_a_title_is_shown_as_a_sign(shelf):
    add(shelf, half_json='[{"title": "Half a \\ud83d Sign", "abstract": "It \\udc00 is."}]')
    expect(row(shelf, "half.json")).to_have_attribute("data-state", re.compile("done|failed"))
    shelf.reload()
    expect(shelf.locator("#count")).to_be_visible()
