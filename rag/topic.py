"""What a question is about: its words less those that only say that papers are wanted."""

from __future__ import annotations

import re

from store.lexical import terms

_WITHOUT = re.compile(
    r"[,;]?\s*\b(?:but\s+(?:not|without|no)|and not|not|without|outside(?: of)?|except(?: for)?"
    r"|excluding|other than|apart from)\b(?:\s+(?:the\s+)?"
    r"(?:ones?\s+|those\s+)?(?:of|for|about|on|in|using|touching|with)\b)?\s+(?P<what>[^.?!]+)",
    re.I,
)
_CONTRAST = re.compile(r"[,;]?\s*\b(?:rather than|instead of|as opposed to)\s+[^.?!,]+", re.I)
_FILLER_WORDS = """
which what whose who who's who’s list show find give get tell name please pls me us we you i i'm
i’m do does did is are was were be been there any anything everything something all some other
else papers paper articles article works work publications publication studies study methods
method approaches approach systems system ones one techniques research titles records entries
projects here have has had of these those that this it its them they their our own the a an about
on to concerning regarding topic topics subject subjects collection library use uses using having
in go goes down up at as by from with both first second third newest oldest older newer latest
earliest altogether top two three four five six seven eight nine ten category categories came
come comes many can could would like want need try tries meant works working target targets
targeting targeted appeared write wrote writes written co-author
coauthor co-authored coauthored both dated recently posted collect published optimised optimized
designed author authors
""".split()
_FILLER_PHRASES = (
    r"deal(?:s|ing)? with",
    r"makes? use",
    r"in (?:the list|total)",
    r"rely(?: on)?",
    r"(?:came|comes?) out",
    r"preparing a talk",
    r"and which",
    r"kind of",
    r"most recent",
    r"how many",
    r"aim(?:ed|s)? at",
    r"(?:introduc|propos|present|describe|discuss|mention|involv|relat)\w*",
    r"(?:report|claim)(?:s|ed|ing)?",
)
_FILLER = re.compile(
    rf"\b(?:{'|'.join((*_FILLER_PHRASES, *map(re.escape, _FILLER_WORDS)))})\b", re.I
)


def split_negation(text: str) -> tuple[str, str]:
    """The topic and what is excluded from it; what is only contrasted excludes nothing."""
    text = _CONTRAST.sub(" ", text)
    match = _WITHOUT.search(text)
    if not match:
        return text, ""
    return f"{text[: match.start()]} {text[match.end() :]}", match["what"]


def topic_of(text: str) -> str:
    """The words that say what a paper must be about; none where only small words are left."""
    stripped = re.sub(r"['’]s\b", " ", _FILLER.sub(" ", text))
    topic = re.sub(r"[?!,;:\"]|\.(?=\s|$)|(?<=\s)-(?=\s)", " ", stripped)
    topic = re.sub(r"^(?:\W*\b(?:and|but|or)\b)+|(?:\b(?:and|but|or)\b\W*)+$", " ", topic.strip())
    return " ".join(topic.split()) if terms(topic) else ""
