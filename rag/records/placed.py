"""Where in the list of authors a person is to stand: first, last, or anywhere but there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.language.numbers import ORDINAL, place_of

LAST = -1
"""The place of the last author."""
_LEADS = {"lead", "leading", "main", "principal"}
_LASTS = {"last", "final", "senior"}
_PLACE = rf"{'|'.join(sorted(_LEADS | _LASTS))}|{ORDINAL}"
_SO_NAMED = r"(?:(?:named|listed|placed|mentioned)[- ])?"
_ROLE = re.compile(
    r"(?P<as>\b(?:(?:whose|the|with|as|an?|is|are|was|were|be|being|their|his|her) ){0,4})"
    rf"\b(?P<place>{_PLACE})[- ]{_SO_NAMED}author(?P<ed>s|ed|ship)?\b"
    r"(?P<is> (?:is|are|was|were|by)\b)?",
    re.I,
)
_LISTED = re.compile(
    rf"\b(?:is|was|are|were|be|being|comes?|listed|named|appears?) (?:(?:listed|named) )?"
    rf"(?P<place>{_PLACE})(?: (?:in|on|among) the (?:list of authors|authors?(?: list)?))?"
    r"(?=\s*(?:[?.!,;]|$))",
    re.I,
)
# "Is the first name", "stands first on the author line": is first author.
_SAID_OTHERWISE = re.compile(
    rf"\b(?:(?:is|was|as|are|were) )?(?:the )?(?:very )?(?P<place>{_PLACE}) (?:name|person)"
    r"(?P<where> (?:in|on) (?:the|its|their) (?:(?:authors?|names?)['’]? )?(?:line|list|byline)\b)?"
    rf"|\bstands? (?:the )?(?:very )?(?P<stood>{_PLACE}) (?:in|on) the"
    r" (?:(?:authors?|names?)['’]? (?:line|list)|list of authors|byline)\b",
    re.I,
)
# "Which papers list Bo Cai second?"
_LIST_HIM = re.compile(
    r"\b(?:(?:that|which) )?(?:list|name|put|place|credit|ha)(?:s|ing|ve|ving)? "
    r"(?P<name>(?-i:[A-Z])[\w.’'-]*(?: (?-i:[A-Z])[\w.’'-]*){0,3}) (?:as )?(?:the )?"
    rf"(?P<place>{_PLACE})(?=\s*(?:[?.!,;]|$))",
    re.I,
)
_LED = re.compile(
    r"(?:\b(?:that|which) )?(?:\b(?:he|she|they) )?\b(?P<not>did not|didn['’]t|does not"
    r"|doesn['’]t|has not|hasn['’]t|never) (?:lead|led|head)\b"
    r"|(?:\b(?:that|which) )?\b(?:he|she|they) (?:leads?|led|heads?|headed)\b"
    r"|\b(?:led|headed)(?= by\b)",
    re.I,
)
_LEADS_IT = re.compile(
    r"\b(?:led|leads?|headed)\b(?=\W*$|[,;]| (?:in|from|since|before|after|on|about|and)\b)", re.I
)
_LEADS_AS = re.compile(
    rf"\b(?:lead|leads|led|head|heads|headed)(?= as (?:(?:the|an?|its|their) )?(?:{_PLACE})[- ])",
    re.I,
)
_DENIED = re.compile(
    r"[,;]?(?: (?:but|and|that|which|where|while))?(?: (?:he|she|they))?(?: (?:is|are|was|were|does"
    r"|did))?(?: ?(?:\bnot\b|n['’]t\b)| never\b| without\b| other than\b| except\b)"
    r"(?: (?:as|be|being|listed|named))* ?$",
    re.I,
)
_NAMED = re.compile(r"(?:^|\s)[^\W\d_a-z][\w.’'-]*\s*$")
_ASKED_PLACE = re.compile(rf"\b(?P<place>{_PLACE})[- ]{_SO_NAMED}(?:co-?)?author\b", re.I)


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in a list of authors, from 1 (LAST: the last), or anywhere but there.

    `text` is the question without the words that say so.
    """

    place: int
    elsewhere: bool
    text: str


def placed_in(text: str) -> Placed | None:
    """The place that a text wants somebody to have among the authors; None where it says none."""
    text = _LIST_HIM.sub(r"with \g<name> as \g<place> author", text)
    text = _SAID_OTHERWISE.sub(_as_author, _LEADS_AS.sub("write", text))
    if match := _ROLE.search(text):
        # "Not first-authored by her" leaves out those papers, and does not ask for her others.
        denied = None if match["ed"] == "ed" else _DENIED.search(text[: match.start()])
        start = denied.start() if denied else match.start()
        left = _without(text, start, match.end(), is_by=bool(match["is"]))
        return Placed(_place(match["place"]), denied is not None, left)
    if match := _LISTED.search(text):
        return Placed(_place(match["place"]), False, _without(text, *match.span()))
    if match := _LED.search(text):
        return Placed(1, match["not"] is not None, _without(text, *match.span()))
    if (match := _LEADS_IT.search(text)) and _NAMED.search(text[: match.start()]):
        return Placed(1, False, _without(text, *match.span()))
    return None


def asked_place(text: str) -> int:
    """The place of the one author that a text asks for, 1 for the first, LAST the last; or 0."""
    places = [_place(match["place"]) for match in _ASKED_PLACE.finditer(text)]
    return places[0] if len(places) == 1 else 0


def _place(word: str) -> int:
    word = word.lower()
    return 1 if word in _LEADS else LAST if word in _LASTS else place_of(word)


def _without(text: str, start: int, end: int, *, is_by: bool = False) -> str:
    """The text less some words, with those in their place by which a person is asked for still."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    verb = "by" if is_by else "wrote" if _NAMED.search(before) else ""
    return " ".join(part for part in (before, verb, after) if part)


def _as_author(match: re.Match[str]) -> str:
    """The words of a match, or "is first author" where they say so; a "first name" may be given."""
    is_given = match["place"] and not match["where"] and not match.group().lower().startswith("is ")
    return match.group() if is_given else f"is {match['place'] or match['stood']} author"
