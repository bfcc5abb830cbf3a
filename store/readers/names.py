"""Tells where a title ends and its authors begin, where nothing stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# One word of a person's name: "Zhenting", "Kwang-Ting", "O'Neil", "DeVito", "J.", "de".
_LETTER = r"[^\W\d_]"
_FIRST = rf"{_LETTER}(?:{_LETTER}*{_LETTER}(?:['’-]{_LETTER}+)*|\.(?:-?{_LETTER}\.)*)?"
_REST = rf"(?:{_LETTER}+(?:['’-]{_LETTER}+)*\.?)"
_NAME = re.compile(rf"{_FIRST}(?: {_REST}){{1,4}}")
_PARTICLES = frozenset(
    "al bin da de del della den der di dos du el la le ten ter van von zu".split()
)
_INNER_CAPITAL = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|O['’]|D['’])$")
_CUT = re.compile(r",? et al\.?\s*$")


@dataclass(frozen=True, slots=True)
class TitleAndAuthors:
    """A title line taken apart; `cut` is true where it ended in "et al."."""

    title: str
    authors: tuple[str, ...]
    cut: bool


def split_title_from_authors(line: str) -> TitleAndAuthors | None:
    """Splits "A Title, with CommasAda Lovelace, Alan Turing et al."; None where it cannot be.

    The title ends where a capital letter follows a character that is no space and a
    person's name reads from there to the next comma; everything after that comma must be
    names too. Of several such places the leftmost comma-separated part wins (a title's
    commas come before the authors' commas), and within it the last place, because a title
    may end in a word with an inner capital.
    """
    people = _CUT.sub("", line)
    parts = people.split(", ")
    for index, part in enumerate(parts):
        rest = [re.sub(r"^and ", "", name).strip() for name in parts[index + 1 :]]
        if not all(is_name(name) for name in rest):
            continue
        if (place := _glued_name(part)) is not None:
            title = ", ".join([*parts[:index], part[:place]])
            return TitleAndAuthors(title, (part[place:].strip(), *rest), people != line)
    return None


def is_name(text: str) -> bool:
    """Whether the text reads as one person's name of two to five words."""
    words = text.split()
    return (
        _NAME.fullmatch(text) is not None
        and words[0][0].isupper()
        and all(word[0].isupper() or word in _PARTICLES for word in words)
        and not words[-1].isupper()
    )


def _glued_name(part: str) -> int | None:
    """Where in the part a name begins that is glued to what stands before it."""
    for place in range(len(part) - 1, 0, -1):
        before = part[:place]
        if not part[place].isupper() or before[-1].isspace() or before[-1] in "-'’.(/":
            continue
        if _INNER_CAPITAL.search(before.split()[-1]) and not _is_plain_word(before.split()[-1]):
            continue
        if is_name(part[place:]) and _starts_like_a_given_name(part[place:]):
            return place
    return None


def _is_plain_word(word: str) -> bool:
    """Whether the word is more than the bare prefix of a name ("McLeod", "DeVito")."""
    return len(word) > 4


def _starts_like_a_given_name(name: str) -> bool:
    """Such as "Zhenting", "J.", "Li": a capital and then small letters, or an initial."""
    first = name.split()[0]
    return len(first) > 1 and (first[1].islower() or first[1] in ".'’" or first.endswith("."))
