"""Questions about the records as a whole: how many papers a year, which author has the most."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rag.language.bounds import Bounds


class TallyOf(StrEnum):
    """The field of the records over which papers are counted."""

    YEAR = "year"
    DECADE = "decade"
    QUARTER = "quarter"
    MONTH = "month"
    WEEKDAY = "day_of_the_week"
    DAY = "day"
    CATEGORY = "category"
    AUTHOR = "author"
    LEAD = "first_author"
    ORGANISATION = "organisation"
    VENUE = "venue"
    SIZE = "number_of_authors"
    CODE = "group"

    @property
    def called(self) -> str:
        """In words."""
        return self.value.replace("_", " ")


class Wanted(StrEnum):
    """What is wanted of a tally: every value's papers, an extreme, the values, their number.

    Or what is worked out of it: the mean or median of numbers, how many papers there are to a
    value on average, and how far the first and the last value are apart. Those behind the papers
    on a topic are wanted with the papers.
    """

    EACH = "each"
    MOST = "most"
    FEWEST = "fewest"
    VALUES = "values"
    COUNT = "count"
    MEAN = "mean"
    MEDIAN = "median"
    RATE = "rate"
    SPAN = "span"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Tally:
    """A count over the records as a whole, such as papers a year.

    `bounds` say which count, `limit` how many values with the most papers ("the top three"),
    `leaving` which values are left out, and `among` which are set beside each other; `newest`
    says that of each value the newest paper is wanted, or where False the oldest.
    """

    of: TallyOf
    wanted: Wanted
    bounds: Bounds | None = None
    limit: int | None = None
    leaving: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    newest: bool | None = None


_FIELDS: tuple[tuple[TallyOf, str], ...] = (
    (TallyOf.MONTH, r"months?"),
    (TallyOf.QUARTER, r"quarters?"),
    (TallyOf.WEEKDAY, r"week ?days?|days? of the week"),
    (TallyOf.DAY, r"(?:calendar )?days?(?! of the week)"),
    (TallyOf.DECADE, r"decades?"),
    (TallyOf.YEAR, r"(?:publication )?years?|dates?"),
    (
        TallyOf.CATEGORY,
        r"(?:arxiv |subject |research )?(?:categor(?:y|ies)|fields?|areas?|topics?)",
    ),
    (
        TallyOf.ORGANISATION,
        r"organi[sz]ations?|institutions?|institutes?|affiliations?|universit(?:y|ies)|labs?"
        r"|compan(?:y|ies)",
    ),
    (
        TallyOf.VENUE,
        r"(?:scientific |academic )?(?:journals?|venues?|conferences?|proceedings|magazines?"
        r"|periodicals?)",
    ),
    (TallyOf.LEAD, r"(?:first|lead)[- ]authors?"),
    (TallyOf.AUTHOR, r"(?:co-?)?authors?|people|persons?|researchers?|writers?|who|names?"),
)
FIELD = "|".join(f"(?P<{of.value}>{words})" for of, words in _FIELDS)
_UNNAMED = "|".join(words for _, words in _FIELDS)
PAPERS = r"(?:papers?|articles?|publications?|works?|entries|records|ones)"
_OF_PAPERS = re.compile(rf"\b{PAPERS}\b", re.I)
_EACH = re.compile(
    rf"\b(?:per|by|(?:for|in|from|of|to) each|each|every|over the|across(?: the| all)?|grouped by"
    rf"|broken down by|split by) (?:{FIELD})\b",
    re.I,
)
# "Sorted by date" is an order of papers and counts nothing.
_IN_ORDER = re.compile(
    r"\b(?:sort|order|arrange|rank)(?:e?d|ing)?(?:(?: (?:them|these|those|it|all))?"
    rf"|(?: [\w,'’-]+){{0,8}} {PAPERS}(?: [\w,'’-]+){{0,8}})"
    r" by (?:their |its )?(?:publication |release )?(?:dates?|years?|months?|titles?"
    r"|names?)\b",
    re.I,
)
# "List all papers by date", "papers by year, oldest first": in order, where nothing is counted.
_BY_DATE = re.compile(
    r"\bby (?:their |its |the )?(?:(?:publication |release )?dates?(?: of publication)?\b"
    r"|(?:publication )?years?\b(?=.*\b(?:oldest|newest|earliest|latest|most recent) (?:first"
    r"|to|on top|at the top)\b))",
    re.I,
)
_COUNTS = re.compile(
    r"\bhow many\b|\bnumbers? of\b|\bcounts?\b|\bbreakdown\b|\bbreak\b.*\bdown\b|\bdistribut\w+"
    r"|\bstatistics\b|\bhistogram\b|\btally\b|\bspread\b|\bgrouped\b|\bhow are\b",
    re.I,
)
_MOST = re.compile(
    rf"\bmost {PAPERS}\b|\bmost (?:prolific|productive|common|frequent|represented|active|popular"
    rf"|often)\b|\b(?:largest|biggest|greatest|highest) (?:number|count|share)\b"
    r"|\b(?:biggest|largest|busiest|commonest)\b|\bthe most\b|\bmost (?:of (?:the|our|your|my"
    rf"|these|all) )?{PAPERS}\b"
    r"|\bmost (?:are|were|come|came)\b|\bmore papers than any\b|\bmost\W*$",
    re.I,
)
_OF_FIELDS = re.compile(rf"\bmost recent|\b(?:most|fewest) (?:{_UNNAMED})\b", re.I)
_FEWEST = re.compile(
    r"\b(?:fewest|least (?:common|prolific|represented|papers)|smallest|lowest number)\b", re.I
)
_ASKED = re.compile(
    rf"\b(?:which|what|whose|who|list|show|name|give|in what|in which|from which|from what|the most"
    rf" (?:prolific|productive|common|frequent|active))\b[^?.,]{{0,30}}?\b(?:{FIELD})\b",
    re.I,
)
_WHO = re.compile(r"^\W*who(?:se name)?\b", re.I)
_ALL_VALUES = re.compile(
    rf"^\W*(?:in |from |of )?(?:(?:which|what|list|show|name|give me|tell me)\W+(?:me )?(?:all "
    rf"|every |the |of |different"
    rf" |distinct |various |are |is |'s |from )*)(?:{FIELD})\b\s*"
    rf"(?P<rest>.*?)[\s?.!]*$",
    re.I,
)
_OF_THE_WHOLE = re.compile(
    r"(?:(?:do|does|did|are|is|were|was|have|has|can|all|the|these|this|those|they|there|here|we"
    r"|you|it|in|of"
    r"|on|from|for|by|be|to|at|any|found|with|that|which|appears?|listed|represented|covered|cover"
    r"|covers|covering|occurs?|present|contains?|contained|included?|includes|mentioned|named|span"
    r"|spans|behind|involved|contributed?|come|comes|papers?|articles?|collection|library|corpus"
    r"|records?|data ?set|list|pile|base|date|got|get|used|exist|exists|has|whole|set|database"
    r"|total|overall|altogether|together|all told|and|how (?:often|frequently)|how many times|each"
    r"|publications?|works?|published|appear|written|wrote|authored|them)\b[\s,]*)*",
    re.I,
)
_WITH_COUNTS = re.compile(
    rf"\b(?:{FIELD})\b[^?.,]{{0,25}}?,? (?:(?:together |along )?with|and) (?:their |the |its )?"
    rf"(?:(?:paper )?(?:counts?|totals?|frequenc(?:y|ies)|numbers?)(?: of {PAPERS})?"
    rf"|how many(?: {PAPERS})?(?: (?:are|there are))?(?: in| of| from| by)? (?:each|every one))\b"
    rf"(?: (?:each|for each|in each|has|have|(?:of )?{PAPERS}))*[\s?.!]*$",
    re.I,
)
_HOW_MANY = re.compile(
    rf"\bhow many (?:different |distinct |unique |various "
    rf"|other )?(?:{FIELD})\b\s*(?P<rest>.*?)[\s?.!]*$",
    re.I,
)
# "The London cohort: how many people?" asks of the cohort, "all in all, how many people?" of all.
_SAYS_OF_WHAT = re.compile(
    r"^(?!\W*(?:and|so|all|in|over|taken|ok|tell|please)\b)(?:[\w'’-]+ ){1,6}?[\w'’-]+(?:[:;]"
    r"| [–-]|,)"
    r" how many (?:people|persons)\W*$",
    re.I,
)
_WHO_IS_THERE = re.compile(
    r"^\W*who(?: all)? (?:has |have )?(?:published|contributed|appears?|is (?:listed|named"
    r"|represented))\b(?! (?:it|this|that|them|these|those|the)\b)\s*(?P<rest>.*?)[\s?.!]*$",
    re.I,
)
_RANGE = re.compile(
    r"\b(?:time ?(?:span|range|frame)|date range|period|range of (?:years|dates)|(?:how"
    r"|so) far back"
    r"|years? (?:range|span))\b",
    re.I,
)


def tally_in(text: str) -> Tally | None:
    """What a question wants counted over the records; None for any other question."""
    text = _IN_ORDER.sub(" ", text)
    counts, most = _COUNTS.search(text), _MOST.search(text)
    text = text if counts or most else _BY_DATE.sub(" ", text)
    if (match := _EACH.search(text)) and (counts or most or _OF_PAPERS.search(text)):
        return Tally(field_of(match), Wanted.MOST if most and not counts else Wanted.EACH)
    for pattern, wanted in ((_FEWEST, Wanted.FEWEST), (_MOST, Wanted.MOST)):
        if pattern.search(text) and not _OF_FIELDS.search(text):
            if match := _ASKED.search(text):
                return Tally(field_of(match), wanted)
            if _WHO.search(text) or re.match(r"\W*(?:the )?most prolific", text, re.I):
                return Tally(TallyOf.AUTHOR, wanted)
    return _values_in(text)


def _values_in(text: str) -> Tally | None:
    """What a question wants of all values of a field: them, with or without counts, or how many."""
    if match := _WITH_COUNTS.search(text):
        return Tally(field_of(match), Wanted.EACH)
    bare = _HOW_MANY.search(text)
    if bare and is_of_the_whole(bare["rest"]) and not _SAYS_OF_WHAT.match(text):
        return Tally(field_of(bare), Wanted.COUNT)
    if (match := _ALL_VALUES.search(text)) and is_of_the_whole(match["rest"]) and _is_plural(match):
        return Tally(field_of(match), Wanted.VALUES)
    if (match := _WHO_IS_THERE.match(text)) and is_of_the_whole(match["rest"]):
        return Tally(TallyOf.AUTHOR, Wanted.VALUES)
    if _RANGE.search(text) and is_of_the_whole(_RANGE.sub(" ", _lead(text))):
        return Tally(TallyOf.YEAR, Wanted.VALUES)
    return None


_ON = (
    r"(?:on(?! (?:the |an )?average)|about|concerning|regarding|dealing with|related to"
    r"|that (?:deal with|treat|use|discuss|study))"
)
_TOPIC = re.compile(
    rf"\b{PAPERS} {_ON}\b(?P<on>.+?)"
    r"(?=\b(?:per|by|for each|in each|over the|across)\b|[?.!]*$)"
    r"|\b(?:the most|most|more than \w+|at least \w+)"
    rf"(?P<of>(?: (?!(?:papers?|of|the|but|and|or|fewer|less|among|amongst|in|common|frequent"
    rf"|prolific|productive|popular|represented|active|often)\b)[\w-]+){{1,4}}) {PAPERS}\b"
    r"|\b(?:most|more|oftenest)(?: often| frequently)? (?:on|about) (?P<most>.+?)[?.!]*$",
    re.I,
)


def topic_in(text: str) -> str:
    """The words of a tally that say which papers are counted: "per year on compilers"."""
    match = _TOPIC.search(text)
    return next((group for group in match.groups() if group), "").strip() if match else ""


def field_of(match: re.Match[str], otherwise: TallyOf = TallyOf.AUTHOR) -> TallyOf:
    """The field that a match of a pattern with FIELD in it names, `b_` before the second one."""
    found = {name.removeprefix("b_") for name, words in match.groupdict().items() if words}
    return next((of for of, _ in _FIELDS if of.value in found), otherwise)


def _is_plural(match: re.Match[str]) -> bool:
    """Which "year" is asked of one paper, which "years" of many."""
    return match[field_of(match).value].lower().endswith(("s", "people"))


def is_of_the_whole(rest: str) -> bool:
    """Whether what follows speaks of the collection, and of no paper or topic in it."""
    return _OF_THE_WHOLE.fullmatch(rest.strip()) is not None


def _lead(text: str) -> str:
    return re.sub(r"^\W*(?:what|which|how)(?:['’]s| is| are| was)?\b", " ", text, flags=re.I).strip(
        " ?.!"
    )
