"""Fields that records leave empty: "papers with no date", "which papers lack an abstract?"."""

from __future__ import annotations

import re

from rag.language.words import cut_out
from store.papers import Paper

_ABSTRACTS = ("abstract", "summary")
FIELDS = {
    "date": "a date",
    "abstract": "an abstract",
    "organisations": "an organisation",
    "category": "a category",
    "venue": "a venue",
    "doi": "a DOI",
    "url": "a link",
    "keywords": "keywords",
}
"""The fields that may be asked for as such -> what they are called in an answer."""
_CALLED = {
    "date": r"(?:publication |release )?(?:dates?|years?)(?: of publication)?",
    "abstract": r"abstracts?",
    "organisations": r"(?:organi[sz]ations?|affiliations?|institut(?:ion|e)s?|universit(?:y|ies))",
    "category": r"(?:arxiv )?categor(?:y|ies)",
    "venue": r"(?:venues?|journals?|conferences?)(?: names?)?",
    "doi": r"dois?",
    "url": r"(?:links?|urls?|web address(?:es)?)",
    "keywords": r"keywords?",
}
_FIELD = "|".join(f"(?P<{name}>{words})" for name, words in _CALLED.items())
_KIND = r"(?:(?:known|given|stated|recorded|listed|proper|exact) )?"
_GIVEN = (
    r"(?P<given> (?:(?:is|are|was|were|that is) )?(?:given|named|listed|recorded|known|stated"
    r"|mentioned"
    r"|attached|at all|on record|in (?:the|their|its) records?))?"
)
# "without abstract interpretation" is a topic: behind the field stands no word that it goes with.
_ENDS = (
    r"(?=\s*(?:[?.!,;:)]|$)|\s+(?:(?:and|or|but|nor) (?:no|not|without|an?|with|are|is|have)\b"
    r"|(?:are|is|there|here|by|from|on|about|that|which|in \d|published)\b))"
)
_HAVE = r"(?:have|has|having|list|lists|name|names|give|gives|state|states|say|says|carry|carries)"
_NO = re.compile(
    rf"\b(?:(?:and|or|but) )?(?:(?:with|{_HAVE}|(?:where|for which) there is) )?"
    rf"(?:(?:no|without|lack(?:s|ing)?|missing"
    rf"|(?:do|does|did)(?: not|n['’]t) {_HAVE})(?: (?:an?|any|the|their|its))?) {_KIND}"
    rf"(?:{_FIELD}){_GIVEN}(?(given)|{_ENDS})",
    re.I,
)
_UNKNOWN = re.compile(
    rf"\b(?:whose|where (?:the |their |its )?|with (?:an? |the )?|the )?(?:(?P<un>unknown|missing"
    rf"|empty|blank|unstated) )?(?:{_FIELD})(?(un)| (?:is|are|was|were)? ?(?:not (?:known|given"
    rf"|listed|recorded|stated|there)|unknown|missing|empty|blank|unstated)){_ENDS}",
    re.I,
)
_UNDATED = re.compile(r"\bundated\b", re.I)
_WITH = re.compile(
    rf"\b(?:that |which )?(?:with|{_HAVE}) (?:an?|any|their|its|some) {_KIND}(?:{_FIELD}){_GIVEN}"
    rf"(?(given)|{_ENDS})|\b(?:that |which )?(?:with|{_HAVE}) "
    rf"(?:{_FIELD.replace('(?P<', '(?P<bare_')}){_ENDS}",
    re.I,
)
# "For how many papers is an organisation recorded?"
_STATED = re.compile(
    rf"\b(?:is|are|was|were) (?:an?|any|the|their) (?:{_FIELD}) (?:given|named|listed|recorded"
    rf"|known"
    r"|stated|mentioned|on record|there|noted|indicated|available)(?=\W*$|,| (?:in|from|by|at)\b)",
    re.I,
)
_NAMED = r"(?:code|(?:co-?)?authors?|" + "|".join(_CALLED.values()) + ")"
_AN = r"(?:(?:an?|any|their|its|the) )?"
_KNOWN = r"(?: (?:known|given|stated|recorded|listed|named|available))?"
_GET = rf"(?:with|without|{_HAVE}|come with)"
# "Neither code nor an organisation", "both a date and a venue", "no code or organisation".
_JOINED = (
    (
        re.compile(
            rf"\b(?:(?:that|which) )?(?:{_GET} )?neither {_AN}(?P<one>{_NAMED})"
            rf" nor {_AN}(?P<other>{_NAMED}{_KNOWN})(?={_ENDS[3:]}",
            re.I,
        ),
        "without",
    ),
    (
        re.compile(
            rf"\b(?:without|(?:{_GET} )?no|lack(?:s|ing)?|(?:do|does)(?: not|n['’]t) {_HAVE}) {_AN}"
            rf"(?P<one>{_NAMED}) (?:and|or|nor) {_AN}(?P<other>{_NAMED}{_KNOWN})(?={_ENDS[3:]}",
            re.I,
        ),
        "without",
    ),
    (
        re.compile(
            rf"\b(?:(?:that|which) )?{_GET} both {_AN}(?P<one>{_NAMED}) and {_AN}"
            rf"(?P<other>{_NAMED}{_KNOWN})(?={_ENDS[3:]}",
            re.I,
        ),
        "with",
    ),
    (
        re.compile(
            rf"\b(?:(?:that|which) )?(?:with|{_HAVE}) {_AN}(?P<one>code|{_CALLED['organisations']}"
            rf"|{_CALLED['category']}|{_CALLED['doi']}) and {_AN}(?P<other>code"
            rf"|{_CALLED['organisations']}|{_CALLED['category']}|{_CALLED['doi']})"
            rf"(?={_ENDS[3:]}",
            re.I,
        ),
        "with",
    ),
)
_MOST = 4  # fields that one question speaks of


def fields_apart(text: str) -> str:
    """The text with each of two fields said by itself: "neither A nor B" is without A and B."""
    for pattern, how in _JOINED:
        while match := pattern.search(text):
            apart = " and ".join(_said(match[name], how) for name in ("one", "other"))
            text = f"{text[: match.start()]}{apart}{text[match.end() :]}"
    return text


def _said(field: str, how: str) -> str:
    an = "any" if how == "without" else "an"
    if field.lower().startswith(("code", "author")):
        an = "" if how == "with" or field.lower().startswith("code") else "any"
    return " ".join(f"{how} {an} {field}".split())


def lacking(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """The fields that papers are to leave empty, those that they are to state, and what is left."""
    lacks: list[str] = []
    has: list[str] = []
    if match := _UNDATED.search(text):
        lacks.append("date")
        text = f"{text[: match.start()]}{text[match.end() :]}"
    for pattern, found in ((_NO, lacks), (_UNKNOWN, lacks), (_WITH, has), (_STATED, has)):
        for _ in range(_MOST):
            if not (match := pattern.search(text)):
                break
            groups = match.groupdict()
            found.append(next(n for n in _CALLED if groups[n] or groups.get(f"bare_{n}")))
            text = cut_out(text, match)
    return tuple(lacks), tuple(has), text


def states(paper: Paper, name: str) -> bool:
    """Whether a paper's record, or for an abstract its text, has something in a field."""
    if name == "abstract":
        if paper.sections:
            return any(section.name.lower() in _ABSTRACTS for section in paper.sections)
        return bool(paper.text.strip())
    return bool(getattr(paper, name))
