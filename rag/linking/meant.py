"""Which paper a few words mean: by its name, by who wrote it, by what it is about, or by both.

Only what is sure counts: a paper that retrieval puts first may be the nearest to one that is not
there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from rag.evidence.finder import Finder, Found
from rag.evidence.silence import margin
from rag.language import wording
from rag.language.name_words import name_words
from rag.language.topic import topic_of
from rag.linking.credited import spoken_of
from rag.linking.worded import Worded, says_more_than_kind
from rag.question.beside import set_side_by_side
from rag.question.contrast import Contrast, contrasts_in, each_alone
from rag.records.allowed import fits
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.retrieve import Retriever
from rag.types import Filters, Kind, Question
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
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SOMEBODY = r"[A-Z][\w'’-]*[a-z]"
_PEOPLE = re.compile(
    rf"{_SOMEBODY}(?:,? (?:and|&) {_SOMEBODY})?(?: et al\.?)?(?:['’]s?)?(?:,? \(?\d{{4}}\)?)?$"
)
_DEFINITE = re.compile(r"^(?:the|that|its|their)\b", re.I)
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
        self._worded = Worded(finder, catalog.papers)

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
        named, unnamed = self._catalog.named_in(words)
        if named:
            return self.of_these(named, topic_of(_PAPER.sub(" ", unnamed)))
        if _SEVERAL.search(words):
            return None
        if people := self._people_alone(words):
            return self.of_these(people, topic_of(context))
        own = self._by(words)
        sure = own[0] if len(own) == 1 else self._worded.headed(words) or self._worded.titled(words)
        if not sure and _YEAR.search(words):
            sure = self._of_its_time(words, context)
        return sure or self._described(words)

    def surely(self, words: str) -> str | None:
        """The one paper that is named or titled so, or that alone has a definite thing.

        A single word must stand in a title.
        """
        named, _ = self._catalog.named_in(words)
        if named:
            return named[0] if len(named) == 1 else None
        sure = self._worded.headed(words) or self._worded.titled(words)
        if sure or not (_DEFINITE.match(words) or words[:1].isupper()):
            return sure
        is_phrase = len(self._finder.wanted(words)) > 1
        return self._worded.titled(words, 1) or (self._worded.only(words) if is_phrase else None)

    def _described(self, words: str) -> str | None:
        """The paper that words describe, by somebody where they say so."""
        for pattern in (_OWNED, _BY):
            match = pattern.search(words.strip(" ?.!,"))
            if match and (own := self._by(match["name"])):
                return self.of_these(own, topic_of(_PAPER.sub(" ", match["rest"])))
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

    def _people_alone(self, words: str) -> tuple[str, ...]:
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
        having = self._worded.having(topic, own)
        more = topic_of(context) if len(having) > 1 else ""
        paper_id, _, there = self.first(f"{topic} {more}".strip(), having or own)
        return paper_id if there else None

    def is_another(self, words: str, paper_id: str) -> bool:
        """Whether words ask for another paper than this one, however near it may be.

        "The BERT paper", which brought it in, is none that has the name in its abstract alone;
        "the penguin review" is no review of something else.
        """
        title = self._worded.title_terms[paper_id]
        names = [match["name"] for match in _NAMED_PAPER.finditer(words)]
        only_uses = any(not title & set(terms(name)) for name in names)
        return only_uses or self._worded.lacks(words, paper_id)

    def side_by_side(self, asked: Question) -> Question:
        """The question about both papers that it sets side by side, where both are made out.

        Where one is plainly a paper and not to be made out, the topic is that one.
        """
        is_other = (
            asked.kind is Kind.SUMMARY or asked.tally or wording.ARE_COMPARED.search(asked.whole)
        )
        if len(asked.named) > 1 or asked.scope is not None or is_other:
            return asked
        contrasts = [c for c in contrasts_in(each_alone(asked.whole)) if self._is_of_papers(c)]
        for contrast in contrasts:
            parts = _singular(contrast.one), _singular(contrast.other)
            met = {part: self.one(part, contrast.rest) for part in parts}
            both = {part: paper_id for part, paper_id in met.items() if paper_id}
            if len({*both.values()}) == len(parts):
                return set_side_by_side(asked, tuple(both.values()), contrast.rest)
            strange = [a for part in parts if part not in both and (a := self._strange(part, both))]
            if len(contrasts) == 1 and strange and _SET_BESIDE.search(contrast.rest):
                known = tuple(dict.fromkeys(both.values()))
                return replace(asked, kind=Kind.COMPARE, named=known, topic=strange[0])
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
        return any(self._people_alone(other) for other in beside if other != part)

    def _is_of_papers(self, contrast: Contrast) -> bool:
        """Whether two things are papers, and not what papers speak of, such as two methods."""
        parts = (contrast.one, contrast.other)
        of_a_kind = all(_OF_A_KIND.search(part) and says_more_than_kind(part) for part in parts)
        if contrast.of_papers or of_a_kind:
            return True
        sure = [self._is_named(part) for part in parts]
        definite = [_DEFINITE.search(part) is not None for part in parts]
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
        known = self._catalog.named_in(words)[0] or self._by(words) or self._worded.titled(words)
        return bool(known) or self._is_someones(words)

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

    def of_these(self, ids: Sequence[str], topic: str) -> str | None:
        """The one of a few papers that a topic surely means; a single one needs no topic."""
        if len(ids) == 1:
            return ids[0]
        paper_id, _, there = self.first(topic, ids) if topic else ("", None, False)
        return paper_id if there else None


def _singular(words: str) -> str:
    """Of "Cooke's and Hubbard's papers" each has one."""
    return _OWN_PAPERS.sub(r"\g<whose>paper", words, count=1)
