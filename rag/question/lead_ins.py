"""What people tell of themselves before they ask: "I run a lab. Which papers …?"."""

from __future__ import annotations

import re

from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.records.code_cues import code_asked
from store.lexical import terms

_ENDS = re.compile(
    r"(?<=[\w)])\s*(?:[.!:;](?!\w)|\s[–-](?=\s)"
    r"|,(?= (?:so )?(?:which|what)(?: of (?:my|the|these|those|your|our))?"
    r" (?:papers|works|articles|studies)\b))\s+"
)
# Whoever asks is the subject, or is said to be somebody: "As a teacher, …", "Engineer here: …".
_OF_THE_ASKER = re.compile(
    r"^\W*(?:(?:so|well|ok|okay|and|but|now|today|tomorrow|since|because|currently) )?"
    r"(?:i|we|my|our|i['’]m|we['’]re|i['’]ve|we['’]ve)\b(?! (?:want|need|(?:would|['’]d) like)\b)"
    r"|^\W*(?:an? )?[\w -]{2,40}\b(?:here|speaking|in a hurry|(?:in need|looking) for help)\W*$"
    r"|^\W*as an? [\w -]{2,60}$",
    re.I,
)
# What is wanted is said there already, and the question may only narrow it.
_SAYS_WHAT = re.compile(
    r"\b(?:interested|looking|searching|hunting|collecting|gathering|after|care|like|love|need|want"
    r"|curious|wondering|(?:don['’]?t|do not|cannot|can['’]?t|never) (?:quite |really )?(?:get|see"
    r"|understand|grasp|understood|figure))\b",
    re.I,
)
_ASKS = re.compile(
    r"^\W*(?:so |and |please,? |now,? )*(?:which|what|who|whose|where|when|how|list|show|find|name"
    r"|give|tell|are|is|do|does|did|has|have|can|could|any|anything|something|papers)\b",
    re.I,
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|this|they|them|their|these|those|he|she|his|her|there)\b(?! (?:is|are|any)\b)"
    r"|(?<!papers )(?<!articles )(?<!works )(?<!ones )(?<!studies )(?<!thing )\bthat\b"
    r"|\bthen\W*$",
    re.I,
)
_AS_SOMEBODY = re.compile(
    r"^\W*(?:as an?|for (?:my|our|an?|the)) [\w -]{2,40}?,? (?:i|we)(?: would|['’]d)? "
    r"(?:like|want|need|wish|am looking for)(?: to (?:know|see|read|find|have))? "
    r""
    r"(?=(?:which|what|papers|(?:the |all )?(?:works|articles|papers|studies)|everything|all)\b)",
    re.I,
)
# "For the annual report: which papers …?", of what is written or held, and of no subject.
_FOR_A_PURPOSE = re.compile(
    r"^\W*for (?:my|our|the|an?|this|that|some|tomorrow['’]s|next week['’]s) (?:[\w-]+ ){0,3}?"
    r"(?:committee|commission|board|panel|task force|working (?:group|party)|department|ministry"
    r"|colleagues?|boss|supervisor|manager|client|customer|teacher|students?|friend|newcomers?"
    r"|beginners?|editors?|audit|grant|budget|workshop|survey|review|reports?|talk|thesis|dissertation|meeting|slides|presentation|lecture|seminar|proposal"
    r"|bibliography|catalogue|catalog|newsletter|reading list|course|class|homework|assignment"
    r"|records|files|journal club|reading group|poster|essay|overview)\s*(?:[,:;]|\s[–-])\s*(?=\w)",
    re.I,
)
_ENDS_OF_QUESTION = re.compile(r"[?.!]\s+(?=\w)")
_FOR_SOMEBODY = re.compile(r"\b(?:for|with|to|by) (?:my|our) [\w -]{2,30}\W*$", re.I)
_FOR_THAT = re.compile(
    r",? for (?:my|our|the|an?|this|that|tomorrow['’]s) (?:[\w-]+ ){0,2}?"
    r"(?:reports?|talk|thesis|dissertation|meeting|slides?|presentation|lecture|seminar|proposal"
    r"|bibliography|catalogue entry|newsletter|reading list|course|class|homework|assignment"
    r"|records"
    r"|notes?|files?|journal club|reading group|poster|essay|footnotes?|references?|piece|story"
    r"|article"
    r"|blog(?: post)?|summary|minutes|boss|supervisor|manager|colleagues?|students?)(?=\W*$)",
    re.I,
)
_DEMANDS = re.compile(
    r"\b(?:only|just|must|have to|has to|need|want|require[sd]?|insist\w*|allowed|permitted"
    r"|care)\b",
    re.I,
)
_LEAST = 2  # words of a question
_NEW_SUBJECT = re.compile(
    r"^\W*(?:(?:ok|okay|now|so|and|let['’]s|a|an|some|to)\W+)*(?:(?:switch|chang)(?:e|ing)?"
    r" (?:of )?(?:the )?(?:topics?|subjects?)|(?:(?:totally|completely|very) )?(?:new|different"
    r"|unrelated|other|another|next) (?:topic|subject|question|matter))\s*[:,.;–—-]+\s*(?=\w)",
    re.I,
)
# "Forget pruning, I have changed my mind. What is there on caches instead?"
_CHANGED = re.compile(
    r"^\W*(?:(?:hm+|ok|okay|well|no|actually|wait|but|and|sorry|on second thoughts?)\W+)*"
    r"(?:forget|never ?mind|scratch|skip|drop|leave|ignore|enough (?:of|about|on)"
    r"|i(?:['’]ve| have)? changed my mind)\b[^.?!;]{0,80}?(?:[.;!,]|\s[–-])\s+"
    r"(?:[^.?!]{2,60}[.!;]\s+)?(?:and |so |then |now )*"
    r"(?P<new>(?:what|which|who|is there|are there|do you|do we|any|anything|show|list|find|give"
    r"|papers|something|i['’]d|i would|i want)\b[^.]*?),? instead\W*$",
    re.I,
)
_OF_THOSE = re.compile(r"\b(?:its?|they|them|their|these|those|this|rest|others|ones)\b", re.I)


def after_a_new_subject(text: str) -> str:
    """The question behind words that a new subject begins ("Switching topics: …"); or none.

    So does what is wanted instead of the subject before, where no word points to that.
    """
    if match := _NEW_SUBJECT.match(text):
        return text[match.end() :]
    changed = _CHANGED.match(text)
    return "" if changed is None or _OF_THOSE.search(changed["new"]) else changed["new"]


def without_lead_in(text: str) -> str:
    """The question less what stands before it of its asker, where it says itself what it is about.

    "My boss sent me. Which papers target CPUs?" is the last sentence; "I like T-MAC. Who wrote
    it?" is whole.
    """
    text = _FOR_A_PURPOSE.sub("", _AS_SOMEBODY.sub("", text, count=1), count=1)
    for end in _ENDS.finditer(text):
        lead, rest = text[: end.start()], text[end.end() :]
        told = _OF_THE_ASKER.search(lead) and not _SAYS_WHAT.search(lead)
        if not told or not _ASKS.match(rest) or len(rest.split()) < _LEAST:
            continue
        says_itself = set(terms(topic_of(rest))) - GENERIC
        if says_itself and not _POINTS_BACK.search(rest):
            return _with_code_as_told(rest[0].upper() + rest[1:], lead)
    return text


def without_aside(text: str) -> str:
    """The text less what stands behind it of its asker: what it is for, who that is.

    "The number for my slide?", "And on images? I am waiting for my colleague."
    """
    for end in _ENDS_OF_QUESTION.finditer(text):
        rest = text[end.end() :]
        told = _OF_THE_ASKER.search(rest) and "?" not in rest
        if told and (not _SAYS_WHAT.search(rest) or _FOR_SOMEBODY.search(rest)):
            text = text[: end.start() + 1]
            break
    shorter = _FOR_THAT.sub("", text, count=1)
    return shorter if len(shorter.split()) >= _LEAST else text


def _with_code_as_told(question: str, lead: str) -> str:
    """The question with what was told before it of code: "I need released code. What is new?"."""
    told, asked = code_asked(lead)[0], code_asked(question)[0]
    if told is None or asked is not None or not _DEMANDS.search(lead):
        return question
    end = question.rstrip(" ?.!")
    return f"{end} {'with' if told else 'without'} code{question[len(end) :]}"
