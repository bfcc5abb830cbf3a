"""Replies that are not worth waiting for are known while they are being written."""

from __future__ import annotations

import pytest

from rag.models.rambling import repeats_itself, runs_on


@pytest.mark.parametrize(
    ("text", "does"),
    [("ab" * 40, True), ("No. " * 12, True), ("It is 2, 4, 8, 16 and 32 times faster.", False)],
)
def test_repeating(text: str, does: bool) -> None:
    assert repeats_itself(text) is does


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ('{"text": "' + "long " * 3, True),
        ('{"text": "' + "long " * 3 + '"', False),
        ('{"text": "so \\"' + "long " * 2, True),
        ('{"text": "short', False),
        ("{" + " " * 40, False),
        ('He said "' + "long " * 3, False),
    ],
)
def test_running_on(text: str, does: bool) -> None:
    assert runs_on(text, 12) is does
