"""Who is behind the papers on a topic: "who has written on owls?", "which labs work on owls?"."""

from __future__ import annotations

import re

from rag.records.tally import TallyOf

_PEOPLE = r"(?:co-?)?authors?|people|persons?|researchers?|scientists?|writers?|experts?|names"
_PLACES = (
    r"organi[sz]ations?|institutions?|institutes?|affiliations?|universit(?:y|ies)|labs?|companies"
    r"|company|research (?:groups?|labs?)"
)
_WORK = (
    r"(?:(?:has|have|had|is|are|was|were|do|does|did) )?(?:(?:ever|also|been|already|all"
    r"|actually|here"
    r"|currently|mostly) )*(?:(?:(?:writ(?:e|es|ten|ing)|wrote|work(?:s|ed|ing)?|publish(?:es|ed"
    r"|ing)?"
    r"|research(?:es|ed|ing)?|active|do(?:es|ne|ing)?|did)"
    r"(?: (?:papers|articles|anything|something|work|research))?|(?:has|have|having|with)"
    r" (?:written |published |any )?(?:papers|articles|work|works|publications|research))"
    r" (?:on|about|concerning|dealing with|related to)|study|studies|studying|investigate)"
)
_BEHIND = re.compile(
    rf"^\W*(?:(?:and|so|please|ok|tell me|show me|list|name|find|give me)\W+)*(?:the |all |any )*"
    r"(?:(?:names of )?(?:the )?)?(?:who(?: all| here| else)?|(?:(?:which|what"
    r"|how many) )?(?:(?P<people>"
    rf"{_PEOPLE})|(?P<places>{_PLACES}))(?: (?:who|that|which"
    rf"|here))?) {_WORK} (?P<topic>[^?]+?)[\s?.!]*$"
    r"|^\W*(?:(?:which|what) )?(?:(?:list|name|show me|give me|who are) )?(?:the "
    rf"|all )*(?:(?P<people2>{_PEOPLE})"
    rf"|(?P<places2>{_PLACES})) (?:of|behind) (?:the |all )*(?:papers|articles|work|works|research)"
    r" (?:on|about) (?P<topic2>[^?]+?)[\s?.!]*$"
    rf"|^\W*(?:from )?(?:which|what) (?P<places3>{_PLACES}) (?:are|is|do|does|were|come)(?: the"
    r"| all)* (?:papers|work|works|articles|research)"
    r" (?:on|about) (?P<topic3>[^?]+?)(?: (?:from|come from))?[\s?.!]*$",
    re.I,
)
_ONE = re.compile(
    r"^\W*(?:it|this|that|them|these|those|(?:the|this|that) (?:\w+ )?(?:paper|project|article))\b",
    re.I,
)


def behind(text: str) -> tuple[TallyOf, str] | None:
    """Whether people or organisations are asked for, and the topic of their papers; else None."""
    match = _BEHIND.search(text)
    if match is None:
        return None
    topic = match["topic"] or match["topic2"] or match["topic3"]
    if _ONE.match(topic):
        return None
    places = match["places"] or match["places2"] or match["places3"]
    return (TallyOf.ORGANISATION if places else TallyOf.AUTHOR), topic
