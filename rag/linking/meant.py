"""Which paper a few words mean: by its name, by who wrote it, by what it is about, or by both.

Only what is sure counts: a paper that retrieval puts first may be the nearest to one that is not
there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rag.evidence.finder import Finder, Found
from rag.evidence.silence import margin
from rag.language.name_words import name_words
from rag.language.topic import topic_of
from rag.linking.credited import spoken_of
from rag.linking.worded import Worded
from rag.records.allowed import fits
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.retrieve import Retriever
from rag.types import Filters
from store.lexical import terms

_NAME = r"(?:[^\W\d_][\w.’'-]*[^\W_] ){0,3}?[^\W\d_][\w’-]*[^\W_]"
_OWNED = re.compile(rf"^(?:the )?(?P<name>{_NAME})(?:['’]s|(?<=s)['’])(?= |$)(?P<rest>.*)$", re.I)
_BY = re.compile(rf"^(?P<rest>.*?)\b(?:by|of|from|that) (?P<name>{_NAME})(?: wrote)?$", re.I)
A_PAPER = re.compile(r"^(?:the|that) (?:[\w-]+ ){0,4}?(?:paper|article|study|report|one)\b", re.I)
_NAMED_PAPER = re.compile(
    r"\b[Tt]he (?:original |first )?(?P<name>(?=[\w.+-]*[A-Z\d][\w.+-]*[A-Z\d])[\w.+-]+)"
    r" (?:paper|article|report)\b"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
DEFINITE = re.compile(r"^(?:the|that|its|their)\b", re.I)
Chances = Callable[[str], Mapping[str, float]]
"""Paper id -> its chance of being about a topic."""
_LIKELY, _FAR = 0.5, 0.5  # a chance, and the share of it that another must not reach
_SEVERAL = re.compile(r"\b(?:papers|articles|works|studies|reports)\b", re.I)
_PAPER = re.compile(r"\b(?:papers?|articles?|works?|stud(?:y|ies)|reports?|ones?|that of)\b", re.I)


class Meant:
    """Makes out the papers of one library."""

    def __init__(
        self, retriever: Retriever, finder: Finder, chances: Chances, catalog: Catalog
    ) -> None:
        """Uses the retriever's ranking, and the finder to see whether what is asked is there.

        The chances of a topic tell a paper about it from one that only has its words.
        """
        self._retriever = retriever
        self._chances = chances
        self._finder = finder
        self._catalog = catalog
        self.worded = Worded(finder, catalog.papers)

    def first(self, topic: str, among: Sequence[str] | None = None) -> tuple[str, Found, bool]:
        """The paper that is nearest to a topic, what it has of it, and whether it is about it.

        Among few papers that are known to be meant less is needed.
        """
        paper_id = self._retriever.first(topic, among)
        found = self._finder.find(paper_id, topic, topic)
        # A topic asks for no value, and each of its words says which paper is meant.
        found = replace(found, unsaid=False, off_focus=False, odd=())
        return paper_id, found, margin(found, named=among is not None, by_name=False) >= 0

    def one(self, words: str, context: str = "") -> str | None:
        """The one paper that a few words surely mean; None where it is not sure.

        Of several papers of a year that have the words, `context` tells which.
        """
        told, is_all = self._told(words, context)
        return told if is_all else self._described(words)

    def plainly(self, words: str, context: str = "") -> str | None:
        """The one paper that a few words mean by a name, its people, its year or its title."""
        return self._told(words, context)[0]

    def _told(self, words: str, context: str) -> tuple[str | None, bool]:
        """The paper that words mean by its record, and whether there is no other way to tell it."""
        named, unnamed = self._catalog.named_in(words)
        if named:
            return self.of_these(named, topic_of(_PAPER.sub(" ", unnamed))), True
        if _SEVERAL.search(words):
            return None, True
        if people := self.people_alone(words):
            return self.of_these(people, topic_of(context)), True
        own = self.by_them(words)
        sure = own[0] if len(own) == 1 else self.worded.headed(words) or self.worded.titled(words)
        if not sure and _YEAR.search(words):
            sure = self._of_its_time(words, context)
        return (sure, True) if sure else self._by_someone(words)

    def surely(self, words: str) -> str | None:
        """The one paper that is named or titled so, or that alone has a definite thing.

        A single word must stand in a title.
        """
        named, _ = self._catalog.named_in(words)
        if named:
            return named[0] if len(named) == 1 else None
        sure = self.worded.headed(words) or self.worded.titled(words)
        if sure or not (DEFINITE.match(words) or words[:1].isupper()):
            return sure
        is_phrase = len(self._finder.wanted(words)) > 1
        return self.worded.titled(words, 1) or (self.worded.only(words) if is_phrase else None)

    def _by_someone(self, words: str) -> tuple[str | None, bool]:
        """The paper that words describe as somebody's, and whether they do."""
        for pattern in (_OWNED, _BY):
            match = pattern.search(words.strip(" ?.!,"))
            if match and (own := self.by_them(match["name"])):
                return self.of_these(own, topic_of(_PAPER.sub(" ", match["rest"]))), True
        return None, False

    def _described(self, words: str) -> str | None:
        """The paper that words describe by what it is about."""
        topic = topic_of(_PAPER.sub(" ", words))
        if not topic:
            return None
        paper_id, _, there = self.first(topic)
        if likelier := self._likelier(topic, paper_id):
            paper_id, there = likelier, True
        return paper_id if there and not self.is_another(words, paper_id) else None

    def _likelier(self, topic: str, paper_id: str) -> str | None:
        """The paper that is far likelier to be about a topic than the one whose words are nearest.

        SPANN for "the vector search paper", where another only has a vector in its name.
        """
        chances = self._chances(topic)
        likeliest = max(chances, key=lambda one: chances[one])
        if chances[likeliest] < _LIKELY or chances[paper_id] > _FAR * chances[likeliest]:
            return None
        return likeliest

    def people_alone(self, words: str) -> tuple[str, ...]:
        """The papers of those whose names are all that words say: "Dudley & Saab's study"."""
        spoken = spoken_of(words, self._catalog)
        if len(spoken) != 1:
            return ()
        said = topic_of(_PAPER.sub(" ", f"{words[: spoken[0].start]} {words[spoken[0].end :]}"))
        return () if said else spoken[0].ids

    def _of_its_time(self, words: str, context: str) -> str | None:
        """The paper of the year, or the people, that a description gives: "the 2020 one on owls".

        It must have all that else is said of it.
        """
        parsed = parse_filters(words, self._catalog)
        if parsed.filters == Filters() or parsed.without:
            return None
        papers = self._catalog.papers.items()
        own = [i for i, paper in papers if fits(paper, parsed.filters)]
        led = [i for i in own if {*self._catalog.papers[i].authors[:1]} & {*parsed.filters.authors}]
        own = led or own
        topic = topic_of(_PAPER.sub(" ", parsed.rest))
        if not own or not topic:
            return own[0] if len(own) == 1 else None
        having = self.worded.having(topic, own)
        more = topic_of(context) if len(having) > 1 else ""
        paper_id, _, there = self.first(f"{topic} {more}".strip(), having or own)
        return paper_id if there else None

    def is_another(self, words: str, paper_id: str) -> bool:
        """Whether words ask for another paper than this one, however near it may be.

        "The BERT paper", which brought it in, is none that has the name in its abstract alone;
        "the penguin review" is no review of something else.
        """
        title = self.worded.title_terms[paper_id]
        names = [match["name"] for match in _NAMED_PAPER.finditer(words)]
        only_uses = any(not title & set(terms(name)) for name in names)
        return only_uses or self.worded.lacks(words, paper_id)

    def is_someones(self, words: str) -> bool:
        """Whether words are what somebody has or wrote, of whom there are papers."""
        matches = (pattern.search(words) for pattern in (_OWNED, _BY))
        return any(match and self.by_them(match["name"]) for match in matches)

    def by_them(self, name: str) -> list[str]:
        """The papers of the person, or of all the people, whose name this can be."""
        papers = list(self._catalog.papers.values())
        for one in re.split(r"\s*(?:&|,|\band\b)\s*", name.strip(" ?.!,")):
            parts = [word.plain for word in name_words(one)]
            known = set(self._catalog.people.called(parts[:-1], parts[-1])) if parts else set()
            papers = [paper for paper in papers if known & set(paper.authors)]
        return [paper.id for paper in papers]

    def of_these(self, ids: Sequence[str], topic: str) -> str | None:
        """The one of a few papers that a topic surely means; a single one needs no topic."""
        if len(ids) == 1:
            return ids[0]
        paper_id, _, there = self.first(topic, ids) if topic else ("", None, False)
        return paper_id if there else None
