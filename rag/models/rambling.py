"""When a reply that is still being written is not worth waiting for: weak models run on."""

from __future__ import annotations

import re

_REPEATS, _SHORTEST, _LONGEST = 4, 12, 160  # the same run of characters, so many times on end
_ESCAPED = re.compile(r"\\.", re.S)


def repeats_itself(text: str) -> bool:
    """Whether a text ends in the same run of characters again and again, as weak models do."""
    for length in range(_SHORTEST, min(_LONGEST, len(text) // _REPEATS) + 1):
        if text.endswith(text[-length:] * _REPEATS):
            return True
    return False


def runs_on(text: str, longest: int) -> bool:
    """Whether a reply in JSON is in the midst of a string of more than so many characters.

    Schemas cannot bound strings: OpenAI's structured output refuses `maxLength`.
    """
    if not text.lstrip().startswith("{"):
        return False
    *closed, last = _ESCAPED.sub("", text).split('"')
    return len(closed) % 2 == 1 and len(last) > longest
