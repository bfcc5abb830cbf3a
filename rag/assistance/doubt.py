"""When the rules are not sure how a question is to be read, and when another reading is better."""

from __future__ import annotations

from collections.abc import Sequence

from rag.types import Answer, Draft, Kind, Question

_OF_ONE = frozenset({Kind.FACT, Kind.SUMMARY, Kind.RECORD})


def is_open(asked: Question, draft: Draft, history: Sequence[Answer]) -> bool:
    """Whether a question may mean something else than what the rules made of it.

    It may where it names no paper and nothing answers it, and where it stands in a conversation
    that it takes nothing from: a follow-up in words that the rules do not know reads like that.
    """
    if asked.named or asked.kind is Kind.NONE:
        return False
    return draft.abstained or (asked.kind in _OF_ONE and _stands_alone(asked) and _spoken(history))


def is_better(read: Question, found: Draft, draft: Draft, history: Sequence[Answer]) -> bool:
    """Whether another reading with its draft takes the place of the rules' draft.

    An answer takes the place of silence; that of another answer only what is about papers of
    the conversation, and said with no less confidence.
    """
    if found.abstained or draft.abstained:
        return not found.abstained
    spoken = {paper.id for answer in history for paper in answer.papers}
    if not read.named or not set(read.named) <= spoken:
        return False
    return found.confidence is None or found.confidence >= (draft.confidence or 0.0)


def _stands_alone(asked: Question) -> bool:
    return asked.whole == " ".join(asked.text.split()) and asked.scope is None


def _spoken(history: Sequence[Answer]) -> bool:
    return any(answer.papers for answer in history)
