"""PDFs: two columns and one, divided words, ligatures, figures in the way; and what is no text."""

import io
import random
import re
import subprocess
import sys

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from typeset import Article, typeset

from store.readers.files import read_content
from store.readers.formats import format_of
from store.readers.pdf_child import told
from store.readers.pdf_text import Box, PageText, Run
from store.readers.reading import Content, Unreadable
from store.segment import passages, sentences

METHOD = (
    "We divide the unconventional interconnections of efficient workflows into offices, and "
    "every office files its official findings. A self-supervised model classifies them in an "
    "afternoon, which is a state-of-the-art figure for fluffy baselines. Each difficult affair "
    "is filed twice, first by office and then by difficulty, so that nothing is lost when the "
    "configuration of the interconnections changes in the middle of an afternoon. "
)
ARTICLE = Article(
    title="Efficient Filing of Difficult Affairs: A Study of Unconventional Interconnections",
    authors=("Ada Lovelace", "Jean-Luc O’Neil", "Grace Hopper"),
    places=("University of Piles, Heapton",),
    abstract="We file difficult affairs efficiently. " + METHOD,
    sections=(
        ("Introduction", ("Offices are old. " + METHOD * 3, "Filing is older. " + METHOD * 2)),
        ("Method", ("Our method has two steps. " + METHOD * 4,)),
        ("2.1 Sorting", ("Sorting comes first. " + METHOD * 4,)),
        ("Experiments", ("We measure offices. " + METHOD * 5, "They were full. " + METHOD * 3)),
        ("Conclusion", ("Filing works. " + METHOD,)),
    ),
    references=tuple(f"[{k}] A. Cited. Work {k}. In Heaps, pages {k}-{k + 9}." for k in range(20)),
    note="Correspondence to the first author, at the address above, please.",
    caption="Figure 1: The difficult affairs of an office over one afternoon, by difficulty.",
    formula="f(x) = 2x + 1   (1)",
)


def read_pdf(data):
    content = Content("paper", data)
    assert format_of(content).name == "PDF"
    (paper,) = read_content(content).papers
    return paper


@pytest.fixture(scope="module", params=[2, 1], ids=["two columns", "one column"])
def printed(request):
    return typeset(ARTICLE, request.param)


@pytest.fixture(scope="module")
def paper(printed):
    return read_pdf(printed.data)


def test_the_first_page_names_title_people_and_place(paper):
    assert paper.title == ARTICLE.title
    assert paper.authors == ("Ada Lovelace", "Jean-Luc O’Neil", "Grace Hopper")
    assert paper.organisations == ("University of Piles, Heapton",)
    assert paper.record.split("\n")[0] == ARTICLE.title


def test_sections_are_known_and_what_is_cited_is_left_out(paper):
    assert [section.name for section in paper.sections] == [
        *("Abstract", "1 Introduction", "2 Method", "2.1 Sorting", "4 Experiments", "5 Conclusion")
    ]
    assert paper.text[: paper.opening].startswith("We file difficult affairs efficiently.")
    assert "Cited" not in paper.text
    first, last = paper.sections[0], paper.sections[-1]
    assert (first.start, last.end) == (0, len(paper.text))


def test_the_text_is_whole_in_reading_order_word_for_word(paper):
    body = re.sub(r"\s+", " ", paper.text)
    for name in (ARTICLE.note, ARTICLE.caption):
        assert name in body
        body = body.replace(f"{name} ", "")
    said = [ARTICLE.abstract, *(p for _, texts in ARTICLE.sections for p in texts)]
    expected = " ".join(" ".join(said).split())
    assert body.replace(f"{ARTICLE.formula.replace('   ', ' ')} ", "") == expected


def test_running_heads_page_numbers_and_axes_are_no_text(paper):
    assert "Journal of Piles" not in paper.text
    assert not re.search(r"\b(?:25|50|75|100)\b", paper.text)


def test_every_sentence_stands_where_it_says(paper, printed):
    pieces = [s for s in sentences(paper) if s.section != "title"]
    assert len(pieces) > 50
    for piece in pieces:
        if piece.text in (ARTICLE.note, ARTICLE.caption):
            continue
        assert paper.text[piece.start : piece.end] == piece.text
        places = paper.places(piece.section, piece.start, piece.end)
        assert printed.holds(piece.text, places[0].page, places[-1].page)


def test_the_boxes_of_a_sentence_hold_its_letters(paper, printed):
    document = pypdfium2.PdfDocument(printed.data)
    for piece in sentences(paper)[1:40:7]:
        shown = ""
        for place in paper.places(piece.section, piece.start, piece.end):
            page = document[place.page - 1]
            left, top, right, bottom = place.box
            height = page.get_height()
            shown += page.get_textpage().get_text_bounded(
                left - 3, height - bottom - 1, right + 3, height - top + 1
            )
        for letters, ligature in (("fi", "ﬁ"), ("ff", "ﬀ"), ("fl", "ﬂ"), ("ffi", "ﬃ")):
            shown = shown.replace(ligature, letters)
        wanted = set(re.findall(r"\w{4,}", piece.text))
        held = {word for word in wanted if word in shown}
        assert len(held) >= 0.7 * len(wanted), (piece.text, shown)


def test_passages_keep_to_their_sections(paper):
    spans = {s.name: (s.start, s.end) for s in paper.sections}
    for passage in passages(paper, sentences(paper)):
        start, end = spans[passage.section]
        assert start <= passage.start < passage.end <= end


def test_a_section_is_cited_with_its_page(paper):
    (sorting,) = [s for s in sentences(paper) if s.text == "Sorting comes first."]
    page = paper.places(sorting.section, sorting.start, sorting.end)[0].page
    assert paper.where(sorting.section, sorting.start, sorting.end) == f"2.1 Sorting, p. {page}"
    assert paper.where("title", 0, 5) == "title"
    whole = paper.sections[-2]
    assert re.fullmatch(r"4 Experiments, pp?\. \d(–\d)?", paper.where(*_span(whole)))


def _span(section):
    return section.name, section.start, section.end


# PDFs that hold no paper


def drawn(draw=None, **options):
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True, **options)
    if draw:
        draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scan(canvas):
    from reportlab.lib.utils import ImageReader

    picture = io.BytesIO(b"P5 8 8 255\n" + bytes(range(64)))
    canvas.drawImage(ImageReader(picture), 0, 0, 500, 700)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (drawn(encrypt=StandardEncryption("secret")), "locked with a password; save it without"),
        (drawn(), "the PDF holds no text"),
        (drawn(scan), r"pictures of pages and no text; run text recognition \(OCR\)"),
        (b"%PDF-1.7\nnonsense", "the PDF is damaged"),
        (typeset(ARTICLE).data[:5_000], "the PDF is damaged"),
    ],
    ids=["locked", "empty", "scanned", "nonsense", "cut off"],
)
def test_a_pdf_without_text_is_one_sentence_that_says_why(data, why):
    with pytest.raises(Unreadable, match=why):
        read_content(Content("paper.pdf", data))


LOOP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>endobj\n"
    b"trailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"
)


def test_damaged_pdfs_are_read_or_refused():
    whole, chance = typeset(ARTICLE).data, random.Random(11)
    damaged = [LOOP, b"%PDF-" + chance.randbytes(2_000)]
    for _ in range(6):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 200)):
            data[chance.randrange(8, len(data))] = chance.randrange(256)
        damaged.append(bytes(data))
    for data in damaged:
        papers, refusal = [], ""
        try:
            papers = read_content(Content("paper.pdf", data)).papers
        except Unreadable as error:
            refusal = str(error)
        assert len(papers) == 1 or re.fullmatch(r".{10,600}", refusal)


def test_a_reader_that_dies_or_hangs_is_one_sentence(monkeypatch):
    from store.readers import pdf

    monkeypatch.setattr(pdf, "_PROGRAM", ("-c", "import os; os.abort()"))
    with pytest.raises(Unreadable, match="the PDF is damaged; export or download it again"):
        read_content(Content("paper.pdf", b"%PDF-"))
    monkeypatch.setattr(pdf, "_PROGRAM", ("-c", "while True: pass"))
    monkeypatch.setattr(pdf, "_SECONDS", 0.5)
    with pytest.raises(Unreadable, match=r"could not be read in 0\.5 seconds"):
        read_content(Content("paper.pdf", b"%PDF-"))


def test_the_program_writes_nothing_but_json():
    program = [sys.executable, "-m", "store.readers.pdf_child"]
    run = subprocess.run(program, input=b"", capture_output=True, check=True)
    assert run.stdout.startswith(b'{"refused": "the PDF is damaged')


# Whatever stands on the pages

SHARE = st.floats(0, 1, allow_nan=False)
WORDS = st.sampled_from(
    ["Abstract", "1 Introduction", "References", "We pile", "inter\u00ad", "nal.", "Ada Lovelace",
     "Figure 1: A", "12", "Abstract\u2014We", "x = 2", "doi:10.1000/x", "\u00ad", "-", "MIT Lab",
     "\ud800"]
)  # fmt: skip
RUNS = st.builds(
    lambda text, x, y, w, size, bold: Run(
        text, Box(600 * x, 780 * y, 600 * x + 1 + 300 * w, 780 * y + size), size, bold
    ),
    st.lists(WORDS, min_size=1, max_size=6).map(" ".join), SHARE, SHARE, SHARE,
    st.sampled_from([5.0, 9.0, 10.0, 18.0]), st.booleans(),
)  # fmt: skip
PAGES = st.lists(
    st.builds(lambda runs: PageText(612, 792, tuple(runs), "", False), st.lists(RUNS, max_size=25)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_any_pages_give_a_paper_whose_lines_stand_where_they_say(pages):
    paper = told(pages, "", "")
    for line in paper.lines:
        assert 0 <= line.start < line.end <= len(paper.text)
        assert 1 <= line.page <= len(pages)
    assert [line.start for line in paper.lines] == sorted(line.start for line in paper.lines)
    for section in paper.sections:
        assert paper.text[section.start : section.end].strip()
    for piece in sentences(paper):
        assert paper.part(piece.section)[piece.start : piece.end] == piece.text
