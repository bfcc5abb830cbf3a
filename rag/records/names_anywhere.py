"""People that a question names without a cue: "Tarbill stuff", "Bond or Pyle", "ibarzabel".

`rag.records.people` wants a cue ("by", "'s papers"), or "Floyd's algorithm" would ask for Floyd's
papers. Where that reading finds nothing, a name may stand anywhere, and have a letter wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.language.name_words import NameWord, name_words, parts_of, plain_word
from rag.records.people import People
from store.embed import whole_words
from store.lexical import STOP_WORDS, terms
from store.names import last_name

_BETWEEN = re.compile(r"\s*(?:,|and|or|&|\+|,? (?:and|or))\s*", re.I)
_CUE = re.compile(r"\bby(?: both| either)?\s+$", re.I)
_BOTH = re.compile(r"\b(?:(?P<both>both|either)|with|of|from)\s+$", re.I)
_DENIED = re.compile(r"\s*:?\s+no(?:pe)?\b(?=\W*(?:$|[–,;.!?-]))", re.I)
# "Anyone but Low", "no Low": all others.
_BUT = re.compile(
    r"\b(?:(?:papers? |works? |ones? )?(?:by )?(?:all|any(?:one|body|thing)?"
    r"|every(?:one|body|thing)?) (?:but|except(?: for)?)"
    r"|(?:nothing|none|not anything) (?:by|from|of)|no)\s+$",
    re.I,
)
# Of Low's papers something else is said than that they are his: dates, subjects, opinions.
_NOT_BY = re.compile(
    r"\b(?:than|before|after|since|until|about|on|against|refut\w+|mention\w*|cit(?:es?|ed|ing)"
    r"|criti\w+|disput\w+|contradict\w*|reject\w*|follow\w*|like|unlike|similar to|as)\s+$",
    re.I,
)
_TITLES = re.compile(
    r"(?:\b(?:an? )?(?:mr|mrs|ms|miss|mister|dr|doctor|prof|professor|somebody called"
    r"|someone called|a certain)\.?(?: (?:or|and) )?\s*)+$",
    re.I,
)
_INITIALS = re.compile(r",?\s+(?:[A-Z]\.?\s?-?){1,3}(?![\w'’])")
_LEAST_FUZZY = 6  # letters of a last name that may have one wrong


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of a text that names people, and a last name of theirs as records write it."""

    start: int
    end: int
    name: str


def with_cues(text: str, found: Sequence[Named], people: People) -> str:
    """The text with "papers by" before each name found that has no cue, slips in names mended."""
    for place in reversed(range(len(found))):
        one = found[place]
        gap = text[found[place - 1].end : one.start] if place else ""
        joined = place > 0 and _BETWEEN.fullmatch(gap)
        before = text[: one.start] if joined else _TITLES.sub("", text[: one.start])
        cue = ""
        if not joined and (but := _BUT.search(before)):
            before, cue = before[: but.start()], "papers not by "
        elif not joined and not _CUE.search(before):
            both = _BOTH.search(before)
            denied = _DENIED.match(text, one.end)
            kept = f"{both['both']} " if both and both["both"] else ""
            cue = f"{'not ' if denied else 'papers '}by {kept}"
            before = before[: both.start()] if both else before
        name, end = _with_initials(one, text, people)
        text = f"{before}{cue}{name}{text[end:]}"
        if joined and "+" in gap:
            start = found[place - 1].end
            text = f"{text[:start]} and {text[start + len(gap) :]}"
    return text


def _with_initials(one: Named, text: str, people: People) -> tuple[str, int]:
    """A name as records have it, where initials behind it tell whose it is, and where it ends."""
    if " " in one.name or not (match := _INITIALS.match(text, one.end)):
        return one.name, one.end
    given = [letter.lower() for letter in match.group() if letter.isalpha()]
    authors = people.called(given, plain_word(one.name))
    name = authors[0] if len(authors) == 1 else one.name
    return name, one.end + len(match.group().rstrip())


def says_something_else(text: str, found: Sequence[Named]) -> bool:
    """Whether somebody is named and papers are not asked for by him: "newer than Low's"."""
    return any(_NOT_BY.search(text[: one.start]) for one in found)


def names_in(text: str, people: People, words: Mapping[str, object]) -> Iterator[Named]:
    """The people that a text names, with a cue or without, in order.

    `words` are the terms of all papers: a common word that they use is no name.
    """
    spoken = name_words(text)
    place = 0
    while place < len(spoken):
        length, name = _name_at(spoken[place:], people, words)
        if length:
            yield Named(spoken[place].start, spoken[place + length - 1].end, name)
        place += max(1, length)


def _name_at(
    spoken: Sequence[NameWord], people: People, words: Mapping[str, object]
) -> tuple[int, str]:
    """How many of the words name somebody, and the name as records have it; 0 where none does."""
    for length in (3, 2):
        given = [word.plain for word in spoken[: length - 1]]
        if len(spoken) >= length and (
            authors := people.called(given, spoken[length - 1].plain)
            or _misspelled(given, spoken[length - 1].plain, people)
        ):
            small = {word.plain for word in spoken[: length - 1] if not word.is_capital}
            if small <= set(parts_of(authors[0]).given):  # "refuting Hutto" is no R. Hutto
                return length, authors[0]
    word = spoken[0]
    if _is_plain_word(word, words):
        return 0, ""
    known = people.called((), word.plain)
    near = [] if known or len(word.plain) < _LEAST_FUZZY else people.last_names_near(word.plain)
    known = known or (people.called((), near[0]) if len(near) == 1 else ())
    return (1, last_name(known[0])) if known else (0, "")


def _misspelled(given: Sequence[str], last: str, people: People) -> tuple[str, ...]:
    """The authors of these given names whose last name is a slip away: "Yifei Lui"."""
    if any(len(one) < 2 for one in given):
        return ()
    near = people.last_names_near(last) if people.is_given(given[0]) else []
    found = [author for known in near for author in people.called(given, known)]
    whole = [a for a in found if given[0] in a.lower().split()]
    return tuple(whole) if len(whole) == 1 else ()


def _is_plain_word(word: NameWord, words: Mapping[str, object]) -> bool:
    lower = word.text.lower()
    common, used = lower in whole_words(), any(term in words for term in terms(word.text))
    if lower in STOP_WORDS or (common and used):
        return True
    return not word.is_capital and (common or used)
