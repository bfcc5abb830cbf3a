"""The kind of a question that has been read: fact, list, comparison, record or summary."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.language import wording
from rag.language.sharing import spread
from rag.language.spared import needed_thing
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.question import summary_wording
from rag.question.asks import fields_of, without_fields
from rag.question.comparatives import with_quantity
from rag.question.faceted import with_facets
from rag.question.intent import is_for_set
from rag.question.of_one import is_of_one
from rag.question.plainly import asking_sentence
from rag.question.relations import what_is_brought_in
from rag.question.scaffold import is_no_topic
from rag.records.behind import behind
from rag.records.coauthors import coauthors
from rag.records.in_common import in_common
from rag.records.order import without_order
from rag.records.record_questions import OF_ONE
from rag.records.rivals import rivals
from rag.records.tally import Tally, TallyOf, Wanted, topic_in
from rag.records.thresholds import tally_of
from rag.records.venue_cues import ASKING_WORDS
from rag.types import Filters, Kind, Order, Question, Relation
from store.lexical import terms

# What patterns add to the log-odds of a set: they know few wordings, and those well.
SAID, UNSAID = 0.8, -0.8
# And where a filter chooses papers, or an order does: more than most wordings say, either way.
BY_FILTER, BY_ORDER = 4.0, 4.5
_OF_LIBRARY = re.compile(  # what no single paper is asked
    r"\b(?:the|this|these|your|our|my) (?:whole |entire )?(?:collection|library|list|pile|papers)\b"
    r"|^\W*(?:(?:which|what|any|all|list|show me|find) )?(?:the )?"
    r"(?:papers|articles|publications|studies)\b"
    r"|^\W*which (?:paper|article|publication|study)\b"
    r"|\b(?:two|three|both) (?:[\w-]+ ){0,3}(?:papers|articles|publications|studies)\b",
    re.I,
)
# "T-MAC on phones - speedup?" asks for a figure.
_FIGURE_ASKED = re.compile(
    r"(?:\s[–—-]|[:;,])\s*(?:[\w-]+ ){0,3}?(?:speed-?ups?|accuracy|latency|throughput|perplexity"
    r"|overhead|scores?|memory|cost|size|length|rate|gains?|improvement|reduction|energy|power)\b"
    r"[^?,;:]{0,40}\?+\W*$",
    re.I,
)
_SAYING = re.compile(
    r"(?:say|says|claim|claims|state|states|stress|stresses|advertise|boast|boasts|do|can|it)"
    r"(?: (?:work|works|do|function|run|get by|manage))?"
    r"|(?:works?|runs?|functions?|operates?|manages?|gets? by|goes|go)",
    re.I,
)
_PHRASE = 16  # words; a longer text that asks nothing is no topic


def with_kind(question: Question, unnamed: str, rest: str) -> Question:
    """Decides the kind; what the records alone can answer goes before what needs the text."""
    unnamed, rest = map(summary_wording.without_counted, (unnamed, rest))
    told = (question.whole, question.filters)
    if of_people := coauthors(*told) or rivals(*told):
        return _counted(replace(question, named=()), of_people, "")
    if not question.named and (wanted := behind(rest)):
        return _behind(question, *wanted)
    if not question.named and (tally := tally_of(question.whole, rest)):
        return _counted(question, tally, topic_of(without_fields(topic_in(rest))))
    if len(question.named) > 1 and (together := in_common(unnamed)):
        asked = replace(question, kind=Kind.RECORD, asks=together, topic="", filters=Filters())
        return replace(asked, order=None, limit=None, ends=False, counted=False)
    if len(question.named) > 1 and wording.IN_TIME.search(unnamed) and not question.order:
        question = replace(question, order=Order.OLDEST, limit=1)
    if question.named and (kind := _kind_about_named(question, unnamed)):
        topic = question.whole if kind is Kind.FACT else unnamed
        topic = "" if kind is Kind.RECORD else topic
        topic = with_quantity(topic) if kind is Kind.COMPARE else topic
        return replace(question, kind=kind, topic=topic, filters=Filters())
    return _with_kind_about_all(question, rest)


def _counted(question: Question, tally: Tally, topic: str) -> Question:
    """The question as one for what is counted over the records, of which no paper is the answer."""
    by_end = question.limit == 1 and question.order in (Order.NEWEST, Order.OLDEST)
    if tally.wanted is Wanted.EACH and by_end:  # "the newest paper of each category"
        tally = replace(tally, newest=question.order is Order.NEWEST)
    asked = replace(question, kind=Kind.RECORD, tally=tally, topic=topic, asks=())
    if tally.leaving and tally.wanted is Wanted.MOST:  # of all papers, not of those of his
        asked = replace(asked, filters=replace(asked.filters, authors=(), together=0))
    if tally.of is TallyOf.CODE:  # of those with code and those without
        asked = replace(asked, filters=replace(asked.filters, has_code=None), unwanted=Filters())
    return replace(asked, counted=False, order=None, limit=None, ends=False)


def _behind(question: Question, of: TallyOf, topic: str) -> Question:
    """The question as one for those behind the papers on a topic."""
    plain = replace(question, named=(), asks=(), counted=False)
    read = _set_question(plain, topic_of(spread(topic)), question.without)
    read = with_facets(read, topic)
    return replace(read, kind=Kind.RECORD, tally=Tally(of, Wanted.BEHIND), asks=())


def _kind_about_named(question: Question, unnamed: str) -> Kind | None:
    """The kind of a question that names papers; None where it asks for a set all the same."""
    named, asked = question.named, set(question.asks)
    if asked == {"code"} and wording.ASKS_MORE.search(unnamed):
        return Kind.FACT
    contrasted = wording.CONTRASTS.search(unnamed) and not wording.IN_TIME.search(unnamed)
    if asked or (len(named) > 1 and question.order and not contrasted):
        return Kind.RECORD
    if len(named) > 1 and wording.COMPARE.search(unnamed):
        return Kind.COMPARE
    about = len(named) == 1 and wording.PAPERS_ABOUT.search(unnamed)
    if about or (wording.PAPERS.search(unnamed) and not wording.COMPARE.search(unnamed)):
        return None
    if wording.COMPARE_PAPER.search(unnamed) and not wording.ARE_COMPARED.search(unnamed):
        return Kind.COMPARE
    summed_up = summary_wording.SUMMARY.search(unnamed) or summary_wording.ABSTRACT.search(unnamed)
    if summed_up or wording.NO_MORE.match(unnamed):
        return Kind.SUMMARY if len(named) == 1 else Kind.COMPARE  # each has its part of a table
    if _asks_for_set(question, unnamed):
        return None
    of_each = wording.EACH_OF.search(unnamed) or wording.MORE_THAN.search(unnamed)
    return Kind.COMPARE if len(named) > 1 and of_each else Kind.FACT


def _with_kind_about_all(question: Question, rest: str) -> Question:
    """The kind of a question that names no paper, or names one as a topic."""
    if "venue" in question.asks:
        rest = ASKING_WORDS.sub(" ", rest)
    asked = set(question.asks)
    by_them = Filters(authors=question.filters.authors, venues=question.filters.venues)
    if wording.ONE_PAPER.search(question.text) and wording.YES_NO.search(question.text):
        asked |= set(fields_of(question.filters))
    one = wording.ONE_PAPER.search(rest) or wording.OWN_PAPER.search(question.whole)
    if one and asked & OF_ONE and not question.order:
        topic = topic_of(without_fields(rest))
        asks = tuple(name for name in dict.fromkeys((*question.asks, *asked)) if name in OF_ONE)
        if topic and asks and not summary_wording.SUMMARY.search(rest):
            return replace(question, kind=Kind.RECORD, topic=topic, filters=by_them, asks=asks)
    several = wording.LIST.search(rest) or question.counted
    of_one = {"authors", "date", "title"}
    if topic_of(without_fields(rest)):  # else those in which somebody published are asked for
        of_one.add("venue")
    if asked & of_one and not several:
        bare = without_order(rest) if question.order else rest
        left = topic_of(without_fields(bare))
        topic = topic_of(bare) if left and not is_no_topic(question.whole, left) else ""
        kept = by_them if topic else question.filters
        return replace(question, kind=Kind.RECORD, topic=topic, filters=kept)
    rest = summary_wording.of_one_or_many(rest)
    if summary_wording.SUMMARY_OF_ONE.search(rest) and not wording.PAPERS.search(rest):
        topic = topic_of(summary_wording.SUMMARY.sub(" ", rest)) or topic_of(rest)
        return replace(question, kind=Kind.SUMMARY, topic=topic, filters=by_them)
    if _asks_for_set(question, rest):
        topic = _topic_of_set(question, rest)
        read = _set_question(replace(question, named=()), topic, question.without)
        return with_facets(read, asking_sentence(rest))
    if summary_wording.SUMMARY.search(rest):
        topic = topic_of(summary_wording.SUMMARY.sub(" ", rest)) or rest
        return replace(question, kind=Kind.SUMMARY, topic=topic, filters=Filters())
    return replace(question, topic=question.whole, filters=Filters())


def _topic_of_set(question: Question, rest: str) -> str:
    """What the papers of a set must be about; empty where only their records decide."""
    topic = asking_sentence(rest)
    if question.limit is not None:
        topic = re.sub(r"\b\d{1,3}\b", " ", topic)
    topic = wording.COUNTING.sub(" ", without_order(topic) if question.order else topic)
    if question.relation is Relation.INTRODUCES:
        topic = what_is_brought_in(topic)
    topic = topic_of(spread(topic))
    if question.relation is Relation.NEEDS:
        topic = needed_thing(topic)
    limited = question.asks or question.filters != Filters() or question.counted
    if limited and (not topic_of(without_fields(topic)) or is_no_topic(question.whole, topic)):
        return ""
    return topic


def _set_question(question: Question, topic: str, without: str) -> Question:
    """A question about a set is about the records alone where it has no topic left.

    What is excluded in the topic's own words only says more of it: "RL (not RL for its parts)".
    """
    if topic and not set(terms(without)) - set(terms(topic)) - GENERIC:
        without = ""
    if without and _SAYING.fullmatch(topic):
        topic = ""  # "papers that say they work without …"
    asks = tuple(field for field in question.asks if field not in ("code", "category"))
    kind = Kind.LIST if topic or without else Kind.RECORD
    if question.counted and not topic:
        kind = Kind.RECORD
    ends = question.ends and (kind is Kind.RECORD or question.order is not Order.NEWEST)
    return replace(question, kind=kind, topic=topic, without=without, asks=asks, ends=ends)


def _asks_for_set(question: Question, text: str) -> bool:
    """Whether a set of papers is asked for, by patterns and by the wording as a whole."""
    if not question.counted and is_of_one(question.whole):
        return False
    said = _is_set_by_patterns(question, text)
    by_order = question.counted or question.order or question.besides
    if by_order or question.filters != Filters():
        topic = topic_of(without_fields(wording.COUNTING.sub(" ", without_order(text))))
        if not set(terms(topic)) - GENERIC or is_no_topic(question.whole, topic):
            return said
        prior = BY_ORDER if by_order else BY_FILTER
        return is_for_set(question.whole, prior if said else -prior)
    if not set(terms(topic_of(question.whole))) - GENERIC:
        return said and is_for_set(question.whole, BY_FILTER)
    if question.named and not said:
        return False
    if said and _OF_LIBRARY.search(question.whole):
        return True
    return is_for_set(question.whole, SAID if said else UNSAID)


def _is_set_by_patterns(question: Question, text: str) -> bool:
    """Such as "which papers …", "papers on …", "how many papers …", or a topic with no verb."""
    if question.counted or wording.LIST.search(text):
        return True
    if not question.named and wording.WHO_DID.search(text):
        return True
    if question.filters.authors and not question.named and wording.WROTE.search(question.text):
        return True
    several = question.limit or re.search(rf"\b(?:{wording.SETS}|{wording.HELD})\b", text)
    if question.order and several:
        return True
    if question.named and wording.OF_ITS_DOING.search(text):
        return False  # "what did Low et al. find in 2015?"
    things = wording.HOW_MANY_THINGS.search(text)
    if question.filters != Filters() and not things and len(topic_of(text).split()) < 2:
        return True
    return not question.named and is_bare(text)


def is_bare(text: str) -> bool:
    """Whether a text is a topic and no more: few words that ask nothing."""
    if wording.THING_OF_ONE.match(text) or _FIGURE_ASKED.search(text):
        return False
    return not wording.ASKING.search(text) and bool(terms(text)) and len(text.split()) <= _PHRASE
