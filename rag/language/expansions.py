"""What short forms stand for, where a paper spells one out: "TRAC (Text Reckoning And …)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.language.acronyms import spelled_out
from store.papers import Sentence

_SHORT = r"(?:the )?(?:acronym |abbreviation |name )?[\"“']?(?P<short>[\w.+/-]*\w)[\"”']?"
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
