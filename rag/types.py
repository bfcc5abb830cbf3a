"""What passes from one step of a question's way to the next. Everything here is frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rag.language.bounds import Bounds
from rag.language.stated import Stated
from rag.records.abstract_cues import Abstracted
from rag.records.tally import Tally
from rag.records.title_cues import Titled
from store.places import Place


class Kind(StrEnum):
    """What a question wants; the values are part of the JSON contract."""

    FACT = "fact"
    LIST = "list"
    COMPARE = "compare"
    RECORD = "record"
    SUMMARY = "summary"
    NONE = "none"


class Relation(StrEnum):
    """How a paper of a set stands to the topic: it is its sole concern, its own, used, needed …"""

    SOLELY = "solely about"
    ABOUT = "about"
    USES = "uses"
    NEEDS = "needs"
    MENTIONS = "mentions"
    INTRODUCES = "introduces"


class Order(StrEnum):
    """In which order papers are wanted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    MOST_AUTHORS = "most authors"
    FEWEST_AUTHORS = "fewest authors"
    TITLE = "alphabetical"
    LONGEST_TITLE = "longest title"
    SHORTEST_TITLE = "shortest title"
    LONGEST_ABSTRACT = "longest abstract"
    SHORTEST_ABSTRACT = "shortest abstract"
    MOST_TITLE_WORDS = "most words in the title"
    FEWEST_TITLE_WORDS = "fewest words in the title"
    MOST_ABSTRACT_WORDS = "most words in the abstract"
    FEWEST_ABSTRACT_WORDS = "fewest words in the abstract"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a question asks of the papers' records. Empty fields ask nothing.

    `since` and `until` are the first and last day that fit, both inclusive; of `spells`, first
    and last days, one must have the date; `months` are 1 to 12, of any year, and
    `weekdays` 0 (Monday) to 6. Within one field any
    value will do, but for `together`: so many of the authors must a paper have, and where
    `jointly` all of the organisations (`at_work`: papers that only name it count, too); all
    fields must fit. `place` is where one of the authors must stand (1: first, -1: last), or where
    `elsewhere` anywhere but there; `author_count` and `organisation_count` ask for so many.
    `title_words` must all stand in the title, which must be as `titled` says, and
    the abstract as `abstracted`. `venues` are journals
    and conferences, in every spelling that the records have, `addresses` web addresses that a
    paper gives, or their beginnings. The fields that it `states` must have something in them, those
    that it `lacks` nothing (`rag.records.lacking.FIELDS`).
    """

    authors: tuple[str, ...] = ()
    together: int = 0
    place: int = 0
    elsewhere: bool = False
    author_count: Bounds | None = None
    categories: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    jointly: bool = False
    at_work: bool = False
    organisation_count: Bounds | None = None
    title_words: tuple[str, ...] = ()
    titled: Titled | None = None
    abstracted: Abstracted | None = None
    venues: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    spells: tuple[tuple[date, date], ...] = ()
    months: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    addresses: tuple[str, ...] = ()
    has_code: bool | None = None
    states: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether papers are confined to a stretch of time with a beginning or an end."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class Facet:
    """One of several things that a paper must have together, and how it is to stand to it."""

    topic: str
    relation: Relation = Relation.ABOUT


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood.

    `text` is as asked and `whole` the same made whole from the conversation. `topic` is what
    must be true of a paper or a fact (for a set, or one of those in `either`; where it has
    `facets`, each of them, which together say the same as the topic), `without` what
    must not be (where `spared`, what a paper should say that it does without), each with its
    relation; a paper must meet `filters` and not meet `unwanted`. `named` are the ids of the
    papers that it names, `scope` those that it is confined to (None: all), `besides` those that
    it leaves out, `like` the one that papers are to be like. `asks` are the record's fields that
    it wants to know, `told` those to be told of each paper of a set; `counted` is true where it
    asks how many papers, and `tally` where it counts over the records as a whole.
    `limit` papers in this `order` are wanted, after the first `skip` ("the second oldest");
    where `ends`, those at its end ("the oldest papers"), however many that are. What is `stated`
    must stand in a sentence of the paper, and where `alone`, it is to have but one of two
    alternatives of the topic. `portion_of` are the papers that a share of is wanted, or all of
    which are to be so. `parts` are the sets of which each is wanted by itself; the first is
    what the other fields say.
    """

    text: str
    whole: str
    kind: Kind
    topic: str = ""
    facets: tuple[Facet, ...] = ()
    either: tuple[str, ...] = ()
    without: str = ""
    spared: bool = False
    relation: Relation = Relation.ABOUT
    denied: Relation = Relation.SOLELY
    filters: Filters = Filters()
    unwanted: Filters = Filters()
    named: tuple[str, ...] = ()
    scope: tuple[str, ...] | None = None
    besides: tuple[str, ...] = ()
    like: str = ""
    order: Order | None = None
    limit: int | None = None
    skip: int = 0
    ends: bool = False
    counted: bool = False
    asks: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    tally: Tally | None = None
    parts: tuple[Question, ...] = ()
    portion_of: Question | None = None
    stated: Stated | None = None
    alone: bool = False

    @property
    def of_set(self) -> bool:
        """Whether papers are asked for that it does not name, and no count over their records."""
        return self.kind in (Kind.LIST, Kind.RECORD) and not (self.named or self.tally)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim span of a paper with its relevance to the question (higher is better)."""

    paper_id: str
    section: str
    start: int
    end: int
    text: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer (Markdown, no markers) and the spans that it rests on.

    `paper_id` is set where the claim says that this paper belongs to the answer's set,
    `aspect` where it is the cell of a table: its row; its paper is the column.
    """

    text: str
    evidence: tuple[Evidence, ...]
    paper_id: str | None = None
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """How one paper was judged for a set: its chance of fitting, and the span that speaks for it.

    Those that do not fit are near misses, not counted.
    """

    paper_id: str
    title: str
    fits: bool
    chance: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Draft:
    """What a writer hands to the checks: an uncited lead, then claims, listed or flowing.

    With `columns`, paper id -> heading, the claims are the cells of a table. `confidence` is
    how far the evidence stands above the cut-off for answering, below 0 where it is refused;
    None where nothing was weighed. `weighed` are the papers of a set and its near misses.
    `verdict` is what decides between the papers of a table, which stands above it.
    """

    lead: str
    claims: tuple[Claim, ...] = ()
    listed: bool = False
    abstained: bool = False
    closing: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    confidence: float | None = None
    weighed: tuple[Weighed, ...] = ()
    verdict: Claim | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One numbered footnote; `quote` is `paper.part(section)[start:end]`.

    `section` says the page, too, where the paper has pages, and `places` the rectangles there.
    """

    n: int
    paper_id: str
    title: str
    quote: str
    section: str
    start: int
    end: int
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperRef:
    """A paper of an answer; `source_id` is what the file that it came from calls it."""

    id: str
    title: str
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many papers were looked at, of how many."""

    papers_considered: int
    papers_total: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A checked answer: every citation in it has been found at its place in the store.

    `markdown` holds the markers `[1]`, `[2]` …; `understood` says in one line how the
    question was read; `nearest` are the papers that an answer which abstained cites all the
    same, for what comes near; `timings_ms` is per step and `total`; `confidence` and `weighed`
    are the draft's, and so is `closing`, with which the Markdown ends. `note` says why the
    language model that was named did not write; `cost` is what its calls cost in dollars,
    None where no price is set.
    """

    question: Question
    markdown: str
    abstained: bool
    papers: tuple[PaperRef, ...]
    citations: tuple[Citation, ...]
    coverage: Coverage
    engine: str
    understood: str = ""
    nearest: tuple[PaperRef, ...] = ()
    tokens: Mapping[str, int] = field(default_factory=lambda: {"prompt": 0, "completion": 0})
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    confidence: float | None = None
    weighed: tuple[Weighed, ...] = ()
    closing: str = ""
    note: str = ""
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """A step has been taken; `text` says which, to a person."""

    text: str


@dataclass(frozen=True, slots=True)
class Partial:
    """The checked part of the answer so far, as Markdown with markers."""

    markdown: str
    citations: tuple[Citation, ...]


Event = Progress | Partial | Answer
