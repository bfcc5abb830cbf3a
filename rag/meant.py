"""Which paper a few words mean: by its name, by who wrote it, by what it is about, or by both.

Only what is sure counts: a paper that retrieval puts first may be the nearest to one that is not
there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from rag import wording
from rag.catalog import Catalog
from rag.contrast import Contrast, contrasts_in
from rag.dated_by import dated_by
from rag.evidence import Finder, Found
from rag.likened import likened
from rag.name_words import name_words
from rag.question import about_papers, understand
from rag.retrieve import Retriever
from rag.silence import margin
from rag.topic import topic_of
from rag.types import Kind, Question
from store.lexical import terms

_NAME = r"(?:[^\W\d_][\w.’'-]*[^\W_] ){0,3}?[^\W\d_][\w’-]*[^\W_]"
_OWNED = re.compile(rf"^(?:the )?(?P<name>{_NAME})(?:['’]s|(?<=s)['’])(?= |$)(?P<rest>.*)$", re.I)
_BY = re.compile(rf"^(?P<rest>.*?)\b(?:by|of|from|that) (?P<name>{_NAME})(?: wrote)?$", re.I)
A_PAPER = re.compile(r"^(?:the|that) (?:[\w-]+ ){0,4}?(?:paper|article|study|report|one)\b", re.I)
_NAMED_PAPER = re.compile(
    r"\b[Tt]he (?:original |first )?(?P<name>(?=[\w.+-]*[A-Z\d][\w.+-]*[A-Z\d])[\w.+-]+)"
    r" (?:paper|article|report)\b"
)
_OWN_PAPERS = re.compile(
    r"^(?P<whose>(?:[\w.’'-]+ ){0,3}?[\w.-]+(?:['’]s?) (?:[\w-]+ ){0,3}?)"
    r"(?:papers|articles|works|studies|reports)\b"
)
_DEFINITE = re.compile(r"^(?:the|that|its|their)\b", re.I)
_SEVERAL = re.compile(r"\b(?:papers|articles|works|studies|reports)\b", re.I)
_PAPER = re.compile(r"\b(?:papers?|articles?|works?|stud(?:y|ies)|reports?|ones?|that of)\b", re.I)
# Where a paper by what it is about stands for its record: "newer than the paper on salt", "share an
# author with the paper on salt".
_THAN_A_PAPER = re.compile(
    r"\b(?:than|after|before|since|as|with|of) "
    r"(?P<words>(?:the|that) (?:[\w-]+ ){0,4}(?:paper|article|study|report)\b"
    r"(?: (?:on|about|by|of|from) [^?.!,;]+)?)",
    re.I,
)
_WHO = re.compile(r"^\W*(?:and )?who\b", re.I)
_TITLED, _FEWEST = 0.75, 2  # share of some words that stand in a title, and how many at least


class Meant:
    """Makes out the papers of one library."""

    def __init__(self, retriever: Retriever, finder: Finder, catalog: Catalog) -> None:
        """Uses the retriever's ranking, and the finder to see whether what is asked is there."""
        self._retriever = retriever
        self._finder = finder
        self._catalog = catalog

    def first(self, topic: str, among: Sequence[str] | None = None) -> tuple[str, Found, bool]:
        """The paper that is nearest to a topic, what it has of it, and whether it is about it.

        Among few papers that are known to be meant less is needed.
        """
        paper_id = self._retriever.first(topic, among)
        found = self._finder.find(paper_id, topic, topic)
        # A topic asks for no value, and each of its words says which paper is meant.
        found = replace(found, unsaid=False, off_focus=False, odd=())
        return paper_id, found, margin(found, named=among is not None) >= 0

    def one(self, words: str) -> str | None:
        """The one paper that a few words surely mean; None where it is not sure."""
        named, _ = self._catalog.named_in(words)
        if named:
            return named[0] if len(named) == 1 else None
        if _SEVERAL.search(words):
            return None
        if len(own := self._by(words)) == 1:
            return own[0]
        if titled := self._titled(words):
            return titled
        for pattern in (_OWNED, _BY):
            match = pattern.search(words.strip(" ?.!,"))
            if match and (own := self._by(match["name"])):
                return self._of_these(own, topic_of(_PAPER.sub(" ", match["rest"])))
        topic = topic_of(_PAPER.sub(" ", words))
        if not topic:
            return None
        paper_id, _, there = self.first(topic)
        return paper_id if there and not self.is_of_another(words, paper_id) else None

    def is_of_another(self, words: str, paper_id: str) -> bool:
        """Whether words ask for the paper that brought in a thing, and this one only uses it.

        "The BERT paper" is none that has the name in its abstract alone.
        """
        title = self._title_terms[paper_id]
        names = [match["name"] for match in _NAMED_PAPER.finditer(words)]
        return any(not title & set(terms(name)) for name in names)

    def side_by_side(self, asked: Question) -> Question:
        """The question about both papers that it sets side by side, where both are made out.

        Where one is plainly a paper and not to be made out, the topic is that one.
        """
        is_other = (
            asked.kind is Kind.SUMMARY or asked.tally or wording.ARE_COMPARED.search(asked.whole)
        )
        if len(asked.named) > 1 or asked.scope is not None or is_other:
            return asked
        contrasts = [c for c in contrasts_in(asked.whole) if self._is_of_papers(c)]
        for contrast in contrasts:
            parts = _singular(contrast.one), _singular(contrast.other)
            both = {part: paper_id for part in parts if (paper_id := self.one(part))}
            if len({*both.values()}) == len(parts):
                return about_papers(asked, tuple(both.values()), contrast.rest)
            strange = [part for part in parts if part not in both and A_PAPER.search(part)]
            if len(contrasts) == 1 and strange and wording.CONTRASTS.search(contrast.rest):
                known = tuple(dict.fromkeys(both.values()))
                return replace(asked, kind=Kind.COMPARE, named=known, topic=strange[0])
        return asked

    def by_record(self, asked: Question) -> Question:
        """The question with what the record of a paper that it only describes has in its place.

        Its date in "newer than the paper on salt", its authors in "share an author with the
        paper on salt". Where that paper is not made out, the question as it was.
        """
        match = _THAN_A_PAPER.search(asked.whole)
        of_set = asked.kind is Kind.LIST or (asked.kind is Kind.RECORD and asked.asks)
        if match is None or asked.named or asked.scope is not None or not of_set:
            return asked
        if not (wording.LIST.search(asked.whole) or _WHO.search(asked.whole)):
            return asked
        if (paper_id := self.one(match["words"])) is None:
            return asked
        start, end = match.span("words")
        whole = dated_by(asked.whole, start, end, self._catalog.papers[paper_id])
        if whole is None:
            title = self._catalog.papers[paper_id].title
            like = likened(f"{asked.whole[:start]}{title}{asked.whole[end:]}", self._catalog)
            if like is None:
                return asked
            read = understand(like.text, self._catalog)
            besides = (*read.besides, like.paper_id) if like.paper_id else read.besides
            return replace(read, text=asked.text, besides=besides)
        return replace(understand(whole, self._catalog), text=asked.text)

    def _is_of_papers(self, contrast: Contrast) -> bool:
        """Whether two things are papers, and not what papers speak of, such as two methods."""
        if contrast.of_papers:
            return True
        parts = (contrast.one, contrast.other)
        sure = [self._is_named(part) for part in parts]
        definite = [_DEFINITE.search(part) is not None for part in parts]
        return any(sure) and all(s or d for s, d in zip(sure, definite, strict=True))

    def _is_named(self, words: str) -> bool:
        """Whether words name a paper, its people, or say its title over again."""
        known = self._catalog.named_in(words)[0] or self._by(words) or self._titled(words)
        return bool(known) or self._is_someones(words)

    def _titled(self, words: str) -> str | None:
        """The one paper whose title has nearly all of the words, if there are some."""
        wanted = set(self._finder.wanted(words))
        if len(wanted) < _FEWEST:
            return None
        titles = self._title_terms.items()
        found = [i for i, title in titles if len(wanted & title) >= _TITLED * len(wanted)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _title_terms(self) -> dict[str, frozenset[str]]:
        return {i: frozenset(terms(p.title)) for i, p in self._catalog.papers.items()}

    def _is_someones(self, words: str) -> bool:
        matches = (pattern.search(words) for pattern in (_OWNED, _BY))
        return any(match and self._by(match["name"]) for match in matches)

    def _by(self, name: str) -> list[str]:
        """The papers of the person, or of all the people, whose name this can be."""
        papers = list(self._catalog.papers.values())
        for one in re.split(r"\s*(?:&|,|\band\b)\s*", name.strip(" ?.!,")):
            parts = [word.plain for word in name_words(one)]
            known = set(self._catalog.people.called(parts[:-1], parts[-1])) if parts else set()
            papers = [paper for paper in papers if known & set(paper.authors)]
        return [paper.id for paper in papers]

    def _of_these(self, ids: Sequence[str], topic: str) -> str | None:
        if len(ids) == 1:
            return ids[0]
        paper_id, _, there = self.first(topic, ids) if topic else ("", None, False)
        return paper_id if there else None


def _singular(words: str) -> str:
    """Of "Cooke's and Hubbard's papers" each has one."""
    return _OWN_PAPERS.sub(r"\g<whose>paper", words, count=1)
