"""A source on pages of a PDF has a button for each page."""

from rag.types import Citation
from store.papers import Paper, Passage
from store.places import Place
from ui.conversation import Source
from ui.page_links import page_buttons

PAPER = Paper(id="a2024x", title='A "fast" <b>Paper</b>', text="", record="")
PASSAGE = Passage("a2024x", "2 Method", 0, 4, "Fast")


def source(*places, edition="0123456789ab"):
    citation = Citation(1, PAPER.id, PAPER.title, "Fast", "2 Method, p. 3", 0, 4, places)
    return Source(citation, PAPER, PASSAGE, edition)


def test_the_button_names_the_page_and_the_boxes_on_it():
    shown = page_buttons(source(Place(3, (1.5, 2, 30, 4)), Place(3, (1, 5, 9, 7))), "default")
    assert shown == (
        '<div class="pages"><button type="button" class="act page" name="page" '
        'value="/pages/default/a2024x/3-0123456789ab 1.5,2,30,4;1,5,9,7" '
        'title="Page 3 of A &quot;fast&quot; &lt;b&gt;Paper&lt;/b&gt;">Show page 3</button></div>'
    )


def test_a_quote_over_two_pages_has_two_buttons():
    shown = page_buttons(source(Place(4, (1, 2, 3, 4)), Place(5, (1, 2, 3, 4))), "default")
    assert shown.count("<button") == 2
    assert "Show page 4" in shown
    assert "Show page 5" in shown


def test_a_library_can_have_any_name():
    shown = page_buttons(source(Place(1, (1, 2, 3, 4))), "my papers/2024 & more")
    assert "/pages/my%20papers%2F2024%20%26%20more/a2024x/1-" in shown


def test_what_stands_on_no_page_has_no_button():
    assert page_buttons(source(), "default") == ""


def test_a_conversation_kept_by_an_earlier_version_has_no_button():
    assert page_buttons(source(Place(1, (1, 2, 3, 4)), edition=""), "default") == ""
