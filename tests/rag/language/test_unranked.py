from __future__ import annotations

import pytest

from rag.chain import Chain
from rag.language.unranked import unranked_in


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("which paper has the largest dataset?", "largest dataset"),
        ("Which paper uses the highest number of GPUs?", "highest number of GPUs"),
        ("the lowest mach number", "lowest mach number"),
        ("highest mach number?", "highest mach number"),
        ("which papers are on large datasets?", ""),
        ("which paper has the largest dataset of images that was ever collected by hand?", ""),
        ("what is the highest accuracy of T-MAC?", ""),
        ("how large is the dataset?", ""),
    ],
)
def test_what_no_paper_is_ranked_by_is_read(text: str, what: str) -> None:
    assert unranked_in(text) == what


def test_that_papers_are_not_ranked_by_it_is_said(chain: Chain) -> None:
    asked = "which paper has the largest dataset?"
    assert "Which of them has the largest dataset is not told" in chain.ask(asked).markdown
    for other in ("which papers use a dataset?", "which paper has the largest speedup?"):
        assert "is not told" not in chain.ask(other).markdown
