"""Questions that ask for papers without a word for them: "what do we know about owls?".

So do "who has looked into owls?", "where are owls studied or discussed?" and "got anything on
owls?". They are said as what they ask for, "papers on owls", so that their own words are no
part of what the papers are about.
"""

from __future__ import annotations

import re

from rag.language import wording
from rag.records.catalog import Catalog

_LEAD = r"^\W*(?:(?:so|and|but|now|ok|okay|well|hi|hey)\W+)*"
_ON = r"(?:about|on|regarding|concerning|of|into|as to|when it comes to)"
_KNOWN = r"(?:known|written|published|learn(?:ed|t)|researched|found out)"
_NOW = r"(?:(?: (?:already|actually|so far|currently|all|been|here|in (?:here|these papers)))*)"
# What a paper, or one of several, is asked for stays what is asked.
_SOMETHING_ELSE = (
    r"(?!(?:it|its|this|that|them|they|their|these|those|there|here|him|his|her|he|she|me|you|your"
    r"|us|our|one|ones|each|either|both|all (?:of )?(?:these|those|that|this)|which|who|what|the"
    r" (?:first|second|third|fourth|fifth|last|other|latter|former|same|newest|oldest|rest|authors?"
    r"|papers?|articles?|stud(?:y|ies)|works?|ones?|library|collection))\b)"
)
_WHAT = rf"(?P<what>{_SOMETHING_ELSE}\w[^?!]*?)(?=[\s?!.]*$)"
_SUBJECTS = ("what", "said", "there")
_KNOWN_ABOUT = re.compile(
    rf"{_LEAD}(?:is|was|has) any(?:thing|one|body)(?: been| being)?{_NOW} (?:done|said|known"
    rf"|written|published){_NOW} {_ON} {_WHAT.replace('?P<what>', '?P<said>')}"
    rf"|{_LEAD}what(?: (?:kind|sort) of)? (?:research|work|evidence|literature|studies)(?: is| are"
    rf"| has been| was)(?: there| done| published)*{_NOW} {_ON} "
    rf"{_WHAT.replace('?P<what>', '?P<there>')}"
    rf"|{_LEAD}what(?:(?:['’]s| is) (?:around|out there|available|the literature(?: like)?)"
    rf"|(?:['’]?s| is| has| have| was)?{_NOW} {_KNOWN}|{_NOW} (?:do|does) (?:we|you"
    r"|people|researchers|scientists|the literature|(?:this|the|your|our) (?:library|collection)"
    rf"|the papers(?: here)?|these papers){_NOW} (?:know|say|(?:have|hold|contain|offer)(?! of\b)"
    r"|tell us|have to say))"
    rf"{_NOW} {_ON} {_WHAT}",
    re.I,
)
_LOOKED_INTO = re.compile(
    rf"{_LEAD}(?:who(?:['’]s| has| have| is)?(?: (?:here|else))?|(?:has|have) (?:any(?:one|body)"
    r"|any of (?:the|these) papers)|did any(?:one|body)|which (?:authors|people|researchers"
    rf"|groups)(?: have)?){_NOW} (?:ever )?(?:look(?:s|ed|ing)? (?:at|into)|(?:has |have )?examined"
    rf"|explor(?:ed|ing)|dealt with|deal(?:ing)? with|tak(?:es?|en|ing) up|took up)"
    rf" (?:the (?:subject|topic|question|problem|matter) of )?{_WHAT}",
    re.I,
)
_DONE = (
    r"(?:us(?:ed|ing)|applied|employed|adopted|tested|tried|tried out|evaluated|examined|studied"
    r"|investigated|discussed|treated|dealt with|addressed|described|mentioned|explained"
    r"|analy[sz]ed"
    r"|looked (?:at|into)|covered|considered|explored|assessed|checked|validated|compared)"
)
_WHERE_DONE = re.compile(
    rf"{_LEAD}where(?:['’]s| is| are| was| were| has| have)(?: been)? "
    rf"(?P<what>(?!the\b){_SOMETHING_ELSE}[\w(][^?!.,;:]*?) (?:(?:been|being|actually) )?"
    rf"(?P<done>{_DONE}(?:(?:,? (?:or|and) |, ){_DONE})*)[\s?!.]*$",
    re.I,
)
_USED = re.compile(r"\b(?:us(?:ed|ing)|applied|employed|adopted)\b", re.I)
_GOT = re.compile(
    rf"{_LEAD}(?:(?:have )?(?:you|we|they)(?:['’]ve| have)? )?got (?=(?:any|some)(?:thing)?\b)",
    re.I,
)
# "Name every paper whose subject is owls" asks for all papers on owls.
_EVERY = re.compile(
    rf"{_LEAD}(?:please,? )?(?:name|list|identify|enumerate|give|show|find"
    rf"|tell)(?: (?:to )?(?:me|us))?"
    r" (?:every|each)(?: single)? (?:paper|article|study|publication)\b",
    re.I,
)
_WHOSE_SUBJECT = re.compile(
    r"(?P<of>\b(?:papers?|articles?|works?|stud(?:y|ies)|publications?|ones?)) whose (?:(?:main"
    r"|chief"
    r"|central|principal) )?(?:subject|topic|theme|concern|object)s?(?: matter)? (?:is|are|was"
    r"|were) "
    r"(?!(?:not|n['’]t)\b)",
    re.I,
)
_YOU_HAVE = re.compile(
    rf"{_LEAD}(?:(?:show|give|tell|list)(?: me| us)? )?(?:what|whatever|everything"
    rf"|anything)(?: that)?"
    rf" (?:you|we) (?:have|hold|own)(?: got)?(?! of\b){_NOW} {_ON} {_WHAT}",
    re.I,
)


def asking_for_papers(text: str, catalog: Catalog) -> str:
    """The text as a question for papers, where it asks for what is known, or done by whom.

    As it was where it speaks of one paper, or names it.
    """
    text = _EVERY.sub("all papers", _GOT.sub("", text, count=1), count=1)
    text = _WHOSE_SUBJECT.sub(r"\g<of> on ", text, count=1)
    if wording.ONE_PAPER.search(text):
        return text
    for form in (_KNOWN_ABOUT, _LOOKED_INTO, _YOU_HAVE, _WHERE_DONE):
        if match := form.match(text):
            what = next(filter(None, map(match.groupdict().get, _SUBJECTS))).strip(" .")
            if catalog.named_in(what)[0]:
                return text
            used = form is _WHERE_DONE and _USED.search(match["done"])
            return f"papers that use {what}" if used else f"papers on {what}"
    return text
