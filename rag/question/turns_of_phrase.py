"""Plain turns of phrase for which papers have one word: "searching by hand" is manual searching."""

from __future__ import annotations

import re

# What is made of what is one thing, as it is with hyphens: "text to speech".
_MADE_OF = re.compile(
    r"\b(?P<one>text|speech|voice|audio|images?|pictures?|video|sequence|graph) to "
    r"(?P<other>text|speech|voice|audio|images?|pictures?|video|music|sequence|sql|code)\b",
    re.I,
)
_BY_HAND = re.compile(r"\b(?P<doing>[a-z]{3,}ing) by hand\b", re.I)
# "Pressure from the outside" is external pressure; who is "seen from outside" is not.
_FROM_OUTSIDE = re.compile(
    r"\b(?P<what>(?![a-z]+(?:ing|ed)\b|(?:seen|shown|known|come|comes|came|look|looks|see|both|also"
    r"|only)\b)[a-z]{4,}) from (?:the )?(?P<side>outside|inside|within)"
    r"(?=[\s?.!,;]*$|,| (?:and|or|on|in)\b)",
    re.I,
)


def without_plain_turns(text: str) -> str:
    """The text with the word that papers have in the place of plain turns of phrase."""
    text = _MADE_OF.sub(r"\g<one>-to-\g<other>", text)
    return _FROM_OUTSIDE.sub(_external, _BY_HAND.sub(r"manual \g<doing>", text))


def _external(match: re.Match[str]) -> str:
    side = "external" if match["side"].lower() == "outside" else "internal"
    return f"{side} {match['what']}"
