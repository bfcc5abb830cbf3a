from datetime import date

import pytest

from rag.types import Citation
from store.papers import Paper, Passage
from ui.conversation import Source
from ui.set_table import Row, SetAnswer, read_set, table, timeline

ASH = Paper(
    "a", "Ash: A *Tree*", "It grows.", "", authors=("Ann Ash",), authors_cut=True,
    organisations=("lab",), date=date(2023, 5, 1), has_code=True,
)  # fmt: skip
BIRK = Paper("b", "Birk <i>", "It falls.", "", authors=("Bo Birk",))


def source(n, paper):
    quote = Citation(n, paper.id, paper.title, paper.text, "abstract", 0, 9)
    return Source(quote, paper, Passage(paper.id, "abstract", 0, 9, paper.text))


SOURCES = (source(1, ASH), source(2, BIRK))
MARKDOWN = (
    "2 papers fit.\n\n- **Ash: A *Tree*** (Ash et al., 2023): It **grows** in $O(n)$. [1]\n"
    "- **Birk <i>**: It falls. [2]\n\nThat is all."
)


def test_a_list_with_a_paper_an_item_is_a_set():
    assert read_set(MARKDOWN, SOURCES) == SetAnswer(
        "2 papers fit.",
        (Row(ASH, "It **grows** in $O(n)$.", SOURCES[:1]), Row(BIRK, "It falls.", SOURCES[1:])),
        "That is all.",
    )


def test_what_stands_behind_a_comma_is_in_the_record():
    listed = "2.\n\n- **Ash: A *Tree***, May 1, 2023 [1]\n- **Birk <i>**, by Bo Birk [2]"
    assert [row.said for row in read_set(listed, SOURCES).rows] == ["", ""]


@pytest.mark.parametrize(
    "markdown",
    [
        "It grows. [1]",
        "- **Ash: A *Tree***: It grows. [1]",
        "- **Ash: A *Tree***: It grows. [1]\n- **Ash: A *Tree***: It grows. [1]",
        "- **Ash: A *Tree*** is the older: 2023. [1]\n- **Birk <i>**: 2024. [2]",
        "- **Ash: A *Tree***: It grows. [1]\n- **Birk <i>**: It falls.",
        "- **Ash: A *Tree***: It grows. [1]\n- **Birk <i>**: It falls. [7]",
        "- Ash grows. [1]\n- Birk falls. [2]",
    ],
)
def test_anything_else_stays_as_it_is(markdown):
    assert read_set(markdown, SOURCES) is None


def test_each_paper_is_a_row_and_text_stays_text():
    shown = table(read_set(MARKDOWN, SOURCES), 3)
    assert "\n" not in shown
    assert (
        '<tr><td class="paper">Ash: A *Tree*</td>'
        '<td class="date"><time datetime="2023-05-01">May 2023</time></td>'
        '<td class="authors">Ann Ash et al.<small>lab</small></td>'
        r'<td class="evidence">It grows in \(O(n)\). '
        '<a class="marker" href="#src-3-1" title="Source 1: Ash: A *Tree*">[1]</a></td>'
        '<td class="code">Code</td></tr>'
    ) in shown
    assert '<td class="paper">Birk &lt;i&gt;</td><td class="date">–</td>' in shown


def test_without_evidence_the_markers_stand_at_the_titles():
    listed = "2.\n\n- **Ash: A *Tree***, May 1, 2023 [1]\n- **Birk <i>**, by Bo Birk [2]"
    shown = table(read_set(listed, SOURCES), 3)
    assert 'name="sort" value="evidence"' not in shown
    assert '<td class="paper">Birk &lt;i&gt; <a class="marker" href="#src-3-2"' in shown


def papers(*years):
    return [Paper(str(n), f"P{n}", "", "", date=date(y, 1, 1)) for n, y in enumerate(years)]


def test_the_timeline_has_a_dot_a_paper_and_no_gap_in_its_years():
    shown = timeline(papers(2022, 2024, 2024))
    assert 'title="Papers by year: 2022: 1, 2024: 2"' in shown
    assert shown.count('class="dot"') == 3
    assert '<span class="dots"></span>2023</span>' in shown
    assert 'title="P0, Jan 2022"' in shown


@pytest.mark.parametrize("years", [(), (2024, 2025), (2024, 2024, 2024)])
def test_what_has_no_course_in_time_has_no_timeline(years):
    assert timeline(papers(*years)) == ""
