"""What a question wants of abstracts: how they begin, what they contain, how many words they have.

Of titles this is read in `rag.records.title_cues`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.language.bounds import Bounds, bounded
from rag.records.part_cues import QUOTED, with_papers_for, words_wanted

_OF_ALL = re.compile(
    r"\b(?:which|what|how many|all|any|list|show(?: me)?|find(?: me)?|give me|the)(?: the)?\W*$",
    re.I,
)
_WHOSE = r"\b(?P<whose>(?:whose|with(?: an?)?|have an?|has an?) )?(?:the )?"
_PART = r"abstracts?(?P<link> (?:that|which|do|is|are|has|have))*"
_BEGINS = re.compile(
    rf"{_WHOSE}{_PART} (?:start|begin|open)(?:s|ning|ing)?(?: off| out)? (?:with|by)"
    rf" (?:the )?(?:words? |phrase |terms? )?{QUOTED}",
    re.I,
)
_CONTAINS = re.compile(
    rf"{_WHOSE}{_PART} (?:contain|mention|includ)(?:s|e|es|ing)?"
    rf" (?:(?:the )?(?P<noun>words?|phrase|terms?) )?(?:{QUOTED}|(?P<bare>[\w.+-]*\w)(?=\W*$))",
    re.I,
)
_WORDS = re.compile(
    rf"{_WHOSE}{_PART}(?: (?:that|which|with|of|contain(?:s|ing)?|having))*"
    rf"(?: longer than (?P<over>)| shorter than (?P<under>)| ){bounded('words?')}"
    r"(?: long| in (?:it|them|length))?\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Abstracted:
    """How an abstract must begin, what it must contain, and how many words it must have."""

    begins: str = ""
    contains: str = ""
    words: Bounds | None = None

    def place_in(self, abstract: str) -> tuple[int, int] | None:
        """Where an abstract is as wanted, in characters; None where it is not.

        What speaks of all of it is shown by its beginning.
        """
        if self.words is not None:
            count = len(abstract.split())
            fits = count > 0 and self.words.hold(count, count) is True
            return _first_sentence(abstract) if fits else None
        if self.begins:
            match = re.match(rf"\W*{_loosely(self.begins)}(?!\w)", abstract, re.I)
            return _first_sentence(abstract) if match else None
        match = re.search(rf"(?<!\w){_loosely(self.contains)}(?!\w)", abstract, re.I)
        return match.span() if match else None

    def __str__(self) -> str:
        """In words, for the line that says how a question was read."""
        if self.words is not None:
            return f"abstract of {self.words} {'word' if self.words.most == 1 else 'words'}"
        how = f"beginning with “{self.begins}”" if self.begins else f"with “{self.contains}”"
        return f"abstract {how}"


def abstracted_in(text: str) -> tuple[Abstracted | None, str]:
    """What a question wants of abstracts, and the text without the words that say so."""
    if "abstract" not in text.lower():
        return None, text
    for pattern in (_BEGINS, _WORDS, _CONTAINS):
        match = pattern.search(text)
        if match and (match["whose"] or _OF_ALL.search(text[: match.start()])):
            return _wanted(match), with_papers_for(text, match)
    return None, text


def _wanted(match: re.Match[str]) -> Abstracted:
    if match.re is _BEGINS:
        return Abstracted(begins=match["quoted"].strip())
    if match.re is _CONTAINS:
        return Abstracted(contains=(match["quoted"] or match["bare"]).strip())
    return Abstracted(words=words_wanted(match))


def _loosely(words: str) -> str:
    """A pattern of words with any white space between them."""
    return r"\s+".join(map(re.escape, words.split()))


def _first_sentence(abstract: str) -> tuple[int, int]:
    start = len(abstract) - len(abstract.lstrip())
    match = re.search(r"[.!?](?=\s|$)", abstract)
    return start, match.end() if match else len(abstract.rstrip())
