"""A source in a PDF shows its page, with the quote marked where it stands."""

import re
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect
from typeset import Article, typeset

from rag.chain import Chain
from store.indexing import index_library
from store.library import Library

SAID = "The Osier scheduler holds 137 requests in its waiting room."
FILLER = "Rooms are where requests wait, and some of them wait for a very long time indeed. " * 9
ARTICLE = Article(
    title="Waiting Rooms for Impatient Requests",
    authors=("Ada Lovelace",),
    places=("University of Piles",),
    abstract="This is a paper on waiting rooms and on who waits in them.",
    sections=(("Introduction", (FILLER * 2, FILLER + SAID + " " + FILLER)), ("Method", (FILLER,))),
)
ASKED = "How many requests does the Osier scheduler hold in its waiting room?"
MARK = "figure.page .mark"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    home = tmp_path_factory.mktemp("pages")
    file = home / "pile" / "rooms.pdf"
    file.parent.mkdir()
    file.write_bytes(typeset(ARTICLE).data)
    index_library(home / "library", [file])
    return file, Chain(Library.open(home / "library"))


@pytest.fixture
def url(made, serving):
    return serving(made[1], made[1].library)


@pytest.fixture
def tab(url, open_tab):
    tab = open_tab(url)
    tab.ask(ASKED)
    return tab


def test_a_press_shows_the_page_with_the_quote_marked(tab, made):
    tab.page.get_by_role("button", name="Show page 1").first.click()
    figure = tab.page.locator("figure.page")
    image = figure.get_by_role("img", name=re.compile("^Page 1 of Waiting Rooms"))
    expect(image).to_be_visible()
    assert image.evaluate("e => e.naturalWidth") >= 1_500
    expect(tab.page.locator(MARK).first).to_be_in_viewport()
    (citation, *_) = made[1].ask(ASKED).citations
    assert citation.quote == SAID
    shares = tab.page.locator(MARK).evaluate_all(
        "all => all.map(e => [e.offsetLeft / e.parentElement.offsetWidth * 612,"
        " e.offsetTop / e.parentElement.offsetHeight * 792])"
    )
    assert len(shares) == len(citation.places)
    for (left, top), place in zip(shares, citation.places, strict=True):
        assert abs(left - place.box[0]) < 2  # points; pixels are whole numbers
        assert abs(top - place.box[1]) < 2
    tab.page.get_by_role("button", name="Hide page 1").click()
    expect(figure).to_have_count(0)


def test_the_page_is_enlarged_zoomed_and_closed_by_keyboard(tab):
    tab.page.get_by_role("button", name="Show page 1").first.click()
    enlarge = tab.page.get_by_role("button", name=re.compile("^Enlarge page 1"))
    enlarge.focus()
    tab.page.keyboard.press("Enter")
    dialog = tab.page.get_by_role("dialog", name=re.compile("^Page 1 of Waiting Rooms"))
    sheet = dialog.locator(".sheet")
    before = sheet.bounding_box()["width"]
    dialog.get_by_role("button", name="Larger").click()
    expect(dialog.locator(".mark").first).to_be_in_viewport()
    assert sheet.bounding_box()["width"] == pytest.approx(1.5 * before, rel=0.02)
    tab.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(enlarge).to_be_focused()


def test_on_a_phone_the_page_can_be_read(url, open_tab):
    tab = open_tab(url, 390, 844, dark=True)
    tab.ask(ASKED)
    tab.page.locator("a.marker").first.click()
    tab.page.get_by_role("button", name="Show page 1").first.click()
    tab.page.get_by_role("button", name=re.compile("^Enlarge page 1")).click()
    dialog = tab.page.get_by_role("dialog")
    expect(dialog.locator(".mark").first).to_be_in_viewport()
    # Letters of 8.5 points are as high as they are in print.
    assert dialog.locator(".sheet").bounding_box()["width"] >= 612
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 390
    tab.page.keyboard.press("Escape")
    expect(tab.page.locator("figure.page")).to_be_visible()  # the sheet of sources stays


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_page_shuts_nobody_out(dark, url, open_tab, violations):
    tab = open_tab(url, dark=dark)
    tab.ask(ASKED)
    tab.page.get_by_role("button", name="Show page 1").first.click()
    enlarge = tab.page.get_by_role("button", name=re.compile("^Enlarge page 1"))
    expect(enlarge).to_be_visible()
    assert violations(tab.page) == []
    enlarge.click()
    expect(tab.page.get_by_role("dialog")).to_be_visible()
    assert violations(tab.page) == []


def test_a_file_that_changed_says_so_in_the_card(tab, made):
    whole = made[0].read_bytes()
    try:
        made[0].write_bytes(whole + b"% changed")
        tab.page.get_by_role("button", name="Show page 1").first.click()
        expect(tab.page.locator(".pages .none").first).to_have_text(
            re.compile("^The file 'rooms.pdf' is not what it was when it was indexed")
        )
        made[0].unlink()
        tab.page.get_by_role("button", name="Show page 1").first.click()
        tab.page.get_by_role("button", name="Show page 1").first.click()
        expect(tab.page.locator(".pages .none").first).to_have_text(
            re.compile("^The file 'rooms.pdf' cannot be read any more")
        )
    finally:
        made[0].write_bytes(whole)
    expect(tab.page.locator("figure.page")).to_have_count(0)


def test_no_address_climbs_out_of_the_library(made, url):
    library = made[1].library
    ((paper, content),) = library.manifest.papers.items()
    edition = content[:12]
    good = f"{url}pages/library/{paper}/1-{edition}"
    with urlopen(good) as answer:
        assert answer.headers["Content-Type"] == "image/png"
    climbing = quote(f"..{made[0]}", safe="")
    for address in (
        f"pages/library/{climbing}/1-{edition}",
        f"pages/{climbing}/{paper}/1-{edition}",
        f"pages/..%2Flibrary/{paper}/1-{edition}",
        f"pages/library/..%2F{paper}/1-{edition}",
        f"pages/library/{paper}/..%2F..%2Fmanifest.json",
        f"pages/library/{paper}/1-..%2F..%2Fabcd",
        f"pages/library/{paper}/0-{edition}",
        f"pages/library/{paper}/1-{edition}%00",
        f"pages/{quote(str(made[0]), safe='')}/{paper}/1-{edition}",
    ):
        with pytest.raises(HTTPError) as refused:
            urlopen(url + address)
        assert refused.value.code == 404, address
        assert b"%PDF" not in refused.value.read()
