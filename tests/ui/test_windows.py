"""What the tests' windows keep from one test to the next, and what they must not."""

import pytest

KEEP = """async () => {
  localStorage.kept = sessionStorage.kept = document.cookie = "kept=1";
  await caches.open("kept");
  await new Promise((done) => { indexedDB.open("kept").onsuccess = done; });
}"""
KEPT = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie,
  ...(await caches.keys()), ...(await indexedDB.databases()).map((base) => base.name),
].filter(Boolean)"""


@pytest.fixture
def url(two_answers, library, serving):
    return serving(two_answers, library)


def test_a_window_comes_back_without_what_a_page_kept(url, windows):
    window = windows.take((False, False))
    page = window.open(url, 800, 600)
    page.goto(f"{url}library")
    window.context.grant_permissions(["clipboard-read"])
    page.evaluate(KEEP)
    assert len(page.evaluate(KEPT)) == 5
    windows.give_back([window])
    again = windows.take((False, False))
    assert again is window
    page = again.open(url, 1000, 700)
    page.goto(f"{url}library")
    assert page.evaluate(KEPT) == []
    asked = "navigator.permissions.query({name: 'clipboard-read'}).then(found => found.state)"
    assert page.evaluate(asked) != "granted"
    assert page.evaluate("[innerWidth, innerHeight]") == [1000, 700]
    assert page.evaluate("history.length") <= 2
    windows.give_back([again])


def test_two_windows_know_nothing_of_each_other(url, open_page):
    one, other = open_page(f"{url}library"), open_page(f"{url}library")
    one.evaluate(KEEP)
    assert other.evaluate(KEPT) == []
