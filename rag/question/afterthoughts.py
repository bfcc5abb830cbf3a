"""What is asked behind a statement: "… from another field. Which one?"; what a question is for."""

from __future__ import annotations

import re

# "It borrows from another field. Which one?" is "it borrows from which field?".
_WHICH_ONE = re.compile(
    r"^(?P<before>[^?]{12,}?)\b(?:another|(?:some|one|an?|a certain) other|a (?:certain|different"
    r"|particular|specific|well-known|known)|some(?= [a-z-]+[.,;]))"
    r" (?P<noun>[a-z][a-z-]*(?: [a-z-]+)?)(?P<after>[^?]*?)\s*[.;,–—-]+\s*(?:and |but )?"
    r"(?:which|what)(?: (?:one|exactly|is it|was it|would that be|is that|was that))?\s*\?*\s*$",
    re.I,
)
# Of papers it is asked which they are.
_PAPERS = re.compile(r"\b(?:papers?|articles?|works?|stud(?:y|ies)|publications?)\b", re.I)
# "… come with code? I need the number for a slide."
_PURPOSE = re.compile(
    r"(?<=\?)\s+(?:(?:i|we)(?:['’](?:m|re|ve|d|ll)| am| are| will| would)? (?:just |only )?"
    r"(?:need|want|require|must have|have to have|asking|ask|like|put|am asking)(?: to know)? "
    r"(?:it|this|that|them|one|because|the (?:exact )?(?:numbers?|figures?|counts?"
    r"|answers?|lists?|titles?|names?|dates?|years?))\b[^?.]{0,60}"
    r"|(?:it|this|that)(?: is|['’]s) (?:just |only )?for (?:an?|my|our|the|tomorrow|today)\b"
    r"[^?.]{0,60}"
    r"|for (?:an?|my|our|the) (?:[\w-]+ ){0,3}[\w-]+)[.!]*\s*$",
    re.I,
)


def without_afterthought(text: str) -> str:
    """The question with what it asks last in its place, and without what it is asked for."""
    text = _PURPOSE.sub("", text, count=1)
    match = _WHICH_ONE.match(text)
    if match is None or _PAPERS.search(match["noun"]):
        return text
    return f"{match['before']}which {match['noun']}{match['after']}?"
