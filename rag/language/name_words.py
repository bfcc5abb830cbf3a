"""The words of people's names as they are compared: accents, scripts and apostrophes aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.names import NameParts, levelled

_HAN = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
# Han, kana and hangul names are one word with or without a space in them; "O'Neill" is one, too.
_WORD = re.compile(
    rf"{_HAN}+(?:[ ·・]{_HAN}+)*|(?:(?!{_HAN})[^\W\d_])+(?:['’](?!s\b)(?:(?!{_HAN})[^\W\d_])+)*"
)
_NOT_LETTERS = re.compile(r"[\s·・'’]+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Letters that are none with an accent to Unicode, and that people write without.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a text that may be one of a name, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """As words are compared: "Søren" is "soren", "O’Neill" is "oneill", "李 明" is "李明"."""
        return plain_word(self.text)

    @property
    def is_capital(self) -> bool:
        """Whether it may begin a name; of a script without capitals every word may."""
        return not self.text[0].islower()


def name_words(text: str) -> list[NameWord]:
    """The words of a text, in order."""
    return [NameWord(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


def plain_word(word: str) -> str:
    """A word in lower case without accents, apostrophes, and spaces within."""
    return levelled(_NOT_LETTERS.sub("", word)).translate(_PLAIN)


def parts_of(name: str) -> NameParts:
    """The parts of a name with the given names first, to be compared; a Han name is one part."""
    words = [word.plain for word in name_words(name)]
    words = [word for word in words if word not in _SUFFIXES]
    return NameParts(tuple(words[:-1]), words[-1]) if words else NameParts((), "")
