"""Conversations are kept: they come back with their address, and are found, renamed, deleted."""

import re
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from store import flags


@pytest.fixture
def tab(scripted, answer, library, serving, open_tab):
    """A tab with one answered question, and a chain with two more answers."""
    chain = scripted([answer("First.")], [answer("Second.")], [answer("Third.")])
    tab = open_tab(serving(chain, library))
    tab.ask("a question about trees")
    return tab


def entries(tab):
    return tab.page.locator("#listed button.open")


def test_a_conversation_comes_back_with_its_address(tab):
    expect(tab.page).to_have_url(re.compile(r"/\?c=[0-9a-f]{16}$"))
    tab.page.reload()
    expect(tab.answers).to_contain_text("First.")
    tab.ask("and then")
    expect(tab.answers).to_have_count(2)


def test_conversations_are_found_opened_renamed_and_deleted(tab):
    tab.press("New conversation")
    expect(tab.answers).to_have_count(0)
    expect(tab.page).to_have_url(re.compile(r"/$"))
    tab.ask("one about <b>rivers</b>")
    expect(entries(tab)).to_have_text(["one about <b>rivers</b>", "a question about trees"])
    tab.page.get_by_role("textbox", name="Search conversations").fill("trees first")
    expect(entries(tab)).to_have_text(["a question about trees"])
    entries(tab).click()
    expect(tab.answers).to_contain_text("First.")
    expect(entries(tab)).to_have_count(2)
    trees = tab.page.locator("#listed li", has_text="trees")
    trees.get_by_role("button", name="Rename").click()
    name = tab.page.get_by_role("textbox", name="New name")
    name.fill("Trees")
    name.press("Enter")
    expect(entries(tab)).to_have_text(["one about <b>rivers</b>", "Trees"])
    tab.press("Delete")
    expect(entries(tab)).to_have_count(2)
    tab.press("Delete for good?")
    expect(entries(tab)).to_have_text(["one about <b>rivers</b>"])
    expect(tab.page.locator("#listed b")).to_have_count(0)


def test_a_verdict_is_kept_and_shows(tab, library):
    before = len(flags.read(library.directory).flags)
    tab.page.locator("summary", has_text="Rate").click()
    tab.press("Wrong fact")
    expect(tab.answers).to_contain_text("Rated: wrong fact")
    given = flags.read(library.directory).flags[before:]
    assert [(f.verdict, f.question) for f in given] == [("wrong fact", "a question about trees")]


def test_exports_are_downloads_and_a_link_asks_again(tab):
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    names = {}
    for kind in ("Markdown", "BibTeX", "CSV"):
        tab.page.locator("summary", has_text="Save").click()
        with tab.page.expect_download() as started:
            tab.page.get_by_role("link", name=kind).click()
        names[kind] = started.value.suggested_filename
        tab.page.locator("summary", has_text="Save").click()
    assert names["Markdown"] == "footnote-a-question-about-trees.md"
    assert names["BibTeX"].endswith(".bib")
    assert names["CSV"].endswith(".csv")
    tab.page.locator("summary", has_text="Save").click()
    tab.press("Copy link")
    expect(tab.page.get_by_role("button", name="Copied")).to_be_visible()
    tab.page.goto(tab.page.evaluate("navigator.clipboard.readText()"))
    expect(tab.answers).to_contain_text("Second.")
    expect(tab.questions).to_have_text("a question about trees")


@pytest.mark.parametrize("name", ["0123456789abcdef.md", "x.md", "..%2f..%2fetc%2fpasswd"])
def test_an_export_that_is_not_there_is_told(name, chat_url):
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{chat_url}conversations/{name}")
    refused.value.close()
    assert refused.value.code == 404
