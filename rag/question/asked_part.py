"""What a question asks for, less the words that only say in which paper.

"In the paper on salt, which country …" asks for a country. The sentence that answers need not
have the salt, which half of that paper's other sentences have.
"""

from __future__ import annotations

import re

from store.lexical import terms

_KIND = r"(?:paper|work|study|article|report|survey)"
# Words that stand between "the" and "paper", and those of what is said behind: up to where the
# question itself begins.
_BETWEEN = r"(?:(?!(?:in|on|of|by|from|for|with|used|to|at|that|which|and|or)\b)[\w.’'-]+ ){0,5}?"
_BEGINS = (
    r"(?:they|it|he|she|we|the authors?|authors|what|how|who|when|where|why|is|are|was|were|do"
    r"|does|did|there|borrows?|uses?|proposes?|reports?|claims?|says?|introduces?|takes?|gives?"
    r"|mentions?|presents?)"
)
_ABOUT = (
    r"(?: (?:on|about|by|of|from|with|for|asking|comparing|using)\b"
    rf"(?: (?!{_BEGINS}\b)[^\s,.?!;:]+)+"
    r"|(?: (?:which|that|where)\b(?: (?!(?:they|what|how|who|why)\b)[^\s,.?!;:]+)+))?"
)
_IN_A_PAPER = re.compile(
    rf",? *\b(?:according to|(?:as )?(?:in|of|by|from|for|with)) (?:the |that |this |their )"
    rf"{_BETWEEN}{_KIND}\b{_ABOUT}[,:]?"
    rf"|^\W*the {_BETWEEN}{_KIND}\b{_ABOUT}[,:]?(?= )"
    rf"|(?<=\b(?:does|have) )the {_BETWEEN}{_KIND}\b|(?<=\bdid )the {_BETWEEN}{_KIND}\b"
    r"|,? *\b(?:according to|(?:as )?(?:in|of|by|from)) (?:(?-i:[A-Z])[\w.-]+,? (?:and|&) )?"
    rf"(?-i:[A-Z])[\w.-]+(?:['’]s?) {_BETWEEN}{_KIND}\b"
    r"|^\W*according to (?:[A-Z][\w.’'-]+ ?){1,4}(?:et al\.?|and (?:colleagues|others))?,"
    r"|,? \baccording to (?:[A-Z][\w.’'-]+ ?){1,4}(?:et al\.?|and (?:colleagues|others))?(?=\W*$)",
    re.I,
)


_ASKS = re.compile(r"\W*(?:what|which|how|who|when|where|why)\b", re.I)
# "I must present T-MAC tomorrow. How fast is it?" says why it is asked.
_PREAMBLE = re.compile(
    r"^\W*(?:i|i['’](?:m|ve|d|ll)|we|my|our)\b[^.?!:]*[.!:]\s+(?=\w[^?]*\?)", re.I
)


def without_preamble(text: str) -> str:
    """The text without a first sentence in which people only speak of themselves."""
    return _PREAMBLE.sub("", text, count=1)


def asked_part(text: str) -> str:
    """The text without the words that describe a paper; all of it where nothing else is asked."""
    rest = " ".join(_IN_A_PAPER.sub(" ", text).split())
    asks = _ASKS.match(rest) is not None and bool(terms(rest))  # "what are the results"
    return rest if asks or len(terms(rest)) > 1 else text
