"""Papers that a question sets side by side: "compare the penguin review with the Kenya pilot"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.language import wording
from rag.linking.credited import spoken_of
from rag.linking.each_own import EachOwn
from rag.linking.meant import A_PAPER, DEFINITE, Meant
from rag.linking.worded import says_more_than_kind
from rag.question.beside import set_side_by_side
from rag.question.contrast import Contrast, contrasts_in, each_alone
from rag.records.catalog import Catalog
from rag.types import Kind, Question

_OWN_PAPERS = re.compile(
    r"^(?P<whose>(?:[\w.’'-]+ ){0,3}?[\w.-]+(?:['’]s?) (?:[\w-]+ ){0,3}?)"
    r"(?:papers|articles|works|studies|reports)\b"
)
# "The 2005 meta-analysis", "the Kenya pilot", "the review by Hale": a paper by its kind.
_OF_A_KIND = re.compile(
    rf"^(?:the|that|this|an?) (?:[\w'’/-]+ ){{0,5}}?{wording.PAPER_KINDS}"
    r"(?= (?:by|from|on|about|of|in|with|for)\b|\W*$)",
    re.I,
)
_SET_BESIDE = re.compile(
    rf"{wording.CONTRASTS.pattern}|\b(?:(?:dis)?agree|contradict|same\b)", re.I
)
_OF_SETS = re.compile(r"^\W*(?:which|who|find|list|show)\b|\b(?:papers|articles|any\w*)\b", re.I)
_TWO_OF_A_SET = re.compile(r"\b(?:the|these|those|both(?: the| of the)?) two\b", re.I)
_SHOUTED = re.compile(r"[A-Z][A-Z\d-]+$")  # a system in capitals: "CHAMP"
_SOMEBODY = r"[A-Z][\w'’-]*[a-z]"
_PEOPLE = re.compile(
    rf"{_SOMEBODY}(?:,? (?:and|&) {_SOMEBODY})?(?: et al\.?)?(?:['’]s?)?(?:,? \(?\d{{4}}\)?)?$"
)


class Beside:
    """Makes out the papers of one library that stand beside each other in a question."""

    def __init__(self, meant: Meant, each_own: EachOwn, catalog: Catalog) -> None:
        """Uses what tells which paper a few words mean, and what papers are called."""
        self._meant = meant
        self._each_own = each_own
        self._worded = meant.worded
        self._catalog = catalog

    def side_by_side(self, asked: Question) -> Question:
        """The question about both papers that it sets side by side, where both are made out.

        Where one is plainly a paper and not to be made out, the topic is that one.
        """
        is_other = (
            asked.kind is Kind.SUMMARY
            or asked.tally
            or asked.parts
            or wording.ARE_COMPARED.search(asked.whole)
        )
        if len(asked.named) > 1 or asked.scope is not None or is_other:
            return asked
        every = list(contrasts_in(each_alone(asked.whole)))
        contrasts = [c for c in every if self._is_of_papers(c)]
        for contrast in contrasts:
            parts = _singular(contrast.one), _singular(contrast.other)
            met = dict(zip(parts, self._each_own.made_out(*parts, contrast.rest), strict=True))
            both = {part: paper_id for part, paper_id in met.items() if paper_id}
            if len({*both.values()}) == len(parts):
                return set_side_by_side(asked, tuple(both.values()), contrast.rest)
            strange = [a for part in parts if part not in both and (a := self._strange(part, both))]
            if len(contrasts) == 1 and strange and _SET_BESIDE.search(contrast.rest):
                known = tuple(dict.fromkeys(both.values()))
                return replace(asked, kind=Kind.COMPARE, named=known, topic=strange[0])
        by_set = asked.named or _TWO_OF_A_SET.search(asked.whole)
        return asked if by_set else self._of_its_own(asked, every)

    def _of_its_own(self, asked: Question, contrasts: Iterable[Contrast]) -> Question:
        """The question about the papers of two things that each has one of; else as it was."""
        for contrast in contrasts:
            if not contrast.is_plain or _OF_SETS.search(contrast.rest):
                continue
            if both := self._each_own.pair(contrast.one, contrast.other, contrast.rest):
                return set_side_by_side(asked, both, contrast.rest)
        return asked

    def _strange(self, part: str, known: Iterable[str]) -> str:
        """What is plainly a paper that is not made out; "" where it may be something else."""
        if A_PAPER.search(part) or _OF_A_KIND.search(part):
            return part
        return f"the paper by {part}" if self._is_somebodys(part, known) else ""

    def _is_somebodys(self, part: str, beside: Iterable[str]) -> bool:
        """Whether words are a name that no paper has, beside one that some have: "Hale and Ito"."""
        if not _PEOPLE.match(part) or spoken_of(part, self._catalog):
            return False
        return any(self._meant.people_alone(other) for other in beside if other != part)

    def _is_of_papers(self, contrast: Contrast) -> bool:
        """Whether two things are papers, and not what papers speak of, such as two methods."""
        parts = (contrast.one, contrast.other)
        of_a_kind = all(_OF_A_KIND.search(part) and says_more_than_kind(part) for part in parts)
        if contrast.of_papers or of_a_kind:
            return True
        sure = [self._is_named(part) for part in parts]
        definite = [DEFINITE.search(part) is not None for part in parts]
        if any(sure) and all(s or d for s, d in zip(sure, definite, strict=True)):
            return True
        if any(self._is_somebodys(part, parts) for part in parts):
            return True
        return self._are_apart(contrast, sure)

    def _are_apart(self, contrast: Contrast, sure: Sequence[bool]) -> bool:
        """Whether two things are compared of which each is the subject of a paper of its own."""
        if not wording.CONTRASTS.search(contrast.rest) or _OF_SETS.search(contrast.rest):
            return False
        pairs = zip(sure, (contrast.one, contrast.other), strict=True)
        return all(s or self._worded.is_subject(part) for s, part in pairs)

    def _is_named(self, words: str) -> bool:
        """Whether words name a paper, its people, or say its title over again."""
        known = (
            self._catalog.named_in(words)[0]
            or self._meant.by_them(words)
            or self._worded.titled(words)
            or (_SHOUTED.match(words) and self._meant.surely(words))
        )
        return bool(known) or self._meant.is_someones(words)


def _singular(words: str) -> str:
    """Of "Cooke's and Hubbard's papers" each has one."""
    return _OWN_PAPERS.sub(r"\g<whose>paper", words, count=1)
