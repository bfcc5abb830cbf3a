"""Things that a paper must have together: "both A and B", "A as well as B", "combine A with B".

A bare "and" is none of these ways: it mostly joins two words for one field ("parsers and compiler
construction").
"""

from __future__ import annotations

import re

from rag.language.topic import topic_of

_PAPERS = r"(?:papers?|articles?|works?|publications?|stud(?:y|ies)|ones?)"
_WHO = rf"(?:{_PAPERS}|which|that|who|whom?|they|people|authors|researchers|anything|something|any)"
_DOES = (
    r"(?:(?:use|employ|target|address|treat|consider|cover|discuss|appl|exploit|leverag|adopt|support"
    r"|involve|tackle|handle|concern|introduce|propose|present|describe|develop|study|studie|explore"
    r"|investigate|examine|mention|need|requir|detect)(?:e?s|y|ies|e)?(?: use of)?"
    r"|(?:deal|deals|cope|copes|work|works) (?:with|on)|(?:rel(?:y|ies)|run|runs|focus|focuses) on"
    r"|ma(?:ke|kes) use of|(?:are|is) (?:about|on|for|in|concerned with|related to|aimed at))\b"
)
_ON = (
    r"(?:about|on|for|in|with|of|by|using|targeting|dealing|concerned|related|aimed|devoted"
    r"|relevant)"
)
_WORDS = r"(?:[^.;?!]|\.(?! ))+"  # of one sentence
_ONE_OF = rf"(?P<one>{_WORDS}?)"
_OTHER = rf"(?P<other>{_WORDS})"
_NOT_TWO = r"(?!(?:of|these|those|the (?:papers|two)|papers|sides|ends|ways|cases|directions)\b)"
_BY_FORM = (
    rf"\bboth {_NOT_TWO}{_ONE_OF},? (?:and(?: also)?|as well as|together with) {_OTHER}",
    rf"(?:\b{_WHO}|^)(?: (?:do|that|which|can|try to))* "
    r"(?:combin|integrat|unit|unif|blend|fus|coupl|pair|marr|mix)"
    rf"(?:e|es|s|y|ies|ing|ying)? {_ONE_OF},? (?:with|and) {_OTHER}",
    r"\b(?:(?:an?|the) )?(?:combinations?|mixtures?|marriages?|intersections?|overlaps?|crossroads"
    rf"|interplay|union) (?:of|between) {_ONE_OF},? (?:and|with) {_OTHER}",
    rf"\b(?:bring|brings|bringing|put|puts) together {_ONE_OF},? (?:and|with) {_OTHER}",
    r"\b(?:bring|brings|bringing|put|puts) (?P<one>[^.;?!]{1,80}?) and"
    r" (?P<other>[^.;?!]{1,80}?) together\b",
    rf"\bwhere {_ONE_OF} meets? {_OTHER}",
    rf"^{_ONE_OF},? (?:as well as|(?:and )?(?:(?:together|along|combined|coupled|paired|jointly)"
    r"|in (?:combination|conjunction|tandem|concert)) with|alongside"
    r"|(?:and|but|while)(?:,? at the same time,?| simultaneously| additionally| in addition)"
    r"|at the same time as|while also"
    rf"|and also) {_OTHER}",
    rf"^{_ONE_OF},? (?:(?:and|but|yet) )?(?:(?:that|which|who) )?"
    r"(?:(?:are|is|were|do|does|did|can|could|may|must|should|would|have|has) )?also "
    rf"(?P<other>(?:{_ON}\b|{_DOES}){_WORDS})",
    rf"^(?=.*\b{_WHO} {_DOES}){_ONE_OF},? and (?:(?:that|which|who) )?(?P<other>{_DOES} {_WORDS})",
    rf"^{_ONE_OF} and {_OTHER},? (?:at once|at the same time|together|simultaneously|jointly"
    r"|in combination|in (?:one|the same|a single) (?:paper|work|study|article))\W*$",
)
_NOT_ONLY = re.compile(
    rf"(?:\bnot|\bdo(?:es)?n['’]t) (?:only|just|merely|alone) {_ONE_OF},?"
    rf" but(?: (?:also|as well))? {_OTHER}",
    re.I,
)
_AND_OTHERS = re.compile(
    r",? (?:as well as|(?:together|along) with|plus|and(?: also)?)"
    r" (?:(?:the|those|any|some|all|also) )*"
    r"(?:papers|articles|works|publications|studies|ones|those)"
    r" (?=(?:about|on|for|in|with|of|using|that|which|dealing)\b)",
    re.I,
)
_SAYS_HOW = re.compile(rf"^(?:{_ON}\b|{_DOES})", re.I)
_FORMS = [re.compile(form, re.I) for form in _BY_FORM]
_OF_PAPERS = re.compile(rf"^(?P<before>.*)\b(?:{_PAPERS}|that|which|who)\b(?P<after>.*)$", re.I)
_OTHER_SET = re.compile(rf"^(?:(?:the|those|any|some|all|also|other) )*(?:{_PAPERS}|those)\b", re.I)


def said_as_both(text: str) -> str:
    """The text with "not only A but also B" as "both A and B", so that nothing is excluded."""
    return _NOT_ONLY.sub(r"both \g<one> and \g<other>", text)


def facets_of(text: str) -> tuple[str, ...]:
    """The words for each thing that a paper must have, as asked; none where it is but one.

    The last two are those that a text sets beside each other. What stands before them belongs to
    both ("use both A and B"), except what is said of the papers themselves: "pruning papers that
    use both A and B" names three things.
    """
    text = " ".join(text.split())
    for form in _FORMS:
        match = form.search(text)
        if match and _names_things(match["one"]) and not _OTHER_SET.match(match["other"]):
            return _facets(text[: match.start()], match["one"], match["other"])
    return ()


def sets_of(text: str) -> tuple[str, ...]:
    """The words for each of several sets that are named one by one: "papers on A and those on B".

    A paper that is in one of them will do; none where it is one set.
    """
    parts = tuple(_AND_OTHERS.split(" ".join(text.split())))
    return parts if len(parts) > 1 and all(map(topic_of, parts)) else ()


def says_how(words: str) -> bool:
    """Whether the words for a facet say themselves how it is to stand to a paper: "use A"."""
    return _SAYS_HOW.match(words) is not None


def _names_things(text: str) -> bool:
    """Whether the clause that ends a text names a thing: "on keys, I want methods" does not."""
    clause = re.split(r"[,:]", text)[-1]
    return bool(topic_of(clause)) or _OF_PAPERS.match(clause) is not None


def _facets(lead: str, one: str, other: str) -> tuple[str, ...]:
    """The facets of a match, with what stands before it."""
    of_papers, shared = _apart(lead)
    more, one = _apart(one)
    return (*of_papers, *more, f"{shared} {one}".strip(), f"{shared} {other}".strip(" .,"))


def _apart(text: str) -> tuple[tuple[str, ...], str]:
    """What is said of papers before they are named, and what is said behind that."""
    match = _OF_PAPERS.match(text)
    return ((match["before"].strip(),), match["after"].strip()) if match else ((), text.strip())
