"""Sets of papers are tables, comparisons too, and near misses are one press away."""

from playwright.sync_api import expect


def test_a_set_is_a_table_that_can_be_sorted(chat_url, open_tab):
    tab = open_tab(chat_url)
    tab.ask("Which papers target CPUs?")
    rows = tab.answers.locator("table.set tbody tr")
    expect(rows).to_have_count(4)
    expect(tab.page.get_by_role("img", name="Papers by year: 2022: 1, 2023: 1")).to_be_visible()
    dates = tab.answers.locator("td.date time")
    tab.press("Date")
    assert dates.evaluate_all("all => all.map(t => t.dateTime)") == sorted(
        dates.evaluate_all("all => all.map(t => t.dateTime)")
    )
    heading = tab.page.get_by_role("columnheader", name="Date")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    tab.press("Date")
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert dates.first.get_attribute("datetime") > dates.last.get_attribute("datetime")
    tab.page.get_by_text("near misses, not counted").click()
    expect(tab.answers.locator("details.near li").first).to_contain_text("Its nearest sentence")
    expect(tab.page.locator(".card .why").first).to_contain_text("fits with")


def test_a_comparison_is_a_table_with_a_row_an_aspect(chat_url, open_tab):
    tab = open_tab(chat_url)
    tab.ask("Compare T-MAC and VPTQ")
    aspects = tab.answers.locator("table tbody tr td:first-child")
    expect(aspects).to_have_text(["What it does", "How", "What it reports", "It also reports"])
    expect(tab.answers.locator("table thead th")).to_have_count(3)
    expect(tab.answers.locator("table .katex").first).to_be_visible()
