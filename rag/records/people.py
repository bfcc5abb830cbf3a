"""The authors that a question means: by full name, by last name, or by initials.

The records decide what a name can mean: "A. J. Perlis" is met by "Perlis", "Alan Perlis" and
"Perlis, A. J."; a name that they have to the letter goes before those that it could stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rag.language.months import MONTHS
from rag.language.name_matching import can_be, can_be_in_turn, is_inverted, is_one_name
from rag.language.name_words import NameWord, name_words, parts_of
from store.lexical import STOP_WORDS

_MOST_GIVEN = 4
_LEAST_GIVEN = 3  # letters of a given name that stands for its owner
_LEAST_FUZZY = 6  # letters of a name in which a slip of one letter is forgiven

_WORKS = r"(?:papers?|articles?|works?|publications?|stud(?:y|ies)|reports?|ones?|titles?|research)"
_WROTE = r"(?:wrote|writes?|written|(?:co-?)?author(?:s|ed)?|publish(?:es|ed)?)"
_LAST = r"[^\W\d_]+"
_ANYONE = rf"(?:[^\W\d_]+[.’'-]*,? ){{0,3}}{_LAST}"
# "by Knuth and ", "by Knuth, ", "by Knuth, Lum or "
_PEOPLE = rf"(?:(?:{_LAST}, ){{0,9}}{_ANYONE},? (?:and|or|&) |(?:{_LAST}, ){{1,9}})?"
_BEFORE = re.compile(
    rf"\b(?:by|from|of)(?: both| either)? {_PEOPLE}$"
    rf"|\b(?:{_WORKS}|{_WROTE}|work(?:ed)?|collaborat\w*) with {_PEOPLE}$"
    rf"|\b(?:called|named) $|\bauthor:? $|\bmore(?: {_WORKS})?[,:] {_PEOPLE}$",
    re.I,
)
_BEFORE_ANY_CASE = re.compile(
    rf"(?:\b{_WORKS}|\b{_WROTE}|\bany(?:thing|one)?|\bthose|\b(?:is|was|are|were)"
    rf"|^\W*(?:and|or|but|only|just|what about)?) (?:any )?by {_PEOPLE}$|^\W*by {_PEOPLE}$",
    re.I,
)
_AFTER = re.compile(
    rf"(?:['’]s?)? (?:[\w-]+ ){{0,3}}?{_WORKS}\b| (?:work(?:ed)?|collaborat\w*)(?: with)?\b"
    rf"|(?: ever| also| last| first| (?:and|or|&) (?:[\w.’'-]+ ){{1,3}}?)? ?(?:co-?)?{_WROTE}\b"
    r"|(?:['’]s?)? (?:is |was |as )?(?:an? |the |one of the )?(?:first |lead "
    r"|last )?(?:(?:co-?)?authors?|collaborators?)\b"
    r"|(?: (?:and|or|&) (?:[\w.’'-]+ ){0,2}?[\w’'-]+)? ha(?:ve|d)(?: together| in common)?(?=\W*$)",
    re.I,
)
_WHO_ON_WHAT = re.compile(r" (?:on|about) (?=\w)")  # "Knuth on sorting"
_WANTED = re.compile(r"\b(?:need|want|show(?: me)?|find|get(?: me)?|give me)\s*$", re.I)
_DID = re.compile(r"\b(?:did|does|has|have) $", re.I)
_CAPITAL = r"[^\W\d_a-z]"  # or a letter of a script that has no capitals
_NAME = rf"(?:{_CAPITAL}\.? ?-?){{0,4}}{_CAPITAL}[^\W\d_]+(?:['’-]{_CAPITAL}?[^\W\d_]+)*"
_UNKNOWN = (
    re.compile(
        r"(?i:\b(?P<cue>(?:(?:with|has|have|by|from|an?|any|some|the) )*(?:first |lead "
        r"|co-?)?(?:author"
        r"|somebody|someone|anybody|anyone|people|person|researcher|writer)s?"
        r"(?: (?:whose|with(?: the| a)?|who (?:is|are)))?"
        r"(?: (?:(?:first |given |last |family |middle |sur)?names?(?: is| are| of)?|called"
        r"|named)))) "
        rf"(?P<name>{_NAME}(?: {_NAME}){{0,2}})(?=[\s?.!,]*$|[?!,;]| (?:in|from|on|about|since"
        r"|with|or)\b)"
    ),
    re.compile(
        rf"(?i:\b{_WORKS} (?:\w+ )?by|\b{_WROTE} by|^\W*(?:(?:and|or|but|only|just) )*"
        rf"(?:the ones? |any |those |what about )?by|\b(?:any|every)thing (?:\w+ )?by|\b{_WORKS} of"
        rf"|\b(?:are|is|were|was|come) (?:there )?(?:any )?by) "
        rf"(?P<name>(?!(?<=of )(?i:{'|'.join(MONTHS)}|spring|summer|autumn|fall|winter)\b)"
        rf"{_NAME}(?: {_NAME}){{0,3}})(?=[\s?.!,]*$|[?!,;]| (?:in|from|on|about|since"
        rf"|with|are|is|exist|do|have|here)\b)"
    ),
    re.compile(  # an organisation that no record names is none who wrote here, either
        rf"(?i:\b{_WORKS}(?: that)?(?: (?:are|is|were|come|came|do we have|are there))? from) "
        rf"(?P<name>(?!(?i:{'|'.join(MONTHS)}|spring|summer|autumn|fall|winter|last|this)\b)"
        rf"{_NAME}(?: {_NAME}){{0,3}})"
        r"(?=[\s?.!,]*$| (?:in|from|on|about|since|with|after|before)\b)"
    ),
    re.compile(
        rf"\b(?:did|does|has|have) (?P<name>{_NAME}(?: {_NAME}){{0,3}}) "
        rf"(?:ever )?(?:co-?)?{_WROTE}\b"
    ),
    re.compile(rf"\b(?P<name>{_NAME}(?: {_NAME}){{1,3}})['’]s? (?:[\w-]+ ){{0,2}}?{_WORKS}\b"),
    re.compile(
        rf"\b(?P<name>{_NAME}(?: {_NAME}){{1,3}}) (?:as )?(?:an? |the )?(?:first |lead )?"
        r"(?:co-?)?author\b"
    ),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a question speaks of a person, and the authors that this can mean (none: unknown)."""

    words: str
    start: int
    end: int
    authors: tuple[str, ...]


class People:
    """The authors of a library."""

    def __init__(self, names: Iterable[str]) -> None:
        """Takes the names with the given names first, as records have them."""
        self._by_last: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for name in dict.fromkeys(names):
            parts = parts_of(name)
            self._by_last.setdefault(parts.last, []).append((name, parts.given))

    @cached_property
    def _by_initial(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for last in self._by_last:
            found.setdefault(last[:1], []).append(last)
        return found

    @cached_property
    def _given(self) -> Set[str]:
        return {word for own in self._by_last.values() for _, given in own for word in given}

    def last_names_near(self, word: str) -> list[str]:
        """The last names with the word's first letter that are one slip from it, as compared."""
        own = self._by_initial.get(word[:1], ())
        return [
            name
            for name, _, _ in process.extract_iter(word, own, scorer=OSA.distance, score_cutoff=1)
            if name != word
        ]

    def is_given(self, word: str) -> bool:
        """Whether somebody has this word for a given name."""
        return word in self._given

    def knows(self, name: str) -> bool:
        """Whether a record names this author so."""
        return any(name == own for own, _ in self._by_last.get(parts_of(name).last, ()))

    def called(self, given: Sequence[str], last: str) -> tuple[str, ...]:
        """The authors of this last name whose given names these can be; none given fit all."""
        own = self._by_last.get(last, [])
        exact = tuple(name for name, theirs in own if theirs == tuple(given))
        if exact and given:  # whom one record calls Ada Lovelace is Ada B. Lovelace in another
            also = (name for name, t in own if t[:1] == (given[0],) and can_be(given, t))
            return tuple(dict.fromkeys((*exact, *also))) if len(given[0]) > 1 else exact
        found = [(name, theirs) for name, theirs in own if can_be(given, theirs)]
        # "L. L. Zhang" is none who has one initial, where somebody has both.
        whole = [name for name, theirs in found if len(theirs) >= len(given)]
        if found or len(given) < 2:
            return tuple(whole or [name for name, _ in found])
        return tuple(name for name, theirs in own if can_be_in_turn(given, theirs))

    def mentions(self, text: str) -> list[Mention]:
        """The people that a question asks for papers by, in order; what is no author is left."""
        words = name_words(text)
        places = [i for i, word in enumerate(words) if word.plain in self._by_last]
        found: list[Mention] = []
        for reading in (self._whole, self._inverted, self._bare):
            for place in places:
                word = words[place]
                if all(word.end <= m.start or word.start >= m.end for m in found):
                    found += reading(text, words, place)
        return sorted(found, key=lambda m: m.start) or list(self._unknown(text))

    def _whole(self, text: str, words: Sequence[NameWord], place: int) -> Iterator[Mention]:
        """A last name behind given names or initials, as many as can be."""
        for first in range(max(0, place - _MOST_GIVEN), place):
            given, last = words[first:place], words[place]
            if is_one_name(text, words[first : place + 1]) and self._fit(given, last):
                authors = self.called([w.plain for w in given], last.plain)
                yield _spoken(text, given[0].start, last.end, authors)
                return

    def _inverted(self, text: str, words: Sequence[NameWord], place: int) -> Iterator[Mention]:
        """A last name with its given names or initials behind it."""
        for end in range(min(len(words), place + _MOST_GIVEN), place + 1, -1):
            last, given = words[place], words[place + 1 : end]
            names = [w.plain for w in given]
            to_the_letter = is_one_name(text, words[place:end]) and any(
                theirs == tuple(names) for _, theirs in self._by_last[last.plain]
            )
            if (to_the_letter or is_inverted(text, last, given)) and self._fit(given, last):
                authors = self.called(names, last.plain)
                stop = given[-1].end
                yield _spoken(text, last.start, stop + text.startswith(".", stop), authors)
                return

    def _bare(self, text: str, words: Sequence[NameWord], place: int) -> Iterator[Mention]:
        """A last name alone, where authors stand; not beside another word of a name."""
        word = words[place]
        before, after = text[: word.start], text[word.end :]
        is_date = word.plain in MONTHS and re.match(r",? \d{4}\b", after)
        is_part = re.match(r"[\s.-]+[A-Z]", after) or (
            place > 1
            and words[place - 1].is_capital
            and is_one_name(text, words[place - 1 : place + 1])
        )
        asked = _BEFORE_ANY_CASE.search(before) or (_DID.search(before) and _AFTER.match(after))
        if word.is_capital:
            asked = asked or _BEFORE.search(before) or _AFTER.match(after)
            if not before.strip() or _WANTED.search(before):
                asked = asked or _WHO_ON_WHAT.match(after)
        if asked and not is_part and not is_date:
            yield _spoken(text, word.start, word.end, self.called((), word.plain))

    def _fit(self, given: Sequence[NameWord], last: NameWord) -> bool:
        """Whether given names before a last name are meant as such, and an author has them."""
        authors = self.called([w.plain for w in given], last.plain)
        whole = {part for name in authors for part in parts_of(name).given if len(part) > 1}
        if any(not w.is_capital and w.plain not in whole for w in given):
            return False
        if any(w.plain in STOP_WORDS and w.plain not in whole and len(w.plain) > 1 for w in given):
            return False
        return bool(authors)

    def _unknown(self, text: str) -> Iterator[Mention]:
        """People that no record names, where the question plainly asks for their papers."""
        for pattern in _UNKNOWN:
            if match := pattern.search(text):
                name = match["name"]
                authors = self._called_by_given(name) or self._misspelled(name)
                start = match.start("cue" if "cue" in match.groupdict() else "name")
                yield Mention(name, start, match.end("name"), authors)
                return

    def _called_by_given(self, name: str) -> tuple[str, ...]:
        """The authors with a given or middle name, or the first of two last names, spoken alone."""
        parts = parts_of(name)
        if parts.given or len(parts.last) < _LEAST_GIVEN:
            return ()
        everyone = (one for own in self._by_last.values() for one in own)
        return tuple(name for name, given in everyone if parts.last in given)

    def _misspelled(self, name: str) -> tuple[str, ...]:
        """The authors whose name is one slip away: a letter more, less, other, or out of turn."""
        parts = parts_of(name)
        asked = " ".join((*parts.given, parts.last))
        if len(asked) < _LEAST_FUZZY:
            return ()
        found = []
        for last, own in self._by_last.items():
            for author, given in own:
                theirs = " ".join((*given, last)) if parts.given else last
                if theirs[0] == asked[0] and OSA.distance(theirs, asked, score_cutoff=1) == 1:
                    found.append(author)
        return tuple(found)


def _spoken(text: str, start: int, end: int, authors: tuple[str, ...]) -> Mention:
    return Mention(text[start:end], start, end, authors)
