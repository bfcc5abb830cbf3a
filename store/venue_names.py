"""Names of journals and conferences: which spellings are of one, and by which it is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from store.names import levelled

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
_CONTRACTED = {"intl": "int", "natl": "nat"}  # all others are cut short at their end (ISO 4)


def is_event(name: str) -> bool:
    """Whether the name is of a conference or its proceedings, and of no journal."""
    return _EVENT.search(name) is not None


def words_of(name: str) -> tuple[str, ...]:
    """The words that tell a name, in lower case: "The Journal of Piles" is journal, piles."""
    plain = (levelled(w.replace("'", "").replace("’", "")) for w in _WORD.findall(name))
    return tuple(word for word in plain if word not in _SMALL)


def key_of(name: str) -> tuple[str, ...]:
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
    """Whether words are others cut short one by one: "j psychiatr res" (ISO 4)."""
    return (
        len(short) == len(full) > 1
        and tuple(short) != tuple(full)
        and all(
            long.startswith(_CONTRACTED.get(cut, cut))
            for cut, long in zip(short, full, strict=True)
        )
    )


def initials(words: Sequence[str]) -> str:
    """The first letters of words, which they share with those that they cut short."""
    return "".join(word[0] for word in words)


def spellings(names: Iterable[str]) -> Mapping[str, str]:
    """Name -> the one by which its venue is called: the fullest, of several the commonest.

    A short form that could be of several venues is a venue by itself.
    """
    counts = Counter(names)
    keys: dict[tuple[str, ...], list[str]] = {}
    for name in counts:
        keys.setdefault(key_of(name), []).append(name)
    alike: dict[str, list[tuple[str, ...]]] = {}
    for key in keys:
        alike.setdefault(initials(key), []).append(key)
    meant = {key: key for key in keys}
    for near in alike.values():
        for key in near:
            full = [other for other in near if shortens(key, other)]
            longest = [f for f in full if not any(shortens(f, other) for other in full)]
            meant[key] = longest[0] if len(longest) == 1 else key
    called = {
        key: max(own, key=lambda name: (counts[name], len(name))) for key, own in keys.items()
    }
    return {name: called[meant[key]] for key, own in keys.items() for name in own}
