"""What people put into a question out of courtesy: "at which, if I may ask, was it shown?"."""

from __future__ import annotations

import re

_MARKS = r"\s*(?:,|\s[–—-]|\()\s*"
_SAID = (
    r"(?:and )?(?:pray(?: tell)?|please|kindly|if (?:i|we) may(?: (?:ask|be so bold))?"
    r"|(?:if|may|might) (?:i|we)(?: may| might)? (?:ask|inquire|enquire)"
    r"|if you (?:please|like|will|would(?: be so (?:kind|good))?"
    r"|(?:do not|don['’]t|wouldn['’]t) mind(?: (?:me|my|us) asking| telling (?:me|us))?"
    r"|(?:happen to )?know|could tell (?:me|us))"
    r"|if (?:it|that)(?: is|['’]s)(?: not|n['’]t) (?:too much(?: trouble)?|a secret)"
    r"|if (?:(?:it|that)(?: is|['’]s) )?(?:ok(?:ay)?|possible)|i was wondering"
    r"|by the way|btw|(?:just )?out of (?:interest|curiosity)|(?:just|i['’]m|i am) curious"
    r"|i wonder|(?:do )?you know|tell (?:me|us)|remind (?:me|us)|for (?:the|my) record"
    r"|basically|essentially|so to speak|as it were|if you will|(?:broadly|generally|roughly"
    r"|strictly)"
    r" speaking|in a word|in short|more or less|or thereabouts|i suppose|i guess"
    r"|by any chance|if (?:anyone|anybody|someone) knows)"
)
_WITHIN = re.compile(rf"(?<=[\w)]){_MARKS}{_SAID}\s*(?:,|\s[–—-]|\))\s*(?=\w)", re.I)
_AHEAD = re.compile(
    r"^\W*(?:pray(?: tell)?|by the way|btw|(?:just )?out of (?:interest|curiosity)|just curious"
    r"|quick question|one (?:more |quick )?question|for (?:the|my) record)"
    r"\s*(?:[,:;]|\s[–—-])\s*(?=\w)",
    re.I,
)
_BEHIND = re.compile(rf"(?<=[\w)]){_MARKS}{_SAID}(?=\s*\)?[?.!]*\s*$)", re.I)


def without_asides(text: str) -> str:
    """The text less the words of courtesy that stand between commas, before it or behind it."""
    return _BEHIND.sub("", _WITHIN.sub(" ", _AHEAD.sub("", text, count=1)), count=1)
