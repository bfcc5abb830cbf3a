"""The words that stand for the one paper of the answer before: "it", "that paper", "there"."""

from __future__ import annotations

import re

from rag.records.catalog import Catalog
from rag.records.order import wanted_limit

# "The paper about salt" is described, and not the one before.
_DESCRIBED = r"(?! (?:about|on|by|concerning|regarding|describing|titled|entitled|called) )"
_ASKED_OF = (
    r"(?:(?<=\bdo )|(?<=\bis )|(?<=\bdid )|(?<=\bwas )|(?<=\bhas )|(?<=\bcan )|(?<=\bdoes ))"
)
# What "that" alone does or is: "how does that work?", but not "how does that method work?".
_DOES = (
    r"(?:put|published|written|released|posted|uploaded|submitted|presented|made|built|trained"
    r"|tested|evaluated|measured|implemented|used|deployed|done|do(?=\W*$)|tried|work(?=\W*$)|run|need|require|use|take|cost|perform"
    r"|contain|cover|consist|include|involve|improve|reduce|save|hold|mean|matter|apply|affect|fare"
    r"|scale|compare|differ|come|appear|go|get|reach|achieve|beat|help|support|handle|say|claim"
    r"|about|available|open|from|by|any|better|faster)"
)
_TOLD = r"(?:(?<=\bsummari[sz]e )|(?<=\bsum )|(?<=\bsum up )|(?<=\bexplain )|(?<=\bdescribe ))"
_IT = re.compile(
    rf"\b(?:its|it|they|their|this one|that one|{_ASKED_OF}(?:this|that)"
    rf"(?= (?:(?:really|actually|also|still|even) )?{_DOES}\b)"
    rf"|(?:this|that|the same|the) (?:(?:paper|work|one)\b{_DESCRIBED}|method|system|model|approach"
    r"|technique|algorithm|framework|tool)"
    r"|the (?:(?:first|second|third|last|lead|senior|main) )?authors?"
    r"(?! (?:of|behind) (?!(?:it|them|this|those|these)\b))|them"
    r"|(?<!\babout )(?:this|that)(?=\W*$)"
    rf"|{_TOLD}(?:this|that)(?= (?:for|in|to|up|please|briefly|shortly|again|quickly)\b|\W*$))\b"
    r"(?! (?:is|was) (?:raining|possible))",
    re.I,
)
# Of one paper before: what it is about, by its kind, where little else is asked.
_ITS_OWN = re.compile(
    r"\b(?:the|that|this|their) (?:program|compiler|language|study|survey|procedure|experiments?"
    r"|tests?|simulat(?:ion|or)|package|trial|data ?set|benchmark|name|acronym|abbreviation)"
    r"\b(?! (?:of|on|about|by|for|in) )"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bout )(?<!\bfrom )\b(?:in )?there(?=\W*$)",
    re.I,
)
_BESIDE_IT = re.compile(r" (?:for|with|in|to do|doing|by) (?:this|that|it)(?=\W*$)", re.I)


def it_in(text: str, catalog: Catalog) -> re.Match[str] | None:
    """What stands for the paper before.

    That is no word of a paper's own name ("Weirs and their"), nor of one that the text picks
    itself ("and the oldest one, what is it?").
    """
    if not _IT.search(text):
        return None
    named = list(catalog.places_named_in(text))
    match = next(
        (
            match
            for match in _IT.finditer(text)
            if not any(start <= match.start() < end for start, end, _ in named)
        ),
        None,
    )
    picks = match is not None and wanted_limit(text[: match.start()]) == 1
    return None if picks else match


def its_own_in(text: str) -> re.Match[str] | None:
    """What stands for one paper by what it has, or for the place where it says something."""
    return _ITS_OWN.search(text)


def speaks_of_it(text: str) -> bool:
    """Whether a text has a word that can stand for the paper before."""
    return _IT.search(text) is not None


def put_in_its_place(text: str, match: re.Match[str], name: str, keep: str = "") -> str:
    """The text with the name in the place of what stands for it: "its" is "T-MAC's".

    `keep` is what is asked of the paper where the match says no more than that: "the code".
    """
    word = match.group().lower()
    if "author" in word and not keep:
        keep = word
    put = f"{name}'s" if word in ("its", "their") else name
    if word.endswith("there"):
        put = f"in {name}"
    if keep:
        put = f"the {keep.removeprefix('the ')} of {put}"
    return f"{text[: match.start()]}{put}{_BESIDE_IT.sub('', text[match.end() :], count=1)}"
