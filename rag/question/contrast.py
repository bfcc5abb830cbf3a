"""The two things that a question sets side by side: "A vs B", "how does A differ from B?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.language import wording
from rag.question.parallel import asked_twice, in_parallel

_MOST_SPLITS = 4  # "A of B and C of D and E" can be cut in several places
_ASKS = (
    r"how|what|which|who|when|where|why|do|does|did|is|are|was|were|can|compare|contrast|in what"
)
_DOES = "do|does|did|is|are|was|were|can|could|would"
_THAN = r"(?:\w+er|more [\w-]+|less [\w-]+) than"
_BETWEEN = (
    r"\b(?:differences?|distinctions?|contrasts?|similarit(?:y|ies)|relation(?:ship)?s?"
    r"|comparison|trade-?offs?|choice|common ground) between\b"
)
_WITH = r"with|to|against|and|versus|vs\.?"
# What one paper says to what another says.
_AGREES = (
    r"(?:dis)?agree(?:s|d)? with|contradict(?:s|ed)?|confirm(?:s|ed)?|refute[sd]?|(?:square|chime"
    r"|clash|conflict)(?:s|ed)? with|(?:at odds|in line|in agreement|consistent|compatible) with"
    r"|(?:say|find|report|show|come to|reach|arrive at|draw)s? the same(?: [\w-]+)? as"
)
_ALIKE = r"differ(?:s|ent)? (?:from|to)|compared? (?:with|to|against)|relate[sd]? to|fare against"
# What stands around two things, and what stands between them.
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(around, re.I), between)
    for around, between in (
        (  # "According to A, what …" sets nothing beside A
            r"^(?!\W*(?:according|due|thanks|prior|next|in (?:addition|contrast|relation)|as) to\b"
            r"|\W*(?:along with|with re(?:gard|spect) to)\b)(?P<inner>.+?)\s*(?:[:;]|,| [–-])\s*"
            rf"(?P<after>(?:{_ASKS})\b.*)$",
            rf"and|or|{_WITH}",
        ),
        (rf"^(?P<before>.*?{_BETWEEN}) (?P<inner>.+)$", "and"),
        (r"^(?P<before>\W*(?:how|in what way) (?:does|do|did|is|are)) (?P<inner>.+)$", _ALIKE),
        (
            r"^(?P<before>\W*(?:how|what|where|in what way) (?:do|does|did|is|are)) (?P<inner>.+?) "
            r"(?P<after>(?:each|both|differ|compare|relate|agree|have in common|share)\b.*)$",
            "and",
        ),
        (r"^(?P<before>.*?\b(?:compar(?:e|ing)|contrast)(?: how)?) (?P<inner>.+)$", _WITH),
        (
            r"^(?P<before>.*?\b(?:put|set|place|lay|hold|stack)) (?P<inner>.+)$",
            r"(?:side by side|up|next|alongside|beside|against)(?: (?:with|to|of|against))?",
        ),
        (
            r"^(?P<before>.*?\b(?:distinguish(?:es)?|sets?|tells?)) (?P<inner>.+)$",
            "(?:apart )?from",
        ),
        (
            r"^(?P<before>\W*(?:which|who) of) (?P<inner>.+?) "
            r"(?P<after>(?:is|was|are|came|comes|has|have|does|did|appeared)\b.*)$",
            "and|or",
        ),
        (  # "Which papers are not by A, B or C?" asks for others
            r"^(?P<before>\W*(?:which|who|what)\b"
            r"(?! (?:other )?(?:papers|articles|works|publications|studies|reports)\b)[^,:]+[,:])"
            r" (?P<inner>.+)$",
            "or|and",
        ),
        (
            r"^(?P<before>\W*(?:who wrote|who are the authors of|when (?:was|were)))"
            r" (?P<inner>.+?)(?P<after>(?: published| written| out)?\W*)$",
            "and",
        ),
        (rf"^(?P<before>(?:.*[:;,.?!] )?\W*(?:{_DOES})) (?P<inner>.+)$", _AGREES),
        (r"^(?P<inner>.+?) (?P<after>both (?!(?:of|the|these|those)\b)[a-z]+\b.*)$", "and"),
        (r"^(?P<before>\W*(?:is|was|are|were|does|do|did)) (?P<inner>.+)$", _THAN),
        (r"^(?P<inner>.+)$", r"vs\.?|versus|compared (?:with|to)|as opposed to"),
    )
)
_PAPERS = re.compile(r"\b(?:papers?|articles?|stud(?:y|ies)|reports?|the ones?)\b", re.I)
_SEVERAL = re.compile(
    r"\b(?:papers|articles|studies|reports|the ones)\b(?! (?:that|which|about|on|with|by)\b)", re.I
)
_OF_TWO = re.compile(
    r"\b(?:two|both(?: the)?|these|those) (?:[\w-]+ ){0,2}?(?:papers|articles|studies|reports)\b",
    re.I,
)
# What two people are set side by side in: "Alberga vs Morgan on spelling", "A and B both work …".
_CONTRASTS = re.compile(rf"{wording.CONTRASTS.pattern}|\bagainst\b", re.I)
_SUBJECT = re.compile(
    r",? (?=(?:on|about|regarding|concerning|in terms of|as to|both|each|with regard to)\b).*$",
    re.I,
)
_ASKING = re.compile(rf"\W*(?:{_ASKS})\b", re.I)
_TAIL = re.compile(rf"\s*(?:[,;:?!]\s*|\.\s+)(?:and )?(?:{_ASKS})\b.*$|[\s?!.,;:]+$", re.I)
_LEADS = re.compile(
    r"^(?:(?:both|either|between|the approach(?:es)? (?:of|in|taken by)|what|how) )+"
    r"|^the (?:two )?papers (?:on|about|by|of|from) ",
    re.I,
)


# "Oster's 2005 and 2010 papers", "the jury and grain papers", "the 2005 and 2010 papers by Oster".
_WORD = r"(?!(?:the|an?|that|papers?|stud(?:y|ies)|articles?|reports?|one)\b)[\w-]+"
_TWO_WORDS = rf"{_WORD}(?: {_WORD})?"
_SHARED = re.compile(
    r"\b(?P<whose>the |(?:[\w.-]+ ){0,2}?[\w.-]+['’]s? )"
    rf"(?P<one>{_TWO_WORDS}) and (?P<other>{_TWO_WORDS}) "
    r"(?P<kind>paper|article|stud(?=ies)|report|trial|review|case)(?:s|ies)\b"
    r"(?P<tail> (?:by|of|from) [A-Z][\w'’-]+(?: (?:and|&) [A-Z][\w'’-]+)?)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two things, as a text words them, the text without them, and whether it calls them papers.

    `is_plain` where it plainly sets them side by side, and does not only join them.
    """

    one: str
    other: str
    rest: str
    of_papers: bool
    is_plain: bool = False


def _are_papers(one: str, other: str, rest: str, between: str) -> bool:
    """Whether a text calls both things papers: each of them, or all of them together.

    One is enough where a word divides them that does not also join: "differs from the paper …".
    """
    several = _SEVERAL.search(f"{one} {other}") or _OF_TWO.search(rest)
    called = [_PAPERS.search(part) is not None for part in (one, other)]
    joined = between.lower() in ("and", "or")
    return several is not None or (all(called) if joined else any(called))


def each_alone(text: str) -> str:
    """The text with two papers that share words as two: "the 2005 paper and the 2010 paper"."""

    def apart(match: re.Match[str]) -> str:
        whose, kind, tail = match["whose"], match["kind"], match["tail"] or ""
        kind = f"{kind}y" if kind.lower() == "stud" else kind
        return f"{whose}{match['one']} {kind}{tail} and {whose}{match['other']} {kind}{tail}"

    return _SHARED.sub(apart, text)


def contrasts_in(text: str) -> Iterator[Contrast]:
    """The ways to read a text as a contrast, likelier ones first; none where it is none."""
    for one, other, shared in asked_twice(text):
        yield Contrast(one, other, shared, _are_papers(one, other, shared, "and"), is_plain=True)
    for around, between in _FORMS:
        if match := around.search(text):
            groups = match.groupdict()
            before, after = groups.get("before") or "", groups.get("after") or ""
            cuts = list(re.finditer(rf",? (?P<how>{between}) ", match["inner"], re.I))
            cuts.sort(key=lambda cut: cut["how"].lower() in ("and", "or"))  # "with" divides surer
            for cut in cuts[:_MOST_SPLITS]:
                one, other = match["inner"][: cut.start()], match["inner"][cut.end() :]
                tail = _TAIL.search(other)
                other, more = (other[: tail.start()], tail.group()) if tail else (other, "")
                if _ASKING.match(one):
                    continue
                one, other = _LEADS.sub("", one.strip()), _LEADS.sub("", other.strip())
                subject = None if " " in one or _PAPERS.search(other) else _SUBJECT.search(other)
                if subject:
                    other, more = other[: subject.start()], f"{subject.group()} {more}"
                if one and other:
                    one, other, shared = in_parallel(one, other)
                    asks = f"{before} {shared}".strip()
                    rest = f"{asks} {cut['how']} {more} {after}".strip()
                    of_papers = _are_papers(one, other, rest, cut["how"])
                    yield Contrast(one, other, rest, of_papers, _CONTRASTS.search(rest) is not None)
            if cuts:
                return
