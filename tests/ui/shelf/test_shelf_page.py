"""The library's page in a browser: found, filtered, sorted, paged; in its address all the while."""

import re

import pytest
from playwright.sync_api import expect

from rag.chain import Chain
from store.indexing import index_library
from store.library import Library


def titles(page):
    return page.locator("td.title summary").all_inner_texts()


@pytest.fixture
def default(chat_url, open_page):
    """The page of the default library."""
    return open_page(f"{chat_url}library")


def test_all_papers_newest_first(default):
    expect(default.locator("#count")).to_have_text("50 papers")
    assert len(titles(default)) == 50
    assert titles(default)[0].startswith("Neuro-Symbolic Verification")


def test_typing_finds(default):
    default.get_by_label("Search papers").fill("sparse attention")
    expect(default.locator("#count")).to_have_text(re.compile(r"^\d of 50 papers$"))
    assert any("SeerAttention" in title for title in titles(default))
    expect(default).to_have_url(re.compile(r"q=sparse\+attention"))
    expect(default.get_by_label("Search papers")).to_be_focused()
    expect(default.locator("#said")).to_contain_text("of 50 papers")


def test_filters_are_chips_that_are_taken_away(default):
    default.get_by_label("Category", exact=True).select_option("CL")
    default.get_by_label("Code", exact=True).select_option("yes")
    default.get_by_label("Organisation", exact=True).fill("pku")
    expect(default.locator(".chip")).to_have_count(3)
    default.get_by_role("link", name="Without the filter At pku").click()
    expect(default.locator(".chip")).to_have_count(2)
    expect(default.get_by_label("Organisation", exact=True)).to_have_value("")
    default.get_by_role("link", name="Clear all").click()
    expect(default.locator("#count")).to_have_text("50 papers")
    expect(default.get_by_label("Category", exact=True)).to_have_value("")


def test_where_nothing_fits_the_page_says_so(default):
    default.get_by_label("Search papers").fill("zzzz")
    expect(default.get_by_text("No paper fits all of that")).to_be_visible()
    expect(default.locator("#count")).to_have_text("0 of 50 papers")


def test_a_bar_filters_and_again_lets_everything_through(default):
    bar = default.get_by_role("link", name="2024: 7 papers")
    bar.click()
    expect(default.locator("#count")).to_have_text("7 of 50 papers")
    expect(bar).to_have_attribute("aria-current", "true")
    expect(default.get_by_label("Year", exact=True)).to_have_value("2024")
    default.get_by_role("link", name=re.compile("^CL · Computation")).click()
    expect(default.locator(".chip")).to_have_count(2)
    bar = default.get_by_role("link", name=re.compile("^2024: "))
    bar.focus()
    default.keyboard.press("Enter")
    expect(default.locator(".chip")).to_have_count(1)
    expect(default.get_by_role("link", name=re.compile("^2024: "))).to_be_focused()


def test_a_heading_sorts(default):
    default.get_by_role("columnheader", name="Paper").get_by_role("link").click()
    expect(default.locator("th.title")).to_have_attribute("aria-sort", "ascending")
    shown = titles(default)
    assert shown == sorted(shown, key=str.lower)
    default.get_by_role("columnheader", name="Paper").get_by_role("link").click()
    expect(default.locator("th.title")).to_have_attribute("aria-sort", "descending")
    assert titles(default) == shown[::-1]


def test_the_address_opens_the_same_and_back_goes_back(chat_url, open_page):
    page = open_page(f"{chat_url}library?year=2025&sort=title")
    expect(page.locator("#count")).to_have_text("19 of 50 papers")
    page.get_by_role("link", name="Without the filter 2025").click()
    expect(page.locator("#count")).to_have_text("50 papers")
    page.go_back()
    expect(page.locator("#count")).to_have_text("19 of 50 papers")
    expect(page.get_by_label("Year", exact=True)).to_have_value("2025")
    expect(page.locator("th.title")).to_have_attribute("aria-sort", "ascending")


def test_a_paper_opens_and_is_asked_about_in_the_chat(default):
    default.get_by_label("Search papers").fill("SPANN")
    expect(default.locator("#count")).to_have_text("1 of 50 papers")
    default.locator("summary", has_text="SPANN").click()
    expect(default.get_by_text("November 5, 2021")).to_be_visible()
    default.get_by_role("link", name="Ask about it").click()
    answer = default.locator('#chatbot [data-testid="bot"]')
    expect(answer).to_contain_text("SPANN")
    expect(default.locator("#chatbot .coverage")).to_have_count(1)
    expect(default.locator('#chatbot [data-testid="user"]')).to_contain_text("What is SPANN")


def test_the_chat_leads_to_the_library_and_back(chat_url, open_tab):
    page = open_tab(chat_url).page
    page.get_by_role("link", name="Library").click()
    expect(page).to_have_title("Library · Footnote")
    page.get_by_role("link", name="Chat").click()
    expect(page.locator("#question textarea")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_the_page_fits_the_window(width, height, dark, chat_url, open_page):
    page = open_page(f"{chat_url}library", width, height, dark)
    page.locator("summary").first.click()
    sideways = "document.documentElement.scrollWidth"
    assert page.evaluate(sideways) <= width
    for name in ("#header h1", "#count", "table.papers thead"):
        expect(page.locator(name)).to_be_in_viewport()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(13, 19, 30)" if dark else "rgb(246, 248, 251)")
    page.goto(f"{chat_url}library?view=map")
    expect(page.locator(".map")).to_be_visible()
    assert page.evaluate(sideways) <= width


def test_many_papers_come_a_page_at_a_time(tmp_path, serving, open_page):
    rows = "".join(f"Sand report {n},In {n} ways.,{1950 + n % 70}\n" for n in range(400))
    (tmp_path / "many.csv").write_text(f"title,abstract,year\n{rows}", "utf-8")
    index_library(tmp_path / "many", [tmp_path / "many.csv"])
    library = Library.open(tmp_path / "many")
    page = open_page(f"{serving(Chain(library), library)}library?sort=title")
    expect(page.locator("#count")).to_have_text("400 papers")
    assert len(titles(page)) == 50
    page.get_by_role("link", name="8", exact=True).click()
    expect(page.locator(".pager")).to_contain_text("351–400 of 400")
    expect(page.locator("#found")).to_be_in_viewport()
    page.get_by_label("Search papers").fill("report 345")
    expect(page.locator("#count")).to_have_text("1 of 400 papers")


def test_looking_again_does_not_overtake_a_person(default):
    default.evaluate(
        """() => {
          const { fetch } = window;
          const wait = (address) => (address.includes("sort") ? 300 : 0);
          const pause = (address) => new Promise((go) => setTimeout(go, wait(address)));
          window.fetch = (address) => pause(address).then(() => fetch(address));
          document.querySelector('th a[href*="sort=title"]').click();
          return shelf.refresh();
        }"""
    )
    expect(default).to_have_url(re.compile(r"sort=title$"))
    expect(default.locator("th[aria-sort]")).to_contain_text("Paper")
