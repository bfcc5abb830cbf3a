from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rag.types import Claim, Draft, Evidence
from rag.verify import verify
from store.library import Library

Span = Callable[..., Evidence]
QUOTE = "T-MAC"


@pytest.fixture
def good(span: Span) -> Evidence:
    return span("wei2024tmac", QUOTE)


def kept(library: Library, *claims: Claim) -> tuple[Claim, ...]:
    return verify(Draft("Lead.", claims), library.papers).claims


def test_a_verbatim_span_passes(
    library: Library, good: Evidence, caplog: pytest.LogCaptureFixture
) -> None:
    claim = Claim("It is called T-MAC.", (good,), "wei2024tmac")
    assert kept(library, claim) == (claim,)
    assert caplog.records == []


@pytest.mark.parametrize("section", ["title", "abstract", "record"])
def test_every_section_can_be_cited(library: Library, span: Span, section: str) -> None:
    claim = Claim("A name.", (span("wei2024tmac", QUOTE, section),))
    assert kept(library, claim) == (claim,)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"text": "T-MAX"}, "does not stand at its place"),
        ({"start": 1, "end": 6}, "does not stand at its place"),
        ({"start": 10**6, "end": 10**6 + 5}, "does not stand at its place"),
        ({"start": -5, "end": -1}, "is no span"),
        ({"start": 3, "end": 3, "text": ""}, "is no span"),
        ({"start": 8, "end": 3}, "is no span"),
        ({"paper_id": "nobody2020nothing"}, "there is no paper 'nobody2020nothing'"),
        ({"paper_id": "chen2021spann"}, "does not stand at its place"),
    ],
)
def test_a_forged_span_is_dropped_and_logged(
    library: Library,
    good: Evidence,
    changes: dict[str, str | int],
    why: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert kept(library, Claim("A claim.", (replace(good, **changes),))) == ()
    (record,) = caplog.records
    assert record.levelname == "ERROR"
    assert why in record.getMessage()
    assert "A claim." in record.getMessage()


def test_a_negative_offset_does_not_count_from_the_end(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    tail = library.papers["wei2024tmac"].text[-10:-2]
    forged = Evidence("wei2024tmac", "abstract", -10, -2, tail)
    assert kept(library, Claim("A claim.", (forged,))) == ()
    assert "is no span" in caplog.text


def test_a_claim_about_a_paper_cites_that_paper(
    library: Library, good: Evidence, caplog: pytest.LogCaptureFixture
) -> None:
    assert kept(library, Claim("SPANN fits.", (good,), "chen2021spann")) == ()
    assert "names the paper 'chen2021spann' and cites only others" in caplog.text


def test_a_claim_without_evidence_is_dropped(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    assert kept(library, Claim("Trust me.", ())) == ()
    assert "it cites nothing" in caplog.text


def test_one_bad_span_spoils_its_claim_and_no_other(
    library: Library, good: Evidence, caplog: pytest.LogCaptureFixture
) -> None:
    sound = Claim("Sound.", (good,))
    spoiled = Claim("Spoiled.", (good, replace(good, text="T-MAX")))
    assert kept(library, spoiled, sound) == (sound,)
    assert len(caplog.records) == 1


def test_a_verdict_on_a_forged_span_is_dropped(
    library: Library, good: Evidence, caplog: pytest.LogCaptureFixture
) -> None:
    claim = Claim("It is called T-MAC.", (good,))
    forged = Claim("T-MAC is faster.", (replace(good, text="T-MAX"),))
    assert verify(Draft("", (claim,), verdict=claim), library.papers).verdict == claim
    assert verify(Draft("", (claim,), verdict=forged), library.papers).verdict is None
    (record,) = caplog.records
    assert "A verdict was dropped" in record.message
