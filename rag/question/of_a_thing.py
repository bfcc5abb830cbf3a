"""Whether a question asks for a thing, a figure or a yes, and not for papers.

"How many jobs did they look at?" and "into which operating system was it built?" are of one
paper, whatever else in them may be read as a word for papers or for their order.
"""

from __future__ import annotations

import re

_PAPERS = r"(?:papers|articles|publications|stud(?:ies|y)|papers?)"
# What both papers and the things in them may be called.
_EITHER = (
    r"(?:works?|research|ones?|titles?|records?|entries|authors?|groups?|teams?|people|researchers?"
    r"|abstracts?|surveys?|reviews?|trials?|reports?|methods?|approach(?:es)?|systems?|techniques?"
    r"|projects?|algorithms?|frameworks?|tools?)"
)
_ONE_EITHER = r"(?:method|approach|system|technique|project|algorithm|framework|tool|report|title)"
# A question may begin behind the words that say of which paper it is.
_BEGINS = r"(?:^\W*(?:(?:and|but|so|ok|then|also|please)\W+){0,3}|[,;:.?!]\s+|\s[–-]+\s+)"
_WITHIN = (
    r"(?:in|on|for|by|from|to|into|at|with|of|against|under|over|within|after|about|through|out of"
    r"|from among|among)"
)
_ROUGHLY = r"(?:(?:and|about|around|roughly|exactly|approximately|just) ){0,2}"
_ONE_DOES = r"(?:is|was|does|did|has|had|can|could|will|would|should|must|may|might)"
_DOES = rf"(?:{_ONE_DOES}|are|were|do|have)"
_ANY = rf"(?!(?:{_DOES}|{_PAPERS}|of|in|that|which|who)\b)[\w.’'/+-]+"
_WORD = rf"(?!{_EITHER}\b){_ANY}"
_MEASURES = (
    r"(?:long|fast|quick(?:ly)?|large|big|small|far|often|high|low|deep|wide|well|accurate(?:ly)?"
    r"|expensive|cheap|tall|heavy|much)"
)
_FEW = r"(?:\d|two|three|four|five|six|seven|eight|nine|ten)"
_ASKED = (
    # how much time, how many jobs
    rf"how {_MEASURES}\b(?! (?:work|research|of (?:the|this|these|my|our|your) (?:library"
    r"|collection|list|papers|works|studies))\b)",
    rf"how many (?!(?:of|more)\b|(?:{_WORD} )?{_EITHER}\b)(?:{_ANY} ){{1,4}}"
    rf"(?:{_DOES}\b|[a-z]+ed\b|went\b|took\b|made\b|got\b|ran\b|there\b|of\b|in\b)",
    rf"{_WITHIN} how many ",
    # how many techniques are presented?
    rf"how many {_EITHER} (?:(?:for|of|in|to|on) [^?.!,;:]{{1,60}}?)?(?:are|were) (?:[a-z]+ed"
    rf"|given|shown|built)(?: and [a-z]+)?\W*$",
    # in which year did, in which operating system were, what speedup does
    rf"(?:what|which) (?!(?:else|story)\b)(?:{_WORD} ){{1,5}}{_ONE_DOES}\b",
    rf"{_WITHIN} (?:what|which) (?:{_WORD} ){{0,4}}{_ONE_EITHER} {_DOES}\b",
    rf"(?:what|which) (?:sort|kind|type|form) of (?:{_WORD} ){{1,4}}{_DOES}\b",
    r"(?:what|which) (?:share|percentage|percent|fraction|proportion|rate|number|amount) of"
    r" (?!(?:all |the |these ){0,2}(?:papers|works|studies|articles)\b)",
    rf"what (?:are|were) the {_FEW} (?!(?:[\w-]+ ){{0,3}}?(?:papers|articles|works|studies"
    r"|publications|ones)\b)",
)
_OF_SO_MANY = (  # out of the 30 problems, how many are solved?
    r"\bof (?:the |all ){0,2}[\w.,-]+ (?:[\w-]+ ){0,3}?(?!(?:papers|works|studies|articles|ones"
    r"|these|those)\b)[a-z]+s\b[^?,]{0,60}, how many\b"
)
_NAME_IT = (  # name the metric that …; average age of …
    rf"^\W*(?:please )?(?:name|tell (?:me|us)|give(?: me| us)?|state) the (?:{_WORD} ){{1,4}}"
    r"(?:of|that|which|for|in|[A-Z][\w-]+)\b"
    rf"|^\W*(?:the )?(?:number of (?!{_EITHER}\b|{_PAPERS}\b)[\w-]+ (?:of|in|for|with|at|on|who"
    rf"|that)"
    r"|name of (?:the|its|their)"
    r"|(?:average|mean|median|maximum|minimum|total|exact|overall|final) [\w-]+ (?:of|in|for|at"
    r"|among)) "
)
# The error rate in the test … in the paper on reading
_OF_A_PAPER = (
    rf"^\W*(?:the )?(?:{_WORD} ){{1,4}}(?:in|of|for|on|at|by|with) [^?.!,;:]{{0,120}}?"
    r"\b(?:in|from|of) (?:the|that) (?:[\w-]+ ){0,5}?(?:paper|article|study|report|trial)\b"
)
# …, may two processors write at once?
# …: what does it take?; based on which algorithm?; what do systems offer, says Codd?
_BEHIND = (
    r"[,;:]\s+(?:when|why|what|how) (?:does|did|do|is|was|are|were|can|should) (?:it|they|the|its"
    r"|their|he|she|we|one|you)\b(?= \w)(?! (?:have|say|hold|offer|contain)\b)"
    r"|[:–-]\s+(?:the )?(?:[\w-]+ ){0,2}(?:sizes?|number|names?|age|length|cost|rates?|accuracy"
    r"|scores?"
    r"|share|percentage|duration|dose|speed-?ups?) (?:of|in|for) "
    rf"|[a-z](?:ed|en|un|ilt|ade|one) {_WITHIN} (?:what|which) (?:{_ANY} ){{0,2}}{_ANY}\W*$"
    r"|[a-z](?: on top of| instead of| out of|,) what\W*$"
    r"|, (?:says?|claims?|argues?|finds?|according to|(?:told|said"
    r"|reported) by) (?-i:[A-Z])[\w.’'-]+"
)
_WHETHER = (
    rf"[,;:]\s+{_DOES} (?!(?:not|there|that|this|these|those|it|you|we|be|code|any|some|they)\b)"
)
_THING = re.compile(
    rf"{_BEGINS}{_ROUGHLY}(?:{_WITHIN} )?{_ROUGHLY}(?:{'|'.join(_ASKED)})"
    rf"|{_OF_SO_MANY}|{_NAME_IT}|{_OF_A_PAPER}|{_BEHIND}|{_WHETHER}",
    re.I,
)
_ITS_MEASURE = re.compile(
    r"^\W*(?:and )?(?:the )?(?:[\w-]+ ){0,3}?(?:accuracy|improvements?|gains?|reductions?"
    r"|speed-?ups?"
    r"|scores?|increases?|drops?|loss|rates?|latency|throughput|savings?|size|costs?) (?:of|for"
    r"|in|by"
    r"|with|from|over)\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:papers|articles|publications|works(?= (?:on|about|that|by))"
    r"|stud(?:y|ies) (?:on|about|that)|gist)\b|\b(?:any|do you have|is there|are there) [^?]{0,30}"
    r"\b(?:paper|article)\b",
    re.I,
)


def asks_for_a_thing(text: str) -> bool:
    """Whether a thing, a figure or a yes is asked for, such as the papers on something have."""
    return _THING.search(text) is not None and not _SEVERAL.search(text)


def asks_its_measure(text: str) -> bool:
    """Whether a text, in which a paper is named, is for one of its figures: "speedup of T-MAC"."""
    return _ITS_MEASURE.match(text) is not None and not _SEVERAL.search(text)
