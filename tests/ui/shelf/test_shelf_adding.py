"""Papers added in a browser, and the chat that answers from them at once."""

import io
import os

import filelock
from playwright.sync_api import expect
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from rag.chain import Chain
from rag.settings import Settings
from store import readers
from store.indexing import index_library
from store.library import Library
from tests.ui.shelf.adding import FORMATS, SAND, add, files, row, state, zipped


def test_files_of_every_format_are_added_each_with_its_bar(shelf, own):
    add(shelf, files(FORMATS))
    expect(shelf.locator("#files li")).to_have_count(len(FORMATS))
    expect(shelf.locator("#files progress")).to_have_count(len(FORMATS))
    for name in FORMATS:
        expect(row(shelf, name)).to_have_attribute("data-state", "done", timeout=60_000)
        expect(row(shelf, name)).to_contain_text("1 paper added.")
    expect(shelf.locator("#count")).to_have_text(f"{3 + len(FORMATS)} papers")
    expect(
        shelf.locator("td.title", has_text="Waiting Rooms for Impatient Requests")
    ).to_be_visible()
    kept = sorted(path.name for path in (own / "uploads").iterdir())
    assert kept == sorted(FORMATS)
    assert index_library(own, prune=True).unchanged == 3 + len(FORMATS)


def test_a_dropped_file_is_added(shelf):
    transfer = shelf.evaluate_handle(
        "text => { const data = new DataTransfer();"
        "data.items.add(new File([text], 'sand.bib')); return data }",
        SAND,
    )
    shelf.dispatch_event("body", "dragover", {"dataTransfer": transfer})
    shelf.dispatch_event("body", "drop", {"dataTransfer": transfer})
    expect(row(shelf, "sand.bib")).to_contain_text("1 paper added.")


def encrypted():
    content = io.BytesIO()
    canvas = Canvas(content, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 720, "Nobody reads this.")
    canvas.save()
    return content.getvalue()


BAD = {
    "empty.pdf": (b"", "It is empty."),
    "picture.pdf": (b"\x89PNG\r\n\x1a\n" + bytes(200), "It is"),
    "locked.pdf": (encrypted(), "The PDF is locked with a password; save it without one."),
    "noise.txt": (b"\x00\x01\x02", "It is neither a text nor a PDF"),
    "nothing.zip": (zipped(), "It holds no record"),
    "broken.zip": (zipped(**{"a.bib": SAND})[:-30], "Its zip archive is damaged"),
    "tool.exe": (b"MZ", "has no ending of a format that is read"),
    ".hidden.bib": (SAND.encode(), "is hidden or holds control characters; rename it."),
}


def test_what_is_no_paper_gets_a_sentence_and_nothing_else_changes(shelf, own):
    before = state(own)
    add(shelf, files({name: content for name, (content, _) in BAD.items()}))
    for name, (_, why) in BAD.items():
        expect(row(shelf, name)).to_have_attribute("data-state", "failed", timeout=60_000)
        expect(row(shelf, name).locator(".step")).to_contain_text(why)
        assert row(shelf, name).locator(".step").inner_text().count("\n") == 0
    expect(shelf.locator("#count")).to_have_text("3 papers")
    assert state(own) == before
    assert not (own / "uploads").exists()


def test_a_bad_file_does_not_stop_the_others(shelf):
    add(shelf, files({"empty.bib": "", "sand.bib": SAND, "noise.txt": "\x00"}))
    expect(row(shelf, "sand.bib")).to_contain_text("1 paper added.")
    expect(row(shelf, "empty.bib")).to_contain_text("It is empty.")
    expect(row(shelf, "noise.txt")).to_have_attribute("data-state", "failed")


def test_a_file_over_the_limit_is_not_sent(shelf, tmp_path):
    sent = []
    shelf.on("request", lambda request: sent.append(request.url) if "/files" in request.url else 0)
    large = tmp_path / "large.pdf"
    large.touch()
    os.truncate(large, readers.LARGEST_FILE + 1)
    add(shelf, large)
    expect(row(shelf, "large.pdf")).to_contain_text("It is larger than 512 MB; split it.")
    assert sent == []


def test_a_hostile_name_is_text(shelf):
    name = "<img src=x onerror=alert(1)>.bib"
    add(shelf, files({name: SAND}))
    expect(row(shelf, name)).to_contain_text("1 paper added.")
    shelf.locator("summary", has_text="Sand in Motion").click()
    expect(shelf.locator("dd", has_text=name)).to_be_visible()
    expect(shelf.locator("#files img, #found img")).to_have_count(0)


def test_every_tab_answers_from_the_new_library_without_a_restart(shelf, serve_own, open_tab):
    other = open_tab(serve_own)
    question = "By how many percent does the Drift model move sand?"
    add(shelf, files({"sand.bib": SAND}))
    expect(row(shelf, "sand.bib")).to_contain_text("1 paper added.")
    other.ask(question)
    expect(other.answers.last).to_contain_text("73 percent")
    expect(other.answers.last).to_contain_text("4 of 4 papers considered")
    fresh = open_tab(serve_own)
    expect(fresh.page.locator("#header")).to_contain_text("4 papers")
    expect(fresh.page.locator("#panel")).to_contain_text("Sand in Motion")


def test_answering_goes_on_while_another_process_indexes(shelf, own, serve_own, open_tab):
    tab = open_tab(serve_own)
    with filelock.FileLock(own / "index.lock"):
        add(shelf, files({"sand.bib": SAND}))
        expect(row(shelf, "sand.bib")).to_contain_text("Waiting for another process")
        tab.ask("Which papers are about stones?")
        expect(tab.answers.last).to_contain_text("3 of 3 papers considered")
    expect(row(shelf, "sand.bib")).to_contain_text("1 paper added.")


def test_what_is_indexed_on_the_command_line_shows_up(shelf, own, tmp_path):
    (tmp_path / "sand.bib").write_text(SAND, "utf-8")
    index_library(own, [tmp_path / "sand.bib"])
    expect(shelf.locator("#count")).to_have_text("4 papers")


def test_a_library_beside_has_a_page_of_its_own(own, home, serving, open_page):
    (home / "sand.bib").parent.mkdir(parents=True, exist_ok=True)
    (home / "sand.bib").write_text(SAND, "utf-8")
    index_library(home / "beside", [home / "sand.bib"])
    library = Library.open(own)
    url = serving(Chain(library), library, Settings(home, own))
    page = open_page(f"{url}library?library=beside")
    expect(page.locator("#header")).to_contain_text("1 paper in the library beside")
    add(page, files({"rice.ris": FORMATS["rice.ris"]}))
    expect(row(page, "rice.ris")).to_contain_text("1 paper added.")
    expect(page.locator("#count")).to_have_text("2 papers")
    assert (home / "beside" / "uploads" / "rice.ris").exists()
    assert not (own / "uploads").exists()
    page.get_by_label("Search papers").fill("sand")
    page.locator("summary", has_text="Sand in Motion").click()
    page.get_by_role("link", name="Ask about it").click()
    expect(page.locator("#chatbot .coverage")).to_contain_text("2 of 2 papers considered")


def test_a_library_that_is_not_there_is_said_to_be_missing(serve_own, open_page):
    page = open_page(f"{serve_own}library?library=../own")
    expect(page.locator("body")).to_contain_text("There is no library '../own' here")
