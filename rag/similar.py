"""Follow-ups that ask for papers like the one before: "anything similar?", "who else uses the same
trick?".
"""

from __future__ import annotations

import re
from dataclasses import replace

from rag.catalog import Catalog
from rag.question import understand
from rag.topic import topic_of
from rag.types import Answer, Kind, Question
from rag.words import GENERIC
from store.lexical import terms
from store.papers import Paper

_SIMILAR = re.compile(
    r"\b(?:any(?:thing|one)?|something|papers?|works?|others?|else|more)\b[^?.!]{0,20}?"
    r"\b(?:similar|(?:just |quite )?like (?:it|this|that)(?: one)?)\b"
    r"(?: (?:to|as) (?:it|this|that))?"
    r"(?P<rest>[^?.!]*)",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:others?|else|another|any(?:one|body)?|further|more|which (?:papers|articles|works))\b",
    re.I,
)
_WAY = (
    r"(?:trick|ideas?|approach|techniques?|methods?|way|concepts?|strategy|principle|route|path"
    r"|recipe|mechanism|scheme)"
)
_SAME = re.compile(
    rf"\b(?:the (?:very |exact )?(?:same|similar)|an? (?:similar|comparable|related)|th(?:is|at)"
    rf"(?: same| very)?) (?P<what>(?:[\w-]+ ){{0,3}}?){_WAY}\b(?! of\b)"
    r"|\b(?:do|does|did|doing|tr(?:y|ies|ied)) (?:this|that|so|the same(?: thing)?)"
    r"(?:,? (?:too|as well|also))?(?=\W*$)",
    re.I,
)
_OF_SET = re.compile(r"\b(?:papers|articles|works|others?|else|any(?:thing)?)\b", re.I)
_SAME_RECORD = re.compile(
    r"(?:\b(?:in|from) )?\bthe same (?P<field>year|category|field|organi[sz]ations?"
    r"|institut(?:e|ion)s?|lab|universit(?:y|ies)|company)\b(?! as\b)",
    re.I,
)
# In a title, what comes behind these words is how it is done.
_MEANS = re.compile(r"\b(?:via|using|by|with|through|based on|by means of)\b", re.I)
_JOINTS = re.compile(
    r"\b(?:via|using|by|with|through|based on|for|in|on|of|to|from|and|towards?|under|over|at|as)\b"
    r"|[,:;–]|\s-\s",
    re.I,
)


def like_it(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """What else is like the one paper of the answer before: on its subject, or done in its way."""
    if len(before.papers) != 1 or catalog.named_in(text)[0]:
        return None
    paper = catalog.papers[before.papers[0].id]
    if record := _SAME_RECORD.search(text):
        return _of_its_record(text, record, paper, catalog)
    same = _SAME.search(text) if _OTHERS.search(text) else None
    if same:
        about = _way_of(paper, same["what"] or "")
        asked = understand(f"Which papers use {about}?", catalog)
        whole = f"Which other papers use {about}?"
        read = replace(asked, kind=Kind.LIST, topic=asked.topic or about, whole=whole, named=())
        return replace(read, besides=(paper.id,))
    match = _SIMILAR.search(text)
    if match is None:
        return None
    about = topic_of(f"{_subject(paper)} {match['rest']}")
    whole = f"Which other papers are about {about}?"
    plain = Question(text=text, whole=whole, kind=Kind.LIST, topic=about)
    return replace(plain, besides=(paper.id,))


def _of_its_record(
    text: str, record: re.Match[str], paper: Paper, catalog: Catalog
) -> Question | None:
    """The papers that have the year, the category or the organisation of the one before."""
    if not _OF_SET.search(text):
        return None
    put = f"{record.group()} as {paper.title}"
    if record["field"].lower() == "year":
        put = f"in {paper.date.year}" if paper.date else record.group()
    asked = understand(f"{text[: record.start()]}{put}{text[record.end() :]}", catalog)
    return replace(asked, besides=tuple(dict.fromkeys((*asked.besides, paper.id))))


def _subject(paper: Paper) -> str:
    """A title without the name that a system has in it."""
    name, colon, subject = paper.title.partition(":")
    return subject if colon else name


def _way_of(paper: Paper, words: str) -> str:
    """How a paper goes about it, by its title: the part that has the words, if some are said.

    Of "CPU Renaissance via Table Lookup for Low-Bit LLM Deployment" that is "Table Lookup".
    """
    subject, wanted = _subject(paper), set(terms(words)) - GENERIC
    if len(wanted) > 1:
        return words.strip()
    if wanted:
        parts = [part.strip() for part in _JOINTS.split(paper.title)]
        return next((part for part in parts if wanted & set(terms(part))), words.strip())
    means = _MEANS.search(subject)
    parts = [part.strip() for part in _JOINTS.split(subject[means.end() :])] if means else []
    return next((part for part in parts if terms(part)), topic_of(subject))
