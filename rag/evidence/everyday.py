"""Help with daily life, sums and code, which no paper is asked for.

Some of it is so only where no paper answers: "how do I install it?" may be told in one.
"""

from __future__ import annotations

import re

from rag.evidence.errands import PLEASE

_AT_HOME = (
    r"(?:cook|bake|boil|fry|roast|grill|peel|brew|knit|sew|iron|vacuum|shave|fall asleep"
    r"|(?:lose|gain|put on) (?:weight|muscle)(?!s)|apply for|renew|quit smoking|swim|dance|tie a"
    r"|make (?:an? |some |the )?(?:\w+ )?(?:coffee|tea|cakes?|pizza|bread|soup|sauce|pasta|money"
    r"|friends))"
)
_DAILY = (
    r"(?:wash|clean|sleep|get rid of|quit|stop|remove|get an?|get (?:to|from)|file|pay|fix|repair"
    r"|reset|unlock|install|uninstall|update|upgrade|print|drive|ride|sing|draw|paint|plant"
    r"|grow|feed"
    r"|train my|find an?|buy|sell|rent|invest|cancel|delete|download|open|close|connect|change)"
)
_MINE = (
    r"(?:passwords?|homework|boss|landlord|dogs?|cats?|wife|husband|girlfriend|boyfriend|mother"
    r"|father"
    r"|kids?|car|bike|phone|laptop|printer|house|flat|garden|hair|taxes|passport|visa)"
)
_FOOD_AND_PLACES = (
    r"(?:pizza|pasta|burger|sushi|bread|soup|cake|coffee|beer|wine|restaurant|caf[eé]|bar|pub"
    r"|hotel|hostel|beach|canteen|cinema|movie|film|song|album|gym|haircut|phone|laptop|car|bike"
    r"|camera|present|gift|holiday|vacation|graphics card)s?"
)
_LENGTHS = (
    r"(?:kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|feet|inch(?:es)?|centimet(?:er|re)s?|cm"
    r"|pounds?|kilos?|kg|grams?|ounces?|lit(?:er|re)s?|gallons?|cups?|celsius|fahrenheit|euros?"
    r"|dollars?|hours?|minutes?|days?)"
)
_I = r"(?:(?:do|can|could|should|would|must|did) (?:i|we|you|one)|to)"
_SURELY = re.compile(
    rf"{PLEASE}(?:how|where|when) {_I} (?:best |quickly |properly |safely )?(?:{_AT_HOME}\b"
    rf"|[a-z]+ (?:[a-z]+ )?my (?:\w+ )?{_MINE}\b)"
    rf"|{PLEASE}(?:how many|convert) [\d.,]* ?{_LENGTHS} (?:is|are|in|to|make)\b",
    re.I,
)
_EVERYDAY = re.compile(
    rf"{PLEASE}(?:how|where) {_I} (?:best |quickly |properly |safely )?{_DAILY}\b"
    r"|\bhow (?:do|can|should) i (?:fix|solve|repair|reset) (?:it|this|that)\b"
    r"|\bshould i (?:buy|get|eat|cook|wear|watch|drink|play|sell|invest|marry)\b"
    rf"|{PLEASE}(?:is (?:it|now)|would now be) a good time to (?:buy|get|sell|eat|go|invest)\b"
    rf"|{PLEASE}(?:(?:what|which|where)(?:['’]s| is| are)? )?(?:the |an? )?(?:best|good|cheap|nice)"
    rf" (?:[\w-]+ ){{0,2}}?{_FOOD_AND_PLACES}\b"
    rf"|\b(?:recommend|suggest)(?: me)? (?:an? |some |the )?(?:[\w-]+ ){{0,2}}?{_FOOD_AND_PLACES}\b"
    rf"|{PLEASE}write(?: me| us)? (?:an? |some )(?:\w+ )?(?:essay|blog post|post|speech|novel"
    rf"|play)\b"
    rf"|\bmeaning of life\b|\bwill it (?:rain|snow)\b|\bmy {_MINE}\b",
    re.I,
)
_PROGRAM = re.compile(
    rf"{PLEASE}(?:write|fix|debug)(?: me| us| for me)? "
    r"(?:(?:an?|some|the|my|this|short|simple|small|efficient|recursive|single|line|of) )*"
    r"(?:[\w+#.-]+ )?(?:code|script|program|function|quicksort|regex|regular expression|query"
    r"|unit tests?|snippet|class|macro|python|javascript|java|html|sql|app|website)\b"
    r"(?! (?:generation|papers|analysis))",
    re.I,
)
_SUM = re.compile(
    rf"{PLEASE}(?:solve|calculate|compute|evaluate|simplify|factori[sz]e|factor|integrate|derive"
    r"|differentiate|what(?:['’]s| is)|how much is)(?: (?:the|for|me|equation|expression"
    r"|(?:square |cube )?root|derivative|integral|sum|product|factorial|of|x|y))*[:\s]+"
    r"(?:(?:plus|minus|times|squared?|cubed?|divided|by|over|percent|mod|sin"
    r"|cos|tan|log|ln|exp|dx|of|and|for|x|y|z|n)\b|[\d\s.,+*/×÷^=()%²³-]|(?<=\d)[xyn]\b"
    r"|[xyzn](?=[\d^=+*²³]))+\W*$",
    re.I,
)
# Without one a number or a letter is asked for, or nothing: "what is 3".
_SIGN = re.compile(
    r"[\dxyn)]\s*[*+/×÷^=%²³-]|\b(?:plus|minus|times|squared?|cubed|divided|percent|mod|sin|cos|tan"
    r"|log|cube root|factorial|derivative|integral|integrate)\b",
    re.I,
)
_OF_PAPERS = re.compile(
    r"\b(?:papers?|articles?|stud(?:y|ies)|publications?|authors?|library|collection)\b", re.I
)


def speaks_of_papers(text: str) -> bool:
    """Whether papers, or what they are kept in, are spoken of."""
    return _OF_PAPERS.search(text) is not None


def is_surely_everyday(text: str) -> bool:
    """Whether housework, a sum or a program is asked for, whatever words papers have of it."""
    is_sum = _SUM.search(text) and _SIGN.search(text)
    sure = is_sum or _SURELY.search(text) or _PROGRAM.search(text)
    return bool(sure) and not speaks_of_papers(text)


def is_everyday(text: str) -> bool:
    """Whether advice or help with daily life is asked for, unless a paper has an answer."""
    return _EVERYDAY.search(text) is not None and not speaks_of_papers(text)
