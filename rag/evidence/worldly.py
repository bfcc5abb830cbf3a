"""What is asked of the world: of persons, organisations, places and contests.

Who leads a company, where somebody was born, what the capital of a country is: a paper answers
that only where a sentence says it. A sentence that merely has the name says something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.lexical import terms

_NAME = r"(?!(?:an?|it|they|he|she|this|that|there|these|those)\b)[\w.’'&-]+(?: [\w.’'&-]+){0,5}?"
_NOW = r"(?:current |present |new |first |last |former |next |acting |actual )*"
_OFFICE = (
    r"(?:c[efimot]o|chief (?:executive|financial|technical|technology|operating|scientific)"
    r"(?: officer)?|(?:vice[- ])?president|chair(?:man|woman|person)|managing director|owner|king"
    r"|(?:co-?)?founders?|prime minister|minister(?: of [\w ]+?)?|secretary of state|chancellor"
    r"|queen|emperor|mayor|rector|dean|pope|governor|coach|capital(?: city)?|population|currency"
    r"|anthem|time zone|gdp|surface area|(?:annual |yearly )?(?:revenue|turnover|income|profits?)"
    r"|market (?:cap\w*|value|share)|(?:stock|share) price|headquarters|net worth)"
)
_PERSONAL = (
    r"(?:age|birthday|date of birth|birth ?(?:place|date)|nationality|wife|husband|spouse|partner"
    r"|children|parents|hobb(?:y|ies)|salary|job|profession|religion|height|degree|alma mater"
    r"|supervisor|advisor|h-?index|gender|hometown)"
)
_IS_A = (
    r"(?:professor|lecturer|teacher|student|post-?doc|doctor|scientist|researcher|engineer|manager"
    r"|employee|intern|woman|man|girl|boy|father|mother|millionaire|billionaire|genius|celebrity"
    r"|politician|actor|actress|singer|writer)"
)
_CONTEST = (
    r"(?:world cup|cup final|championships?|champions league|bundesliga|premier league|league"
    r"|super bowl|olympics?|olympic games|elections?|oscars?|nobel (?:\w+ )?prize|grand prix"
    r"|wimbledon|tour de france|eurovision|tournament|euros?(?= \d))"
)
_LARGEST = r"(?:tall|high|long|bigg|larg|deep|old|rich|fast|small|hott|cold)est"
_OF_EARTH = (
    r"(?:\w+ )?(?:mountain|river|lake|building|tower|country|city|state|island|ocean"
    r"|desert|animal|mammal|bird|fish|planet|person|man|woman)"
)
_LEAD = r"^\W*(?:(?:and|but|so|ok|okay|now|btw|by the way|please|tell me|thanks)\W+)*"
_WHAT = rf"{_LEAD}(?:what|who|whose)(?:['’]?s| is| are| was| were)? (?:the )?"
_FAME = (
    r"married|single|dead|alive|still alive|famous|rich|tall|retired|male|female|chinese|american"
    r"|german|japanese|indian|british|french"
)
# What is asked, with whom or what it is asked of -> what a sentence has that tells it; "" stands
# for the words of the question itself.
_ASKED: tuple[tuple[str, str], ...] = (
    (rf"{_WHAT}{_NOW}(?P<what>{_OFFICE}) (?:of|at|in) (?:the )?(?P<who>{_NAME})\W*$", ""),
    (rf"{_WHAT}(?P<who>{_NAME})['’]s? {_NOW}(?P<what>{_OFFICE}|{_PERSONAL})\W*$", ""),
    (rf"{_WHAT}{_NOW}(?P<what>{_PERSONAL}) of (?P<who>{_NAME})\W*$", ""),
    (
        rf"{_LEAD}who (?:founded|owns?|leads|heads|runs|governs|chairs|started|bought) "
        rf"(?P<who>{_NAME})\W*$",
        r"found|own|lead|led\b|head|run\b|acquir|bought",
    ),
    (
        rf"{_LEAD}(?:when|where|in (?:what|which) (?:year|city)|by whom) (?:was|were|is) "
        rf"(?P<who>{_NAME}) (?:founded|established|incorporated|set up|formed)\b",
        r"founded|established|incorporated|foundation|formed",
    ),
    (
        rf"{_LEAD}how (?:many (?:(?:employees|workers|staff|offices|students) (?:does|do|did"
        rf"|work at|are at)"
        r"|people work (?:at|for))"
        rf"|much (?:money |profit |revenue )?(?:does|do|did)|rich is|tall is) (?P<who>{_NAME})"
        r"(?: (?:have|employ|earn|make|weigh|pay|own|get paid))?\W*$",
        r"employ|staff|earn|revenue|profit|salar|worth|tall",
    ),
    (rf"{_LEAD}how old (?:is|was) (?P<who>{_NAME})\W*$", r"\bage\b|\bold\b|\bborn\b|\baged\b"),
    (
        rf"{_LEAD}(?:when|where|in (?:what|which) (?:year|city|country|town)) (?:was|were|did|does"
        rf"|is) (?P<who>{_NAME}) (?:born|die|died|buried|raised|grow up|live|get married|marry)\b",
        r"\bborn\b|\bdied\b|\bdeath\b|\blive[sd]?\b|married|buried|grew up",
    ),
    (
        rf"{_LEAD}(?:is|was|are) (?P<who>{_NAME}) (?:(?:an? |the )?(?:\w+ ){{0,2}}?"
        rf"(?P<what>{_IS_A})(?: (?:at|in|of|from) .{{1,60}})?|(?:{_FAME}))\W*$",
        "",
    ),
    (
        rf"{_LEAD}where (?:is|are|was) (?P<who>{_NAME})"
        r"(?: (?:located|based|situated|headquartered))?\W*$",
        r"located|based in|situated|headquarter|campus",
    ),
    (
        rf"{_LEAD}how (?:many (?:people|inhabitants) (?:live|are there) in|far (?:is|away is)"
        rf"(?: it (?:from|to))?|(?:big|large|long|high|deep"
        rf"|wide) is) (?P<who>{_NAME})(?: (?:from|to) {_NAME})?\W*$",
        r"population|inhabitants|\d",
    ),
    (
        rf"{_LEAD}who (?:won|lost|hosted|wins"
        rf"|is going to win) (?:the )?(?P<contest>.*\b{_CONTEST}\b.*)$",
        r"\bw[io]n(?:s|ners?|ning)?\b|champion",
    ),
    (
        rf"{_WHAT}(?:world['’]s )?(?P<what>{_LARGEST}) (?P<contest>{_OF_EARTH})"
        r"(?=\W*$| (?:in|on|of|that|ever|to)\b)",
        "",
    ),
)
_TABLE = tuple((re.compile(asked, re.I), re.compile(told, re.I)) for asked, told in _ASKED)


@dataclass(frozen=True, slots=True)
class Worldly:
    """Whom or what a question is of, and what a sentence must have that tells it.

    `is_named` is false for contests and records of the world, which go by any words.
    """

    who: str
    what: frozenset[str]
    told: re.Pattern[str]
    is_named: bool

    def is_told(self, sentence: str) -> bool:
        """Whether a sentence has both."""
        if not self.told.search(sentence):
            return False
        held = {*terms(sentence)}
        own = terms(self.who, joined=False)
        return bool(own) and own[-1] in held and (not self.what or bool(self.what & held))


def worldly_in(text: str) -> Worldly | None:
    """The fact of the world that a text asks for; None where it asks for none."""
    for asked, told in _TABLE:
        if match := asked.search(text):
            groups = match.groupdict()
            what = frozenset(terms(groups.get("what") or "", joined=False))
            who = groups.get("who")
            name = re.sub(r"['’]s?$", "", who or groups.get("contest") or "")
            return Worldly(name, what, told, is_named=who is not None)
    return None
