"""What is to be said of each paper of a set: "… with their authors", "… and which have code?"."""

from __future__ import annotations

import re

_FIELD = (
    r"(?:(?:full |publication |release |arxiv )?(?:titles?|names?|authors?|dates?|years?"
    r"|categor(?:y|ies)|organi[sz]ations?|institutions?|affiliations?|code availability))"
)
_FIELDS = rf"{_FIELD}(?:(?:,| and|, and)(?: their| its| the)? {_FIELD})*"
_SAY = (
    r"(?:say|tell(?: me| us)?|show(?: me| us)?|give(?: me| us)?|list|note|mark|indicate|state|add"
    r"|mention)"
)
_WHETHER = (
    r"(?:which(?: ones?| of (?:them|those|these))?|whether(?: (?:it|each|they))?|if (?:it|they))"
)
_HAS_CODE = (
    r"(?:ha(?:s|ve)|comes? with|provides?|released?) (?:any |released |public |open )*code"
    r"(?: available| or not)*"
)
_HAS_NONE = (
    r"(?:do(?:es)?(?:n['’]?t| not)(?: have (?:it|any|code|one))?|ha(?:s|ve) (?:none|no code|not)"
    r"|lacks? it)"
)
_WHEN_OR_WHO = (
    r"(?:when (?:(?:were|was|are|is|did) )?(?:they|each|it)\b[^?.,;]*?\b"
    r"(?:published|written|out|come|appear|appeared|released|dated|from)\b"
    r"|who (?:wrote|authored|made|is behind|are the authors of) (?:them|each|it|those)(?: (?:one|of"
    r" them))?|(?:in )?(?:which|what) years?(?: (?:they|each|were|was|did)\b[^?.,;]*)?"
    rf"|what (?:is |are )?(?:their|the|its) {_FIELDS}(?: (?:is|are))?)"
)
_ONE = rf"(?:(?:their|its|the) {_FIELDS}|{_WHETHER} {_HAS_CODE}|{_WHEN_OR_WHO})"
_MORE = re.compile(
    r"(?<=\w)(?:"
    rf",? (?:and )?(?:along|together) with (?:(?:their|its|the) )?{_FIELDS}"
    rf"|,? (?:plus|including|showing|giving|stating) (?:(?:their|its|the) )?{_FIELDS}"
    rf"|,? with (?:their|its) {_FIELDS}|, with (?:the )?{_FIELDS}"
    rf"|,? and (?:for each,? )?(?:{_SAY} )?{_ONE}"
    rf"|[,;:]? {_SAY} {_ONE}"
    r")[\s.?!]*$",
    re.I,
)
_BOTH = re.compile(
    rf" (?:that |which )?(?:{_HAS_CODE}|code),? (?:and|or|vs\.?) (?:which|what|who)"
    rf"(?: ones?| of (?:them|those|these))? {_HAS_NONE}(?=[\s.?!]*$)",
    re.I,
)
_NOBODY = re.compile(r"^\W*(?:which|what)(?: ones?| of (?:them|these|those))?(?=\W*$)", re.I)
_OF_EACH = re.compile(
    rf"^\W*(?:for|of) (?:each|every|all|any)(?: of)?(?: the)? (?P<set>[^,?.]+?),? {_SAY} "
    rf"(?P<asked>{_ONE})[\s.?!]*$",
    re.I,
)


_BY_WORD = (
    ("authors", re.compile(r"\bauthors?\b|\bwho\b", re.I)),
    ("date", re.compile(r"\bdates?\b|\byears?\b|\bwhen\b", re.I)),
    ("organisations", re.compile(r"\borgani[sz]ation|\binstitution|\baffiliation", re.I)),
    ("category", re.compile(r"\bcategor", re.I)),
    ("code", re.compile(r"\bcode\b", re.I)),
)


def told_of_each(text: str) -> tuple[str, tuple[str, ...]]:
    """The question for the set alone, and the record's fields to be told of each of its papers."""
    if both := _BOTH.search(text):
        rest = f"{text[: both.start()]}{text[both.end() :]}"
        return _NOBODY.sub("which papers", rest), ("code",)
    if of_each := _OF_EACH.match(text):
        return f"all {of_each['set']}", _fields(of_each["asked"])
    told: tuple[str, ...] = ()
    while more := _MORE.search(text):
        text, told = text[: more.start()], (*_fields(more.group()), *told)
    return text, tuple(dict.fromkeys(told))


def _fields(words: str) -> tuple[str, ...]:
    """The fields that words ask for; titles are said of each paper anyway."""
    return tuple(name for name, pattern in _BY_WORD if pattern.search(words))
