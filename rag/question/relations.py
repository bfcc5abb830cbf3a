"""What a question's verb asks of papers: to be about a thing, use it, mention it, bring it in."""

from __future__ import annotations

import re

from rag.types import Relation

_GENERIC = (
    r"(?:methods?|approach(?:es)?|systems?|techniques?|ways?|works?|solutions?|frameworks?"
    r"|algorithms?|results?|papers?|articles?|publications?|stud(?:y|ies)|ones?|ideas?|research"
    r"|findings?|entries|titles?|and|or|on|about|in|for|from|to|at|of|by|than|with)\b"
)
_VERBS = r"introduc|propos|present|develop|contribut|construct|creat|design|releas|build|built"
_BRINGS = (
    rf"\b(?:(?:{_VERBS})(?:e|es|s|ed)?|(?:introduc|propos|present|releas)ing"
    r"|(?:made|makes?) (?=their own|its own|a new|new)"
    r"|(?:bring|brings|brought)(?: (?:out|along|also|with (?:it|them)))*"
    r"|(?:come|comes|came) up with|(?:put|puts) (?:out|forward))\b"
)
_BRINGING_IN = re.compile(rf"{_BRINGS}|\b(?:brand[- ])?new\b|\bnovel\b", re.I)
_INTRODUCES = re.compile(
    rf"{_BRINGS} (?:(?:an?|the|any|some|new|novel|their|its|own|first) )*(?!{_GENERIC})\w"
    rf"|(?:\bnew|\bnovel) (?!{_GENERIC})[a-z]"
    rf"|\b(?!{_GENERIC})\w+ (?:is|are|was|were|been|being|get|gets) (?:newly |first )?"
    rf"(?:{_VERBS})(?:ed)?\b"
    r"|\bof (?:their|its) own\b",
    re.I,
)
# Whatever it is for: "contribute a new evaluation benchmark".
_BRINGS_NEW = re.compile(
    rf"{_BRINGS} (?:(?:an?|the|any|some|their|its|own) )*(?:brand[- ])?new (?!{_GENERIC})\w"
    rf"|{_BRINGS} [^.?!]{{3,60}}\bof (?:their|its) own\b",
    re.I,
)
_MENTIONS = re.compile(
    r"\bmention(?:s|ed|ing)?\b|\brefer(?:s|red|ring)? to\b|\bcit(?:e|es|ing)\b"
    # What "we" have on a thing is what the library has.
    r"|(?<!\bwe )(?<!\byou )(?<!\bi )(?<!collection )(?<!library )(?<!list )(?<!\bthis )"
    r"\b(?:says?|saying|have|has) (?:some|any)thing (?:to say )?(?:about|on|of)\b",
    re.I,
)
_USES = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|benchmark(?:s|ed)? on|builds? (?:up)?on|report(?:s|ed|ing)?|evaluat\w*"
    r"|tri(?:ed|es) (?:(?:it|them|(?:their|its|the) [\w-]+) )?(?:out )?on"
    r"|(?:any|some|every)thing with|something with"
    r"|test(?:s|ed)?(?![ -]time)|results?|rel(?:y|ies|ying)|employ\w*|savings?|saves?"
    r"|compar(?:e|es|ed|ing)|adopt\w*"
    r"|leverag\w*|exploit\w*|appl(?:y|ies)|beats?|outperform\w*|surpass\w*|outd(?:o|oes|id|one)"
    r"|pit(?:s|ted)? (?:their|its|them|it|themselves|itself)\b[^?]*\bagainst|measure(?:d|ments?)?"
    r"|experiments?)\b",
    re.I,
)
_NEEDS = re.compile(
    r"\b(?:papers?|articles?|works?|studies|publications|methods?|systems?|approach(?:es)?"
    r"|techniques?|algorithms?|ones?|which|that|still|also|what)"
    r" (?:needs?|requires?|depends? (?:up)?on|calls? for|demands?|cannot do without)\b",
    re.I,
)


def relation_of(text: str) -> Relation:
    """What the verb of a text asks of a paper."""
    if _MENTIONS.search(text):
        return Relation.MENTIONS
    if _BRINGS_NEW.search(text):
        return Relation.INTRODUCES
    if _USES.search(text):
        return Relation.USES
    if _NEEDS.search(text):
        return Relation.NEEDS
    return Relation.INTRODUCES if _INTRODUCES.search(text) else Relation.ABOUT


def what_is_brought_in(text: str) -> str:
    """A text without its words for bringing something in."""
    return _BRINGING_IN.sub(" ", text)
