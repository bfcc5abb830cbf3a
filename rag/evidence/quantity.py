"""Whether a text says how many of a thing there are, or what a setting was: what papers either
give outright or leave unsaid, however near they come to the subject.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rag.evidence.data_size import asks_data_size, gives_data_size
from rag.language.numbers import WORDS
from store.lexical import terms

_STOPS = (
    r"(?:is|are|was|were|do|does|did|can|could|will|would|has|have|had|in|of|on|for|from|to|per"
    r"|with|by"
    r"|at|that|which|used|needed|required|there|than|within|and|or|it|its|the|an?|you|we|i|they|fit"
    r"|run|runs|make|makes|take|takes|go|goes|enough|took|gave|got|made|went|came|fell|won|lost"
    r"|stood"
    r"|held|rose|chose|broke|sold|bought|kept|spent|[a-z]+ed)"
)
_MANY = re.compile(
    rf"\bhow many (?P<noun>(?!(?![a-z]+ed\b){_STOPS}\b|more\b|fewer\b"
    rf"|times?\b(?![- ]series)|points?\b|percent\w*\b)[\w-]+(?: (?!{_STOPS}\b)[\w-]+){{0,4}})"
    r"|(?<!with the )(?<!by the )(?<!on the )(?<!in the )(?<!as the )"
    rf"\bnumber of (?P<noun2>(?!{_STOPS}\b)[\w-]+(?: (?!{_STOPS}\b)[\w-]+){{0,3}})"
    r"|\bhow much (?P<noun3>money)\b"
    r"|\b(?:how much|what) (?:do|does|did|will|would) (?:an? |the )?"
    # "How much does it cut the cost?" asks for no price.
    r"(?P<noun4>(?:(?!(?:cuts?|reduces?|lowers?|saves?|decreases?|shrinks?|increases?|raises?|adds?"
    r"|affects?|changes?|drops?)\b)[\w'’-]+ ){1,6}cost)"
    r"(?: (?:(?!to\b|per\b|in\b|for\b|each\b)[\w.-]+ ){0,2}"
    r"(?:in|per|to|for|a|each|every)\b[^?]*)?\W*$",
    re.I,
)
_NUMBER = (
    rf"(?:\$?(?:\d[\d,.]*\d|\d)\$?\s?[KkMBTGx%+]?|[bkmnpN]|{'|'.join(WORDS[1:])}"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?"
    r"|trillions?|dozens?"
    r"|single|both|dual|double|triple|several|pair|half)"
)
_ANY_NUMBER = re.compile(rf"(?<![\w.]){_NUMBER}(?!\w)", re.I)
_EXTENT = re.compile(
    r"\d[KkM]\b|\d ?[KkM]?[- ]?(?:tokens?|bits?|bytes|characters|words|pages|steps|[kcmµn]?m|feet"
    r"|inch(?:es)?|[kmµ]?g|volts?)\b"
)
_COUNTED = re.compile(
    rf"(?<![\w.]){_NUMBER}(?:[- ](?:of|to|or"
    rf"|and|plus)\b)?(?=(?P<between>(?:[- ,]+(?:\((?-i:[A-Z]{{2,}}s?)\)|[^\s,;.:()]+)){{1,6}}))",
    re.I,
)
_DONE_TO_SO_MANY = re.compile(
    rf"\b(?P<done>[a-z]{{3,}}) (?:(?:over|about|around|nearly|almost|some|more than|up to) )?"
    rf"{_NUMBER}(?= [a-z])",
    re.I,
)
# "$5", and no formula of TeX such as "$0.5$" or "$2\\times$".
_MONEY = re.compile(
    r"[€£]\s?\d|\$\s?\d[\d.,]*(?![\d.,]|\s?[$\\^_])|\b(?:USD|EUR|GBP)\b"
    r"|\d (?:(?:thousand|[mb]illion) )?(?:US )?(?:dollars|euros|pounds|cents)\b"
)
# A sum that is asked for, in some currency or as what came in.
_IN_MONEY = re.compile(
    r"\b(?:how (?:much|many)|what|which)\b[^?]*\b(?:in|of) (?:(?:US|U\.S\.|American|Canadian) )?"
    r"(?:dollars?|USD|euros?|EUR|pounds sterling|GBP|yen|yuan|RMB)\b"
    r"|\bhow much (?:[\w-]+ ){0,2}?(?:revenue|profit|income|earnings|salary|funding|budget)\b"
    r"|\bhow much (?:[\w-]+ ){0,2}?money\b"
    # "What does the service pay each month?", and nobody pays attention.
    r"|^\W*(?:how much|what) (?:do|does|did|will|must|has|have) [^?]{1,60}? (?:pay|paid|charge"
    r"|charged|invoice|bill)\b(?! (?:attention|heed|price for))",
    re.I,
)
_PERSONS = (
    r"(?:people|persons?|subjects?|participants?|respondents?|patients?|students?|users?|nurses?"
    r"|volunteers?|children|boys|girls|adults?|men|women|individuals?|veterans?|mothers?|parents?"
    r"|adolescents?|residents?|members|survivors?|soldiers?|musicians?|physicians?|experts?"
    r"|novices?"
    r"|[a-z]*(?:work|fight|teach|driv|play|listen|view|runn?|speak|farm|respond|develop|programm"
    r"|research|learn|train|perform|beginn|smok|carr?)ers?)"
)
_PEOPLE = re.compile(
    rf"(?<![\w.]){_NUMBER} (?:[\w-]+ ){{0,3}}?(?:{_PERSONS}|cases)\b|\bn ?= ?\d", re.I
)
_OF_PEOPLE = re.compile(
    rf"\bhow many (?:[\w-]+ ){{0,2}}?(?:{_PERSONS}\b"
    r"|[a-z]+s (?:ha(?:ve|d) )?(?:took|taken|take) part"
    r"|[a-z]+s (?:were|are) (?:there )?in the (?:[\w-]+ ){0,3}(?:trial|study|experiment|sample"
    r"|survey|cohort)\b"
    r"|[a-z]+s (?:were |was |are )?(?:participat|enrol|recruit|interview|survey|volunteer"
    r"|respond))",
    re.I,
)
_UNITS = {
    "paramet": re.compile(
        r"\d\s?[BM]\b(?! (?:[\w-]+ ){0,3}(?:tokens|data|pairs|samples|examples|images|documents))"
        r"|\b(?:b|m)illion[- ]parameter",
        re.I,
    ),
    "dollar": _MONEY,
    "line": re.compile(r"\d ?[Kk]? (?:lines|LOC|statements|instructions|cards)\b"),
    "money": _MONEY,
    "cost": re.compile(rf"{_MONEY.pattern}|\b(?:ETH|BTC)\b"),  # no dollars
    **dict.fromkeys(terms("people persons participants subjects"), _PEOPLE),
    "second": re.compile(r"\d\s?(?:s|ms|us|µs|sec\w*|(?:micro|milli)?seconds?)\b|\bseconds?\b"),
    **dict.fromkeys(
        terms("accelerators cards chips"),
        re.compile(r"\d (?:[\w-]+ )?(?:[GTN]PUs?|accelerators?|cards?|chips?)\b"),
    ),
    "minut": re.compile(r"\d\s?min\b|\bminutes?\b"),
    "hour": re.compile(r"\d\s?h\b|\bhours?\b"),
}
# Counted in other words, too: "ten GPU architectures" are generations of GPU.
_VAGUE = frozenset(terms("kinds sorts types ways things parts generations families"))
_SETTINGS = frozenset(
    """size budget optimizer epoch layer licence license
    conference journal venue temperature dropout seed momentum scheduler dimension vocabulary price
    cost dollar funder funding grant annotator reviewer iterations warmup decay quantile tokenizer
    deadline salary resolution bandwidth wavelength""".split()
)
_SETTING_TERMS = frozenset(t for word in _SETTINGS for t in terms(word))
_RATES = ("learning rate", "dropout rate", "decay rate", "sampling rate", "mutation rate")
_RATE_TERMS = frozenset(tuple(terms(rate)) for rate in _RATES)
_NOUN_PHRASE = (
    r"(?P<{0}>(?:[A-Za-z][\w'’-]* ){{0,5}}?[A-Za-z][\w-]*)(?= (?:of|for|used|in|on|when|that|to|at"
    r"|is|are"
    r"|was|were|do|does|did|has|have|had|spent|needed|required)\b|\s*[?.!,]*$)"
)
_SETTING = re.compile(
    r"\b(?:what|which)(?:['’]s| is| are| was| were)? (?:the |its |their )?"
    + _NOUN_PHRASE.format("what")
    + r"|^\W*(?:(?:please )?(?:tell me|give me|state|report|name|i need) )?(?:the )?"
    + _NOUN_PHRASE.format("bare")
    # "T-MAC on phones - learning rate?"
    + r"|(?:\s[–—-]|[:;,])\s*(?:and )?(?:the |its )?"
    + r"(?P<behind>(?:[A-Za-z][\w-]* ){0,2}[A-Za-z][\w-]*)"
    + r"(?=\s*[?.!]*$)",
    re.I,
)
_MEASURE = re.compile(
    r"\b(?:what|which)(?:['’]s| is| are| was| were)? (?:the |its |their )?(?P<of>(?:[\w-]+ ){1,3}?)"
    r"(?:(?P<length>length)|size|width|height|depth|weight|distance|duration|diameter|thickness"
    r"|mass|voltage)s?\b",
    re.I,
)


# "What size of problems can it handle?" is answered by a number of them.
_SIZED = re.compile(
    r"\b(?:what|which) (?:size|length|number|amount)s? of (?P<things>(?:[\w-]+ ){1,4}?)"
    r"(?:do|does|did|can|could|is|are|was|were|has|have|may)\b",
    re.I,
)
# "How many copies were sold?" is answered by "sold 8,000 units".
_DEED = re.compile(
    r"\bhow many (?:[\w-]+ ){1,6}?(?:was|were|is|are|has|have|had|been|did|do|does)"
    r" (?:[\w-]+ )*?(?P<deed>[a-z]{3,})(?: (?:(?:for|in|by) (?:it|this|that|them)|so far|in all"
    r"|altogether|in total|by now))?\W*$",
    re.I,
)
_DONE = re.compile(r"(?:ed|en|wn)$")
_BRACKETS = re.compile(r" \([^()]{1,80}\)")
_SEXES = (
    (
        re.compile(r"\b(?:women|females?|girls)\b", re.I),
        re.compile(r"\b(?:wom[ae]n|females?|girls?)\b", re.I),
    ),
    (
        re.compile(r"\b(?:men|males?|boys)\b", re.I),
        re.compile(r"\b(?:m[ae]n|males?|boys?)\b", re.I),
    ),
)
# How widely a paper is known no paper says of itself.
_FAME = re.compile(
    r"\b(?:how (?:often|many times|much|widely|frequently)|by (?:how many|whom))\b[^?]*"
    r"\b(?:cited|quoted|downloaded|starred|forked|viewed)\b"
    r"|\b(?:citation|download|star|fork|view)s? counts?\b|\b(?:how many|number of)"
    r" (?:[\w-]+ )?(?:citations|downloads|(?:github )?stars|forks|views)\b",
    re.I,
)
_FAMED = re.compile(r"\b(?:cited|citations?|downloads?|downloaded|stars|views)\b", re.I)
_SHARE = re.compile(
    r"\b(?:what|which) (?:percentage|percent|fraction|proportion|share) of\b"
    r"|\bby (?:what|which) percent(?:age)?\b",
    re.I,
)
_PERCENT = re.compile(
    r"\d\s*\\?(?:%|percent|per cent)"
    r"|\b(?:half|third|quarter|fifth|tenth|majority|most|all|none)s?\b"
    r"|\d (?:out )?of (?:the )?\d|0?\.\d|\\[dt]?frac\b|\d ?/ ?\d",
    re.I,
)


def leaves_unsaid(question: str, text: str) -> bool:
    """Whether a question asks for a count, a measure or a setting, and the text gives none."""
    counted = counted_in(question)
    if set(counted) - _VAGUE:
        noun = next(filter(None, m.groups())) if (m := _MANY.search(question)) else ""
        if any(asked.search(noun) and not held.search(text) for asked, held in _SEXES):
            return True
        text = f"{text} {_BRACKETS.sub('', text)}"  # "666 (316 depressed) patients"
        people = _OF_PEOPLE.search(question) and _PEOPLE.search(text)
        return not (people or gives_count(counted, text) or _says_of_deed(question, text))
    if (sized := _SIZED.search(question)) and (things := set(terms(sized["things"]))):
        return not gives_measure(things, text)
    if (measure := _MEASURE.search(question)) and (things := set(terms(measure["of"]))):
        return not gives_measure(things, text, bare=measure["length"] is not None)
    if asks_data_size(question):
        return not gives_data_size(text)
    if _FAME.search(question):
        return not _FAMED.search(text)
    if _SHARE.search(question):
        return not _PERCENT.search(text)
    if _IN_MONEY.search(question):
        return not _MONEY.search(text)
    setting = setting_in(question)
    return bool(setting) and not set(setting) <= set(terms(text))


def _says_of_deed(question: str, text: str) -> bool:
    """Whether a number stands straight behind what was done to the things counted, or before it.

    "How many places were sampled?" is answered by "16465 sample locations".
    """
    match = _DEED.search(question)
    deeds = set(terms(match["deed"])) if match else set()
    done = deeds if match and _DONE.search(match["deed"]) else set()
    before = (m for m in _DONE_TO_SO_MANY.finditer(text))
    behind = (m["between"].split()[:2] for m in _COUNTED.finditer(text) if m.group()[0].isdigit())
    return any(deeds & {*terms(m["done"])} for m in before) or any(
        done & {*terms(" ".join(words))} for words in behind
    )


def counted_in(question: str) -> tuple[str, ...]:
    """The terms of the things whose number is asked for; none for other questions."""
    match = _MANY.search(question)
    if not match:
        return ()
    if match["noun4"]:
        return tuple(terms("cost"))
    noun = next(filter(None, match.groups()))
    parts = terms(noun, joined=False)
    runs = (one + other for one, other in pairwise(re.findall(r"[^\W_]+", noun.lower())))
    return (*parts, *(term for run in runs for term in terms(run)))  # "data sets": "datasets"


def gives_count(things: tuple[str, ...], text: str) -> bool:
    """Whether a number stands before the things, as in "22 varied real-world datasets"."""
    if any(unit.search(text) for thing in things if (unit := _UNITS.get(thing))):
        return True
    if "line" in things:  # of code or text; "two line graphs" are something else
        return False
    for match in _COUNTED.finditer(text):
        between = match["between"]
        if match.group().lower().startswith("one"):  # "one end of memory" counts no memories
            between = " ".join(between.split()[:2])
        if {*things} & {*terms(between)}:
            return True
    return False


def gives_measure(things: set[str], text: str, *, bare: bool = False) -> bool:
    """Whether a number stands in a sentence with one of the things, or a `bare` length alone."""
    sentences = re.split(r"(?<=[.?!])\s+", text)
    numbered = [s for s in sentences if _ANY_NUMBER.search(s)]
    return any(things & {*terms(s)} or (bare and _EXTENT.search(s)) for s in numbered)


def setting_in(question: str) -> tuple[str, ...]:
    """The terms of a setting that is asked for, such as "learning rate"; none for the rest."""
    for match in _SETTING.finditer(question):
        asked = terms(match["what"] or match["bare"] or match["behind"], joined=False)
        if asked and (tuple(asked[-2:]) in _RATE_TERMS or asked[-1] in _SETTING_TERMS):
            return tuple(asked[-2:])
    return ()


def is_counted(question: str, text: str) -> bool:
    """Whether a count is asked for and given, whatever else is said of the things counted."""
    counted = counted_in(question)
    return bool(counted) and gives_count(counted, text)
