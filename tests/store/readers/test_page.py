"""Pages of results as a browser copies them, with their buttons and counts."""

from datetime import date

import pytest

from store.readers.formats import format_of
from store.readers.reading import Content

TITLE = "Mutual Reasoning Makes Smaller LLMs Stronger Problem-Solvers"
LONG = (
    "This paper introduces rStar, a self-play mutual reasoning approach that significantly "
    "improves reasoning capabilities of small language models (SLMs) without fine-tuning or "
    "superior models. "
    "It decouples reasoning into a self-play mutual generation-discrimination process."
)

SCHOLAR = f"""[PDF] arxiv.org
{TITLE}
Z Qi, M Ma, J Xu, LL Zhang, F Yang… - arXiv preprint arXiv …, 2024 - arxiv.org
This paper introduces rStar, a self-play mutual reasoning approach that significantly
improves reasoning capabilities of small language models …
Save Cite Cited by 12 Related articles All 3 versions
[HTML] nature.com
On piles
A Lovelace, A Turing - Nature, 2023 - nature.com
We pile and heap …
Save Cite Cited by 1,204 Related articles All 3 versions
"""
SEMANTIC_SCHOLAR = f"""{TITLE}
Zhenting QiMingyuan Ma+3 authors Mao Yang
Computer Science
ArXiv
12 August 2024
TLDR
{LONG} Expand
74
PDF

Save

Alert
On Piles
Ada Lovelace, Alan Turing
Computer Science, MathematicsJournal of Piles1 May 2023
We pile. Expand
3 Citations
Save
Alert
"""
PAPERS_WITH_CODE = f"""{TITLE}
zhentingqi/rstar • • 12 Aug 2024
{LONG}
GSM8K
Paper
Code
On Piles
no code implementations • 1 May 2023 • Ada Lovelace, Alan Turing
We pile.
Paper
Add Code
"""
TRENDING = f"""{TITLE}
{LONG}
·
6 authors
·
Published on Aug 12, 2024
Upvote
70
GitHub 1.2k
arXiv Page
On Piles
{LONG.replace("rStar", "Piles")}
·
2 authors
·
Published on May 1, 2023
Upvote
7
"""
HUGGING_FACE = f"""Papers
arxiv:2408.06195
{TITLE}
Published on Aug 12, 2024
·
Submitted by
akhaliq on Aug 13, 2024
#1 Paper of the day
Upvote
70

+62
Authors:
Zhenting Qi
,
Mingyuan Ma
,
Mao Yang
Abstract
{LONG}
View arXiv page
View PDF
Add to collection
"""


@pytest.fixture
def papers(reading):
    def read(text):
        found = reading("page.txt", text, taken_for="page of results")
        assert found.problems == ()
        return found.papers

    return read


def of(paper):
    return paper.title, paper.text, paper.authors, paper.day


def test_google_scholar(papers):
    first, second = papers(SCHOLAR)
    assert first.title == TITLE
    assert first.text.startswith("This paper introduces rStar, a self-play")
    assert first.text.endswith("improves reasoning capabilities of small language models …")
    assert first.authors == ("Z Qi", "M Ma", "J Xu", "LL Zhang", "F Yang")
    assert (first.authors_cut, second.authors_cut) == (True, False)
    assert (first.day, first.source) == ("2024", "2")
    assert of(second) == ("On piles", "We pile and heap …", ("A Lovelace", "A Turing"), "2023")
    assert second.venue == "Nature"


def test_semantic_scholar(papers):
    first, second = papers(SEMANTIC_SCHOLAR)
    assert of(first) == (TITLE, LONG, ("Zhenting Qi", "Mingyuan Ma", "Mao Yang"), "August 12, 2024")
    assert (first.authors_cut, second.authors_cut) == (True, False)
    assert of(second) == ("On Piles", "We pile.", ("Ada Lovelace", "Alan Turing"), "May 1, 2023")
    assert second.venue == "Journal of Piles"


def test_papers_with_code(papers):
    first, second = papers(PAPERS_WITH_CODE)
    assert of(first) == (TITLE, LONG, (), "August 12, 2024")
    assert of(second) == ("On Piles", "We pile.", ("Ada Lovelace", "Alan Turing"), "May 1, 2023")
    assert (first.has_code, second.has_code) == (True, False)


def test_hugging_face_shows_the_text_above_the_date(papers):
    first, second = papers(TRENDING)
    assert of(first) == (TITLE, LONG, (), "August 12, 2024")
    assert (second.title, second.date) == ("On Piles", date(2023, 5, 1))


def test_one_paper_of_hugging_face(papers):
    (paper,) = papers(HUGGING_FACE)
    names = ("Zhenting Qi", "Mingyuan Ma", "Mao Yang")
    assert of(paper) == (TITLE, LONG, names, "August 12, 2024")


@pytest.mark.parametrize(
    ("name", "text", "taken_for"),
    [
        ("a", "On Piles\nAda Lovelace\n12 May 2023\n\nWe pile.\n", "plain text"),
        ("a.md", "# On Piles\n\n12 May 2023\n\nWe pile.\n\nHistory\n1 May 2023\n", "Markdown"),
        ("a.csv", "Title,Date\nOn Piles,12 May 2023\nOn Heaps,1 May 2023\n", "table"),
    ],
)
def test_a_date_in_another_text_makes_no_page_of_it(name, text, taken_for):
    assert format_of(Content(name, text.encode())).name == taken_for
