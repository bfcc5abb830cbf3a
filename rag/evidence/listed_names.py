"""Whether a text says which ones so many things are: "which six projects?" of "six projects"."""

from __future__ import annotations

import re

from rag.language.numbers import WORDS

# Things that have names of their own; a phase or an idea is told in words.
_THINGS = (
    r"(?:data ?set|benchmark|corpora|project|repositor(?:y|ie)|librar(?:y|ie)|problem|competition"
    r"|contest|language|compan(?:y|ie)|countr(?:y|ie)|cit(?:y|ie)|universit(?:y|ie)|hospital|school"
    r"|website|browser|phone|device|chip|gpu|cpu|machine|computer|architecture|baseline|competitor"
    r"|rival|compiler|vendor|journal|server)"
)
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(WORDS[2:])})"
_BETWEEN = r"(?:(?!(?:of|in|on|for|do|does|did|is|are|was|were|has|have)\b)[\w/-]+ ){0,4}?"
_ASKED = re.compile(
    rf"\b(?:which|what) (?:are |were )?(?:the )?{_COUNT} {_BETWEEN}(?P<which>{_THINGS})s?\b"
    rf"|\b(?:names? (?:of )?|list |name )(?:the |all |these |those )*(?:{_COUNT} )?{_BETWEEN}"
    rf"(?P<names>{_THINGS})s\b(?! (?:paper|stud))"
    rf"|\b(?:which|what) (?P<made>{_THINGS})s (?:make up|are in|belong to)\b"
    rf"|\b(?:which|what) (?:are|were) (?:the |these |those )?(?:{_COUNT} )?{_BETWEEN}"
    rf"(?P<called>{_THINGS})s\b[^?]*\b(?:called|named)\b",
    re.I,
)
# "IMO-level problems" are no problems by name.
_NAME = (
    r"(?:(?![\w-]+-(?:level|style|like|based|type|scale|class)\b)"
    r"(?:[A-Z][\w.+&@/-]*|[a-z]+[A-Z][\w.+-]*))"
)
_SENTENCES = re.compile(r"(?<=[.?!])\s+(?=[A-Z(])")


def leaves_unnamed(question: str, text: str) -> bool:
    """Whether the names of several things are asked for, and a text has the things without them.

    A text that does not speak of the things at all may have them in other words.
    """
    match = _ASKED.search(question)
    if match is None:
        return False
    thing = next(filter(None, match.groups())).lower()
    told = re.compile(rf"\b{_stem(thing)}\w*", re.I)
    saying = [s for s in _SENTENCES.split(text) if told.search(s)]
    return bool(saying) and not any(_names(s, _stem(thing)) for s in saying)


def _stem(thing: str) -> str:
    """How a thing is written in one or several: "repositor" of "repository", "data ?set"."""
    stem = re.sub(r"(?:ie|y|a)$", "", thing)
    return "data[ -]?set" if stem.startswith("data") else stem


def _names(sentence: str, stem: str) -> bool:
    """Whether a name stands with the things: "three datasets (A, B", "the A and B datasets"."""
    thing = rf"(?i:\b{stem}\w*)"
    behind = (
        rf"{thing}[^.;:(,–—]{{0,40}}?\s*(?:[:(–—]|,|\b(?:such as|including|namely|like|i\.e\."
        rf"|e\.g\.|called|named|from)),? (?:(?:the|both|e\.g\.,?|i\.e\.,?) )?\(?{_NAME}"
        rf"|{thing}[^.;:(,–—]{{0,40}}?\({_NAME}"
    )
    before = rf"(?<=[a-z,(\d] ){_NAME}(?:,? (?:and )?{_NAME})* (?:[a-z-]+ ){{0,1}}{thing}"
    kind = r"(?:an?|the|our) (?:(?!(?:of|with|for|in|on|to)\b)[\w-]+ ){0,5}?"
    called = rf"(?<=[a-z] ){_NAME},? {kind}{thing}"
    return any(re.search(way, sentence) for way in (behind, before, called))
