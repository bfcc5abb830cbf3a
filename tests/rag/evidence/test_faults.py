"""What is wrong with a paper's own system."""

from __future__ import annotations

from rag.evidence.faults import lacks_fault

ASKED = "What are its drawbacks?"


def test_a_fault_that_no_own_sentence_tells() -> None:
    assert lacks_fault(ASKED, ["We present a lamp.", "It overcomes the limitations of lamps."])


def test_a_fault_that_is_told() -> None:
    assert not lacks_fault(ASKED, ["It is slower at noon."])
    assert not lacks_fault(ASKED, ["A limitation is its price."])


def test_what_asks_for_no_fault() -> None:
    assert not lacks_fault("How fast is it?", ["We present a lamp."])
