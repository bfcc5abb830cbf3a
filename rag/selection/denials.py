"""What the sentences of a library speak of only to deny it: "without X", "no X", "X-free".

A paper that works without fine-tuning has the word, and is no paper that fine-tunes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np

from rag.records.catalog import Catalog
from rag.retrieve import Mask, Retriever
from rag.selection.meanings import Group
from rag.selection.mentions import is_of_others
from rag.types import Relation
from store.lexical import STOP_WORDS, terms

_USE = (
    r"(?:use|need|require|employ|involve|assume|rely on|depend on|resort to|make use of|call for)"
)
_USING = (
    r"(?:using|needing|requiring|employing|involving|assuming|relying (?:up)?on|depending on"
    r"|resorting to|making use of|having|access to|(?:the |any )*(?:use of|need (?:of|for|to)"
    r"|(?:reliance|dependence) on|help of))"
)
_PLAIN = re.compile(
    r"\b(?:without(?! (?:loss of generality|doubt))"
    r"|(?<!with )no(?! (?:longer|more|less|matter|doubt|fewer|later|one)\b)|free (?:of|from)"
    rf"|(?:do|does|did|need|can|is|are)(?: not|n['’]t) {_USE}"
    r"|(?:do|does)(?: not|n['’]t) (?:need|have) to"
    rf"|never (?:us|need|requir|rel|depend)\w*(?: on)?)\b(?: {_USING})*",
    re.I,
)
# Also of what a paper is about: one that avoids overfitting is on overfitting, and uses none.
_REMOVING = re.compile(
    r"\b(?:(?:avoid|bypass|circumvent|obviat|eliminat)(?:e?s|ed|ing)?|bypass|avoid|eliminate|obviate"
    r"|(?:dispens(?:es?|ing)|do(?:es|ing)? away) with|gets? rid of|getting rid of"
    r"|remov(?:es?|ing)(?= (?:the |any )*(?:need|reliance|dependence))|instead of|rather than)\b"
    rf"(?: {_USING})*",
    re.I,
)
_FREE = re.compile(r"\b([a-z]\w*(?:-\w+)*)-free\b", re.I)
_NOT_NEEDED = re.compile(
    r"(?P<what>(?:[\w-]+ ){1,4}?)(?:is|are|was|were) (?:not|never|no longer) "
    r"(?:needed|required|necessary|used)\b",
    re.I,
)
_ENDS = frozenset(
    """at with for because since so while although where when by from to in on as than but that
    which and is are was were has have can compared via through during under over across among
    between if until after before being due about concerning exists may can could must will would
    should then only without against of""".split()
)
_MOST = 6  # words that a denial governs
# "Without RL rollout costs" spares the costs, and not RL.
_COST = re.compile(
    r"(?:overhead|cost|loss|burden|degradation|drop|penalt|decrease|reduction|increase|growth"
    r"|compromise|sacrifice|error|effort|inequivalence)\w*",
    re.I,
)
_DOING = re.compile(r"(?:[a-z]+-)*[a-z]{3,}ing", re.I)
_WORD = re.compile(r"[^\W_](?:[\w$%]|\.(?=\w))*(?:[-/]\w+)*|[.;:,()]")
_OF_ABSENCE = re.compile(
    r"\b(?:(?:avoid|bypass|circumvent|obviat|eliminat|remov|dispens|replac|prevent|skip|reduc|lack"
    r"|minimi[sz])\w*|sav(?:es?|ings?)|spar(?:es?|ing)|cuts?|lower(?:s|ing)?|fewer|less|zero|rid"
    r"|nothing|nobody|no|not|non|never|without|free|instead|rather)\b|n['’]t\b|\bnon-",
    re.I,
)


class Denials:
    """What each sentence of titles and abstracts speaks of other than to deny it."""

    def __init__(self, retriever: Retriever, catalog: Catalog) -> None:
        """Reads the sentences of one library when they are first asked for, once."""
        self._retriever = retriever
        self._catalog = catalog
        self._sentences = retriever.library.sentences

    def masks(self, groups: Sequence[Group], held: Mask, topic: str, relation: Relation) -> Mask:
        """The sentences that have a group only to deny it, of those that hold it.

        `held` and what is found are (groups, sentences). What is avoided or removed is denied only
        where its use or its need is asked for: a paper that avoids overfitting is about
        overfitting.
        """
        found = np.zeros(held.shape, dtype=bool)
        if relation is Relation.MENTIONS or is_for_absence(topic):
            return found
        said = self._removed if relation in (Relation.USES, Relation.NEEDS) else self._denied
        for row, group in enumerate(groups):
            for place in np.flatnonzero(held[row] & self._denying):
                rest = said.get(int(place))
                found[row, place] = rest is not None and not any(map(rest.issuperset, group))
        return found

    def lacking(self, relation: Relation, held: Mask, denied: Mask) -> Mask:
        """The papers that deny a topic or some part of it, and never say that they have it.

        What they are to use or to need is not what those before them did. `held` and `denied`
        are (groups, sentences).
        """
        wanted = relation in (Relation.USES, Relation.NEEDS)
        if not wanted and not denied.any():
            return np.zeros(len(self._retriever.ids), dtype=bool)
        papers, own = self._papers, ~self._of_others
        whole, denied_whole = np.asarray(held.all(axis=0)), np.asarray(denied.any(axis=0))
        lacks = whole & denied_whole
        if wanted:
            lacks |= whole & ~own
        found = papers(lacks) & ~papers(whole & ~denied_whole & own)
        for has, denies in zip(held, denied, strict=True):
            if not denies.any():
                continue
            found |= papers(has & denies) & ~papers(has & ~denies & own)
        return np.asarray(found, dtype=bool)

    def saying_without(
        self, groups: Sequence[Group], masks: Sequence[Mask], *, all_of_it: bool
    ) -> list[int]:
        """The places of the sentences in which papers say that they do without something.

        `masks` are the sentences that have each group, in any wording; those found deny all of
        the groups, or at least one.
        """
        if not groups:
            return []
        whole = np.logical_and.reduce(list(masks)) & ~self._of_others
        needed = all if all_of_it else any
        return [
            place
            for place, said in self._removed.items()
            if whole[place] and needed(self._denies(place, said, group) for group in groups)
        ]

    def _denies(self, place: int, said: frozenset[str], group: Group) -> bool:
        """Whether a sentence denies a group in one of its wordings, whatever it says in others."""
        held = frozenset(terms(self._sentences[place].text))
        return any(held.issuperset(p) and not said.issuperset(p) for p in group)

    def _papers(self, mask: Mask) -> Mask:
        """Which papers have one of some sentences, shape (papers,)."""
        retriever = self._retriever
        found = np.bincount(retriever.paper_of_sentence, mask, len(retriever.ids))
        return np.asarray(found > 0, dtype=bool)

    @cached_property
    def _of_others(self) -> Mask:
        """The sentences that tell of what was there before their paper."""
        own = self._catalog.own_names
        return np.array(
            [is_of_others(s.text, own(s.paper_id)) for s in self._sentences], dtype=bool
        )

    @cached_property
    def _denying(self) -> Mask:
        """The sentences that deny or remove anything."""
        found = np.zeros(len(self._sentences), dtype=bool)
        found[list(self._removed)] = True
        return found

    @cached_property
    def _denied(self) -> Mapping[int, frozenset[str]]:
        return dict(self._read(removed=False))

    @cached_property
    def _removed(self) -> Mapping[int, frozenset[str]]:
        return dict(self._read(removed=True))

    def _read(self, *, removed: bool) -> Iterator[tuple[int, frozenset[str]]]:
        """The places of the sentences that deny something, each with the terms that are said."""
        for place in np.flatnonzero(self._retriever.opening):
            text = self._sentences[int(place)].text
            rest = without_denied(text, removed=removed)
            if rest != text:
                yield int(place), frozenset(terms(rest))


def is_for_absence(topic: str) -> bool:
    """Whether a topic is itself that something is absent or made less: "avoid dequantization"."""
    return _OF_ABSENCE.search(topic) is not None


def without_denied(text: str, *, removed: bool = False) -> str:
    """A sentence without what it denies; with `removed`, without what it avoids or removes, too."""
    spans = [(m.start(), m.end("what")) for m in _NOT_NEEDED.finditer(text)]
    spans = [(m.start(1), m.end(1)) for m in _FREE.finditer(text)] + spans
    cues = [*_PLAIN.finditer(text), *(_REMOVING.finditer(text) if removed else ())]
    spans += [span for cue in cues for span in _governed(text, cue.end(), all_of_it=removed)]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _governed(text: str, start: int, *, all_of_it: bool) -> list[tuple[int, int]]:
    """The spans that a denial governs which ends at `start`.

    Of a doing, what it is done to is not denied ("without tuning the model"), and of a cost, of
    what it is one is not. Nor is what only tells of what kind a thing is, unless `all_of_it`: a
    paper without simulated data may be about simulation.
    """
    words: list[re.Match[str]] = []
    for word in _WORD.finditer(text, start):
        alone = word.group().lower()
        if alone in _ENDS or not alone[0].isalnum() or len(words) >= _MOST:
            break
        words.append(word)
    phrases: list[list[re.Match[str]]] = [[]]
    for word in words:
        if word.group().lower() in ("or", "nor"):
            phrases.append([])
        elif phrases[-1] or word.group().lower() not in STOP_WORDS:
            phrases[-1].append(word)
    return [span for phrase in phrases for span in _denied_of(phrase, all_of_it)]


def _denied_of(phrase: Sequence[re.Match[str]], all_of_it: bool) -> list[tuple[int, int]]:
    """The part of a noun phrase or of a doing that is denied."""
    if not phrase:
        return []
    first, last = phrase[0], phrase[-1]
    doing = _DOING.fullmatch(first.group())
    if doing and len(phrase) > 1:
        return [first.span()]
    if _COST.fullmatch(last.group()) or not all_of_it:
        return [last.span()]
    return [(first.start(), last.end())]
