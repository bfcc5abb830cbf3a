"""Names of journals and conferences: which spellings are of one, and by which it is called."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from store.names import levelled

Key = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ASIDE = re.compile(r"\([^()]*\)")
_SUBTITLE = " : "  # as libraries write it; "Alcoholism: Clinical …" is one title
_SMALL = frozenset("the of and for on in a an at de der des du la le et und".split())
_EVENT = re.compile(r"\b(?:proc\w*|conf\w*|symp\w*|workshops?|meeting|congress)\b", re.I)
_COUNTED = re.compile(
    r"(?:\d+(?:st|nd|rd|th)?|(?:(?:twenty|thirty|fou?rty|fifty)-?)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|\w+teenth)|(?:twent|thirt|fort|fift)ieth|twenty|thirty|annual)"
)
_PUBLISHERS = frozenset("acm ieee usenix ifip siam".split())
# Possessive: a record may hold thousands of letters behind a bracket.
_ACRONYM = re.compile(r"\(([A-Z](?:(?:(?![A-Z])[\w&-])*+[A-Z])++[\w-]*+)[^()]*+\)")
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_HEAD = re.compile(
    r"\A.*\b(?:conf\w*|symp\w*|workshop|meeting|congress|proc\w*)\.? (?:on|of) ", re.I
)
_CONTRACTED = {"intl": "int", "natl": "nat"}  # all others are cut short at their end (ISO 4)


def is_event(name: str) -> bool:
    """Whether the name is of a conference or its proceedings, and of no journal."""
    return _EVENT.search(name) is not None


def words_of(name: str) -> tuple[str, ...]:
    """The words that tell a name, in lower case: "The Journal of Piles" is journal, piles."""
    plain = (levelled(w.replace("'", "").replace("’", "")) for w in _WORD.findall(name))
    return tuple(word for word in plain if word not in _SMALL)


def key_of(name: str) -> Key:
    """The words that the spellings of one venue share.

    A conference's year and number, its publisher, "Proceedings of" before it and an acronym
    in parentheses behind it are left out.
    """
    words = words_of(_ASIDE.sub(" ", name.partition(_SUBTITLE)[0]))
    if not is_event(name):
        return words
    left = [w for w in words if not _COUNTED.fullmatch(w) and w not in _PUBLISHERS]
    if len(left) > 2 and left[0].startswith("proc"):
        left = left[1:]
    return tuple(left) or words


def shortens(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether words are others cut short one by one: "j psychiatr res" (ISO 4); no number is."""
    return (
        len(short) == len(full) > 1
        and tuple(short) != tuple(full)
        and all(map(_is_cut, short, full))
    )


def _is_cut(cut: str, long: str) -> bool:
    return cut == long if _is_number(cut) else long.startswith(_CONTRACTED.get(cut, cut))


def _is_number(word: str) -> bool:
    """Whether a word ends with a number, which tells "Notes 1" from "Notes 12"."""
    return word[-1].isdecimal()


def subject_of(name: str) -> str:
    """What a conference is on: its name without "Proc. … Conf. on" and an acronym behind it."""
    return _HEAD.sub("", _ACRONYM.sub(" ", name))


def acronyms_in(name: str) -> Iterator[str]:
    """What stands in parentheses, or in capitals in a conference's name, or its initials."""
    yield from (match[1] for match in _ACRONYM.finditer(name))
    if is_event(name):
        found = _CAPITALS.findall(name)
        yield from (a for a in found if a != "USA" and a.lower() not in _PUBLISHERS)
    letters = "".join(word[0] for word in _WORD.findall(subject_of(name)) if words_of(word))
    if len(letters) > 2 and letters.isupper():
        yield letters


def initials(words: Sequence[str]) -> str:
    """The first letters of words, which they share with those that they cut short."""
    return "".join(word[0] for word in words)


def spellings(names: Iterable[str]) -> Mapping[str, str]:
    """Name -> the one by which its venue is called: the fullest, of several the commonest.

    A short form that could be of several venues is a venue by itself.
    """
    counts = Counter(names)
    keys: dict[Key, list[str]] = {}
    for name in counts:
        keys.setdefault(key_of(name), []).append(name)
    meant = _longest_forms(keys)
    called = {
        key: max(own, key=lambda name: (counts[name], len(name))) for key, own in keys.items()
    }
    return {name: called[meant[key]] for key, own in keys.items() for name in own}


def _longest_forms(keys: Iterable[Key]) -> dict[Key, Key]:
    """Each name's words -> the longest that they cut short; of several, or of none, themselves."""
    alike: dict[str, list[Key]] = {}
    for key in keys:
        alike.setdefault(initials(key), []).append(key)
    meant: dict[Key, Key] = {}
    for near in alike.values():
        columns = [sorted((key[at], key) for key in near) for at in range(len(near[0]))]
        for key in near:
            full = [other for other in _beginning_so(key, columns) if shortens(key, other)]
            longest = max(full, key=lambda other: sum(map(len, other)), default=key)
            one = all(other == longest or shortens(other, longest) for other in full)
            meant[key] = longest if one else key
    return meant


def _beginning_so(key: Key, columns: Sequence[Sequence[tuple[str, Key]]]) -> list[Key]:
    """Those with a word that begins with the key's, at the place where they are the fewest."""
    begun: list[Sequence[tuple[str, Key]]] = []
    for word, column in zip(key, columns, strict=True):
        cut = _CONTRACTED.get(word, word)
        last = cut + ("\0" if _is_number(cut) else "\U0010ffff")
        begun.append(column[bisect_left(column, (cut,)) : bisect_right(column, (last,))])
    return [other for _, other in min(begun, key=len, default=())]
