"""What is known of papers that were chosen for what they do not say."""

from __future__ import annotations

from rag.types import Question, Relation

_LEFT_OUT = {
    Relation.SOLELY: ("is not about", "is about"),
    Relation.ABOUT: ("is not about", "is about"),
    Relation.USES: ("does not say that it uses", "says that it uses"),
    Relation.NEEDS: ("does not say that it needs", "says that it needs"),
    Relation.MENTIONS: ("does not mention", "mentions"),
    Relation.INTRODUCES: ("does not introduce", "introduces"),
}


def none_of_which(question: Question, count: int) -> str:
    """That none of some papers says what a question excludes; empty where it excludes nothing."""
    if not question.without or not count:
        return ""
    one, none = _LEFT_OUT[question.denied]
    return f", {f'which {one}' if count == 1 else f'of which none {none}'} “{question.without}”"
