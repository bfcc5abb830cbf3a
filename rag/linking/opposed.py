"""Two papers that a question speaks of apart from each other, wherever in it they stand.

By who wrote them ("what says Ciccone, and what do Miguel and Satyanath say against it?"), or as
papers that are described ("how does the review from 2005 go about it, and how the pilot study?").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rag.language import wording
from rag.language.topic import topic_of
from rag.linking.credited import spoken_of
from rag.linking.each_own import EachOwn
from rag.linking.meant import Meant
from rag.linking.worded import says_more_than_kind
from rag.question.beside import set_side_by_side
from rag.records.catalog import Catalog
from rag.types import Kind, Question
from store.lexical import terms

_BESIDE = re.compile(
    r"\b(?:vs|versus|compar\w*|contrast\w*|differ\w*|(?:dis)?agree\w*|both|each|same|similar\w*"
    r"|in common|against|contradict\w*|reconcil\w*|conflict\w*|at odds|in line|consistent|whereas"
    r"|before|after|earlier|later|older|newer|predates?|precedes?"
    r"|part ways|other hand|respond\w*|repl(?:y|ies|ied)|object\w*|than)\b"
    r"|\band,? (?:what|how|where) (?:(?:do|does|did|is|are|has|have) )?(?=\w)",
    re.I,
)
# What one says to what another says.
_ANSWERS = re.compile(
    r"\b(?:(?:dis)?agree\w*|contradict\w*|confirm\w*|refut\w*|against|at odds|in line|consistent"
    r"|same|repl(?:y|ies)|object\w*|respond\w*)\b|\band,? (?:what|how|where) (?:do|does|did)\b",
    re.I,
)
_OF_BOTH = re.compile(r"\W*(?:how|what) (?:do|did)\b", re.I)
_HOW_BOTH = re.compile(
    r"\W*(?P<how>(?:please )?(?:compare how|how (?:do|did|are|were))) (?P<one>.+?),? and "
    r"(?P<other>.+)",
    re.I,
)
_WORDS = 4  # of a thing
_MOST = 6  # people spoken of
_AND = re.compile(r",? (?:and|&) ")
_OF_SETS = re.compile(
    r"\b(?:(?:which|what|any|all|list|show|find|other|more|many|are there) (?:[\w-]+ ){0,2}?"
    r"(?:papers|articles|works|studies|publications|authors)|who (?:else|has|compare[sd]?)"
    r"|any(?:one|body)|co-?(?:author|wr)\w*|(?:wr\w+|publish\w*) together)\b"
    r"|^\W*(?:why|who wrote|papers|list|find)\b",
    re.I,
)
_ON = re.compile(r"(?:['’]s?)? \(?(?:on|about|in|from|of|regarding)\b[^,;:?!.]*")

_STOP = (
    r"(?:and|or|but|with|versus|vs|how|what|which|who|where|why|do|does|did|is|are|was|were|has|have"
    r"|had|can|could|both|each|compar\w*|contrast\w*|differ\w*|agree\w*|disagree\w*|contradict\w*"
    r"|say|says|said|go|goes|find|finds|found|explain\w*|treat\w*|deal|deals|use|uses|than|that"
    r"|report|reports|reported|the|come|comes|came|appear\w*|publish\w*|released?|written|out|before"
    r"|after|earlier|later|older|newer|predate\w*|precede\w*|measure|measures|handle\w*|approach\w*)"
)
_PHRASE = re.compile(
    rf"\b[Tt]h(?:e|at) (?:(?!{_STOP}\b)[\w'’/.-]+ ){{0,5}}?(?:{wording.PAPER_KINDS}|one)\b"
    rf"(?: (?:by|from|on|about|of|in|with|for) (?:the )?(?!{_STOP}\b)[\w'’&./-]*\w"
    rf"(?:,? (?!{_STOP}\b)(?:the )?[\w'’&./-]*\w)*)?"
)


class Opposed:
    """Makes out two papers that a question opposes, in one library."""

    def __init__(self, meant: Meant, each_own: EachOwn, catalog: Catalog) -> None:
        """Uses what tells which paper is meant, and the records' people."""
        self._meant = meant
        self._each_own = each_own
        self._catalog = catalog

    def side_by_side(self, asked: Question) -> Question:
        """The question about both papers, or as it was where they are not surely made out."""
        text = asked.whole
        if asked.scope is not None or asked.tally or asked.parts or _OF_SETS.search(text):
            return asked
        if len(asked.named) > 1:  # a name may have several papers
            is_of_two = asked.kind is Kind.COMPARE or _ANSWERS.search(text)
            return (self._by_people(asked) if is_of_two else None) or asked
        found = None
        if asked.kind is not Kind.COMPARE:
            beside = _BESIDE.search(text) or self._asks_of_both(text)
            found = (self._by_people(asked) if beside else None) or self._by_phrases(asked)
        return found or self._by_things(asked) or asked

    def _asks_of_both(self, text: str) -> bool:
        """Such as "How do Bergsland and Barbosa treat audiences?", who wrote nothing together."""
        spoken = spoken_of(text, self._catalog) if _OF_BOTH.match(text) else []
        pairs = pairwise(spoken)
        return any(_AND.fullmatch(text, one.end, other.start) for one, other in pairs)

    def _by_people(self, asked: Question) -> Question | None:
        """The question about the papers of two or more whom it names; None where it has none."""
        text = asked.whole
        spoken = spoken_of(text, self._catalog)
        if not 1 < len(spoken) <= _MOST or not set(asked.named) <= {
            i for one in spoken for i in one.ids
        }:
            return None
        rest = _without(text, [(one.start, one.end) for one in spoken])
        ends = [one.start for one in spoken[1:]] + [len(text)]
        named: list[str | None] = []
        for place, (one, end) in enumerate(zip(spoken, ends, strict=True)):
            said = _ON.match(text[one.end : end])
            if not said and one.ids in [other.ids for other in spoken[:place]]:
                continue  # spoken of before
            own = self._meant.of_these(one.ids, topic_of(said.group())) if said else None
            named.append(own or self._meant.of_these(one.ids, topic_of(rest)))
        return _about(asked, named, rest)

    def _by_phrases(self, asked: Question) -> Question | None:
        """The question about two papers that it describes; None where it has not two."""
        matches = list(_PHRASE.finditer(asked.whole))
        if len(matches) != 2 or not all(says_more_than_kind(m.group()) for m in matches):
            return None
        rest = _without(asked.whole, [match.span() for match in matches])
        one, other = (match.group() for match in matches)
        return _about(asked, self._each_own.made_out(one, other, rest), rest)

    def _by_things(self, asked: Question) -> Question | None:
        """The question about what two papers treat, of which each has the one alone.

        "How do the netgun and the hole saw work?": where the second thing ends is tried out.
        """
        match = _HOW_BOTH.match(asked.whole)
        one = self._meant.surely(match["one"]) if match else None
        if match is None or one is None:
            return None
        words = match["other"].split()
        for count in range(min(_WORDS, len(words)), 0, -1):
            other = self._meant.surely(" ".join(words[:count]).strip(" ,?"))
            if other and other != one:
                title = set(terms(self._catalog.papers[other].title))
                named = [i + 1 for i in range(count) if title & set(terms(words[i]))]
                rest = words[max(named, default=count) :]
                return _about(asked, [one, other], f"{match['how']} {' '.join(rest)}")
        return None


def _about(asked: Question, named: Sequence[str | None], rest: str) -> Question | None:
    """The question about papers that are all made out, and no two the same."""
    sure = tuple(dict.fromkeys(paper_id for paper_id in named if paper_id))
    both = len(sure) == len(named) > 1
    return set_side_by_side(asked, sure, rest) if both else None


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    return text
