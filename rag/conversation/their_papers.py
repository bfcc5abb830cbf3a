"""Follow-ups that ask what else the writers of the papers before wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.conversation.the_one import described_paper
from rag.question.asks import asked_fields
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Question
from store.papers import Paper

_PERSON = re.compile(
    r"\b(?:the|its|their|that|his|her) (?P<same>same )?"
    r"(?:(?P<nth>first|second|third|last|lead|main|senior) )"
    r"?(?P<who>author)(?P<many>s)?\b(?:['’]s?)?(?: of (?:it|this|that)(?: paper| one)?)?"
    r"|\b(?:(?P<they>(?:any|either|one|some|both|all) of them|they|these people|this team"
    r"|those people|(?:the )?same (?:authors|people|group"
    r"|team))"
    r"|(?P<one>he|she|him|this author|the same (?:author|person|researcher|man|woman)"
    r"|this person|(?<=by )her))(?=\b)",
    re.I,
)
_WRITE = re.compile(
    r"\b(?:wr[io]te|writes|written|publish\w*|(?:co-?)?authored|lists?|listed|feature[sd]?|credits?)\b"
    r"|\b(?:be|been|is|was|are|were) (?:also )?(?:the |an? )?(?:(?:first|last|second|third|lead"
    r"|senior)"
    r"[ -])?(?:co-?)?authors?\b"
    r"|\b(?:appears?|appeared|contribut\w+|(?:is|was|been|were) (?:involved|on|part of))\b"
    r"|\bha(?:ve|s) (?:(?:any|some)(?:thing)? )?(?:else|others?|another|more)\b"
    r"|\b(?:others?|more|else|further)\b.*\bha(?:ve|s)\b(?=\W*$| (?:here|in)\b)"
    r"|\b(?:what|anything) else d(?:id|o|oes)\b.*\b(?:do|make)\b|\b(?:ha(?:s|ve)) done\b"
    r"|\bd(?:id|one|o|oes|oing) (?:any(?:thing)? |some(?:thing)? )?(?:else|other|further|more)\b",
    re.I,
)
_BY = re.compile(
    r"\b(?:papers?|works?|else|more|others?|anything|everything|articles?)\b.*\b(?:by|from|of|with)\W*$",
    re.I,
)
_OTHERS = re.compile(r"\b(?:also|others?|else|more|further|another|besides)\b", re.I)

_AND_OTHERS = re.compile(
    r"^(?P<who>.*?\b(?:authors?|wrote|written by|made|by)\b[^,?.]*?)(?:,|\?)?(?: and| –)? "
    r"(?P<more>(?:which|what|are|is|do|does|did|has|have|any)\b.*\b(?:other|others|else|another"
    r"|more|same)\b.*)$",
    re.I,
)
_THEIR_OTHERS = re.compile(
    r"^\W*(?:(?:and|so|what are|list|show(?: me)?|any of) )*(?:(?P<their>their)|his|her)"
    r" (?:other|further) (?:papers?|works?|articles?|publications?|stuff)(?: here)?(?=\W*$)",
    re.I,
)
_OF_THEIRS = re.compile(
    r"^\W*(?:(?:and|so|but|is there|are there|do you have|show(?: me)?|list)\W+)*"
    r"(?:any|some|another|more|other|further)(?: (?:other|more))? "
    r"(?:papers?|works?|articles?|publications?|ones?) (?:of|by) (?:(?P<theirs>theirs|them)|his"
    r"|hers"
    r"|him|her)(?: here| too)?(?=\W*$)",
    re.I,
)
_ANOTHER = re.compile(r"\banother\b", re.I)
_PLACES = {"second": 2, "third": 3, "last": -1, "senior": -1}


@dataclass(frozen=True, slots=True)
class Writers:
    """People spoken of as a paper's, and whether their other papers are asked for."""

    names: tuple[str, ...]
    start: int
    end: int
    others: bool
    place: int = 0  # in the list of authors, where they are to stand in the same


def by_their_writers(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """What else the people of the answer before wrote, where the text asks for that."""
    text = _OF_THEIRS.sub(
        lambda m: f"what else did {'they' if m['theirs'] else 'he'} write", text, count=1
    )
    text = _THEIR_OTHERS.sub(
        lambda m: f"what else did {'they' if m['their'] else 'he'} write", text, count=1
    )
    twofold = _AND_OTHERS.match(text)
    is_twofold = twofold is not None and asked_fields(twofold["who"])
    asked = by_their_writers(twofold["more"], before, catalog) if twofold and is_twofold else None
    if asked:
        return replace(asked, besides=())  # their names stand beside each
    alone, _ = catalog.named_in(text)
    ids = [paper.id for paper in before.papers]
    if not alone and (pick := described_paper(text, ids, catalog)) and pick.paper_id:
        ids = [pick.paper_id]
        text = f"{text[: pick.start]} {text[pick.end :]}".lstrip(" ,:;")
    of = alone or ids
    found = _writers(text, [catalog.papers[i] for i in of])
    if found is None or (len(of) > 1 and not before.question.filters.authors):
        return None
    names = before.question.filters.authors if len(of) > 1 else found.names
    whole = f"{text[: found.start]}{' or '.join(names)}{text[found.end :]}"
    whole = _ANOTHER.sub("any", whole) if found.others else whole
    question = understand(whole, catalog)
    if not question.filters.authors:
        return None
    if found.place:
        question = replace(question, filters=replace(question.filters, place=found.place))
    return replace(question, besides=tuple(of)) if found.others else question


def _writers(text: str, papers: Sequence[Paper]) -> Writers | None:
    """The people of papers whose own papers a text asks for: "what else did they write?"."""
    match = _PERSON.search(text)
    if match is None or not papers:
        return None
    rest = " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())
    others = _OTHERS.search(rest) is not None
    same = others and match.group().lower().startswith("same")  # "same authors, anything else?"
    if not (same or _WRITE.search(rest) or _BY.search(text[: match.start()])):
        return None
    if match["they"] or match["many"]:
        names = tuple(dict.fromkeys(name for paper in papers for name in paper.authors))
        return Writers(names, *match.span(), others) if names else None
    place = _PLACES.get((match["nth"] or "").lower(), 1)
    own = papers[0].authors[place - 1 if place > 0 else place :][:1]
    return (
        Writers(own, *match.span(), others, place if match["same"] and match["nth"] else 0)
        if own
        else None
    )
