"""A question without what is no part of it: tags of HTML, and orders to set all rules aside."""

from __future__ import annotations

import html
import re

_ELEMENTS = (
    r"(?:a|b|i|u|s|p|q|em|strong|small|mark|sub|sup|code|pre|span|div|br|hr|h[1-6]|ul|ol|li|dl|dt|dd"
    r"|img|svg|font|center|table|tr|td|th|tbody|thead|blockquote|html|head|body|title|meta|link|form"
    r"|input|button|label|select|option|textarea|iframe|script|style|section|article|header|footer"
    r"|main|nav)"
)
_UNSEEN = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.I | re.S)
_ATTRIBUTE = r"\s+[\w:-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?"
# "vector<b>" is a type, and "a < b and c > d" two comparisons.
_TAG = re.compile(rf"(?:</{_ELEMENTS}\s*>|<{_ELEMENTS}(?:{_ATTRIBUTE}){{0,9}}\s*/?>)", re.I)
_BLOCK = re.compile(r"</?(?:p|div|br|hr|h[1-6]|ul|ol|li|table|tr|td|th|script|style)\b", re.I)
_CLOSES = re.compile(rf"</{_ELEMENTS}\s*>|<(?:br|hr|img|input)\b|^\s*<|/>", re.I)
_ORDER = re.compile(
    r"^\W*(?:please |now |and )*(?:ignore|disregard|forget|override)\b[^.?!:;]{0,40}"
    r"\b(?:instructions?|prompts?|rules?|guidelines|above|before|context)\b[^.?!:;]{0,30}[.!:;]\s+"
    r"(?=(?:\w+\W+){2})",
    re.I,
)


def without_markup(text: str) -> str:
    """The text without tags, and without a first sentence that sets the rules aside."""
    plain = text
    if "<" in text and _CLOSES.search(text):
        plain = _TAG.sub(_gap, _UNSEEN.sub(" ", text))
    if "&" in plain and ";" in plain:
        plain = html.unescape(plain)
    plain = _ORDER.sub("", plain, count=1)
    return plain if plain.strip(" .?!") else text


def _gap(tag: re.Match[str]) -> str:
    return " " if _BLOCK.match(tag.group()) else ""
