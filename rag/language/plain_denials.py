"""Denials in other words, said plainly: "never use A", "make no use of A" are "do not use A"."""

from __future__ import annotations

import re

_PAPERS = r"(?:papers?|articles?|works|studies|publications|ones|those)"
_SUBJECT = rf"\b(?:{_PAPERS}|that|which|what|they|them|and|but)"
# A verb that says how a paper stands to a topic, with what belongs to it.
_VERB = (
    r"(?P<verb>mention|use|cite|discuss|need|require|employ|involve|name|propose|introduce|present"
    r"|address|cover|consider|treat|apply|adopt|refer(?=s? to)"
    r"|speak(?=s? of)|talk(?=s? (?:about|of))|rely(?= (?:up)?on)|relies(?= (?:up)?on)"
    r"|depend(?=s? (?:up)?on)|deal(?=s? with)|evaluate(?=s? on)|compare(?=s? (?:with|to))"
    r"|touch(?=(?:es)? (?:up)?on))(?:es|s)?"
)
_BEHIND = r"(?P<behind>(?: (?:to|of|about|with|(?:up)?on))?)"
_FINDING = (
    r"(?:effect|difference|improvement|change|gain|loss|evidence|significant|longer|other|more|less"
    r"|fewer|such|further|single|new|better|particular|specific|one)s?\b"
)
_DENIES = re.compile(
    r"n['’]t\b|\b(?:never|no|neither|independent|free|away|dispens\w+|rid)\b", re.I
)
_NEVER = re.compile(rf"(?P<of>{_SUBJECT}) never (?:even |once )?{_VERB}\b", re.I)
_SHORT = re.compile(rf"(?P<of>{_SUBJECT}) do(?P<es>es)?n['’]t (?:ever )?{_VERB}\b", re.I)
_NO = re.compile(
    rf"(?P<of>{_SUBJECT}) (?!(?:use|need|require|employ|involve)s? ){_VERB}{_BEHIND}"
    rf" no (?!{_FINDING})(?=\w)",
    re.I,
)
_NEITHER = re.compile(
    rf"(?P<of>{_SUBJECT}) {_VERB}{_BEHIND} neither (?P<each>[^.?!;]+? nor\b[^.?!;]*)", re.I
)
_NEITHER_DOES = re.compile(
    rf"(?P<of>{_SUBJECT}) neither {_VERB}{_BEHIND} (?P<each>[^.?!;]+? nor\b[^.?!;]*)", re.I
)
_NOR = re.compile(r",? nor (?:(?:up)?on |about |of |with |to )?", re.I)
# "Make no use of A", "are independent of A": what is said of papers, and how it is said plainly.
_WHICH_ARE = rf"\b(?P<of>{_PAPERS})(?: (?:that|which))?(?: are| is)?"
_PHRASES = (
    (
        rf"(?P<of>{_SUBJECT}) (?:make|have|contain)s? no (?:direct |explicit )?mention of",
        r"\g<of> do not mention",
    ),
    (
        rf"(?P<of>{_SUBJECT}) makes? no (?:direct |explicit )?reference to",
        r"\g<of> do not refer to",
    ),
    (rf"(?P<of>{_SUBJECT}) (?:makes?|have|has) no use (?:of|for)", r"\g<of> do not use"),
    (rf"(?P<of>{_SUBJECT}) (?:have|has) no need (?:of|for)", r"\g<of> do not need"),
    (rf"{_WHICH_ARE} independent of", r"\g<of> that do not depend on"),
    (rf"{_WHICH_ARE} free (?:of|from)(?! (?:charge|cost))", r"\g<of> that do not need"),
    (
        rf"(?P<of>{_SUBJECT}) (?:do(?:es)? away with|dispenses? with|gets? rid of)",
        r"\g<of> avoid",
    ),
    (
        rf"\b(?P<of>{_PAPERS}) (?:doing away with|dispensing with|getting rid of)",
        r"\g<of> that avoid",
    ),
    (r"\bmaking no use of", "without using"),
    (r"\b(?:making no mention of|mentioning no)", "without mentioning"),
)
_OF_PAPERS = tuple((re.compile(rf"{phrase}\b", re.I), plain) for phrase, plain in _PHRASES)


def denied_plainly(text: str) -> str:
    """The text with what it denies of papers said by "do not", where it says so in other words.

    "No effect" and "no difference" are findings of a paper, and deny nothing of it.
    """
    if not _DENIES.search(text):
        return text
    for neither in (_NEITHER, _NEITHER_DOES):
        text = neither.sub(
            lambda m: f"{m['of']} do not {_plain(m)}{m['behind']} {_NOR.sub(' or ', m['each'])}",
            text,
        )
    text = _NEVER.sub(lambda m: f"{m['of']} do not {_plain(m)}", text)
    text = _SHORT.sub(lambda m: f"{m['of']} do{m['es'] or ''} not {_plain(m)}", text)
    text = _NO.sub(lambda m: f"{m['of']} do not {_plain(m)}{m['behind']} ", text)
    for phrase, plain in _OF_PAPERS:
        text = phrase.sub(plain, text)
    return text


def _plain(verb: re.Match[str]) -> str:
    """The verb of a denial as it stands behind "do not"."""
    return "rely" if verb["verb"].lower() == "relies" else verb["verb"]
