"""Sentences and passages: where they end, and that they stand where they say."""

import pytest

from store.papers import ABSTRACT, TITLE, Paper
from store.segment import PASSAGE_CHARACTERS, passages, sentence_spans, sentences


def cut(text):
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["We pile.", "Then we heap!", "Do we?", "Yes."],
        ["It works, e.g. on CPUs.", "It is fast, i.e. quick."],
        ["See Fig. 3 and Eq. 2 vs. Tab. 4 of Smith et al. for more.", "We agree."],
        ["It follows Smith et al.", "The rest is new."],
        ["The rate is 3.5 at v1.2.", "It is 0.01 lower."],
        ["We extend llama.cpp and see example.org for code.", "It runs."],
        ["It was written by J. R. Smith.", "The end."],
        ["Made in the U.S. by hand.", "It is good."],
        ['He said "it works."', '"It does," she said.'],
        ["It is done (as planned.)", "We stop."],
        ["We name it nnJIT.", "nnJIT is fast.", "rStar is too."],
        ["The cost is $O(n)$.", "$L_2$ distance is used."],
        ["One.", "2 of 3 agree."],
        ["It ends in an ellipsis...", "Then it goes on."],
        ["no full stop at the end"],
    ],
)
def test_sentences_end_where_a_person_ends_them(parts):
    assert cut(" ".join(parts)) == parts
    assert cut("  " + "\n ".join(parts) + " \t") == parts


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_has_no_sentence(text):
    assert cut(text) == []


def test_every_character_but_white_space_lies_in_exactly_one_sentence(library):
    for paper in library.papers.values():
        covered = 0
        for start, end in sentence_spans(paper.text):
            assert paper.text[covered:start].strip() == ""
            assert start < end
            covered = end
        assert paper.text[covered:].strip() == ""


def test_the_pieces_of_the_default_list_stand_where_they_say(library):
    for piece in [*library.sentences, *library.passages]:
        text = library.papers[piece.paper_id].part(piece.section)
        assert text[piece.start : piece.end] == piece.text
        assert piece.text == piece.text.strip() != ""


def test_the_title_is_the_first_sentence():
    paper = Paper("p", "On Piles. A Study", "We pile. We heap.", "")
    assert [(s.section, s.start, s.end, s.text) for s in sentences(paper)] == [
        (TITLE, 0, 17, "On Piles. A Study"),
        (ABSTRACT, 0, 8, "We pile."),
        (ABSTRACT, 9, 17, "We heap."),
    ]
    assert [s.id for s in sentences(paper)][1:] == ["p/abstract/0-8", "p/abstract/9-17"]


def test_a_short_text_is_one_passage():
    paper = Paper("p", "On Piles", "We pile. We heap.", "")
    (passage,) = passages(paper, sentences(paper))
    assert (passage.section, passage.start, passage.end) == (ABSTRACT, 0, 17)


def test_a_paper_without_text_has_its_title_for_a_passage():
    paper = Paper("p", "On Piles", "", "")
    assert [(p.section, p.text) for p in passages(paper, sentences(paper))] == [
        ("title", "On Piles")
    ]


def test_a_long_text_is_cut_into_equal_runs_of_whole_sentences():
    sentence = "This sentence has exactly fifty characters in it.."
    paper = Paper("p", "On Piles", " ".join([sentence] * 40), "")  # 40 x 50 + 39 = 2,039
    runs = passages(paper, sentences(paper))
    # Three runs, for two of up to 900 characters would not hold it: cut next to 680 and 1,359.
    assert [run.text.count("exactly") for run in runs] == [13, 14, 13]
    assert [run.start for run in runs] == [0, 13 * 51, 27 * 51]
    assert all(len(run.text) <= PASSAGE_CHARACTERS for run in runs)


def test_one_endless_sentence_is_one_passage():
    paper = Paper("p", "On Piles", "pile " * 1_000 + "end.", "")
    (passage,) = passages(paper, sentences(paper))
    assert passage.text == paper.text
