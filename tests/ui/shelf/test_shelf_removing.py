"""Papers removed and restored in a browser, several at once or by keyboard."""

import re

from playwright.sync_api import expect

from store.indexing import index_library
from store.library import Library
from tests.ui.shelf.adding import SAND, add, files, row, state


def test_a_removed_paper_stays_away_until_it_is_restored(shelf, own, serve_own, open_tab):
    shelf.locator("summary", has_text="Heaps of Stones").click()
    shelf.get_by_role("button", name="Remove Heaps of Stones").click()
    expect(shelf.locator("#told")).to_contain_text("Removed “Heaps of Stones”.")
    expect(shelf.locator("#count")).to_have_text("2 papers")
    index_library(own, rebuild=True)
    assert len(Library.open(own).papers) == 2
    tab = open_tab(serve_own)
    tab.ask("How many papers are there?")
    expect(tab.answers.last).to_contain_text("2 of 2 papers considered")
    shelf.get_by_text("1 paper removed").click()
    shelf.get_by_role("button", name="Restore Heaps of Stones").click()
    expect(shelf.locator("#count")).to_have_text("3 papers")
    expect(shelf.locator("#removed")).to_be_empty()


def test_several_are_removed_at_once_and_it_is_undone_at_once(shelf):
    shelf.get_by_label("Select Piles of Sand").check()
    shelf.get_by_label("Select Stacks of Papers").check()
    bar = shelf.get_by_role("group", name="Selected papers")
    expect(bar).to_contain_text("2 papers selected")
    bar.get_by_role("button", name="Remove").click()
    expect(shelf.locator("#told")).to_contain_text("Removed 2 papers.")
    expect(shelf.locator("#count")).to_have_text("1 paper")
    shelf.get_by_role("button", name="Undo").click()
    expect(shelf.locator("#told")).to_contain_text("2 papers are back.")
    expect(shelf.locator("#count")).to_have_text("3 papers")


def test_what_is_selected_and_open_stays_so_when_the_library_changes(shelf, own, tmp_path):
    shelf.get_by_label("Select Heaps of Stones").check()
    shelf.locator("summary", has_text="Heaps of Stones").click()
    (tmp_path / "sand.bib").write_text(SAND, "utf-8")
    index_library(own, [tmp_path / "sand.bib"])
    expect(shelf.locator("#count")).to_have_text("4 papers")
    expect(shelf.get_by_label("Select Heaps of Stones")).to_be_checked()
    expect(shelf.get_by_role("group", name="Selected papers")).to_contain_text("1 paper selected")
    expect(shelf.get_by_text("Stones are heaped on GPUs.")).to_be_visible()


def test_the_last_papers_stay(shelf, own):
    before = state(own)
    shelf.get_by_label("Select all papers on this page").check()
    shelf.get_by_role("group", name="Selected papers").get_by_role("button", name="Remove").click()
    expect(shelf.locator("#told")).to_have_text(
        "That would remove every paper; add another one first."
    )
    expect(shelf.locator("#count")).to_have_text("3 papers")
    assert state(own) == before


def test_a_file_with_a_removed_paper_says_where_it_is(shelf):
    add(shelf, files({"sand.bib": SAND}))
    expect(row(shelf, "sand.bib")).to_contain_text("1 paper added.")
    shelf.locator("summary", has_text="Sand in Motion").click()
    shelf.get_by_role("button", name="Remove Sand in Motion").click()
    expect(shelf.locator("#count")).to_have_text("3 papers")
    add(shelf, files({"again.bib": SAND}))
    expect(row(shelf, "again.bib")).to_contain_text("they can be restored below")
    expect(shelf.locator("#count")).to_have_text("3 papers")


def test_it_all_works_by_keyboard(shelf):
    shelf.get_by_role("button", name="Add papers").focus()
    shelf.keyboard.press("Enter")
    expect(shelf.locator("#drop input")).to_be_focused()
    shelf.locator("summary", has_text="Piles of Sand").focus()
    shelf.keyboard.press("Enter")
    shelf.get_by_role("button", name=re.compile("^Remove Piles")).focus()
    shelf.keyboard.press("Enter")
    expect(shelf.locator("#told")).to_contain_text("Removed “Piles of Sand”.")
    shelf.get_by_role("button", name="Undo").focus()
    shelf.keyboard.press("Enter")
    expect(shelf.locator("#count")).to_have_text("3 papers")
