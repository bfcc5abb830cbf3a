"""Questions that say too little to stand alone, of the one paper before: "on what hardware?"."""

from __future__ import annotations

import re

from rag.conversation.named_paper import OF_OTHERS, with_name
from rag.conversation.variation import short_name
from rag.language import wording
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.records.catalog import Catalog
from rag.types import Answer, Filters, Kind, Question
from store.lexical import terms

_FEW = 9  # words
# What papers have that report on something, whatever it is.
_PARTS = frozenset(
    terms(
        """method methods approach technique techniques experiment experiments result results
        finding findings outcome outcomes conclusion conclusions improvement improvements gain
        gains speedup speed-up speed effect difference reduction increase data dataset
        datasets sample samples participants subjects patients animals respondents cases
        hardware machine machines computer computers gpu gpus cpu cpus processor processors
        language languages program programs model models system systems software algorithm
        baseline baselines benchmark benchmarks task tasks metric metrics accuracy precision
        error errors cost costs price time memory size length parameters tokens limitation
        limitations drawback drawbacks weakness weaknesses advantage advantages disadvantage
        contribution contributions goal goals aim aims purpose idea ideas motivation problem
        problems theory question hypothesis setting setup place country countries period years
        weeks months days hours rate rates dose doses example examples feature features hours
        test tests trial trials simulation survey intervention treatment control groups group
        main key overall average total better worse faster slower smaller larger bigger
        cheaper higher lower longer shorter mean conclude run train trained collect collected"""
    )
)
_ASKS = re.compile(
    r"^\W*(?:(?:and|but|so|ok|then|also)\W+)*(?:[\w-]+(?:,? and|,) )?"
    r"(?:(?:by|on|in|with|for|to|of|from|at|under|against|compared (?:to|with)|over|than) )?"
    r"(?:what|which|how|why|where|whose)\b(?! about\b)",
    re.I,
)
_DEFINES = re.compile(r"^\W*(?:and |so )?what (?:is|are|does|do)\b(?! the\b)", re.I)
_ONE_PAPER = re.compile(
    r"\b(?:an?|any|one|the|which|what) (?:paper|article|study|work|one)\b"
    r"|\b(?:any|some)(?:thing|one|body) (?:on|about)\b",
    re.I,
)
_OF_PAPERS = re.compile(r"\b(?:papers?|articles?|stud(?:y|ies)|works?|ones|reports?)\b", re.I)
# "What dataset?", "in which disease?": nothing is said of it that could be found elsewhere.
_BARE = re.compile(
    r"^\W*(?:(?:and|but|so) )?(?:(?:in|on|for|with|at|of|to|from|by|under) )?"
    r"(?:what|which|how (?:many|much)) (?:kinds? of |sorts? of |types? of )?[\w-]+\W*$",
    re.I,
)
# "Which found more?" asks which of several papers did, "which data?" for something of one.
_PLURAL_VERB = re.compile(r"^\W*(?:(?:and|but|so) )?which (?:ones? )?[a-z]+(?:s|ed|nd)\b", re.I)
# "What's the cost on chain?": the cost of what was spoken of, whether or not it says "chain".
_ITS_MEASURE = re.compile(
    r"^\W*(?:(?:and|but|so|ok) )*what(?:['’]s| is| are| was| were) the (?P<what>(?:[\w-]+ ?){1,2})"
    r"(?: (?:on|in|at|for|per|with|over|when|without) .+)?\W*$",
    re.I,
)
_MEASURES = frozenset(
    terms(
        """cost price accuracy speedup latency throughput overhead memory size precision recall
        length runtime error score"""
    )
)
_HOW_MUCH = re.compile(r"^\W*(?:(?:and|but|so) )?how (?!come\b|so\b|about\b)[a-z]+\W*$", re.I)
_WHETHER = re.compile(
    r"^\W*(?:(?:and|but|so) )?(?:is|are|was|were|do|does|did|has|have|can|could|will|would"
    r"|should)\b"
    r"(?! (?:there|you|we)\b)",
    re.I,
)
_GOES_ON = re.compile(
    r"^\W*(?:(?:and|but|so) )?(?:by how (?:much|many)|how (?:much|many|so|come)|(?:and |but )?why"
    r"(?: not| so| that| is (?:that|this|it)(?: (?:so|the case))?| (?:would|should) (?:that"
    r"|it) be)?"
    r"|how is (?:that|this|it) possible|what(?:['’]s| is| are) the reasons?(?: for (?:that|this"
    r"|it))?"
    r"|compared (?:to|with) what|(?:than|over|against|for|with) what"
    r"|in what (?:way|sense)|how)\W*$",
    re.I,
)


def leaning(question: Question, before: Answer, catalog: Catalog) -> Question | None:
    """The question about the paper of the answer before, where it needs one to be understood.

    Each of its words says how it is asked, names what any paper has, or stands in that paper. Of
    several papers that answered a question for one, the first is that one.
    """
    text, last = question.text, before.question
    if not _may_lean(question):
        return None
    if _GOES_ON.match(text) and _was_of_matters(last):  # "why is that?", of what answered best
        paper_id = before.papers[0].id
        return with_name(f"{last.whole.rstrip(' ?.!')} – {text}", paper_id, catalog)
    if not _is_of_one(before, text):
        return None
    paper = catalog.papers[before.papers[0].id]
    more = set(terms(topic_of(text))) - GENERIC - _PARTS
    if last.named and (its := _ITS_MEASURE.match(text)) and _MEASURES & set(terms(its["what"])):
        more = set()
    if not (more or _PARTS & set(terms(text)) or _HOW_MUCH.match(text)):
        return None
    there = more <= set(terms(paper.text)) and not _DEFINES.match(text)
    if more and not (there or _BARE.match(text) or _HOW_MUCH.match(text)):
        return None
    name = short_name(paper.id, catalog)
    return with_name(f"{text.rstrip(' ?.!')} in {name}?", paper.id, catalog)


def _was_of_matters(last: Question) -> bool:
    """Whether a question asked something, and not for papers or what their records say."""
    if last.kind is Kind.FACT or (last.kind is Kind.SUMMARY and last.named):
        return True
    asked_whether = _WHETHER.match(last.whole) and not wording.PAPERS.search(last.whole)
    return last.kind is Kind.LIST and not last.named and asked_whether is not None


def _may_lean(question: Question) -> bool:
    """Whether a question is short, and asks for something in a paper, and for none by itself."""
    text = question.text
    if question.named or question.tally or question.order or question.asks:
        return False
    if question.filters != Filters() or question.unwanted != Filters() or question.without:
        return False
    if len(text.split()) > _FEW or OF_OTHERS.search(text) or not _ASKS.match(text):
        return False
    return question.kind is Kind.FACT or not _OF_PAPERS.search(text)


def _is_of_one(before: Answer, text: str) -> bool:
    last = before.question
    for_one = last.kind is Kind.LIST and _ONE_PAPER.search(last.whole) is not None
    return len(before.papers) == 1 or (for_one and not _PLURAL_VERB.match(text))
