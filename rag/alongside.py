"""Follow-ups that set papers beside others: "compare them", "anything similar?", "the next one"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag import wording
from rag.catalog import Catalog
from rag.order import ordered_as
from rag.question import understand
from rag.references import nth_papers
from rag.topic import topic_of
from rag.types import Answer, Kind, Question
from rag.variation import short_name

_COMPARES = re.compile(
    r"\bcompare (?:them|those|these|(?:the )?(?:first )?(?P<n>two|three))\b(?! (?:with|to)\b)"
    r"|\bhow do (?:they|these|those|the two) (?:differ|compare)\b"
    r"|\bdifferences? between (?:them|those|these|the two)\b",
    re.I,
)
_SIMILAR = re.compile(
    r"\b(?:any(?:thing|one)?|something|papers?|works?|others?|else|more)\b[^?.!]{0,20}?"
    r"\b(?:similar|(?:just |quite )?like (?:it|this|that)(?: one)?)\b"
    r"(?: (?:to|as) (?:it|this|that))?"
    r"(?P<rest>[^?.!]*)",
    re.I,
)
_OLDER = re.compile(
    r"^\W*(?:and |so )?(?:which|what)(?: (?:one|paper|of (?:them|the two|those|these|both)))? "
    r"(?:is|was|came|appeared)(?: the)? (?P<word>older|newer|earlier|later|first|last|more recent"
    r"|(?:old|new|earli|lat)est)(?: one| paper| of (?:them|the two))?\W*$",
    re.I,
)
_AT_ONCE, _MOST_AT_ONCE = {"two": 2, "three": 3}, 4
_NEXT = re.compile(
    r"^\W*(?:and |what about |which is )?(?:the )?(?:next|following)(?: (?:one|paper|oldest|newest"
    r"|latest|most recent)(?: one| paper)?)?\W*$"
    r"|^\W*(?:and )?(?:the )?(?:one|paper) after (?:that|it)\W*$",
    re.I,
)


def side_by_side(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """A comparison of papers of the answer before, or of the two before, where one is asked for.

    Also of their dates. The answers are those with papers, the last one first.
    """
    if dated := _older_or_newer(text, answers, catalog):
        return dated
    match = _COMPARES.search(text)
    ids = [paper.id for paper in answers[0].papers]
    if match and len(ids) == 1:  # those of the two answers before
        ids = list(dict.fromkeys(a.papers[0].id for a in answers[:2] if len(a.papers) == 1))
    counted_out = nth_papers(text, ids) if wording.COMPARE.search(text) else []
    if len(counted_out) > 1:
        ids = counted_out
    elif not match or len(ids) < 2:
        return None
    else:
        ids = ids[: _AT_ONCE.get((match["n"] or "").lower(), _MOST_AT_ONCE)]
    whole = f"Compare {' and '.join(short_name(i, catalog) for i in ids)}"
    return replace(understand(whole, catalog), kind=Kind.COMPARE, named=tuple(ids), topic="")


def _older_or_newer(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """Which of the papers of the two answers before, of one paper each, is older or newer."""
    match = _OLDER.match(text)
    ids = dict.fromkeys(answer.papers[0].id for answer in answers[:2] if len(answer.papers) == 1)
    if match is None or len(answers[0].papers) > 1 or len(ids) < 2:
        return None
    both = " or ".join(short_name(i, catalog) for i in reversed(ids))
    read = ordered_as(understand(f"Which was published {match['word']}, {both}?", catalog), text)
    return replace(read, kind=Kind.RECORD, named=tuple(reversed(ids)), topic="", asks=(), limit=1)


def next_in_order(text: str, before: Answer) -> Question | None:
    """The paper that follows the oldest or newest one of the answer before."""
    last = before.question
    if not _NEXT.match(text) or not last.order or last.limit != 1:
        return None
    whole = f"{last.whole.rstrip(' ?.!')} – {text}"
    return replace(last, whole=whole, skip=last.skip + len(before.papers))


def like_it(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """What else is about the subject of the one paper of the answer before: its title's words."""
    match = _SIMILAR.search(text)
    if match is None or len(before.papers) != 1 or catalog.named_in(text)[0]:
        return None
    paper = catalog.papers[before.papers[0].id]
    name, colon, subject = paper.title.partition(":")
    about = topic_of(f"{subject if colon else name} {match['rest']}")
    whole = f"Which other papers are about {about}?"
    plain = Question(text=text, whole=whole, kind=Kind.LIST, topic=about)
    return replace(plain, besides=(paper.id,))
