"""Papers that a question names, that are not here, and that papers here only speak of.

"The DiskANN paper" is not the one that says to be faster than DiskANN.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rag.evidence.finder import Found, as_evidence
from store.lexical import terms
from store.library import Library
from store.papers import TITLE, Paper, Sentence

# A whole word, each letter of which is looked at once: repeated parts must not be tried anew.
_COINED = r"(?<![\w.+-])[\w.+-]++(?<=\w)"
IS_COINED = re.compile(r"[\da-z][^A-Z]*[A-Z]|[A-Z].*[A-Z\d]|[a-z]\d[a-z]")
_ITS_PAPER = (
    re.compile(rf"(?P<name>{_COINED})(?:['’]s)? (?:[Pp]aper|[Aa]rticle|[Rr]eport|[Ss]tudy)\b"),
    re.compile(
        r"\b(?:[Pp]aper|[Aa]rticle|[Rr]eport|[Ss]tudy) (?:that|which) (?:first )?(?:introduce[sd]"
        rf"|propose[sd]|presente?[sd]?|describe[sd]) (?P<name>{_COINED})"
    ),
    re.compile(
        r"\b(?:[Pp]aper|[Aa]rticle) (?:introducing|proposing|presenting|behind) "
        rf"(?P<name>{_COINED})"
    ),
)
_ACCOUNT_OF = re.compile(
    rf"^\W*(?:[Pp]lease,? )?(?:[Ss]umm?ari[sz]e|[Ss]um up|[Dd]escribe|[Tt]ell me (?:more )?about"
    r"|[Gg]ive (?:me )?(?:an?|the) (?:summary|overview|gist) of) (?:the )?"
    rf"(?P<name>{_COINED})"
    r"(?: (?:for|to) me| briefly| about| in [\w ]+|,? please)*\W*$"
)
# How something is made or goes about it only its own paper tells; what it reaches, others do, too.
_REACHES = (
    r"(?:compare|fare|perform|do|score|reach|get|achieve|attain|rank|lag|trail|fall|come|lose|cost"
    r"|take|run|stand|stack|differ|relate|need|require|have|manage|show|give|yield|beat|outperform"
    r"|win|gain|report|appear|occur|mean|matter|belong)"
)
_ITS_DOING = (
    re.compile(
        rf"\b(?:[Hh]ow|[Ww]hat|[Ww]hich|[Ww]hy|[Ww]here|[Ww]hen)\b[^?]*?\b(?:does|did|do) "
        rf"(?P<name>{_COINED}) (?!{_REACHES}\b)[a-z]{{3,}}"
    ),
    re.compile(
        rf"^\W*(?:[Aa]ccording to|[Ii]n|[Ff]or) (?P<name>{_COINED}), (?:how|what|which|why|where)\b"
    ),
)
# Of what others have made papers speak as of something to be beaten or built upon. A mere acronym
# may be what a paper is about ("the IMO paper"), unless it is plainly beaten.
_BEATEN = (
    r"(?:over|than|versus|vs\.?|against|outperform\w*|surpass\w*|beats?|baselines?|solutions?"
    r"|state-of-the-art|SOTA"
)
_BUILT_UPON = r"|with|to|as|like|extend\w*|unlike|e\.g\.,?|from|on|by|approach\w*|match\w*|and"


def only_mentioned(text: str, library: Library) -> Found | None:
    """What is said of a paper that a question asks for and that is not here; None for others.

    A name counts that no title has, and that the texts have only as that of something else.
    """
    asked = ((match, True) for pattern in _ITS_DOING for match in pattern.finditer(text))
    named = ((m, False) for pattern in (*_ITS_PAPER, _ACCOUNT_OF) for m in pattern.finditer(text))
    for match, of_its_doing in (*asked, *named):
        name = match["name"]
        if not IS_COINED.search(name):
            continue
        told = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-]|\.\w)")
        saying = [s for s in library.sentences if s.section != TITLE and told.search(s.text)]
        strictly = of_its_doing or name.isupper()
        if saying and _is_of_others(name, saying, library.papers.values(), strictly=strictly):
            evidence = (as_evidence(saying[0]),)
            return Found(saying[0].paper_id, evidence, 1.0, 0.0, (), ())
    return None


def _is_of_others(
    name: str, saying: Sequence[Sentence], papers: Iterable[Paper], *, strictly: bool
) -> bool:
    """Whether every sentence speaks of it as beaten or, where not `strictly`, as built upon."""
    own = set(terms(name, joined=False))
    if any(own <= {*terms(paper.title)} for paper in papers):
        return False
    ways = f"{_BEATEN})" if strictly else f"{_BEATEN}{_BUILT_UPON})"
    beside = re.compile(
        rf"\b{ways}[\s:(]+(?:[\w.+*$\\-]+,? ){{0,4}}?{re.escape(name)}(?![\w-])", re.I
    )
    of_others = {s.paper_id for s in saying if beside.search(s.text)}
    return of_others == {s.paper_id for s in saying}
