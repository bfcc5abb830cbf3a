"""Questions of one paper, told by their form where the fitted wording takes them for a set's."""

from __future__ import annotations

import re

# "Which source is mined by the pipeline that …?", "the study on X: what does it beat?": of one.
_OF_ITS_DOING = re.compile(
    r"^\W*(?:which|what) (?!(?:[\w-]+ ){0,3}(?:papers|articles|works|studies|methods|systems)\b)"
    r"[^?,]{3,60}? (?:is|are|was|were) (?:\w+ly )?[a-z]{2,}(?:ed|en|wn|ilt)"
    r" (?:by|in|for) (?:the|that) (?:[\w-]+ ){0,5}?(?:pipeline|system|framework|paper|study"
    r"|work|authors|model|network|tool|engine|compiler|algorithm|method|service|benchmark)\b"
    r"|^\W*(?:the |an? |that |in the )?(?:study|paper|work|article|report|system|method|tool"
    r"|framework)"
    r" (?:that|which|on|about|for|from|with|where)\b[^?]{3,120}(?:[,:;.]|\s[–—-])\s*(?:and |so )?"
    r"(?:(?:in|on|for|by|with|from|at|to) )?(?:which|what|how|why|when|where)\b[^?]*"
    r"\b(?:does|did|do|is|was|has|can) (?:it|they|the authors)\b"
    # "Its idea is borrowed from which field?"
    r"|^(?!.*\b(?:papers?|articles?|works|studies|titles?|records?|entries|ones|authors?|list|show"
    r"|find)\b)\W*"
    r"(?!which\b|what\b|who\b|how\b)"
    r"[^?.]{20,}[a-z] (?:from|by|with|in|to|on|of|for|at) (?:which|what) "
    r"[a-z-]+(?: [a-z-]+)?\W*\?\W*$",
    re.I,
)
# "Dementia paper: best classifier?", "the quarry study - which soil?": it is spoken of first.
_SPOKEN_OF_FIRST = re.compile(
    r"^\W*(?:(?:in|from|about|on) )?(?!(?:the |that |this )?(?:which|what|whose|who|how|any|an?"
    r"|one|some|every|each|no|not|all|only|find|list|show|give|is|are|do|does|can|i|we|another"
    r"|other|more|new(?:est|er)?|old(?:est|er)?|latest|first|last"
    r"|second|best|most)\b)"
    r"(?:[\w'’-]+ ){1,5}(?:paper|study|article)(?::|\s+[–—-])\s+(?!(?:any(?:thing)?|do|does"
    r"|is there|are there|have|which ones?|find|list|show)\b)\w",
    re.I,
)
# "Which generator held up best when …?": one of those that a paper compares.
_BEST_OF_SEVERAL = re.compile(
    r"^\W*(?:(?:so|and) )?(?:which|what) (?!(?:[\w-]+ )*?(?:papers?|articles?|work|study|studies"
    r"|methods?|approach|approaches|techniques?|systems?|ones?|authors?|records?|titles?)\b)"
    r"(?:[\w-]+ ){0,2}?[\w-]*(?:[^\Ws]|ss) (?:held up|hold up|holds up|did|does|performs?|performed"
    r"|comes out|came out|works?|worked|fares?|fared|scores?|scored|ranks?|ranked|proved|proves"
    r"|turned out|is|was)(?: to be)?(?: the)?(?: \w+ly)? (?:best|worst|on top|ahead"
    r"|(?:most|least) [a-z]+|(?!latest|newest|oldest|earliest)[a-z]{2,}[^aeiou\W]est)\b",
    re.I,
)

# "Does @ need more trials than other methods?": whether a thing has more than the rest.
_THAN_THE_REST = re.compile(
    r"^\W*(?:[Dd]oes|[Dd]id|[Ii]s|[Hh]as|[Cc]an) (?:the )?"
    r"(?!(?:any|there|some|every|each|one|it|that|this)\b)"
    r"(?!.*\b(?:papers?|articles?|works|studies|authors?)\b)"
    r"[\w.+-]*[A-Z\d][\w.+-]* [^?,;]{3,60} than (?:the |all )?(?:other|existing|previous|prior)\b",
)


def is_of_one(text: str) -> bool:
    """Whether something of one paper is asked, and no set of papers."""
    forms = (_OF_ITS_DOING, _SPOKEN_OF_FIRST, _BEST_OF_SEVERAL, _THAN_THE_REST)
    return any(form.search(text) for form in forms)
