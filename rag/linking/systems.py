"""The system that a question is of and no paper here introduces: "what does KVQuant reach?".

Papers that only name it may still give its figure; of a version that none has, none says anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.evidence.asked_value import expected
from rag.evidence.finder import Found, as_evidence
from rag.linking.only_mentioned import IS_COINED
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from store.lexical import terms
from store.papers import TITLE, Sentence

# A whole word, each letter of which is looked at once: repeated parts must not be tried anew.
_NAME = r"(?<![\w.+-])[\w.+-]++(?<=\w)(?:(?<=[A-Za-z]) \d(?:\.\d+)?(?=\W*$| [a-z]{2,}\W*$))?"
_ASKED = tuple(
    re.compile(pattern)
    for pattern in (
        r"^\W*(?:[Pp]lease )?(?:[Ss]umm?ari[sz]e|[Dd]escribe|[Ee]xplain"
        r"|[Tt]ell me (?:more )?about) "
        rf"(?P<name>{_NAME})(?=\W*$)",
        r"\b(?:do|does|did|can|could|will|would|has|have|is|was|are|were) (?:the )?"
        rf"(?P<name>{_NAME})"
        r"(?=['’]s\b|\W*$| \(?[a-z])",
        rf"(?P<name>{_NAME})['’]s? [a-z]",
        rf"\b(?:wrote|authored|behind|created|developed|invented|made) (?P<name>{_NAME})(?=\W*$)",
        rf"\b(?:paper|article|report|study|one) (?:on|about) (?=[\w.+-]*\d)(?P<name>{_NAME})",
        rf"\b(?:of|by|for|with|from|using) (?P<name>{_NAME})(?=\W*$| (?:on|at|in|for|with"
        rf"|against|over)\b)",
    )
)
_VERSIONED = re.compile(
    r"(?P<base>.*[A-Za-z]{2}|[A-Za-z]-[A-Za-z]+)(?:[ –-]|-?[vV])?(?P<version>\d{1,2}(?:\.\d{1,2})?)"
)
_MOST_HOLDERS = 3  # papers that name it; what more of them have belongs to the field


class Systems:
    """What the papers of one library say of systems that are not their own."""

    def __init__(self, retriever: Retriever, catalog: Catalog) -> None:
        """Uses the retriever's terms of sentences, and what papers are called."""
        self._retriever = retriever
        self._catalog = catalog

    def asked(self, text: str) -> str:
        """The coined name of what a question is of; "" where it has none."""
        small = set(self._catalog.names_in_small(text))
        for pattern in _ASKED:
            for match in pattern.finditer(text.rstrip(" .")):
                if IS_COINED.search(match["name"]) or match["name"] in small:
                    return match["name"]
                if _VERSIONED.fullmatch(match["name"]):
                    return match["name"]
        return ""

    def another_version(self, text: str) -> Found | None:
        """What is said of other versions of what a question is of, where no paper has this one."""
        name = self.asked(text)
        parts = _VERSIONED.fullmatch(name)
        if parts is None:
            return None
        others = self._saying(parts["base"])
        base = r"[\s–_-]*".join(map(re.escape, re.findall(r"\w+", parts["base"])))
        own = re.compile(
            rf"(?<!\w){base}[\s–_-]*v?{re.escape(parts['version'])}(?![\d]|\.\d)", re.I
        )
        numbered = re.compile(rf"(?<!\w){base}[–_-]?v?\d", re.I)
        told = sorted(
            (s for s in others if s.section != TITLE), key=lambda s: not numbered.search(s.text)
        )
        if not told or any(own.search(s.text) for s in others):
            return None
        if not (IS_COINED.search(parts["base"]) or numbered.search(told[0].text)):
            return None  # "stage 3" is none of a family of systems
        return Found(told[0].paper_id, (as_evidence(told[0]),), 1.0, 0.0, (), ())

    def papers_on(self, text: str) -> list[str]:
        """The few papers that name what a question is of; none where it is of no such thing."""
        name = self.asked(text)
        holders = {s.paper_id for s in self._naming(name)} if name else set()
        is_few = len(holders) <= _MOST_HOLDERS or any(c.isdigit() for c in name)
        return sorted(holders) if is_few else []

    def led_by(self, found: Found, text: str) -> Found:
        """What was found in a paper, with a sentence first that names what the question is of.

        A figure that is asked for is not put behind a sentence that has none.
        """
        name = self.asked(text)
        naming = [s for s in self._naming(name) if s.paper_id == found.paper_id] if name else []
        spans = {(s.section, s.start) for s in naming if s.section != TITLE}
        if not spans:
            return found
        first = [e for e in found.sentences if (e.section, e.start) in spans]
        first = first or [as_evidence(next(s for s in naming if s.section != TITLE))]
        best = expected(text, found.sentences[0].text)
        if best >= 1 > expected(text, first[0].text):
            return found
        rest = [e for e in found.sentences if e not in first]
        return replace(found, sentences=(*first, *rest)[: max(1, len(found.sentences))])

    def _naming(self, name: str) -> Sequence[Sentence]:
        """The sentences that have a name to the letter, or in whatever letters a longer one."""
        spelled = re.compile(
            rf"(?<![\w-]){re.escape(name)}(?![\w-]|\.\w)", re.I if len(name) > 3 else 0
        )
        return [s for s in self._saying(name) if spelled.search(s.text)]

    def _saying(self, name: str) -> Sequence[Sentence]:
        own = terms(name, joined=False)
        if not own:
            return []
        sentences = self._retriever.library.sentences
        return [sentences[int(i)] for i in self._retriever.saying(own).nonzero()[0]]
