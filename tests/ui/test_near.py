from dataclasses import replace

from rag.types import Evidence, Filters, Kind, Question, Weighed
from ui.near import near_misses, why

SPAN = Evidence("a", "abstract", 0, 9, "It <grows>.")


def weighed(fits, chance):
    return Weighed("a", "A <b>", fits, chance, SPAN)


def test_near_misses_are_folded_with_what_came_nearest(answer):
    shown = near_misses(replace(answer("x"), weighed=(weighed(True, 0.9), weighed(False, 0.314))))
    assert shown == (
        '<details class="near"><summary>1 near miss, not counted</summary><ul>'
        "<li><strong>A &lt;b&gt;</strong> fits with 31 %. Its nearest sentence: "
        "“It &lt;grows&gt;.”</li></ul></details>"
    )


def test_without_a_near_miss_there_is_nothing(answer):
    assert near_misses(replace(answer("x"), weighed=(weighed(True, 0.9),))) == ""


def test_why_a_paper_is_here_is_its_chance_and_the_filters_that_it_meets(answer):
    question = Question("q", "q", Kind.LIST, filters=Filters(has_code=True))
    judged = replace(answer("x"), question=question, weighed=(weighed(True, 0.9996),))
    assert (
        why(judged, "a") == "fits with 99 %, by its nearest sentence; its record meets: with code"
    )
    assert why(answer("x"), "a") == ""


def test_of_papers_like_another_the_likeness_is_told(answer):
    question = Question("q", "q", Kind.LIST, like="b")
    judged = replace(answer("x"), question=question, weighed=(weighed(True, 0.714),))
    assert why(judged, "a") == "has a likeness of 0.71 (cosine)"
    near = replace(judged, weighed=(weighed(False, 0.4),))
    assert "</strong> has a likeness of 0.40 (cosine). Its nearest" in near_misses(near)
