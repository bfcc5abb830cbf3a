"""Questions put to all papers without the word: "which parsers handle left recursion?", "who has
tested this under water?", "is graphene mentioned?".

What is asked of one paper speaks of it: "which tests were used in the cellulitis trial?".
"""

from __future__ import annotations

import re

from rag.language.wording import ASKING, PAPER_KINDS
from rag.language.words import is_verb

_HAVE = r"(?:have|has|had)"
_BE = r"(?:is|are|was|were)"
_ADVERB = (
    r"(?:(?:not|n['’]t|also|ever|already|actually|really|only|all|still|so far|yet|been|be) )*"
)
# Whoever stands behind an auxiliary verb is its subject: "which data were the models …".
_SUBJECT = (
    r"(?:the|an?|this|that|these|those|its|their|his|her|our|your|my|it|they|he|she|we|you|i"
    r"|there)\b"
)
_ANYBODY = (
    r"(?:people|others|any(?:one|body| of (?:the|these|them))"
    r"|(?:the )?(?:different |various )?(?:authors|researchers|scientists|scholars|papers|studies"
    r"|groups|teams))\b"
)
_MASS = r"literature|research|evidence|people|children|mice|data|criteria|phenomena"
_WHICH = re.compile(
    r"^\W*(?:(?:in|on|at|with|for|from|by|under|to|against) )?(?:which|what) (?P<rest>[^?]+)", re.I
)
_PLURAL = re.compile(
    rf"(?!(?:does|was|has|is|as|its|this|thus|plus|less)$)(?:[\w-]*[^\Wsui]s|{_MASS})", re.I
)
_WORD = re.compile(r"[\w-]+")
_MOST_BEFORE, _MOST_BEHIND = 4, 6  # words of a thing's name up to its noun, and up to the verb
_NO_NAME = frozenset("of the a an do does did is are was were has have had can could will".split())
_BEHIND = re.compile(r"(?:of|for|in|on|with|from|to|against|other than|besides|except)\b (?!the\b)")
_THEIR_DOING = re.compile(
    rf"(?:{_HAVE}|{_BE}|can|could|will|would|may|might|must|should) (?!{_SUBJECT})"
    rf"|(?:do|does|did) {_ANYBODY}",
    re.I,
)
_IRREGULAR = frozenset(
    """run ran come came take took give gave get got make made go went hold held lead led keep kept
    build built win won lose lost leave left find found begin began break broke bring brought deal
    dealt draw drew drive drove fall fell grow grew know knew mean meant meet met put read rise
    rose say said see saw seek sought send sent show shown speak spoke spend spent stand stood
    teach taught tell told think thought understand understood let cut""".split()
)
_USED = (
    r"(?:used|applied|employed|adopted|tried|tested|deployed|implemented|studied|exploited"
    r"|evaluated|measured|observed|found|seen|reported)"
)
_HAPPENED = re.compile(
    rf"^\W*(?:what|where)(?: else)? {_HAVE} {_ADVERB}[a-z]+(?:ed|en|ne)\b"
    r"|^\W*what['’]s (?:already |actually )?been [a-z]+\b"
    rf"|^\W*(?:what|where|how)(?: else)? (?:do|does|did|{_HAVE}) {_ANYBODY} "
    rf"|^\W*where (?:{_HAVE}|{_BE}) (?!{_SUBJECT})[^,.?]{{2,60}} {_USED}\b"
    r"|^\W*where can (?:i|we|one) (?:find|read|see|learn)\b",
    re.I,
)
_TREATED = (
    r"(?:covered|mentioned|discussed|treated|represented|addressed|included|studied|examined"
    r"|investigated|explored|considered|touched(?: (?:on|upon))?|dealt with|looked (?:at|into)"
    r"|written about|cited|described|analy[sz]ed)"
)
_IS_TREATED = re.compile(
    rf"^\W*(?:{_BE}|{_HAVE}) (?!{_SUBJECT})(?:[\w-]+ ){{1,6}}?(?:been )?{_TREATED}"
    r"(?: (?:anywhere|somewhere|here|at all|by any\w*|in (?:any|my|our|the|this)\b.*))?\W*$",
    re.I,
)
_ON = r"(?:on|about|for|of|regarding|concerning|dealing|from|with|in)"
_KEEP = (
    r"(?:got|have|own|hold|held|keep|kept|possess|saved?|stored?|filed?|collect(?:ed)?"
    r"|bookmark(?:ed)?|gather(?:ed)?|put (?:aside|away))"
)
_KEPT = re.compile(
    r"\b(?:do|have|had) (?:we|you|i|they) (?:also )?(?:got|have|own|hold|keep|possess)\b"
    rf"(?=[^?]*\b(?:any\w*|some\w*|{_ON})\b)"
    r"|\b(?:what|everything|anything|all) (?:[\w-]+ )?(?:(?:do|did|have) )?(?:that )?"
    rf"(?:i|we|you|they) (?:have |had )?{_KEEP} {_ON}\b"
    r"|^\W*any (?!of\b)(?:[\w-]+ ){0,3}[\w-]*[^\Wsui]s\b"
    r"|^\W*(?:which|what) (?:[\w-]+ )?(?:studies|trials)\b"
    r"(?! (?:do|does|did) (?:the|they|he|she)\b)"
    r"|^\W*ha(?:s|ve) the literature\b|^\W*which of (?:the|these|those|my|our) [\w-]+s\b"
    r"|\ball (?:what|that) concerns?\b|\bwhere are the (?:papers|articles|studies|works|ones)\b"
    r"|\b(?:people|authors|researchers|groups|those) who (?!are\b|wrote\b)[a-z]+\b[^.?!]*"
    r"[,;] who\b"
    rf"|\bwhat {_HAVE} (?!{_SUBJECT})[\w-]+(?: [\w-]+)? (?:published|written|said|done|found)"
    rf" {_ON}\b"
    r"|\bwhat['’]?s? (?:is |there )?(?:in here|available|out there|to read)\b"
    rf"|^\W*(?:is|are|{_HAVE}) there (?:been )?(?!(?:the|an?|any code|code)\b)[^?]*"
    rf" (?:{_ON}|among|by|using|that|which|to)\b(?! (?:it|them|this|that|those)\W*$)"
    rf"|^\W*(?:is|was) there an? (?:[\w-]+ )?{PAPER_KINDS} {_ON}\b"
    r"|^\W*(?:did|does|do|has|have|is|are|was|were) any(?:thing|one|body| of)?\b"
    rf"|\bwhat (?:{_MASS}) (?:do|is|are)\b",
    re.I,
)
_WANTED = re.compile(
    r"\b(?:references|sources|literature|documents|readings?|everything|anything|something)\b"
    r"[^.?!]{0,20}? (?:on|about|for|regarding|concerning|dealing with)\b",
    re.I,
)
_WHO = re.compile(
    r"(?:^|[,;:.!?]|\b(?:out|know|see|me|find|mean)\b)\W*who\b(?: else)?(?:, if any(?:one|body),)?"
    r"(?: (?:besides|other than|except|apart from) [\w-]+)? ?"
    rf"(?:(?<=who)['’]s {_ADVERB}(?!the\b|an?\b|in\b)[a-z]+(?:ed|ing|en)\b"
    r"|are (?:the )?(?:people|researchers|scientists|authors|scholars|groups|teams)\b"
    rf"|{_HAVE} {_ADVERB}(?!the\b)[a-z]+|(?P<verb>[a-z]+)\b(?! (?:[\w-]+ )?the\b))",
    re.I,
)
# "Who wrote …", "who found …": the doing of one paper's authors.
_OF_AUTHORS = frozenset(
    """is are was were wrote published made does did do invented authored funded paid sponsored
    financed supported named called first came found discovered coined developed created designed
    built led founded proposed introduced owns won won't would can could should""".split()
)
_PAPER = (
    r"(?:paper|study|trial|article|experiment|survey|cohort|essay|thesis|memo|dissertation|pilot)"
)
_WORK = r"(?:algorithm|system|report|review|project|benchmark|prototype|data ?set|procedure)"
_OF_ONE = re.compile(
    rf"\b(?:the|this|that|his|her) (?:[\w-]+ ){{1,5}}?{_PAPER}\b"
    rf"|\b(?:the|this|that) {_PAPER} (?:on|about|by|of|from|where|that|which|with|in)\b"
    rf"|\b(?:in|of|by|for) the (?:[\w-]+ ){{2,4}}?{_WORK}\b"
    rf"|\b(?-i:[A-Z][\w-]+)['’]s? (?:[\w-]+ ){{0,4}}?(?:{_PAPER}|{_WORK}|work)s?\b"
    r"(?! (?:on|that)\b)"
    r"|\b(?:in|by|of|for|on|with) (?-i:[A-Z][a-z]+) et al"
    r"|\b(?:for|on|in|of|by) the (?-i:[A-Z][a-z])",
    re.I,
)
_HERE = re.compile(
    r" (?:in|of|from|among) (?:the|this|my|our|your) (?:whole |entire )?(?:collection|library|list"
    r"|folder|pile|papers|set|corpus)\b",
    re.I,
)

_SEVERAL = re.compile(
    r"\b(?:papers|articles|works|publications|studies|ones|records|entries|titles|reports|anything"
    r"|everything|any|all|who"
    r"|(?:which|what|other|another|newest|latest|oldest|earliest|first|last|recent)"
    r" (?:paper|article|study|work|publication|one))\b",
    re.I,
)
_OF_A_THING = re.compile(
    r"^\W*(?:how|why|when|where)\b"
    rf"|\b(?:do|does|did|{_HAVE}) (?:the|its|their|his|her|each|every)\b",
    re.I,
)


def asks_of_all(text: str) -> bool:
    """Whether a question that names no paper is put to all of them."""
    text = _HERE.sub("", text)
    if _OF_ONE.search(text):
        return False
    kept = _KEPT.search(text) or _WANTED.search(text) or _IS_TREATED.search(text)
    return bool(kept or _HAPPENED.search(text)) or _who_does(text) or _which_things_do(text)


def points_to_one(text: str) -> bool:
    """Whether something is asked of one paper that is pointed to: "the salt paper", "Low's"."""
    pointed = _OF_ONE.search(_HERE.sub("", text)) and not _SEVERAL.search(text)
    return bool(pointed and ASKING.search(text))


def is_of_one_thing(text: str) -> bool:
    """Whether something is asked of one thing: "when was the compiler first run?"."""
    return bool(_OF_A_THING.search(text)) and not _SEVERAL.search(text)


def _which_things_do(text: str) -> bool:
    """Whether things are asked for by what is said of them: "which parsers handle …".

    Of "which tests did they use?" and "which share of the eggs was …" nothing is said so.
    """
    asked = _WHICH.search(text)
    words = _WORD.findall(asked["rest"])[: _MOST_BEFORE + _MOST_BEHIND] if asked else []
    for place, word in enumerate(words[:_MOST_BEFORE]):
        if word.lower() in _NO_NAME:
            return False
        if _PLURAL.fullmatch(word) and _are_subject(words[place + 1 :]):
            return True
    return False


def _are_subject(behind: list[str]) -> bool:
    """Whether a verb follows whose subject is what stands before; behind an attribute, be or have.

    "Parsers handle", "parsers for C have been", and not "parsers did they".
    """
    rest = " ".join(behind)
    if _THEIR_DOING.match(rest) or _is_done(*behind[:1]):
        return True
    if not _BEHIND.match(rest):
        return False
    for place in range(1, len(behind)):
        if _THEIR_DOING.match(" ".join(behind[place:])):
            return True
        if behind[place].lower() in _NO_NAME - {"of"}:
            return False
    return False


def _is_done(verb: str = "do") -> bool:
    """Whether a word is a verb that says what things do, and no auxiliary."""
    verb = verb.lower()
    return verb not in ("do", "does", "did") and (verb in _IRREGULAR or is_verb(verb))


def _who_does(text: str) -> bool:
    match = _WHO.search(text)
    if match is None:
        return False
    verb = match["verb"]
    return verb is None or verb.lower() not in _OF_AUTHORS
