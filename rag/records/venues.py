"""The journals and conferences that a question speaks of: "papers in Health Psychology", "at CHI".

They are those of the library's own records, by their names in full, cut short (ISO 4), by their
acronyms, or by most of the words that tell them. What could be a topic as well is a venue only
with words such as "published in" or "journal", or with its capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rag.records.venue_cues import (
    ASKED,
    Cue,
    cues,
    ends_there,
    goes_on,
    is_cut_off,
    is_neither,
    negation_before,
    noun_at,
)
from store.papers import Paper
from store.venue_names import (
    acronyms_in,
    initials,
    is_event,
    key_of,
    shortens,
    spellings,
    subject_of,
    words_of,
)

_EVENTS = frozenset("proceedings proc conference conf symposium workshop meeting congress".split())
_GENERIC = _EVENTS | {*"journal international annual transactions trans acm ieee".split()}
_ORDINARY = frozenset("normal regular main ordinary usual standard general".split())
_STOP = re.compile(r"[?!;]")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ANOTHER = re.compile(r",? (?:or|and|nor) (?:(?:in|from|at) )?|, ", re.I)
_STRANGER = re.compile(r"[A-Z][\w&-]*(?: (?:(?:of|and|on|for|the|in) )*[A-Z][\w&-]*)*")
_LONGEST = 14  # words of a name
_TITLE = 3  # words; a paper's name of so many is no venue's
_MOST = 0.5  # of the words that tell a venue, which part of them is enough


@dataclass(frozen=True, slots=True)
class Venue:
    """A journal or conference: all spellings that records have, and what it is known by.

    `own` are the words that tell which it is, those of a conference and not of its volumes.
    """

    names: tuple[str, ...]
    keys: frozenset[tuple[str, ...]]
    words: frozenset[str]
    acronyms: frozenset[str]
    is_event: bool
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The names of venues that a question wants and those that it excludes, and its other words."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    rest: str


class Venues:
    """The venues of a library; false where its records name none."""

    def __init__(
        self, papers: Mapping[str, Paper], acronyms: Mapping[str, set[tuple[str, ...]]]
    ) -> None:
        """Reads the records; `acronyms` are what the papers' texts use, and for what."""
        called: dict[str, list[str]] = {}
        names = spellings(p.venue for p in papers.values() if words_of(p.venue))
        for name, own in names.items():
            called.setdefault(own, []).append(name)
        self._venues = [_venue(names, acronyms) for names in called.values()]
        self._by_key: dict[tuple[str, ...], list[Venue]] = {}
        self._near: dict[str, list[tuple[tuple[str, ...], Venue]]] = {}
        self._by_word: dict[str, list[Venue]] = {}
        for venue in self._venues:
            for key in venue.keys:
                self._by_key.setdefault(key, []).append(venue)
                self._near.setdefault(initials(key), []).append((key, venue))
            for word in venue.words | venue.acronyms:
                self._by_word.setdefault(word, []).append(venue)

    def __bool__(self) -> bool:
        return bool(self._venues)

    def asked_in(self, text: str) -> bool:
        """Whether a question asks in which journal, or where, a paper appeared."""
        return bool(self._venues) and ASKED.search(text) is not None

    def spoken_of(self, text: str, named: Iterable[tuple[int, int, Sequence[str]]] = ()) -> Spoken:
        """Takes the venues out of a question; `named` are the places where it names papers."""
        if not self._venues:
            return Spoken((), (), text)
        titles = [(s, e) for s, e, _ in named if len(text[s:e].split()) >= _TITLE]
        found: dict[bool, list[str]] = {True: [], False: []}
        rest, place = "", 0
        for cue in cues(text):
            if cue.start < place or any(start <= cue.end < end for start, end in titles):
                continue
            end, names = self._listed_at(text, cue)
            if names:
                begin, denied = negation_before(text, cue.start)
                denied = denied or cue.excludes or is_neither(text, cue.end)
                found[not denied] += names
                rest, place = f"{rest}{text[place : max(begin, place)]} ", end
        whole = " ".join(f"{rest}{text[place:]}".split()) if place else text
        wanted, unwanted = (tuple(dict.fromkeys(found[is_wanted])) for is_wanted in (True, False))
        return Spoken(wanted, tuple(n for n in unwanted if n not in wanted), whole)

    def _listed_at(self, text: str, cue: Cue) -> tuple[int, list[str]]:
        """Where the names behind a cue end ("A, B or C"), and the spellings of their venues."""
        names: list[str] = []
        place, end = cue.end, cue.end
        while found := self._name_at(text, place, cue):
            end, own = found
            names += own
            if not (more := _ANOTHER.match(text, end)):
                break
            place = more.end()
        return end, names

    def _name_at(self, text: str, place: int, cue: Cue) -> tuple[int, list[str]] | None:
        """Where the longest name that begins at a place ends, and what it can mean.

        Behind "the journal" a name with capitals is one though no record has it.
        """
        for start, noun in noun_at(text, place):
            tokens = _tokens(text, start)
            for last in range(len(tokens) - 1, -1, -1):
                end, kind = ends_there(text, tokens[last].end())
                said = text[start : tokens[last].end()]
                if goes_on(text, end) or not (_is_capital(said) or not is_cut_off(text, end)):
                    continue
                if venues := self._meant(said, cue, noun or kind):
                    return end, [name for venue in venues for name in venue.names]
            if noun == "journal" and (stranger := _STRANGER.match(text, start)):
                return stranger.end(), [stranger.group()]
        return None

    def _meant(self, said: str, cue: Cue, kind: str) -> list[Venue]:
        """The venues that the words stand for; none where they may as well be a topic."""
        words = words_of(said)
        if (
            any(mark in said for mark in '"“”')
            or not words
            or not (set(words) - _GENERIC or _EVENTS & set(words))
        ):
            return []
        venues, is_full = self._called(said, words, kind)
        if kind:
            of_kind = [v for v in venues if v.is_event == (kind != "journal")]
            return of_kind or venues
        exact = any(said == name for venue in venues for name in venue.names)
        if exact and not said.islower():
            return venues
        if _is_capital(said):
            return venues if cue.is_clear or is_full or len(words) > 1 else []
        if len(words) == 1:
            return []
        sure = cue.is_published or (is_full and (cue.is_clear or len(words) > 2))
        return venues if sure or set(words) & _EVENTS else []

    def _called(self, said: str, words: tuple[str, ...], kind: str) -> tuple[list[Venue], bool]:
        """The venues called so, and whether that is their name in full or an acronym."""
        key = key_of(said)
        if full := self._by_key.get(key):
            return full, True
        near = self._near.get(initials(key), ())
        if full := [v for k, v in near if shortens(key, k) or shortens(k, key)]:
            return full, True
        for token in _TOKEN.findall(said):
            acronym = token.upper() if kind else token
            if known := [v for v in self._by_word.get(acronym, ()) if acronym in v.acronyms]:
                other = {word for word in words if word.upper() != acronym}
                return [v for v in known if other - _EVENTS <= v.words], True
        return self._partly(words), False

    def _partly(self, words: Sequence[str]) -> list[Venue]:
        """The venues that most of the words tell, or of several proceedings one."""
        said = set(words)
        told = said - _GENERIC
        if "proceedings" in said and (not told or told <= _ORDINARY):
            return self._plain_proceedings if told else self._by_word.get("proceedings", [])
        within = [v for v in self._by_word.get(next(iter(told), ""), ()) if told <= v.words]
        if "proceedings" in said and len(within) == 1 and "proceedings" in within[0].words:
            return within
        ranked = []
        for venue in within:
            share = len(told & venue.own) / len(venue.own)
            enough = share > _MOST or (share == _MOST and len(told) > 1)
            if enough and (said - told - _EVENTS) <= venue.words:
                ranked.append((share, venue))
        best = max((share for share, _ in ranked), default=0.0)
        return [venue for share, venue in ranked if share == best]

    @cached_property
    def _plain_proceedings(self) -> list[Venue]:
        """Those of which others have the name and a word more: "Music Proceedings of …"."""
        return [
            venue
            for venue in self._by_word.get("proceedings", [])
            if any(
                venue.words < other.words
                for other in min((self._by_word[word] for word in venue.words), key=len)
            )
        ]


def _venue(names: Sequence[str], acronyms: Mapping[str, set[tuple[str, ...]]]) -> Venue:
    full = max(names, key=lambda name: sum(map(len, words_of(name))))
    words = frozenset(word for word in words_of(full) if not any(c.isdigit() for c in word))
    known = {a for name in names for a in acronyms_in(name) if _is_its_own(a, words, acronyms)}
    keys = frozenset(key_of(name) for name in names)
    event = any(is_event(name) for name in names)
    tail = {*words_of(subject_of(full))} & words - _GENERIC if event else ()
    own = frozenset(tail) if len(tail) > 1 else words - _GENERIC or words
    return Venue(tuple(names), keys, words, frozenset(known), event, own)


def _is_its_own(
    acronym: str, words: frozenset[str], acronyms: Mapping[str, set[tuple[str, ...]]]
) -> bool:
    """Whether the library's papers do not use the letters for something else."""
    used = acronyms.get(acronym.lower(), set())
    return not used or any(term[:4] in {w[:4] for w in words} for long in used for term in long)


def _is_capital(said: str) -> bool:
    """Whether each word of weight is written with a capital."""
    weighty = [word for word in _TOKEN.findall(said) if words_of(word)]
    return bool(weighty) and all(not word[0].islower() for word in weighty)


def _tokens(text: str, start: int) -> list[re.Match[str]]:
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    return list(_TOKEN.finditer(text, start, end))[:_LONGEST]
