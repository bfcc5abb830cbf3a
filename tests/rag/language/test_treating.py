"""The verbs by which papers treat a topic are no part of it."""

import pytest

from rag.language.topic import topic_of


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Which ones look at skin friction?", "skin friction"),
        ("which of these touch on rarefied gases?", "rarefied gases"),
        ("which papers shed some light on blood sugar?", "blood sugar"),
        ("documents that bear on the needs of chemists", "needs chemists"),
        ("Which papers go into the growth of cities?", "growth cities"),
        ("which articles have something to say about turbulence?", "turbulence"),
        ("papers tackling the problem of long tunnels", "long tunnels"),
        ("which studies give results on treating anaemia", "treating anaemia"),
        ("papers where owls play an important role", "owls"),
        ("articles in which sandwich panels are discussed", "sandwich panels"),
        ("where can I read up on owls?", "owls"),
    ],
)
def test_what_papers_do_with_a_topic_is_left_out(text: str, topic: str) -> None:
    assert topic_of(text) == topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("papers on robots that look at pictures", "robots look pictures"),
        ("papers on how owls look at mice", "how owls look mice"),
        ("papers where owls hunt mice", "where owls hunt mice"),
    ],
)
def test_what_others_do_stays(text: str, topic: str) -> None:
    assert topic_of(text) == topic
