"""Follow-ups that set papers beside others: "compare them", "which is older?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from rag.conversation.references import both_ends, nth_papers, without_nth
from rag.conversation.the_one import described_paper
from rag.conversation.variation import short_name
from rag.language import wording
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.question.comparatives import with_quantity
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.records.in_common import in_common
from rag.records.order import wanted_order, without_order
from rag.types import Answer, Filters, Kind, Question
from store.lexical import terms

_THEY = r"(?:they|them|both|(?:the|these|those)(?: (?:two|three))?)"
_COMPARES = re.compile(
    rf"\b(?:set|put|lay|see|have|show)(?: me)? {_THEY}(?: papers| ones)?"
    r" (?:side by side|next to (?:each other|one another)|beside (?:each other|one another)"
    r"|against (?:each other|one another)|in (?:a|one) table)"
    r"|\bcompare (?:them|those|these|(?:the )?(?:first |last )?(?:two|three))\b(?! (?:with|to)\b)"
    rf"|\bhow do (?:{_THEY}|the (?:first|last) (?:two|three))(?: papers| ones)?"
    r" (?:differ|compare)\b"
    r"(?: (?:to|with|from) (?:one another|each other))?"
    rf"|\bhow are {_THEY}(?: papers| ones)? (?:related|connected)\b"
    rf"|\bwhat do {_THEY}(?: papers| ones)? (?:have in common|share)\b"
    rf"|\bdifferen(?:ces?|t) (?:between|about|in|among) {_THEY}\b(?: papers| ones)?"
    r"|^\W*(?:(?:and|so|but|ok) )*compare both\W*$"
    r"|^\W*(?:(?:and|so|but|ok) )*(?:what(?:['’]s| is| are) )?(?:any |the )?(?:main )?"
    r"differences?\W*$"
    r"|^\W*(?:(?:and|so|but|ok|please)\W+)*(?:(?:explain|describe|show|tell|give|state|list|me|us)\W+)+"
    r"(?:the |any |their )?(?:main |key )?differences?(?=\W*$| in (?:\w+ ){1,3}"
    r"(?:sentences?|words?|terms|lines?)\W*$)"
    rf"|\b(?:what|how) (?:sets|tells|makes) {_THEY} (?:apart|different)\b",
    re.I,
)
_BEFORE = (
    r"(?:the (?:previous|prior|earlier|last|other|first|former) (?:one|paper)"
    r"|the (?:one|paper) (?:from )?before(?: (?:it|that|this))?)"
)
_ITS_FORERUNNER = re.compile(
    rf"\b(?:compare|contrast) (?:(?:it|that|this)(?: one)? )?(?:with|to|against|and) {_BEFORE}"
    rf"|\b(?:how|what way) (?:does|is) (?:it|that|this)(?: one)? (?:differ|different|compare)"
    rf" (?:from|to|with) {_BEFORE}"
    rf"|\bdifferences? (?:between (?:it|that|this)(?: one)? and|to|from|with) {_BEFORE}"
    rf"|^\W*(?:and )?(?:vs|versus|compared (?:to|with))\.? {_BEFORE}",
    re.I,
)
_HOW_MANY = re.compile(r"\b(last )?(two|three|four)\b", re.I)
_LINKS = re.compile(
    r"^\W*(?:so|then|now)\b|\bside by side\b"
    r"|\b(?:in terms of|when it comes to|with (?:regard|respect) to|as to)\b",
    re.I,
)
_ASKS_KINDLY = re.compile(
    r"^\W*(?:(?:and|so|but|now|please)\W+)*"
    r"(?:would you (?:be so kind as to|mind)|(?:can|could|would|will) you(?: please)?"
    r"|i(?:['’]d| would) like (?:you )?to|let me)\b|\bplease\b",
    re.I,
)
_TWO = r"the (?:last )?(?:two|three|four)"
_OF = rf"of (?:them|those|these|both|all(?: of (?:them|these|those))?|{_TWO})"
_WHICH = re.compile(
    r"^\W*(?:(?:and|so|but) )?(?:which|what)(?:['’]s)?(?: one| paper)?"
    rf"(?: {_OF}(?: papers| ones)?)?"
    rf"(?:['’]s)?(?P<rest>(?: [\w’'-]+){{1,7}}?)(?: {_OF})?\W*$",
    re.I,
)
_COUNTED = re.compile(r"\bof (?:both|the (?:last )?(two|three|four))\b", re.I)
_FARES = re.compile(
    r"^\W*(?:(?:and|so|but|ok) )*which(?: (?:one|paper))?(?: of (?:the two|them|these|those))?"
    r"(?P<rest> (?:is|was|has|does|gives|gets|needs|uses|runs|works|performs|reaches|takes)\b.*"
    r"\b(?:\w{3,}er|more|less|fewer|most|least|best|\w{3,}est)\b.*)$",
    re.I,
)
_OF_TWO = re.compile(
    r"\b(?:older|newer|earlier|later|younger|more recent|more|fewer|longer|shorter|first|last)\b",
    re.I,
)
_ALL_OF_THEM = re.compile(r"\b(?:they|them|the (?:two|three|four)|both|all|these|those)\b", re.I)
_AT_ONCE, _MOST_AT_ONCE = {"two": 2, "three": 3, "four": 4}, 4


def side_by_side(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """A comparison of papers of the answer before, or of the two before, where one is asked for.

    Also of their records. The answers are those with papers, the last one first.
    """
    if asked := _by_record(text, answers, catalog):
        return asked
    if fares := fares_better(text, answers[0], catalog):
        return fares
    match = _COMPARES.search(text)
    if match is None and len(answers[0].papers) == 1:
        match = _ITS_FORERUNNER.search(text)
    ids = [paper.id for paper in answers[0].papers]
    if match and len(ids) == 1:
        ids = _two_of(text[: match.start()], answers, catalog)
    counted_out = _counted_out(text, ids, catalog)
    if len(counted_out) > 1:
        ids, rest = counted_out, without_nth(wording.CONTRASTS.sub(" ", text))
    elif not match or len(ids) < 2:
        return None
    else:
        count = _HOW_MANY.search(match.group())
        several = _AT_ONCE[count[2].lower()] if count else _MOST_AT_ONCE
        ids = ids[-several:] if count and count[1] else ids[:several]
        rest = f"{text[: match.start()]} {text[match.end() :]}"
    whole = f"Compare {' and '.join(short_name(i, catalog) for i in ids)}"
    topic = topic_of(_LINKS.sub(" ", _ASKS_KINDLY.sub(" ", rest)))
    if not set(terms(topic)) - GENERIC:
        topic = ""
    whole = f"{whole} in {topic}" if topic else whole
    read = understand(whole, catalog)
    asked = replace(read, kind=Kind.COMPARE, named=tuple(ids), topic=topic)
    return replace(asked, filters=Filters(), unwanted=Filters(), without="", besides=())  # of names


def _two_of(told: str, answers: Sequence[Answer], catalog: Catalog) -> list[str]:
    """The paper before and the one that is told of before they are compared, or the one before."""
    one = answers[0].papers[0].id
    other = described_paper(told, [*catalog.papers], catalog)
    if other and other.paper_id and other.paper_id != one:
        return [one, other.paper_id]
    return list(dict.fromkeys(a.papers[0].id for a in answers[:2] if len(a.papers) == 1))


def _counted_out(text: str, ids: Sequence[str], catalog: Catalog) -> list[str]:
    """The papers of a list that a comparison counts out, or the newest and the oldest."""
    ends = both_ends(text, ids, catalog) if wording.CONTRASTS.search(text) else []
    return ends or (nth_papers(text, ids) if wording.COMPARE.search(text) else [])


def fares_better(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """Two papers compared in what one is asked to be more of: "which of them is faster?"."""
    match, ids = _FARES.match(text), tuple(paper.id for paper in before.papers)
    if match is None or len(ids) != _AT_ONCE["two"] or before.question.kind is not Kind.COMPARE:
        return None
    topic = topic_of(with_quantity(match["rest"]))
    if wanted_order(match["rest"]) or not topic or catalog.named_in(text)[0]:
        return None
    whole = f"{text.rstrip(' ?.!')} ({' or '.join(short_name(i, catalog) for i in ids)})"
    return Question(text, whole, Kind.COMPARE, named=ids, topic=topic)


def _by_record(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """What is asked of the records of the papers of several answers before, one paper each.

    Which is older, which has more authors, whether they share an author; the last two where the
    words do not say how many.
    """
    ids = _spoken_of(text, answers)
    asked = in_common(text) if _ALL_OF_THEM.search(text) else ()
    if parse_filters(text, catalog).filters.author_count:  # "do both have more than two authors?"
        asked = ()
    match = _WHICH.match(text)
    order = wanted_order(match["rest"]) if match else None
    if match and (order is None or topic_of(without_order(match["rest"]))):
        match = None
    if len(ids) < 2 or not (asked or match) or catalog.named_in(text)[0]:
        return None
    several = " and ".join(short_name(i, catalog) for i in ids)
    read = Question(text, f"{text.rstrip(' ?.!')} ({several})", Kind.RECORD, named=ids, asks=asked)
    return replace(read, order=order, limit=1) if match else read


def _spoken_of(text: str, answers: Sequence[Answer]) -> tuple[str, ...]:
    """The papers of the answers before, the first spoken of first, as many as a text means."""
    if len(answers[0].papers) > 1:
        return tuple(paper.id for paper in answers[0].papers) if in_common(text) else ()
    alone = takewhile(lambda answer: len(answer.papers) == 1, answers)
    ids = list(dict.fromkeys(answer.papers[0].id for answer in alone))
    counted = _COUNTED.search(text)
    if counted:
        count = _AT_ONCE[(counted[1] or "two").lower()]
    else:
        count = 2 if _OF_TWO.search(text) or in_common(text) else _MOST_AT_ONCE
    return tuple(reversed(ids[:count]))
