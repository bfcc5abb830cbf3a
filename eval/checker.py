"""Measures the checker of claims on its own: how many false ones pass, how many true are refused.

The true claims are rewordings, written by hand, of sentences of the default list
(`claims.jsonl`); the false ones are made of them by rule (`eval.corruptions`), or cite the
wrong paper.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.bootstrap import Figure, figure
from eval.corruptions import CORRUPTIONS, Pool
from rag.catalog import Catalog
from rag.evidence import as_evidence
from rag.support.checker import Checker
from rag.types import Evidence
from store.errors import EvalError
from store.library import Library
from store.papers import TITLE

CLAIMS = Path(__file__).parent / "claims.jsonl"
TRUE, WRONG_PAPER = "true", "wrong paper"
_SEED = 7


@dataclass(frozen=True, slots=True)
class Case:
    """A claim, what it cites, and what was done to it (`TRUE`: nothing)."""

    claim: str
    evidence: tuple[Evidence, ...]
    done: str
    half: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A case with what the checker says against it; empty where it passes."""

    case: Case
    fault: str


def cases(library: Library) -> list[Case]:
    """All cases, the same in every run; a claim and what is made of it are of one half.

    Raises EvalError where a sentence that is claimed of is not in this library.
    """
    catalog = Catalog(library.papers)
    chance = random.Random(_SEED)
    systems = sorted({n for i in library.papers for n in catalog.own_names(i) if " " not in n})
    pool = Pool(systems, chance)
    found: list[Case] = []
    for number, (quotes, claim) in enumerate(_read()):
        half = "tune" if number % 2 == 0 else "report"
        evidence = tuple(_sentence(library, quote) for quote in quotes)
        cited = " ".join(sentence.text for sentence in evidence)
        found.append(Case(claim, evidence, TRUE, half))
        for done, corrupt in CORRUPTIONS.items():
            made = dict.fromkeys(corrupt(claim, cited, pool))
            found += [Case(false, evidence, done, half) for false in made]
        elsewhere = _nearest_elsewhere(library, claim, evidence[0])
        found.append(Case(claim, (elsewhere,), WRONG_PAPER, half))
    return found


def judged(library: Library, chosen: Sequence[Case]) -> Iterator[Verdict]:
    """What the checker says of each case."""
    checker = Checker(library, Catalog(library.papers))
    for case in chosen:
        yield Verdict(case, checker.fault(case.claim, case.evidence))


def mistakes(verdicts: Sequence[Verdict]) -> dict[str, Figure]:
    """Share of true claims refused, of all false ones passed, and of each sort of them."""
    refused = [float(bool(v.fault)) for v in verdicts if v.case.done == TRUE]
    passed = {
        done: [float(not v.fault) for v in verdicts if v.case.done == done]
        for done in (*CORRUPTIONS, WRONG_PAPER)
    }
    every = [value for values in passed.values() for value in values]
    shares = {"true claims refused": refused, "false claims passed": every, **passed}
    return {name: found for name, values in shares.items() if (found := figure(values))}


def _read() -> Iterator[tuple[list[str], str]]:
    """Of each claim the quotes of the sentences that it rests on, and its words."""
    for line in CLAIMS.read_text("utf-8").splitlines():
        data = json.loads(line)
        quotes = data["quote"]
        yield quotes if isinstance(quotes, list) else [quotes], data["claim"]


def _sentence(library: Library, quote: str) -> Evidence:
    """The one sentence that holds the quote."""
    found = [s for s in library.sentences if quote in s.text and s.section != TITLE]
    if len(found) != 1:
        raise EvalError(
            f"The claims are about the default list, and {quote!r} is in {len(found)} sentences "
            "of this library; name that one, or none."
        )
    return as_evidence(found[0])


def _nearest_elsewhere(library: Library, claim: str, own: Evidence) -> Evidence:
    """The sentence of any other paper that is nearest to a claim: the likeliest mistake."""
    similarity = library.sentence_similarity(library.embed(claim))
    for place in similarity.argsort()[::-1]:
        sentence = library.sentences[int(place)]
        if sentence.paper_id != own.paper_id and sentence.section != TITLE:
            return as_evidence(sentence)
    raise EvalError("The library has but one paper; the checker is measured on several.")
