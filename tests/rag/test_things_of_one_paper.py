"""Questions for a thing of one paper, which are not for papers, and the other way round."""

from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.conversation.make_whole import make_whole
from rag.types import Kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Explain to me the reason T-MAC uses tables.", Kind.FACT),
        ("Tell me the reasons why T-MAC is fast", Kind.FACT),
        ("Explain why SPANN needs a disk", Kind.FACT),
        ("LoongRL works at 128K but how long were its inputs?", Kind.FACT),
        ("what step of an image search system might go thanks to IRGen", Kind.FACT),
        ("The time series paper borrows a model from another field. Which field is it?", Kind.FACT),
        ("I must present SPANN tomorrow. What is that paper's main story?", Kind.SUMMARY),
        ("What story does the SPANN paper tell?", Kind.SUMMARY),
        ("We need the data set used in the speech paper.", Kind.FACT),
        ("I read the paper on caches. What is their method called?", Kind.FACT),
        ("Where do the RedStone authors get their data from?", Kind.FACT),
        ("Which field is SPANN in?", Kind.RECORD),
        ("I need the papers on pruning", Kind.LIST),
        ("which papers does the library have on pruning", Kind.LIST),
    ],
)
def test_a_thing_of_one_paper_is_told_from_papers(chain: Chain, text: str, kind: Kind) -> None:
    assert make_whole(text, (), chain._catalog).kind is kind


def test_who_uses_a_thing_is_not_told_by_its_record(chain: Chain) -> None:
    assert make_whole("Which company uses SPANN?", (), chain._catalog).asks == ()
    asked = make_whole("Which company is SPANN from?", (), chain._catalog)
    assert asked.asks == ("organisations",)
