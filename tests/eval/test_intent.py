"""What one lot of questions is asked for, told by what others taught."""

import numpy as np

from eval.intent import fit, of_wordings
from store.embed import default_embedder

TEACHING, ASKED = ("wordings 1", "wordings 2", "wordings 4", "wordings 5"), "wordings 3"


def test_a_lot_is_told_apart_by_what_others_taught() -> None:
    examples = [e for e in of_wordings() if e.lot in (*TEACHING, ASKED)]
    vectors = default_embedder().embed([e.text for e in examples]).astype(np.float64)
    own = np.array([e.lot == ASKED for e in examples])
    others = [e for e, is_own in zip(examples, own, strict=True) if not is_own]
    mine = [e for e, is_own in zip(examples, own, strict=True) if is_own]
    odds = fit(others, vectors[~own]).odds(mine, vectors[own])
    assert len(mine) == 300
    assert np.mean((odds > 0) == np.array([e.is_set for e in mine])) >= 0.95
