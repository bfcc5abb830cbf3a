"""Whether papers must come with code, in the words that people use."""

import pytest

from rag.records.code_cues import code_asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Papers on long contexts which do not come with code", False),
        ("pruning papers that haven't released their code", False),
        ("papers that did not publish code", False),
        ("papers that never released code", False),
        ("papers that have yet to release code", False),
        ("papers whose code is not available", False),
        ("papers whose code isn’t public", False),
        ("papers that are not open source", False),
        ("which have not put their code online", False),
        ("papers that dont have code", False),
        ("papers lacking code", False),
        ("papers missing code", False),
        ("no code papers", False),
        ("KV cache stuff of 2025, skip the ones having code", False),
        ("papers not with code", False),
        ("work for which code is out", True),
        ("papers without code by Ting Cao", False),
        ("papers with no code from Microsoft", False),
        ("papers without code from 2024", False),
        ("papers with code from 2024", True),
        ("papers with code by Yifei Liu", True),
        ("List papers except those without code", True),
        ("for how many papers is code recorded as available?", True),
        ("for which papers is there any code?", True),
        ("papers whose code has been shared", True),
        ("for how many papers is no code recorded?", False),
        ("which papers do not have code?", False),
        ("is there code generation in it?", None),
        ("papers with code of conduct", None),
        ("2025 papers + code", True),
        ("papers that offer their implementation", True),
        ("papers with an implementation on FPGAs", None),
        ("papers not without code", True),
        ("Which papers carry the code label?", True),
        ("papers that release their code", True),
        ("open source papers", True),
        ("papers whose code is available", True),
        ("Which papers do not generate code?", None),
        ("papers on code generation without code review", None),
        ("papers that work with code models", None),
        ("papers on open source software", None),
        ("I maintain an open-source project. What helps against bugs?", None),
        ("which of them are open source?", True),
    ],
)
def test_code_is_asked_for_or_refused(text: str, asked: bool | None) -> None:
    found, rest = code_asked(text)
    assert found is asked
    assert found is None or "code" not in rest


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("which category has the most code?", True),
        ("Who has released the most code?", True),
        ("which year has the fewest repositories?", True),
        ("Which paper generates the most code for tests?", None),
    ],
)
def test_the_most_code_is_that_of_most_papers_with_code(text: str, asked: bool | None) -> None:
    assert code_asked(text)[0] is asked
