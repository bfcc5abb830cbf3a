"""Measures the checker of claims on its own: how many false ones pass, how many true are refused.

The true claims are rewordings, written by hand, of sentences of the default list
(`claims.jsonl`); the false ones are made of them by rule (`eval.corruptions`), or cite the
wrong paper. A file of others (`rewordings/`) may bring false ones written by hand instead.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.bootstrap import Figure, figure
from eval.corruptions import CORRUPTIONS, Pool
from rag.evidence.finder import as_evidence
from rag.records.catalog import Catalog
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


def cases(library: Library, file: Path = CLAIMS, half: str | None = None) -> list[Case]:
    """The cases of a file, the same in every run; a claim and what is made of it are of one half.

    `half` leaves only that one. A row is `{"quote", "claim"}`: the quote, or each of several, is
    in one sentence of the library. It may have `half`, and `false`, a list of
    `{"done", "claim"}`, which are then taken for what is made by rule. Raises EvalError where a
    sentence that is claimed of is not in this library, and for a file or half that is none.
    """
    if half not in (None, "tune", "report"):
        raise EvalError(f"There is no half {half!r}; name tune or report.")
    catalog = Catalog(library.papers)
    chance = random.Random(_SEED)
    systems = sorted({n for i in library.papers for n in catalog.own_names(i) if " " not in n})
    pool = Pool(systems, chance)
    found: list[Case] = []
    for number, row in enumerate(_read(file)):
        of = str(row.get("half") or ("tune" if number % 2 == 0 else "report"))
        quotes = row["quote"] if isinstance(row["quote"], list) else [row["quote"]]
        evidence = tuple(_sentence(library, quote) for quote in quotes)
        found.append(Case(row["claim"], evidence, TRUE, of))
        if "false" in row:
            found += [Case(each["claim"], evidence, each["done"], of) for each in row["false"]]
        else:
            found += _made_by_rule(found[-1], pool, library)
    return [case for case in found if half in (None, case.half)]


def _made_by_rule(true: Case, pool: Pool, library: Library) -> Iterator[Case]:
    """False claims made of a true one, and the true one of the wrong paper."""
    cited = " ".join(sentence.text for sentence in true.evidence)
    for done, corrupt in CORRUPTIONS.items():
        for false in dict.fromkeys(corrupt(true.claim, cited, pool)):
            yield Case(false, true.evidence, done, true.half)
    elsewhere = _nearest_elsewhere(library, true.claim, true.evidence[0])
    yield Case(true.claim, (elsewhere,), WRONG_PAPER, true.half)


def judged(library: Library, chosen: Sequence[Case]) -> Iterator[Verdict]:
    """What the checker says of each case."""
    checker = Checker(library, Catalog(library.papers))
    for case in chosen:
        yield Verdict(case, checker.fault(case.claim, case.evidence))


def mistakes(verdicts: Sequence[Verdict]) -> dict[str, Figure]:
    """Share of true claims refused, of all false ones passed, and of each sort of them."""
    refused = [float(bool(v.fault)) for v in verdicts if v.case.done == TRUE]
    passed: dict[str, list[float]] = {}
    for verdict in verdicts:
        if verdict.case.done != TRUE:
            passed.setdefault(verdict.case.done, []).append(float(not verdict.fault))
    every = [value for values in passed.values() for value in values]
    shares = {"true claims refused": refused, "false claims passed": every, **passed}
    return {name: found for name, values in shares.items() if (found := figure(values))}


def _read(file: Path) -> Iterator[Mapping[str, Any]]:
    """The rows of a file; raises EvalError, with the line, for one that is no claim."""
    try:
        lines = file.read_bytes().decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(
            f"The claims {str(file)!r} cannot be read ({error}); name a file of JSON lines."
        ) from error
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
            texts = [row["claim"], *(text for f in row.get("false", ()) for text in f.values())]
            quotes = row["quote"] if isinstance(row["quote"], list) else [row["quote"]]
            is_claim = all(isinstance(text, str) for text in (*texts, *quotes)) and bool(quotes)
            is_claim &= all({"done", "claim"} <= set(f) for f in row.get("false", ()))
        except (ValueError, TypeError, KeyError, AttributeError):
            is_claim = False
        if not is_claim:
            raise EvalError(
                f"Line {number} of {str(file)!r} is no claim; eval/README.md says what each field "
                "means."
            )
        yield row


def _sentence(library: Library, quote: str) -> Evidence:
    """The one sentence that holds the quote."""
    found = [s for s in library.sentences if quote in s.text and s.section != TITLE]
    if len(found) != 1:
        raise EvalError(
            f"A claim is about one sentence, and {quote!r} is in {len(found)} sentences of this "
            "library; name that which the claims were written for: the default list, if no other."
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
