"""Journals and conferences: papers in them, where a paper appeared, and how many each has."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from rag.chain import Chain
from rag.question.describe import describe
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.records.tally import Tally, TallyOf, Wanted
from rag.records.venues import Venues
from rag.types import Answer
from store.indexing import index_library
from store.library import Library
from store.papers import Paper

NIME = "Proceedings of the International Conference on New Interfaces for Musical Expression"
ICSE = "Proceedings of the 37th International Conference on Software Engineering (ICSE)"
TSE = "IEEE Transactions on Software Engineering"

RECORDS = (  # key, title, author, year, field, venue
    ("reed", "Reeds of Paper", "Ida Reed", 2015, "booktitle", NIME),
    ("drum", "Drums of Water", "Olaf Drum", 2018, "booktitle", NIME),
    ("song", "Songs for Elevators", "Mia Song", 2018, "booktitle", f"Music {NIME}"),
    ("test", "Flaky Tests in the Wild", "Jo Teller", 2015, "booktitle", ICSE),
    ("merge", "Merging Without Tears", "Jo Teller", 2016, "journal", TSE),
    ("gene", "Genes of the Axolotl", "Ada Salamander", 2012, "journal", "Nature"),
    (
        "spine",
        "Coping after Spinal Injury",
        "Bo Spine",
        2012,
        "journal",
        "Rehabilitation Psychology",
    ),
    ("knee", "Coping after Knee Surgery", "Bo Spine", 2014, "journal", "Rehabilitation Psychology"),
    ("wage", "Wages and Weather", "Lea Wage", 2001, "journal", "The American Economic Review"),
    ("rent", "Rents and Rain", "Lea Wage", 2003, "journal", "American Economic Review"),
    ("mood", "Moods of Miners", "Kit Mood", 2010, "journal", "Psychol Med"),
    ("sleep", "Sleep of Sailors", "Kit Mood", 2011, "journal", "Psychological Medicine"),
    ("loose", "A Loose Report", "Nil Loose", 2000, "note", "kept by the author"),
)
TITLES = {key: title for key, title, *_ in RECORDS}
Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    folder = tmp_path_factory.mktemp("venues")
    entries = (
        f"@article{{{key},\n title = {{{title}}},\n author = {{{author}}},\n year = {year},\n"
        f" {field} = {{{venue}}},\n abstract = {{This is on {title.lower()}.}}\n}}\n"
        for key, title, author, year, field, venue in RECORDS
    )
    (folder / "papers.bib").write_text("\n".join(entries), "utf-8")
    index_library(folder / "library", [folder / "papers.bib"])
    return Chain(Library.open(folder / "library"))


def keys(answer: Answer) -> set[str]:
    own = {title: key for key, title in TITLES.items()}
    return {own[paper.title] for paper in answer.papers}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("papers in the journal Rehabilitation Psychology", "spine knee"),
        ("What do we hold from Rehabilitation Psychology?", "spine knee"),
        ("papers published in rehabilitation psychology", "spine knee"),
        ("Which papers by Spine appeared in Rehabilitation Psychology in 2012?", "spine"),
        ("papers in Nature", "gene"),
        ("papers in the journal nature", "gene"),
        ("papers in Nature or the American Economic Review", "gene wage rent"),
        ("Which papers are from Psychological Medicine?", "mood sleep"),
        ("papers in Psychol. Med.", "mood sleep"),
        ("papers at ICSE", "test"),
        ("Which papers are from the ICSE conference?", "test"),
        ("papers published in Software Engineering", "test merge"),
        ("papers at NIME", "reed drum song"),
        ("papers at NIME since 2016", "drum song"),
        ("papers in the Music Proceedings", "song"),
        ("papers in the Music Proceedings and not in the normal proceedings", "song"),
        ("papers in the normal proceedings", "reed drum"),
        ("papers from New Interfaces for Musical Expression", "reed drum song"),
        ("Which papers by Kit Mood are not in Psychol Med?", ""),
        ("Which papers by Teller were not published at ICSE?", "merge"),
        (
            "papers since 2012 except those in Rehabilitation Psychology",
            "reed drum song test merge gene",
        ),
        ("papers before 2012 from neither Psychol Med nor the American Economic Review", "loose"),
        ("papers in the journal Science", ""),
        ("papers with Bo Spine as first author in Rehabilitation Psychology", "spine knee"),
        ("papers in Nature that were not first-authored by Kit Mood", "gene"),
        ("papers in Rehabilitation Psychology with an abstract", "spine knee"),
        ("papers with no journal", "loose"),
    ],
)
def test_papers_of_a_venue(chain: Chain, question: str, expected: str) -> None:
    answer = chain.ask(question)
    assert keys(answer) == {*expected.split()}
    assert not answer.question.topic


def test_each_paper_is_shown_with_the_line_that_names_its_venue(chain: Chain) -> None:
    answer = chain.ask("papers from Psychological Medicine")
    assert [c.quote for c in answer.citations] == ["Psychol Med", "Psychological Medicine"]
    assert "in Psychological Medicine" in answer.understood


def test_a_topic_is_looked_for_in_a_venue(chain: Chain) -> None:
    question = chain.ask("papers on knee surgery in Rehabilitation Psychology").question
    assert question.topic == "knee surgery"
    assert question.filters.venues == ("Rehabilitation Psychology",)


@pytest.mark.parametrize(
    "question",
    [
        "papers on software engineering",
        "psychology papers",
        "papers on rehabilitation psychology",
        "Which papers study changes in rehabilitation psychology and care?",
        "papers on nature",
        "papers from nature",
        "What is found in nature?",
        "Which papers are about musical expression?",
        "papers on new interfaces",
        "papers in Rehabilitation Psychology Review",
        "How does merging work in practice?",
    ],
)
def test_a_topic_is_no_venue(chain: Chain, question: str) -> None:
    asked = chain.ask(question).question
    assert (asked.filters.venues, asked.unwanted.venues) == ((), ())


def test_a_title_is_read_as_one_though_it_has_the_name_of_a_journal() -> None:
    papers = {"a": Paper("a", "Lessons in Nature and Art", "", "", venue="Nature")}
    venues, text = Venues(papers, {}), "Who wrote Lessons in Nature and Art?"
    assert venues.spoken_of(text).wanted == ("Nature",)
    assert venues.spoken_of(text, [(10, 35, ["a"])]).rest == text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("In which journal did the paper on spinal injury appear?", "Rehabilitation Psychology"),
        ("Where was “Genes of the Axolotl” published?", "appeared in Nature"),
        ("At which conference was Reeds of Paper presented?", "New Interfaces"),
        ("What venue did Flaky Tests in the Wild come out in?", "Software Engineering"),
        ("Which journal is Salamander's paper in?", "appeared in Nature"),
        ("Is the paper on genes from Nature?", "Yes: "),
        ("Is the paper on genes from Psychological Medicine?", "No: "),
    ],
)
def test_where_a_paper_appeared(chain: Chain, question: str, said: str) -> None:
    answer = chain.ask(question)
    assert said in answer.markdown
    assert len(answer.papers) == 1


def test_a_record_without_a_venue_answers_nothing(chain: Chain) -> None:
    answer = chain.ask("Where did A Loose Report appear?")
    assert "the record names no journal" in answer.markdown
    assert answer.abstained


def test_where_it_appeared_rests_on_its_record(chain: Chain) -> None:
    (citation,) = chain.ask("Where was Genes of the Axolotl published?").citations
    assert (citation.section, citation.quote) == ("record", "Nature")


def test_a_record_is_asked_for_by_its_venue(chain: Chain) -> None:
    answer = chain.ask("Who wrote the paper in Nature?")
    assert "was written by Ada Salamander" in answer.markdown


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "how many papers per journal?",
            "The American Economic Review: 2, Psychological Medicine: 2",
        ),
        ("Which venues are there?", "**8 journals and conferences** in 13 papers"),
        ("Which conference has the most papers?", f"**{NIME}**"),
        ("average number of papers per venue", "8 venues"),
        ("who wrote more papers in Psychol Med, Bo Spine or Kit Mood?", "**Kit Mood**: 2 papers"),
        ("Which journals have only one paper?", "**4 journals and conferences** with exactly 1"),
        ("In which journals did Jo Teller publish?", "Transactions on Software Engineering"),
    ],
)
def test_tallies_count_a_venue_once_however_it_is_spelled(
    chain: Chain, question: str, said: str
) -> None:
    assert said in chain.ask(question).markdown


def test_follow_ups(chain: Chain) -> None:
    before = chain.ask("papers by Bo Spine")
    assert "Rehabilitation Psychology" in chain.ask("in which journal?", [before]).markdown
    one = chain.ask("Who wrote Genes of the Axolotl?")
    assert "appeared in Nature" in chain.ask("and where was it published?", [one]).markdown
    some = chain.ask("papers since 2012")
    assert keys(chain.ask("only those at NIME", [some])) == {"reed", "drum", "song"}
    other = chain.ask("and in Nature?", [chain.ask("papers in Psychol Med")])
    assert keys(other) == {"gene"}


def test_without_venues_nothing_is_read_as_one() -> None:
    venues = Venues({"a": Paper("a", "A", "", "A")}, {})
    assert not venues
    assert not venues.asked_in("In which journal did A appear?")
    assert venues.spoken_of("papers in the journal Nature").rest == "papers in the journal Nature"


def test_a_count_over_venues_is_one_also_where_records_name_none() -> None:
    catalog = Catalog({"a": Paper("a", "A", "", "A")})
    tally = understand("how many papers per journal?", catalog).tally
    assert tally == Tally(TallyOf.VENUE, Wanted.EACH)


def test_a_question_says_each_venue_once(chain: Chain) -> None:
    question = chain.ask("papers in the American Economic Review").question
    assert len(question.filters.venues) == 2
    assert describe(question, ()).endswith("in The American Economic Review")


def test_letters_that_the_papers_use_for_something_else_are_no_acronym() -> None:
    journal = {"a": Paper("a", "A", "", "", venue="Journal of Traumatic Stress")}
    assert Venues(journal, {}).spoken_of("papers in JTS").wanted
    used = {"jts": {("joint", "task", "schedul")}}
    assert not Venues(journal, used).spoken_of("papers in JTS").wanted


def test_a_long_text_is_read_in_time_also_where_there_are_many_journals() -> None:
    papers = {
        str(n): Paper(str(n), "A", "", "", venue=f"Journal of {chr(97 + n % 26)}{n} Studies")
        for n in range(2_000)
    }
    text = "papers in the Journal of " * 160
    venues, started = Venues(papers, {}), process_time()
    assert venues.spoken_of(text).rest == text
    assert process_time() - started < 2


def test_names_of_thousands_of_letters_and_many_proceedings_are_read_in_time() -> None:
    names = ["(A" + "A" * 9_000, "A-" * 5_000, "a (b " * 2_000]
    names += [f"Proceedings of the Conference on Piles {chr(97 + n % 26)}{n}" for n in range(2_000)]
    papers = {str(n): Paper(str(n), "A", "", "", venue=name) for n, name in enumerate(names)}
    started = process_time()
    venues = Venues(papers, {})
    venues.spoken_of("papers in the normal proceedings " * 100)
    assert process_time() - started < 5
