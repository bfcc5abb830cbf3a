"""Whose a sentence of a paper is: its own, others', or what leads up to the paper's own part.

"However, it requires much simulated data" stands in a paper, and speaks of what was before it.
An abstract is read in its order: it opens with the field and its problem, says "we" or its own
system's name, and then goes on about itself until others are its subject again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from rag.records.own_names import is_introduced

_OUR_DOING = re.compile(
    r"\b(?:we|our|ours)\b|(?-i:\bI) [a-z]|\b(?:this|the present) (?:\w+ )?(?:paper|work|study"
    r"|poster|article|report"
    r"|thesis|survey|review|investigation|research|note)\b"
    r"|\bthe (?:proposed|presented|resulting|developed) \w+"
    # "Experiments show", "Evaluated on" and the headings of a report.
    r"|^(?:(?:[\w-]+ ){0,3}?(?:experiments?|evaluations?|results?|simulations?"
    r"|analys[ei]s)\b[^.;]*?"
    r"\b(?:show|demonstrat|confirm|reveal|indicat|prov|validat|verif|suggest)\w*)"
    r"|^(?:evaluated|tested|compared|applied) (?:on|in|with|to)\b"
    r"|^(?:aims?|objectives?|purpose|methods?|results?|findings|conclusions?|design)\b ?:"
    r"|^the (?:aims?|objectives?|purpose|goals?) (?:of|was|were|is|are)\b",
    re.I,
)
_OTHERS = (
    r"(?:existing|previous(?:ly)?|prior|traditional(?:ly)?|conventional(?:ly)?|contemporary|current"
    r"|recent|earlier|today['’]s|state-of-the-art|SOTA|classical)"
)
# "Over previous lamps", "forecasts of earlier methods": there, others are no subject.
_BEHIND = ("than", "over", "with", "to", "from", "by", "beyond", "against", "of", "in", "for", "on")
_NO_SUBJECT = "".join(rf"(?<!\b{word} )(?<!\b{word} the )" for word in _BEHIND)
_OTHERS_DO = re.compile(
    rf"^(?!(?:beyond|unlike|compared|different|over|against|with|like)\b)(?:[\w’'-]+,? ){{0,3}}?"
    rf"{_NO_SUBJECT}{_OTHERS} (?!(?:paper|study|work|article|review)\b)(?=[a-z])"
    rf"|(?:\b(?:most|many|some|all|few|none) of (?:the )?|{_NO_SUBJECT}(?<!the )\b){_OTHERS}"
    r" (?:[\w-]+ ){0,4}?(?:methods?|approaches|works?|solutions|systems|studies|techniques"
    r"|algorithms|frameworks|strategies|models|efforts|generators|designs|art)\b",
    re.I,
)
_COMPARES = re.compile(r"\b(?:outperform|surpass|exceed|beat|achiev|improv|reduc|match)\w*\b", re.I)
_POINTS_BACK = re.compile(
    r"^(?:(?:however|yet|but|moreover|furthermore|also|hence|thus|therefore|as a result"
    r"|consequently|in addition|unfortunately|while \w+),? )?"
    r"(?:it|its|they|their|such|these|this|those|both|the latter|the former)\b",
    re.I,
)
_PREFIXED = re.compile(r"[a-z]+-")  # "low-FLOPs"
# A study may report what was done before it says "we"; what was proposed once is no report.
_REPORTS = re.compile(
    r"\b(?:was|were) (?!(?:first )?(?:introduced|proposed|presented|developed|designed|invented)\b)"
    r"|(?<!have )(?<!has )(?<!been )\b(?:revealed|observed|showed|implicated|indicated|suggested"
    r"|increased|decreased)\b|\bn ?= ?\d",
    re.I,
)
_TURNED = re.compile(
    r"^(?:this|these|it|they|all this|both) can be (?:\w+ )?(?:avoid|solv|alleviat|mitigat|overcom"
    r"|address|remov|eliminat|bypass)\w*",
    re.I,
)
_PROPOSES = re.compile(r"\b(?:propos|present|introduc|develop|design|employ|enabl)\w*", re.I)


class Whose(Enum):
    """Of whom a sentence speaks."""

    OWN = "own"
    OPEN = "open"
    LEADING_UP = "leading up"
    OTHERS = "others"

    @property
    def is_background(self) -> bool:
        """Whether it tells of what was before the paper."""
        return self in (Whose.LEADING_UP, Whose.OTHERS)


def whose(opening: Sequence[str], names: Sequence[str]) -> list[Whose]:
    """Of whom each sentence of an abstract speaks, in its order; `names` are the paper's own."""
    return list(_read(opening, names))


def telling_names(names: Sequence[str], title: str, text: str) -> list[str]:
    """Those of a paper's names that tell its own doing, and are no term of its field.

    "LordNet" is one, and "PDE" of its title none, unless the text brings it in.
    """
    head = title.partition(":")[0]
    short = [name for name in names if name != title]
    return [
        name
        for name in short
        if name == head
        or (not _PREFIXED.match(name) and (is_introduced(name, text) or not _is_term(name, short)))
    ]


def whose_alone(text: str, names: Sequence[str]) -> Whose:
    """Of whom a sentence speaks by itself, as in the body of a long paper."""
    if _is_own(text, names):
        return Whose.OWN
    return Whose.OTHERS if _is_of_others(text) else Whose.OPEN


def _is_term(name: str, names: Sequence[str]) -> bool:
    """Whether a name is a short form, or a part of another name."""
    return name.isupper() or any(name in other for other in names if other != name)


def _read(opening: Sequence[str], names: Sequence[str]) -> Iterator[Whose]:
    has_own = any(_is_own(text, names) for text in opening)
    state = Whose.LEADING_UP if has_own else Whose.OPEN
    began = not has_own
    for text in opening:
        alone = whose_alone(text, names)
        if alone is Whose.OWN:
            state, began = Whose.OWN, True
        elif alone is Whose.OTHERS:
            state = Whose.OTHERS
        elif state is Whose.OTHERS and not _POINTS_BACK.search(text):
            state = (Whose.OWN if has_own else Whose.OPEN) if began else Whose.LEADING_UP
        reported = state is Whose.LEADING_UP and _REPORTS.search(text)
        yield Whose.OPEN if reported or _TURNED.search(text) else state


def _is_own(text: str, names: Sequence[str]) -> bool:
    if re.search(r"\bthat (?:most |many )?" + _OTHERS + r"\b", text, re.I):
        return False  # "our challenge is that previous methods prune all layers"
    return _OUR_DOING.search(text) is not None or any(
        re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) for name in names
    )


def _is_of_others(text: str) -> bool:
    match = _OTHERS_DO.search(text)
    return match is not None and not _COMPARES.search(text[: match.start()])


# What is asked of a paper itself, where "@" stands for its name, and what of others.
_OF_ITSELF = re.compile(
    r"\b(?:do|does|did|is|are|was|were|can|could|has|have|had|will|would|should|may|might|must"
    r"|makes?|made|isn['’]t|doesn['’]t|can['’]t|won['’]t|hasn['’]t)"
    r" (?:(?:you|i|we|one|people) (?:\w+ )?)?(?:the |that )?@(?! (?:paper|authors?|people)\b)"
    r"|\bthat (?:the )?@ |@['’]s?\b|\bof (?:the )?@\W*$|^\W*(?:the )?@ ",
    re.I,
)
_OF_WHAT_WAS = re.compile(
    r"\b(?:existing|previous\w*|prior|earlier|others?|current\w*|conventional\w*|traditional\w*"
    r"|classical|state[- ]of[- ]the[- ]art|sota|today|so far|until now|before|already|recent\w*"
    r"|problems?|challenges?|issues?|bottlenecks?|difficult\w*|obstacles?|gaps?|motiv\w+"
    r"|background|contexts? of|limitations? of (?!@)|come about|say|says|said|claims?|argue\w*"
    r"|critici\w+|blame\w*|mentions?"
    r"|point(?:s|ed)? out|according to|attribut\w+|observ\w+|find|found|finds|solve\w*|address\w*"
    r"|tackl\w+|overcom\w+|fix\w*|alleviat\w+|mitigat\w+|avoid\w*|replac\w+|eliminat\w+"
    r"|remov\w+|get rid|differ\w*|unlike|instead|against|inspir\w+|assum\w+|start(?:s|ed)? from)\b"
    r"|\bwhy (?:was|were|is|are|did|do|does) [^?]*\b(?:developed|built|made|created|proposed"
    r"|introduced|designed|invented|written|build|make|create|propose|introduce|design|invent"
    r"|develop|matter|exist|need(?:ed)?|necessary|important|required|useful)\b"
    r"|\bneeded for\b",
    re.I,
)


def asks_of_itself(question: str) -> bool:
    """Whether a question asks what a paper or its system is or does, "@" being its name.

    "Does @ have overhead?" does, "what is wrong with existing kernels according to @?" does not.
    """
    return _OF_ITSELF.search(question) is not None and not _OF_WHAT_WAS.search(question)


def proposes(text: str) -> bool:
    """Whether a sentence says what its paper brings in."""
    return _PROPOSES.search(text) is not None
