"""What short forms stand for, where a paper spells one out: "TRAC (Text Reckoning And …)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.language.acronyms import spelled_out
from store.papers import Sentence

_SHORT = r"(?:the )?(?:acronym |abbreviation |name )?[\"“']?(?P<short>[\w.+/-]*\w)[\"”']?"
_SHORTEST = 3
_ASKED = re.compile(
    rf"\bwhat (?:does|do|did) {_SHORT} (?:stand for|abbreviate)\b"
    rf"|\bwhat (?:does|do|did) (?:the )?(?:letters?|initials?) {_SHORT.replace('short', 'short4')}"
    r"(?: [^?]{0,40})? (?:mean|stand for)\b"
    rf"|{_SHORT.replace('short', 'short5')} (?:is|are) short for\W*(?:what\W*)?$"
    rf"|\bwhat(?:['’]s| is| are) {_SHORT.replace('short', 'short2')} (?:short|an acronym) for\b"
    r"|\b(?:full|long|whole) (?:form|name) (?:of|behind) "
    rf"{_SHORT.replace('short', 'short3')}",
    re.I,
)


def asked_short_form(text: str) -> str:
    """The short form that a text asks to have spelled out; "" where it asks something else."""
    match = _ASKED.search(text)
    return next((group for group in match.groups() if group), "") if match else ""


def _words_of(short: str) -> re.Pattern[str] | None:
    """Words in a row that begin with the letters of a short form: "Resample-on-Correct"."""
    if len(short) < _SHORTEST or not short.isalpha() or short.islower():
        return None
    return re.compile(rf"\b{'[ -]'.join(f'{letter}[a-z]+' for letter in short)}\b", re.I)


def told_by_its_words(short: str, sentences: Iterable[Sentence]) -> Sentence | None:
    """The first sentence that has a short form, if only in a name, and words that it is made of."""
    words, place = _words_of(short), re.compile(rf"(?<![A-Za-z]){re.escape(short)}(?![A-Za-z])")
    if words is None:
        return None
    return next((s for s in sentences if place.search(s.text) and words.search(s.text)), None)


def spelling_out(short: str, sentences: Iterable[Sentence]) -> Sentence | None:
    """The first sentence that spells a short form out, before or within parentheses."""
    place = re.compile(rf"(?<![\w-])(?P<short>{re.escape(short)}) ?\((?P<long>[^()]+)\)", re.I)
    for sentence in sentences:
        text = sentence.text
        behind = re.search(rf"\({re.escape(short)}\)", text, re.I)
        if behind and spelled_out(short, text[: behind.start()]):
            return sentence
        within = place.search(text)
        if within and spelled_out(short, within["long"]) == within["long"].strip():
            return sentence
    return None
