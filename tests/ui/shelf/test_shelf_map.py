"""The map in a browser: points that tell, are walked by arrows, and ask in the chat."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def map_page(chat_url, open_page):
    page = open_page(f"{chat_url}library")
    page.get_by_role("link", name="Map", exact=True).click()
    expect(page.locator(".map a")).to_have_count(50)
    return page


def middle(page, place):
    box = (
        page.locator(".map a")
        .nth(place)
        .evaluate(
            "a => { const b = a.getBoundingClientRect();"
            "return [(b.left + b.right) / 2, (b.top + b.bottom) / 2] }"
        )
    )
    return tuple(box)


def test_pointing_tells_and_a_press_asks(map_page):
    name = map_page.locator(".map a").nth(3).get_attribute("aria-label")
    map_page.mouse.move(*middle(map_page, 3))
    expect(map_page.locator(".told-of b")).to_have_text(name)
    map_page.mouse.click(*middle(map_page, 3))
    title = name.rpartition(", ")[0]
    expect(map_page.locator('#chatbot [data-testid="user"]')).to_contain_text(title[:40])
    expect(map_page.locator("#chatbot .coverage")).to_have_count(1)


def test_by_keyboard_it_is_one_stop_and_arrows_walk(map_page):
    map_page.get_by_role("link", name="Map", exact=True).focus()
    map_page.keyboard.press("Tab")
    here = map_page.locator(".map a:focus")
    first = here.get_attribute("aria-label")
    assert map_page.locator('.map a[tabindex="0"]').count() == 1
    walked = set()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        map_page.keyboard.press(key)
        walked.add(here.get_attribute("aria-label"))
    assert walked - {first}
    expect(map_page.locator(".told-of b")).to_have_text(here.get_attribute("aria-label"))
    title = here.get_attribute("aria-label").rpartition(", ")[0]
    map_page.keyboard.press("Enter")
    expect(map_page.locator('#chatbot [data-testid="user"]')).to_contain_text(title[:40])


def test_an_arrow_goes_in_its_direction(map_page):
    map_page.locator(".map a").first.focus()
    before = map_page.locator(".map a:focus").bounding_box()
    for key, axis, sign in (("ArrowRight", "x", 1), ("ArrowDown", "y", 1), ("ArrowLeft", "x", -1)):
        map_page.keyboard.press(key)
        after = map_page.locator(".map a:focus").bounding_box()
        assert sign * (after[axis] - before[axis]) >= 0, key
        before = after


def test_topics_say_in_words_what_the_map_shows_and_filter(map_page):
    topics = map_page.locator(".groups a")
    counts = [int(n) for n in map_page.locator(".groups .n").all_inner_texts()]
    assert sum(counts) == 50
    topics.first.click()
    expect(map_page.locator(".map a")).to_have_count(counts[0])
    expect(map_page.locator(".map path.faint")).to_have_count(50 - counts[0])
    map_page.get_by_role("link", name="Table", exact=True).click()
    expect(map_page.locator("table.papers tbody tr")).to_have_count(counts[0])
    expect(map_page).to_have_url(re.compile("group=0"))
