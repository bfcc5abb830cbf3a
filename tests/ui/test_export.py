import csv
import io
from datetime import date

from rag.types import Answer, Citation, Coverage, Kind, Question
from store.papers import Paper, Passage
from ui.conversation import Source, Turn
from ui.export import as_bibtex, as_csv, as_markdown
from ui.history import Conversation

TEXT = "It is 2$\\times$ faster."
PAPER = Paper(
    "ash2024a",
    "Ash: A Tree",
    TEXT,
    "",
    authors=("Ann Ash", "Bo Birk"),
    authors_cut=True,
    category="CL",
    date=date(2024, 8, 2),
    has_code=True,
)
HOSTILE = Paper(
    "evil",
    "=Attack <script>alert(1)</script> on [Links](javascript:alert(2)) _x_ & {y} http://evil.example",
    TEXT,
    "",
    authors=("Eve } and {Mallory",),
)


def turn(paper=PAPER, markdown="Faster. [1]"):
    citation = Citation(1, paper.id, paper.title, TEXT, "abstract", 0, len(TEXT))
    source = Source(citation, paper, Passage(paper.id, "abstract", 0, len(TEXT), TEXT))
    answer = Answer(
        Question("q", "q", Kind.FACT),
        markdown,
        False,
        (),
        (citation,),
        Coverage(3, 3),
        "extractive",
    )
    return Turn("How *fast*?", markdown=markdown, sources=(source,), answer=answer)


def test_markdown_has_a_footnote_for_each_source():
    assert as_markdown(Conversation(turns=(turn(),)), [1]) == (
        "## How \\*fast\\*?\n\n"
        "Faster. [^1-1]\n\n"
        "*3 of 3 papers considered*\n\n"
        "[^1-1]: **Ash: A Tree**. Ann Ash, Bo Birk et al.; 2024-08-02; CL; Abstract. "
        "“It is 2$\\times$ faster.”\n"
    )


def test_a_conversation_stands_under_its_name():
    text = as_markdown(Conversation(title="Trees", turns=(turn(), turn())), [1, 2])
    assert text.startswith("# Trees\n\n## How")
    assert "[^2-1]: " in text


def test_markdown_of_a_hostile_paper_shows_as_text():
    text = as_markdown(Conversation(turns=(turn(HOSTILE, f"**{HOSTILE.title}** [1]"),)), [1])
    body, note = text.split("\n\n")[1], text.split("\n\n")[3]
    assert body == (
        "**=Attack \\<script\\>alert(1)\\</script\\> on \\[Links\\](javascript:alert(2)) _x_ "
        "\\& {y} http\\://evil.example** [^1-1]"
    )
    assert note.startswith(
        "[^1-1]: **=Attack \\<script\\>alert(1)\\</script\\> on \\[Links\\](javascript:alert(2)) "
        "\\_x\\_ \\& \\{y\\} http\\://evil.example**"
    )


def test_bibtex_has_each_paper_once():
    sources = [*turn().sources, *turn().sources]
    assert as_bibtex(sources) == (
        "@misc{ash2024a,\n"
        "  title = {{Ash: A Tree}},\n"
        "  author = {Ann Ash and Bo Birk and others},\n"
        "  year = {2024},\n"
        "  month = aug,\n"
        "  keywords = {CL},\n"
        "}\n"
    )


def test_bibtex_escapes_what_tex_would_read():
    entry = as_bibtex(turn(HOSTILE).sources)
    assert "\\_x\\_ \\& \\{y\\}" in entry
    assert "author = {{Eve \\} and \\{Mallory}}," in entry


def test_csv_has_a_row_for_each_source_and_no_formula():
    text = as_csv([turn(), turn(HOSTILE)])
    assert text.startswith("\ufeffquestion,source,paper,title,")
    first, second = csv.DictReader(io.StringIO(text[1:], newline=""))
    assert (first["title"], first["date"], first["code"]) == ("Ash: A Tree", "2024-08-02", "yes")
    assert (first["start"], first["end"], first["quote"]) == ("0", "23", TEXT)
    assert second["title"] == f"'{HOSTILE.title}"


def test_ten_thousand_characters_stay_whole():
    long = Paper("long", "A" * 10_000, TEXT, "")
    assert "A" * 10_000 in as_markdown(Conversation(turns=(turn(long),)), [1])
    assert "A" * 10_000 in as_bibtex(turn(long).sources)
    assert "A" * 10_000 in as_csv([turn(long)])
