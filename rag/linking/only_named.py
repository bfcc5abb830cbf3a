"""Whose record a question asks for by a mere name, of a thing that papers here only name.

"When was GPT-3 released?" asks for no record of the paper that trains something like it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.evidence.finder import Found, as_evidence
from rag.language.words import is_common
from rag.linking.only_mentioned import IS_COINED
from rag.question.asks import without_fields
from rag.records.catalog import Catalog
from rag.records.own_names import squeezed
from store.lexical import terms
from store.library import Library
from store.papers import TITLE, Sentence

_WORD = re.compile(r"[^\W_][\w.+-]*[\w+]|[^\W_]")
_ASKING = frozenset(
    "a an and announced around authored back behind built by came come coined created designed"
    " devised developed did first for initially invented introduced is it launched made model of"
    " officially on original originally out paper posted presented proposed public published"
    " released report s study system team technique the tool trained unveiled was were when who"
    " whom wrote".split()
)
_A_PAPER = re.compile(r"\b(?:paper|article|report|study|work|one)\b", re.I)
_LONGEST = 3  # words of a name
# "gpt-4", "llama.cpp": in small letters, and no words of English.
_SMALL = re.compile(r"[a-z][a-z-]*\d[\w.-]*|[a-z]{2,}\.[a-z]{2,}")
_VERSION = re.compile(r"[a-z]?\d[\w.]*", re.I)
_KINDS = (
    r"(?:benchmark|corpus|dataset|data set|system|framework|method|tool|model|suite|engine|library"
    r"|algorithm|testbed|architecture|language|approach|simulator|compiler|platform|toolkit)"
)
_BRINGS_IN = r"(?:introduc|present|propos|develop|construct|design|releas|buil[dt]|curat|implement)"


def only_named(text: str, topic: str, library: Library, catalog: Catalog) -> Found | None:
    """What is said of the thing whose record is asked for; None where it may be a paper's own.

    `topic` are the words of the question less those that it asks with. The name is no paper's
    title or part of one, and no paper brings the thing in.
    """
    name = _name_in(topic, catalog)
    if not name or (_A_PAPER.search(text) and name.isalpha() and name.isupper()):
        return None
    own = {*terms(name, joined=False)}
    if any(own <= {*terms(paper.title)} for paper in library.papers.values()):
        return None
    if squeezed(name) in catalog.names or _is_short_for_a_title(name, library, catalog):
        return None
    told = re.compile(rf"(?<![\w-]){_told(name)}(?!\w|[-.]\d|\.\w)", re.I)
    saying = [s for s in library.sentences if s.section != TITLE and told.search(s.text)]
    if not saying or _brings_in(name, saying):
        return None
    return Found(saying[0].paper_id, (as_evidence(saying[0]),), 1.0, 0.0, (), ())


def _name_in(topic: str, catalog: Catalog) -> str:
    """The name that is all of a topic; "" for any other topic."""
    words = [w for w in _WORD.findall(without_fields(topic)) if w.lower() not in _ASKING]
    if not 0 < len(words) <= _LONGEST:
        return ""
    small = {*catalog.names_in_small(" ".join(words))}
    first, *others = words
    named = IS_COINED.search(first) or _SMALL.fullmatch(first) or first in small
    if not (named or _is_proper(first, catalog)):
        return ""
    more = all(word[0].isupper() or _VERSION.fullmatch(word) for word in others)
    return " ".join(words) if more else ""


def _told(name: str) -> str:
    """A pattern of a name, whatever stands between its words and numbers: "Phi-3" is "Phi3"."""
    return r"[\s.–-]?".join(map(re.escape, re.findall(r"[^\W\d_]+|\d+(?:\.\d+)?|\+", name)))


def _is_proper(word: str, catalog: Catalog) -> bool:
    lower = word.lower()
    return word[:1].isupper() and lower not in catalog.plain and not is_common(lower)


def _is_short_for_a_title(name: str, library: Library, catalog: Catalog) -> bool:
    spelled = catalog.acronyms.get(name.lower(), ())
    titles = [{*terms(paper.title)} for paper in library.papers.values()]
    return any({*terms(" ".join(words))} <= title for words in spelled for title in titles)


def _brings_in(name: str, saying: Sequence[Sentence]) -> bool:
    """Whether a paper calls something of its own so: "we introduce the first benchmark A"."""
    own = re.compile(
        rf"\b{_BRINGS_IN}\w*,? (?:[\w-]+,? ){{0,8}}?(?:{_KINDS}s?[,:]? |called |named |dubbed )"
        rf"\(?{_told(name)}(?!\w)|\bour (?:[\w-]+ ){{0,3}}{_told(name)}(?!\w)",
        re.I,
    )
    return any(own.search(sentence.text) for sentence in saying)
