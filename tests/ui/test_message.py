from dataclasses import replace

from rag.types import Answer, Citation, Coverage, Filters, Kind, Question
from ui.conversation import Source, Turn
from ui.message import header, message, question

CITED = (Citation(1, "a2024x", "A", "quote", "abstract", 0, 5),)
LINK = '<a class="marker" href="#src-3-1" title="Source 1: A">[1]</a>'
ACTS = (
    '<button type="button" class="act last" name="retry" value="">Retry</button>'
    '<button type="button" class="act last" name="edit" value="">Edit</button>'
    '<button type="button" class="act last" name="undo" value="">Undo</button>'
)


def test_a_question_is_shown_as_typed_and_a_huge_one_cut():
    assert question("<b>2 * 3</b>") == "&#60;b&#62;2 &#42; 3&#60;&#47;b&#62;"
    assert question("a" * 100_000) == "a" * 2_000 + " …"


def test_a_turn_under_way_shows_its_checked_part_and_its_step():
    turn = Turn("q", markdown="Fast.", step="Checking 3 of 50")
    assert message(turn, 1) == 'Fast.\n\n<p class="progress">Checking 3 of 50</p>'


def test_a_failed_turn_shows_its_note_as_text():
    turn = Turn("q", note="No <b>such</b> file.")
    assert message(turn, 1) == (
        '<p class="note">No &lt;b&gt;such&lt;/b&gt; file.</p>\n\n'
        f'<div class="foot"><span class="acts">{ACTS}</span></div>'
    )


def finished(**changes):
    answer = Answer(
        question=Question("q", "q", Kind.FACT),
        markdown="Fast. [1]",
        abstained=False,
        papers=(),
        citations=CITED,
        coverage=Coverage(49, 50),
        engine="extractive",
        understood="Papers about speed",
    )
    answer = replace(answer, **changes)
    sources = tuple(Source(citation, None, None) for citation in CITED)
    return Turn("q", markdown=answer.markdown, sources=sources, answer=answer)


SOURCES = '<button type="button" class="act narrow" name="sources" value="3">Sources (1)</button>'
COPY = '<button type="button" class="act" name="copy" value="0a-3">Copy</button>'


def test_a_finished_turn_says_how_it_was_understood_and_what_was_considered():
    assert message(finished(), 3) == (
        '<p class="understood">Understood: Papers about speed</p>\n\n'
        f"Fast.&nbsp;{LINK}\n\n"
        '<div class="foot"><span class="coverage">49 of 50 papers considered</span>'
        f'<span class="acts">{SOURCES}{ACTS}</span></div>'
    )


def test_what_is_kept_can_be_copied_saved_and_rated():
    shown = message(finished(), 3, "0a")
    assert f"{SOURCES}{COPY}{ACTS}" in shown
    assert '<a class="act" href="/conversations/0a-3.bib" download>BibTeX</a>' in shown
    assert '<a class="act" href="/conversations/0a.md" download>Whole conversation</a>' in shown
    assert 'name="flag" value="3-missing paper">Missing paper</button>' in shown


def test_a_rated_answer_says_so():
    shown = message(replace(finished(), verdict="wrong fact"), 3, "0a")
    assert '<span class="rated">Rated: wrong fact</span>' in shown
    assert 'name="flag"' not in shown


def test_filters_are_chips_and_not_said_twice():
    narrowed = Question("q", "q", Kind.LIST, topic="x", filters=Filters(has_code=True))
    shown = message(finished(question=narrowed, understood="all; with code"), 3)
    assert shown.startswith(
        '<p class="understood">Understood: all <button type="button" class="chip act" '
        'name="without" value="3-1" title="Ask again without: with code">with code</button></p>'
    )


def test_what_might_be_asked_next_is_a_button_each():
    shown = message(replace(finished(), next=('Is "it" <fast>?',)), 3)
    assert shown.endswith(
        '<div class="suggestions"><button type="button" class="act next" name="ask" '
        'value="Is &quot;it&quot; &lt;fast&gt;?">Is &quot;it&quot; &lt;fast&gt;?</button></div>'
    )


def test_an_engine_other_than_the_default_is_named():
    shown = message(finished(engine="openai:small", understood=""), 3)
    assert '<span class="coverage">49 of 50 papers considered · openai:small</span>' in shown


def test_a_setting_is_called_as_the_page_calls_it():
    shown = message(finished(note="It cannot be reached; look at OPENAI_BASE_URL."), 3)
    assert "It cannot be reached; look at the address." in shown


def test_the_header_counts_the_papers():
    assert "Answers from 50 papers," in header(50)
    assert "Answers from 1 paper," in header(1)
