"""Topics of two things, of which a library has each and never both."""

from __future__ import annotations

import numpy as np
import pytest

from rag.selection.apart import never_together

PRUNING, SPEECH = (("token", "prune"),), (("speech",),)
FEW, OTHERS, MANY = np.eye(20)[0], np.eye(20)[1], np.ones(20)


def test_one_for_the_other_is_in_no_paper() -> None:
    assert never_together("token pruning for speech", [PRUNING, SPEECH], [FEW, OTHERS])


@pytest.mark.parametrize(
    ("topic", "first", "second"),
    [
        ("token pruning for speech", FEW, FEW),  # one paper has both
        ("token pruning for speech", FEW, MANY),  # what many have tells nothing apart
        ("token pruning for speech", FEW, np.zeros(20)),  # it may be said in other words
        ("token pruning and speech", FEW, OTHERS),  # either will do
        ("token pruning, for speech", FEW, OTHERS),
        ("token pruning speech", FEW, OTHERS),
    ],
)
def test_what_may_be_there(topic: str, first: np.ndarray, second: np.ndarray) -> None:
    assert not never_together(topic, [PRUNING, SPEECH], [first, second])


def test_what_only_says_of_which_sort_a_thing_is_is_no_side() -> None:
    tools = (("tool",),)
    assert not never_together("tools for speech", [tools, SPEECH], [FEW, OTHERS])
