"""Greetings, thanks and courtesy around a question: "hi, could you please tell me which …?"."""

from __future__ import annotations

import re

from rag.question.afterthoughts import without_afterthought
from rag.question.asides import without_asides

_SIGNS = re.compile(r"\s*[\u2600-\u27bf\u2b50\ufe0f\U0001f000-\U0001faff]+")  # 😅
_LEAD = re.compile(
    r"^(?:(?:(?:forget|ignore|scratch) (?:it|that)|never ?mind|anyway|ok(?:ay)?|all ?right|great"
    r"|thanks|thank you|cool|nice"
    r"|(?:lovely|perfect|excellent|wonderful|brilliant|super|awesome|interesting|good|fine|right|aha"
    r"|oh)(?=\s*[,.!;:])"
    r"|hm+|got it|i see|well"
    r"|(?:hi|hello|hey)(?: there| all| everyone)?+|good (?:morning|afternoon|evening)|dear all)\b"
    r"[\s,.!;:–-]+)+(?=\w)",
    re.I,
)
# Behind a mark alone: "Which papers say thanks?" asks for the word.
_TAIL = re.compile(
    r"(?<=[\w)])\W*[,.!?;:–-]\s*(?:(?:and|ok|okay|great)[\s,]+)?"
    r"(?:(?:many )?thanks|thank you|thx|cheers)\b(?: (?:a lot|a million|so much|very much|again"
    r"|in advance|for (?:your|the|any) help))*[\s.!)]*$",
    re.I,
)
_PLEASE = re.compile(r"(?<=\w)[\s,]+(?:please|pls|plz)\b(?=[\s.!?]*$)", re.I)
ASKS = r"(?:what|which|who|whom|whose|when|where|how|why)\b"
_SAY = r"(?:tell|show|give|find|list|name|summ?ari[sz]e|sum|compare|explain|describe|point|get)\b"
_COURTESY = re.compile(
    r"^(?:please,? |kindly )?(?:(?:(?:would|could|can) you (?:please "
    r"|kindly )?)?be (?:so )?(?:good|kind)"
    r" (?:as|enough) to (?:please |kindly )?(?=\w)"
    rf"|(?:can|could|would|will) you (?:please |kindly |maybe |perhaps )?"
    rf"(?={_SAY})|(?:may|can|could|might) i (?:please |just )?ask(?: you)?,? (?={ASKS})"
    rf"|would you mind (?:telling|showing) (?:me|us) (?={ASKS})"
    r"|(?:i(?: would|['’]d)|we(?: would|['’]d)) (?:like|love|want) to (?:know|find out|see|hear) "
    rf"(?={ASKS})|(?:i|we) (?:want|need|wish) to (?:know|find out|see) (?={ASKS})"
    r"|(?:i|we) (?:should|would|['’]d) be (?:(?:very|most|so) )?(?:grateful|glad|happy|pleased"
    r"|obliged|delighted|interested) to (?:know|learn|hear|be told|find out) "
    rf"(?=(?:(?:on|in|at|from|by|with|for|to|of|under|through) )?{ASKS}|whether\b)"
    rf"|(?:i['’]m|i am|i was|we are|we were) (?:just )?(?:wondering|curious|asking) (?={ASKS})"
    rf"|i wonder (?={ASKS})|remind me(?: again|,)* (?={ASKS})"
    r"|(?:i|we)(?: would| should|['’]d)? (?:be (?:very |most |so |extremely )?(?:grateful|thankful"
    r"|glad|obliged|happy)|(?:much |really )?appreciate(?: it)?) (?:for|if (?:you|someone) could"
    r" (?:please |kindly )?(?:give|tell|send|show|list|name|point)(?: (?:me|us))?(?: to)?) (?=\w)"
    r"|(?:may|might|can|could) (?:i|we) (?:please |kindly |perhaps )?(?:see|have|get"
    r"|look at) (?=\w)"
    r"|(?:i|we) (?:search(?: for)?|am searching for|seek|require) (?=\w)"
    r"|(?:do you|does anyone|any idea|do we) (?:happen to )?(?:know )?"
    rf"(?={ASKS})|do you (?:happen to )?know (?:of|about) (?=any |some ))",
    re.I,
)
# What may be shown is shown: "might I trouble you for the ones with code?".
_MAY_I_SEE = re.compile(
    r"^(?:please,? |kindly )?(?:(?:would|is|was) it (?:be )?(?:possible|ok|okay) (?:for me )?to"
    r" (?:(?:please|also|perhaps) )?(?:see|get|have|be shown|view)"
    r"|(?:may|might|can|could) (?:i|we) (?:(?:please|also|perhaps|just|kindly) )*"
    r"(?:see|get|have|view|trouble you for|ask (?:you )?for|be shown)"
    r"|i(?:['’]d| would) (?:also )?(?:like|love|prefer|rather) (?:to )?(?:see|have|get))"
    r"(?: now| then)? (?=(?:only|just|the|those|these|them|all|any|it|that|both)\b)",
    re.I,
)
_KINDLY = re.compile(
    r"^(?:kindly,? (?=\w)|please,? (?=(?:name|list|identify|enumerate) (?:every|all|any|each)\b))",
    re.I,
)


def without_courtesy(text: str) -> str:
    """The text less greetings, thanks, asides and courtesy; what may be shown is shown."""
    text = _LEAD.sub("", _SIGNS.sub("", text) or text, count=1) or text
    text = without_afterthought(without_asides(text))
    text = _TAIL.sub(lambda tail: "?" if "?" in tail.group() else "", text, count=1)
    text = _COURTESY.sub("", _PLEASE.sub("", text, count=1), count=1)
    return _MAY_I_SEE.sub("show ", _KINDLY.sub("", text, count=1), count=1)
