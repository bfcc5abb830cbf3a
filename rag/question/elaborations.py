"""What a question says of its topic in questions of their own: "journals: who cites whom, …".

They only say more of it, and a paper need not have their words. A topic that is itself put as a
question, with "which papers look at that?" behind it, is what those papers are to look at.
"""

from __future__ import annotations

import re

from rag.language import wording
from rag.language.topic import topic_of
from rag.language.words import GENERIC, is_known
from store.lexical import terms

_HOW = r"(?:who|whom|whose|which|what|how|when|where|why|whether|if)\b"
_PAPERS = (
    r"(?:papers?|articles?|works?|stud(?:y|ies)|publications?|reports?|literature|anything"
    r"|something|everything|stuff|material)"
)
_LOOK_AT = (
    r"(?:looks? (?:at|into)|deals? with|(?:are|is) (?:there )?(?:about|on)|about|on|address(?:es)?"
    r"|stud(?:y|ies)|covers?|discuss(?:es)?|treats?|concerns?|examines?|investigates?|explores?"
    r"|considers?|speaks? (?:of|about)|says? (?:something|anything) (?:on|about))"
)
# "How do nurses find rooms - which papers look at that?"
_ASKED_BEHIND = re.compile(
    r"^(?P<topic>[^.?!]{10,}?)\s*(?:[,;:.?!]|\s[–—-])\s*(?:(?:and|so|now|please),? )*"
    r"(?P<asks>(?:which|what|any|are there(?: any)?|is there(?: an?y?)?"
    rf"|do (?:you|we) have(?: any)?) {_PAPERS}(?: here| of (?:these|those|ours|yours))?"
    rf"(?: (?:that|which|do|does))* {_LOOK_AT})"
    r" (?:that|this|it)\W*$",
    re.I,
)
# "… on journals: who cites whom, which get indexed, who buys them"
_IN_QUESTIONS = re.compile(
    r"\s*(?:(?::|\s[–—-])\s*(?:(?:e\.g\.|like|say|such as),? )?"
    r"|, (?:i\.e\.|that is|namely|e\.g\.),? )"
    rf"{_HOW}[^?.!:]*?(?:,\s*(?:(?:and|or) )?| and | or ){_HOW}"
    r"[^?.!:]*(?=[?.!]*\s*$)",
    re.I,
)
# "… on thesauri, either how they are built or what they do for retrieval"
_EITHER = re.compile(
    rf"\s*(?:,|\s[–—-])\s*(?:(?:either|be it|no matter(?: whether)?|whether(?= {_HOW})),? )?{_HOW}"
    rf"[^?.!:,]*,? or {_HOW}[^?.!:]*(?=[?.!]*\s*$)",
    re.I,
)
_ASKS_FOR_SET = re.compile(rf"\b{_PAPERS}\b", re.I)
# "I collect texts on tea, so anything about its trade would help."
_WOULD_HELP = re.compile(
    r",? (?:(?:is|are) (?:(?:very|also|always|most) )*(?:welcome|appreciated)"
    r"|(?:would|might|could|will) (?:(?:all|also|really|certainly|probably) )*(?:help(?: (?:me"
    r"|us|a lot|out))?|do|be (?:of |an? )?(?:(?:very|really|most|great|big|much) )*(?:help(?:ful)?"
    r"|useful|use|welcome|great|nice|good|lovely|interesting|appreciated|interest|fine|perfect)))"
    r"(?: too| as well)?(?=\W*$|[.!;] )",
    re.I,
)


def told_once(text: str) -> str:
    """The question without the questions that only say more of its topic, and in their place."""
    text = _WOULD_HELP.sub("", text, count=1)
    if (behind := _ASKED_BEHIND.match(text)) and _says_something(behind["topic"]):
        return f"{behind['asks']} {_within(behind['topic'])}?"
    for form in (_IN_QUESTIONS, _EITHER):
        match = form.search(text)
        lead = text[: match.start()] if match else ""
        of_set = _ASKS_FOR_SET.search(lead) and not wording.ONE_PAPER.search(lead)
        if match and of_set and _says_something(lead):
            text = lead + text[match.end() :]
    return text


def _within(sentence: str) -> str:
    """A sentence as it stands within another: a name at its head keeps its capital."""
    first = sentence.split()[0].lower()
    return f"{sentence[0].lower()}{sentence[1:]}" if is_known(first) else sentence


def _says_something(text: str) -> bool:
    return bool(set(terms(topic_of(text))) - GENERIC)
