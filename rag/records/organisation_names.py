"""Organisations that a question names: as records write them, as people do, or with a slip."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz import fuzz

from rag.language.bounds import Bounds, bounded, bounds_of
from rag.language.words import cut_out

_TYPO_SCORE = 88  # of 100; two letters changed places in a name of two words
ORGANISATION_NAMES = {
    "peking university": "pku",
    "beijing university": "pku",
    "tsinghua university": "tsinghua",
    "microsoft": "microsoft-research",
    "msr": "microsoft-research",
    "microsoft research asia": "microsoft-research",
}
"""What people call organisations -> how records write them, in lower case."""
_SORTS = {
    "university": re.compile(r"univers|\bcollege\b|institutes? of technology|polytechnic", re.I),
    "company": re.compile(
        r"\b(?:inc|corp|corporation|ltd|llc|gmbh|company|microsoft|google|ibm|meta|amazon|intel"
        r"|nvidia|apple|huawei|alibaba|tencent|bytedance|openai|bell (?:telephone )?lab\w*)\b",
        re.I,
    ),
}
"""What tells of which sort an organisation is, by its name in full."""
_OF_A_SORT = re.compile(
    r"\b(?:(?:(?:with|from|by|at|involv(?:e|es|ing)|includ(?:e|es|ing)|credit(?:s|ing)?"
    r"|nam(?:e|es|ing)|list(?:s|ing)?|have|has|having) "
    r"(?:(?:an?|any|some|at least one|one or more|(?:people|authors|somebody) (?:at|from)) )*"
    r"(?P<university>universit(?:y|ies)|academi(?:a|c (?:institutions?|organi[sz]ations?"
    r"|partners?|affiliations?)))"
    r")|(?:(?:from|by) (?:(?:an?|any|some|at least one|one or more) )*"
    r"(?P<company>compan(?:y|ies)|industry|corporations?|industrial (?:labs?|partners?))))"
    r"(?=\W*$|[,;]| (?:among|in|as one|as an?|on|listed|credited|named|behind|affiliat\w*|before"
    r"|after|since)\b)"
    r"(?:,? (?:listed |credited |named )?(?:among|in|as one of|as an?) (?:(?:the|its|their) )?"
    r"(?:organi[sz]ations?|institutions?|affiliations?|authors?['’]? affiliations?|credits"
    r"|partners?|co-?authors?)(?: (?:that are )?(?:credited|listed|named|given))?)?",
    re.I,
)
# Where something runs is no maker of papers alone: "in production at Microsoft".
_RUNS_THERE = re.compile(
    r"\b(?:(?:in|into|on|real|actual|live|its|their)(?: [\w'’]+){0,2}? (?:production|operation"
    r"|services?"
    r"|traffic|products?|customers)|deployed|live service|production (?:data|settings?|systems?"
    r"|traffic|use))\b",
    re.I,
)
_SO_MANY = re.compile(
    r"\b(?:with|have|has|had|having|from|by|of|across|between|(?:list|name|involve|give|credit|state)"
    r"(?:s|ed|ing)?) "
    + bounded(r"(?:organi[sz]ation|institution|institute|affiliation|lab)s?|universit(?:y|ies)")
    + r"(?: each| listed| named| behind (?:it|them))?\b",
    re.I,
)
_JOINTLY = re.compile(
    r"\b(?:between|both|together(?: with)?|joint(?:ly)?|collaborat\w*|co-?operat\w*|common"
    r"|shared?)\b"
    r"(?: between| of| by| with| in)?"
    r"|\b(?:did|does|do|done|wrote|written|made|published|worked?) (?:\w+ )?with\b",
    re.I,
)

# "With A and B" names both as what a record has; "from A and B" may mean the papers of each.
_WITH_BOTH = re.compile(
    r"\b(?:with|(?:list|name|credit|state|carry)(?:s|ing)?) (?!code\b|authors?\b)"
    r"(?:the )?[\w.-]+(?: [\w.-]+)?,? (?:and|&|plus|as well as|\+) (?!from\b|by\b|with\b)[\w-]",
    re.I,
)


def organisations_in(text: str, known: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """The organisations that a text names, as the records write them, and the text without.

    `known` are those of the records, in lower case -> as written.
    """
    spoken = {o.replace("-", " "): own for o, own in known.items()}
    usual = {u: known[o] for u, o in ORGANISATION_NAMES.items() if o in known}
    found = []
    for words, own in sorted({**known, **spoken, **usual}.items(), key=lambda item: -len(item[0])):
        pattern = re.compile(
            rf"(?:\b(?:(?:done |written |together |in collaboration )?with|by|from|of|at|did) "
            rf"(?:the )?)?\b{re.escape(words)}\b(?:['’]s)?"
            r"(?: contributed?(?: to)?)?",
            re.I,
        )
        if (match := pattern.search(text)) and not re.search(r"\bat $", text[: match.start()]):
            found.append(own)
            text = cut_out(text, match)
    if not found:
        found, text = _of_a_sort(known, text)
    if not found:
        found, text = _misspelled_organisation({**spoken, **usual}, text)
    return tuple(dict.fromkeys(found)), text


def _of_a_sort(known: Mapping[str, str], text: str) -> tuple[list[str], str]:
    """The organisations of the sort that a text asks for, such as universities, and the rest."""
    match = _OF_A_SORT.search(text)
    if match is None:
        return [], text
    tells = _SORTS["university" if match["university"] else "company"]
    called = [(own, f"{o} {own}") for o, own in known.items()]
    called += [(known[o], usual) for usual, o in ORGANISATION_NAMES.items() if o in known]
    found = list(dict.fromkeys(own for own, name in called if tells.search(name)))
    return found, cut_out(text, match) if found else text


def organisation_bounds(text: str) -> tuple[Bounds | None, str]:
    """How many organisations a record is to name, and the text without that; one at the least."""
    match = _SO_MANY.search(text)
    bounds = bounds_of(match) if match else None
    if match is None or bounds is None or bounds.least < 1:
        return None, text
    return bounds, cut_out(text, match)


def runs_there(text: str) -> bool:
    """Whether what runs at an organisation is asked for, more than what it published."""
    return _RUNS_THERE.search(text) is not None


def said_jointly(text: str) -> bool:
    """Whether what several organisations did together is asked for."""
    return _JOINTLY.search(text) is not None or _WITH_BOTH.search(text) is not None


def without_jointly(text: str) -> str:
    """The text less the words that say so."""
    return _JOINTLY.sub(" ", text)


def _misspelled_organisation(known: Mapping[str, str], text: str) -> tuple[list[str], str]:
    """An organisation of several words with a typing error, and the text without it."""
    words = text.split()
    for name, own in known.items():
        count = len(name.split())
        for place in range(len(words) - count + 1 if count > 1 else 0):
            spoken = " ".join(words[place : place + count]).strip("?!.,").lower()
            if fuzz.ratio(spoken, name) >= _TYPO_SCORE:
                return [own], " ".join([*words[:place], *words[place + count :]])
    return [], text
