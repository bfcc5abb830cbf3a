"""The words by which a question says that papers treat its topic: "which ones look at owls?"."""

from __future__ import annotations

import re

_PAPERS = (
    r"(?:papers?|articles?|works?|stud(?:y|ies)|publications?|reports?|authors?|researchers?|texts?"
    r"|documents?|contributions?|pieces?|research|literature|ones?|anything|something|everything"
    r"|things?|stuff|whatever|material|those|these)"
)
_WHO = (
    rf"(?:\b{_PAPERS}(?: (?:here|in here|of yours|you have))?(?: (?:that|which|who))?"
    r"|^\W*(?:and |so )?(?:which|who|what|that)(?: of (?:these|those|them))?)"
)
_HOW = (
    r"(?: (?:do|does|did|have|has|actually|really|mainly|mostly|also|even|only|either|specifically"
    r"|explicitly|primarily|chiefly|directly))*"
)
_FINDINGS = r"(?:results?|findings?|figures|data|details?|information|evidence|facts|material)"
_TREAT = (
    r"(?:look(?:s|ed|ing)?(?: (?:closely|more closely|hard|specifically))? (?:at|into)"
    r"|(?:take|takes|took) (?:(?:an?|the) )?(?:[a-z]+ )?look at"
    r"|touch(?:es|ed|ing)? (?:up)?on|bear(?:s|ing)? (?:up)?on|go(?:es)? into|tak(?:e|es|ing) up"
    r"|(?:shed|throw|cast)s?(?: (?:some|any|new|more))* light on"
    r"|(?:(?:have|has|had|having) )?(?:(?:some|any)thing|things|a lot|much|more) to (?:say|do)"
    r" (?:about|on|with)|(?:say|says|said|saying) (?:some|any)thing (?:about|on)"
    rf"|(?:(?:give|provide|offer|contain|present)s?|giving|providing|containing)"
    rf"(?: (?:any|some|the|more|new))* {_FINDINGS} (?:on|about|for|from|concerning)"
    r"|concern(?:s|ing)? (?:themselves|itself) with|occup(?:y|ies) (?:themselves|itself) with"
    r"|(?:attempt|tr[iy]|seek|aim|set out)(?:e?s)? to"
    r"|com(?:e|es|ing) to grips with|(?:centre|center|focus|concentrate|revolve)(?:e?s|e?d)?"
    r" (?:up)?(?:on|around)|(?:(?:are|is) )?(?:devoted|dedicated) to"
    r"|(?:study|studies(?= (?:the|an?|how|what|whether)\b)|examine|investigate|explore|discuss"
    r"|consider|address|tackle|treat|cover"
    r"|analy[sz]e|inspect)(?:e?s)?(?! (?:design|protocol|group|area|skill)s?\b)"
    r"|(?:studying|examining|investigating|exploring|discussing|considering|addressing|tackling"
    r"|covering|analy[sz]ing))"
)
_OF_IT = (
    r"(?: (?:the |this )?(?:subject|topic|question|problem|matter|issue|theme)s?"
    r" (?:of|how|whether))?"
)
_TREATING = re.compile(rf"{_WHO}{_HOW} {_TREAT}{_OF_IT}(?= \w)", re.I)
# "Papers where owls come up", "in which owls play a part".
_SPOKEN_OF = re.compile(
    rf"\b{_PAPERS} (?:where|in which|wherein) (?P<what>[^?.!,;:]{{3,60}}?) "
    r"(?:com(?:e|es) up|crops? up|turns? up|appears?|figures?|feature[sd]?"
    r"|plays?(?: (?:an?|some|any))?(?: [a-z]+)? (?:role|part)"
    r"|(?:is|are|was|were|gets?|has been|have been) (?:discussed|treated|mentioned|examined|studied"
    r"|considered|described|investigated|dealt with|looked (?:at|into)|addressed|covered"
    r"|touched (?:up)?on|spoken of|talked about))(?=\W*$)",
    re.I,
)
# "Where is owls' flight …?", "where can I read up on owls?"
_WHERE = re.compile(
    r"^\W*where(?: (?:can|could|do|should|might) (?:i|we|one) (?:read(?: up)?|find(?: out)?"
    r"|learn|look)(?: (?:any|some)thing| more)?(?: (?:on|about|for|into))?|(?= (?:is|are|was"
    r"|were)\b))",
    re.I,
)


def without_treating(text: str) -> str:
    """The text less the verbs by which papers treat what they are about."""
    text = _SPOKEN_OF.sub(r"papers on \g<what>", _WHERE.sub("", text, count=1), count=1)
    return _TREATING.sub("papers", text, count=1)
