"""How large a corpus or a data set is: told by what it holds, "6T tokens", and by no size."""

from __future__ import annotations

import re

_DATA = r"(?:corpus|corpora|data ?sets?|data|collection|benchmark|training set|test set|suite)"
_ASKED = re.compile(
    rf"\b(?:what|which)\b[^?]*\bsize of (?:[\w’'-]+ ){{0,4}}?{_DATA}\b"
    rf"|\bhow (?:big|large) (?:is|are|was|were) (?:[\w’'-]+ ){{0,4}}?{_DATA}\b",
    re.I,
)
_SIZE = re.compile(
    r"(?<![\w.-])\$?(?:\d[\d,.]*\d|\d)\$?\s?(?:[KMBT]\b|[mb]illions?"
    r"|thousands?)?\+? (?:[\w-]+ ){0,3}?"
    r"(?:tokens|datasets|problems|samples|examples|images|sentences|documents|pairs|instances|queries|tasks"
    r"|questions|solutions|words|records|vectors|pages|articles|papers|cases|items|entries|rows"
    r"|points|records|hours|[KMGT]i?B)\b",
    re.I,
)


def asks_data_size(question: str) -> bool:
    """Whether the size of a corpus, a data set or a benchmark is asked for."""
    return _ASKED.search(question) is not None


def gives_data_size(text: str) -> bool:
    """Whether a text says how many tokens, problems or images there are."""
    return _SIZE.search(text) is not None
