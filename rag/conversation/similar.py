"""Follow-ups that ask for papers like the one before: "anything similar?", "who else uses the same
trick?".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from rag.language.topic import topic_of
from rag.language.words import GENERIC, cut_out
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.types import Answer, Filters, Kind, Question, Relation
from store.lexical import terms
from store.papers import Paper

_SIMILAR = re.compile(
    r"\b(?:any(?:thing|one)?|something|papers?|works?|others?|else|more)\b[^?.!]{0,20}?"
    r"\b(?:similar|(?:just |quite )?like (?:it|this|that)(?: one)?)\b"
    r"(?: (?:to|as) (?:it|this|that))?"
    r"(?P<rest>[^?.!]*)"
    r"|\b(?:any|other|some|more|find|show|list|get|see)(?: me)? (?:similar|related)(?: ones|"
    r" papers| works?| articles)(?=\W*$)"
    r"|\b(?:others?|else|any(?:one|body)|any papers)\b[^?.!]{0,20}?\b(?:stud(?:y|ies|ied)|looks? at"
    r"|looked at|works? on|worked on|deals? with|dealt with|research(?:es|ed)?"
    r"|investigat(?:e|es|ed)|covers?|covered|(?:(?:writ(?:es?|ten)|wrote) )?(?:about|on))"
    r" (?:this|that|it|the same)(?: (?:topic|subject|theme|question|problem|thing|issue))?(?=\W*$)"
    r"|\b(?:on|about) (?:the same|this|that) (?:topic|subject|theme|question|problem|issue)"
    r"(?=\W*$)",
    re.I,
)
_LIKENESS = re.compile(r"\b(?:similar|related|like)\b", re.I)
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
_AIM = (
    r"(?:aims?|goals?|purposes?|objectives?|ends?|intentions?|ambitions?|problems?|questions?"
    r"|tasks?"
    r"|issues?|subjects?|topics?|themes?|challenges?|things?)"
)
# "Others with the same aim", "who else tackles this problem?", "does another try the same?"
_SAME_AIM = re.compile(
    rf"(?:\b(?:with|for|to|at|on|of|about|after) )?\b(?:the (?:very |exact )?(?:same|similar)"
    rf"|an? (?:similar|comparable|related|like)|th(?:is|at)(?: same| very)?|such an?|similar"
    rf"|(?:share|shares|sharing|have|has|with) its) {_AIM}(?= (?:here|too|as well|in mind|as (?:it"
    r"|this|that))\b|\W*$)"
    r"|\b(?:try|tries|tried|want|wants|attempts?|aims? (?:at|for)|achieves?|pursues?|seeks?"
    r"|tackles?"
    r"|addresses|address|goes for|go for|is after|are after|to do|to achieve|to reach|to solve) "
    r"(?:the (?:very |exact )?same|this|that)(?=\W*$)",
    re.I,
)
_OF_SET = re.compile(r"\b(?:papers|articles|works|others?|else|any(?:thing)?)\b", re.I)
_NEWER = re.compile(
    r"^\W*(?:(?:and|but|ok|so) )*(?:(?:is|are|was|were) there |do you have |have you got )?"
    r"(?:any(?:thing)?|some(?:thing)?|an?)(?: (?:papers?|works?|ones?|stud(?:y|ies)|articles?))?"
    r" (?:(?:even|much|still) )?(?:(?P<newer>newer|later|more recent)|older|earlier)"
    r"(?: (?:papers?|works?|ones?|stud(?:y|ies)|articles?|thing))?"
    r"(?: (?:on|about) (?:it|that|this|the same)(?: (?:topic|subject|theme))?)?(?: here)?\W*$",
    re.I,
)
# "Who else worked on it?" after who wrote it: its other authors.
_WHO_ELSE = re.compile(
    r"^\W*(?:(?:and|but|so|ok)\W+)*who else (?:worked on|wrote|was (?:involved|behind)|is (?:on"
    r"|behind)|contributed|(?:co-?)?authored|is an author|signed)\b[^?.!]{0,20}\W*$",
    re.I,
)
_ON_IT = re.compile(r"\b(?:it|this|that)(?: (?:paper|one))?\W*$", re.I)
_VENUES = ("journal", "venue", "conference")
_NAME_WORDS = 3  # of the name of a system before the colon of a title
_SAME_RECORD = re.compile(
    r"(?:(?:\b(?:in|from) )?\bthe same|\b(?:in|from|of|at|by) (?:that|this)"
    r"|\bthat(?= (?:year|month)))"
    r" (?P<field>year|month|journal|venue|conference|category|field"
    r"|organi[sz]ations?|institut(?:e|ion)s?|lab|universit(?:y|ies)|company)\b(?! as\b)",
    re.I,
)
_THAT = re.compile(r"\b(?:that|this)\b", re.I)
_FROM_THERE = re.compile(r"\bfrom (?:there|that place|the same place)\b", re.I)
_SAME_THING = re.compile(
    r"\bthe (?:very |exact )?same (?:(?:kind|sort|type)s? of )?(?!(?:[a-z]+ )?authors?\b|people\b"
    r"|persons?\b|researchers?\b|guys?\b|writers?\b|m[ae]n\b|wom[ae]n\b|group\b|team\b|thing\b"
    r"|as\b)(?=\w)",
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
    asked_who = "authors" in before.question.asks or _ON_IT.search(text)
    if asked_who and _WHO_ELSE.match(text):
        return understand(f"Who wrote {paper.title}?", catalog)
    if "organisations" in before.question.asks:
        text = _FROM_THERE.sub("from the same organisation", text)
    if record := _SAME_RECORD.search(text):
        return _of_its_record(text, record, paper, catalog)
    if (newer := _NEWER.match(text)) and paper.date:
        return _dated_beside(text, before, paper, newer=bool(newer["newer"]))
    others = _OTHERS.search(text) is not None
    if others and (aim := _SAME_AIM.search(text)):
        return _on_its_subject(text, cut_out(text, aim), paper, catalog)
    same = _SAME.search(text) if others else None
    if same:
        about = _way_of(paper, same["what"] or "")
        whole = f"Which other papers use {about}?"
        plain = Question(text, whole, Kind.LIST, topic=topic_of(about), relation=Relation.USES)
        return replace(plain, besides=(paper.id,))
    match = _SIMILAR.search(text)
    if match is None:
        return _with_the_same(text, paper, catalog)
    if _LIKENESS.search(match.group()) and not topic_of(match["rest"] or ""):
        whole = f"Which other papers are like {paper.title}?"
        return Question(text, whole, Kind.LIST, like=paper.id, besides=(paper.id,))
    return _on_its_subject(text, match["rest"] or "", paper, catalog, also=True)


def _on_its_subject(
    text: str, rest: str, paper: Paper, catalog: Catalog, *, also: bool = False
) -> Question:
    """Other papers on the subject of one, of the years or the people that the rest of a text says.

    What else the rest says is `also` to be their topic, or is but how it is asked.
    """
    parsed = parse_filters(rest, catalog)
    about = topic_of(f"{_subject(paper)} {parsed.rest if also else ''}")
    whole = f"Which other papers are about {about}?"
    plain = Question(text=text, whole=whole, kind=Kind.LIST, topic=about)
    return replace(plain, filters=parsed.filters, unwanted=parsed.unwanted, besides=(paper.id,))


def _dated_beside(text: str, before: Answer, paper: Paper, *, newer: bool) -> Question:
    """What is newer or older than a paper on the subject that it was found by, or is about."""
    last = before.question
    about = last.topic if last.kind is Kind.LIST and last.topic else topic_of(_subject(paper))
    assert paper.date is not None
    day = timedelta(days=1)
    filters = Filters(since=paper.date + day) if newer else Filters(until=paper.date - day)
    whole = f"Which {'newer' if newer else 'older'} papers are about {about}?"
    asked = Question(text=text, whole=whole, kind=Kind.LIST, topic=about, filters=filters)
    return replace(asked, besides=(paper.id,))


def _with_the_same(text: str, paper: Paper, catalog: Catalog) -> Question | None:
    """Others with what the text itself says: "the same kind of graph representation"."""
    same = _SAME_THING.search(text) if _OTHERS.search(text) else None
    if same is None:
        return None
    asked = understand(f"{text[: same.start()]}{text[same.end() :]}", catalog)
    return replace(asked, besides=(paper.id,)) if asked.kind is Kind.LIST else None


def _of_its_record(
    text: str, record: re.Match[str], paper: Paper, catalog: Catalog
) -> Question | None:
    """The papers that have the year, the category or the organisation of the one before."""
    if not _OF_SET.search(text):
        return None
    put = f"{_THAT.sub('the same', record.group())} as {paper.title}"
    if record["field"].lower() == "year":
        put = f"in {paper.date.year}" if paper.date else record.group()
    elif record["field"].lower() == "month":
        put = f"in {paper.date:%B %Y}" if paper.date else record.group()
    elif record["field"].lower() in _VENUES and paper.venue:
        put = f"published in {paper.venue}"
    asked = understand(f"{text[: record.start()]}{put}{text[record.end() :]}", catalog)
    return replace(asked, besides=tuple(dict.fromkeys((*asked.besides, paper.id))))


def _subject(paper: Paper) -> str:
    """What a title says a paper is about, without a system's name, what it goes by, and asides."""
    head, colon, tail = paper.title.partition(":")
    subject = tail if colon and len(head.split()) <= _NAME_WORDS else head
    what = _MEANS.split(subject, maxsplit=1)[0]
    return what if len(terms(what)) > 1 else subject


def _way_of(paper: Paper, words: str) -> str:
    """How a paper goes about it, by its title: the part that has the words, if some are said.

    Of "CPU Renaissance via Table Lookup for Low-Bit LLM Deployment" that is "Table Lookup".
    """
    subject = paper.title.partition(":")[2] or paper.title
    wanted = set(terms(words)) - GENERIC
    if len(wanted) > 1:
        return words.strip()
    if wanted:
        parts = [part.strip() for part in _JOINTS.split(paper.title)]
        return next((part for part in parts if wanted & set(terms(part))), words.strip())
    means = _MEANS.search(subject)
    parts = [part.strip() for part in _JOINTS.split(subject[means.end() :])] if means else []
    return next((part for part in parts if terms(part)), topic_of(subject))
