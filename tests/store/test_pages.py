"""A page of a PDF is drawn from the file that was indexed, and from no other."""

import io
import zipfile

import pytest
from PIL import Image, ImageChops, ImageStat
from reportlab.pdfgen.canvas import Canvas
from typeset import HEIGHT, WIDTH, Article, turned, typeset

from store import pages
from store.errors import SourceError, UnavailableError
from store.indexing import index_library
from store.library import Library
from store.pages import Pictures

SAID = "The Osier scheduler holds 137 requests in its waiting room."
FILLER = "Rooms are where requests wait, and some of them wait for a very long time indeed. " * 9
ARTICLE = Article(
    title="Waiting Rooms for Impatient Requests",
    authors=("Ada Lovelace",),
    places=("University of Piles",),
    abstract="This is a paper on waiting rooms and on who waits in them. " + FILLER,
    sections=(("Introduction", (FILLER + SAID + " " + FILLER,) * 2), ("Method", (FILLER * 12,))),
)
BIB = """@article{w, title={Waiting Rooms for Impatient Requests}, author={Lovelace, Ada},
 journal={Heaps}, year={2021}, doi={10.1000/182}}"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with one PDF, and the library that was made of it."""
    home = tmp_path_factory.mktemp("rooms")
    file = home / "pile" / "rooms.pdf"
    file.parent.mkdir()
    file.write_bytes(typeset(ARTICLE).data)
    return file, indexed(home, file.parent)


@pytest.fixture
def file(made):
    """The PDF, which a test may spoil."""
    whole = made[0].read_bytes()
    yield made[0]
    made[0].write_bytes(whole)


@pytest.fixture
def pile(made):
    return made[1]


def indexed(home, folder):
    index_library(home / "library", [folder])
    return Library.open(home / "library")


def only(library):
    ((paper_id, paper),) = library.papers.items()
    return paper, library.manifest.papers[paper_id][:12]


def draw(library, number=1):
    paper, edition = only(library)
    return Pictures().page(library, paper.id, edition, number)


def grey(picture):
    return Image.open(io.BytesIO(picture.png)).convert("L")


def holds_its_letters(library):
    """The picture that the quote is on, where its places are, with nothing beside it."""
    paper, _ = only(library)
    start = paper.text.index(SAID)
    places = paper.places("1 Introduction", start, start + len(SAID))
    picture = draw(library, places[0].page)
    assert (picture.width, picture.height) == (WIDTH, HEIGHT)
    image = grey(picture)
    scale = image.width / picture.width
    assert image.width >= 1_500  # large enough to be zoomed
    for place in places:
        left, top, right, bottom = (side * scale for side in place.box)
        assert image.crop((left, top, right, bottom)).getextrema()[0] < 80
        # Between the columns' edges and the paper's there is no letter.
        assert image.crop((0, top, 50 * scale, bottom)).getextrema()[0] > 250
    return image


def test_the_places_of_a_quote_hold_its_letters_and_nothing_stands_beside_them(pile):
    assert holds_its_letters(pile).mode == "L"


@pytest.mark.parametrize("letters", [0, 1, 2])
@pytest.mark.parametrize("own", [1, 2, 3])
def test_a_turned_page_is_read_and_drawn_with_its_letters_upright(pile, tmp_path, letters, own):
    folder = tmp_path / "turned"
    folder.mkdir()
    (folder / "rooms.pdf").write_bytes(turned(typeset(ARTICLE).data, letters, own))
    library = indexed(tmp_path, folder)
    assert only(library)[0].text == only(pile)[0].text
    image, upright = holds_its_letters(library), holds_its_letters(pile)
    assert image.size == upright.size
    assert ImageStat.Stat(ImageChops.difference(image, upright)).mean[0] < 2


def test_a_page_is_drawn_once(pile, monkeypatch):
    paper, edition = only(pile)
    pictures = Pictures()
    first = pictures.page(pile, paper.id, edition, 1)
    monkeypatch.setattr(pages.subprocess, "run", None)
    assert pictures.page(pile, paper.id, edition, 1) is first


def test_a_file_that_is_gone_is_named(pile, file):
    file.unlink()
    with pytest.raises(SourceError, match=r"'rooms\.pdf' cannot be read any more"):
        draw(pile)


def test_a_file_that_changed_is_not_drawn(pile, file):
    with file.open("ab") as end:
        end.write(b"% another remark")
    with pytest.raises(SourceError, match=r"'rooms\.pdf' is not what it was"):
        draw(pile)


def test_a_kept_picture_does_not_outlive_its_file(pile, file):
    paper, edition = only(pile)
    pictures = Pictures()
    pictures.page(pile, paper.id, edition, 1)
    file.unlink()
    with pytest.raises(SourceError):
        pictures.page(pile, paper.id, edition, 1)


@pytest.mark.parametrize("edition", ["0" * 12, "f" * 12])
def test_another_edition_of_the_paper_is_not_drawn(pile, edition):
    paper, _ = only(pile)
    with pytest.raises(SourceError, match="was indexed anew"):
        Pictures().page(pile, paper.id, edition, 1)


@pytest.mark.parametrize("number", [0, 99])
def test_a_page_that_is_not_there_is_told(pile, number):
    with pytest.raises(UnavailableError, match=rf"Page {number} of 'rooms\.pdf' cannot be drawn"):
        draw(pile, number)


@pytest.mark.parametrize("size", [(14_400, 14_400), (10, 14_400), (3, 3)])
def test_a_page_of_any_size_becomes_a_picture_within_bounds(size):
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size)
    canvas.drawString(1, 1, "Sand is sorted by hand.")
    canvas.save()
    picture = pages._draw("x.pdf", file.getvalue(), 1)
    width, height = grey(picture).size
    assert (picture.width, picture.height) == size
    assert width <= 2_000
    assert height <= 4_000


def test_drawing_ends_after_its_time(pile, monkeypatch):
    monkeypatch.setattr(pages, "_SECONDS", 0.001)
    with pytest.raises(UnavailableError, match="cannot be drawn"):
        draw(pile)


def test_a_pdf_in_a_zip_is_drawn(tmp_path):
    folder = tmp_path / "zips"
    folder.mkdir()
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("notes.md", "# Notes on Sand\n\nAda Lovelace\n\nSand is sorted by hand.")
        archive.writestr("a/rooms.pdf", typeset(ARTICLE).data)
    library = indexed(tmp_path, folder)
    paper = next(p for p in library.papers.values() if p.lines)
    edition = library.manifest.papers[paper.id][:12]
    assert grey(Pictures().page(library, paper.id, edition, 1)).getextrema()[0] < 80


def test_a_paper_merged_from_a_record_and_a_pdf_shows_the_pdf(tmp_path):
    folder = tmp_path / "both"
    folder.mkdir()
    (folder / "a.bib").write_text(BIB, "utf-8")
    (folder / "rooms.pdf").write_bytes(typeset(ARTICLE).data)
    library = indexed(tmp_path, folder)
    paper, _ = only(library)
    assert paper.also_in
    assert grey(draw(library)).getextrema()[0] < 80
