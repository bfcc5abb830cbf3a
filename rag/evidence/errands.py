"""What nobody asks of papers: errands ("book me a table for two") and work on somebody's words."""

from __future__ import annotations

_LANGUAGES = (
    r"(?:English|French|German|Spanish|Italian|Portuguese|Polish|Dutch|Russian|Ukrainian|Chinese"
    r"|Mandarin|Japanese|Korean|Arabic|Hebrew|Hindi|Turkish|Greek|Latin|Swedish|Danish|Norwegian"
    r"|Finnish|Czech|Hungarian|Romanian|Vietnamese|Thai|Persian|Farsi|Urdu|Bengali|Indonesian)"
)
PLEASE = (
    r"^\W*(?:(?:now|and|so|ok|okay|then|please|also|great|kindly|(?:can|could|would|will) you)\W+)*"
)
# "Which papers translate …?" asks for papers, and "translate it into CUDA" what nobody speaks.
_ON_WORDS = (
    rf"{PLEASE}(?:translate|put)\b[^?]*\b(?:in|into|to) {_LANGUAGES}\b"
    rf"|^\W*(?:how (?:do|would|can) (?:you|i|we|one) (?:say|spell|pronounce))\b"
    rf"[^?]{{1,60}} in {_LANGUAGES}\W*$"
    rf"|{PLEASE}(?:write|draft|compose|send|prepare|type)\b[^?]{{0,24}}"
    r"\b(?:(?:e-?)?mails?|letter|cv|resume|speech|tweet|invitation|text message)\b"
    r"(?: (?:to|for|that|saying|about|telling|asking)\b|\W*$)"
    rf"|{PLEASE}(?:convert \d|(?:spell|pronounce) [\w'’-]+\W*$|proof-?read\b"
    r"|(?:correct|fix|check|improve) (?:my|the|this) (?:\w+ )?(?:grammar|spelling|sentence|essay"
    r"|text|code|homework)\b)"
    r"|^\W*(?:are you|am i (?:talking|speaking) (?:to|with)) (?:an? )?(?:real )?(?:human|robot|bot"
    r"|ai|person|machine|chatbot|chat ?gpt)\b|^\W*do you (?:speak|like|feel|sleep|eat)\b"
    r"|^\W*what time is it\b"
)
_ERRANDS = (
    r"^\W*(?:(?:now|and|so|ok|okay|then|please|also|great|cool|(?:can|could|would|will) you"
    r"|i (?:want|need) you to|i['’]d like you to)\W+)*(?:(?:book|order|reserve|buy|rent|hire|get"
    r"|bring|fetch|cook|bake|make|pour) (?:(?:me|us|him|her|a|an|some|the|two) )+(?:[\w-]+ ){0,3}?"
    r"(?:table for (?:\d|one|two|three|four|five|six|me|us|tonight|lunch|dinner)|taxi"
    r"|cab|flight|hotel|room|tickets?|seats?|pizzas?|coffee|tea|beer|lunch|dinner"
    r"|breakfast|meal|drinks?|car|appointment|flowers|sandwich|cake|restaurant|holiday)\b"
    r"|(?:book|schedule|arrange|set up|organi[sz]e) (?:(?:me|us|a|an|some|the) )+(?:[\w-]+ ){0,3}?"
    r"(?:calls?|meetings?|chat|zoom|interview|slot|dinner|lunch)\b"
    r"|remind me\b(?! (?:what|which|who|whose|how|when|where|why|of|about|again)\b)|wake me\b"
    r"|set (?:me )?(?:an?|the|my) (?:alarm|timer|reminder)\b|(?:turn|switch) (?:on|off) the\b"
    r"|play (?:me )?(?:some |an? |the )?(?:music|games?|video|film|movie)\b"
    r"|(?:call|phone|ring|text|e-?mail|message) (?:me|my|him|her|mum|mom|dad)\b)"
)

ERRAND = rf"{_ERRANDS}|{_ON_WORDS}"
"""Such an errand, as a pattern that ignores case."""
