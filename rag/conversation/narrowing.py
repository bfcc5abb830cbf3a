"""A question about the papers of the answer before and no others: "which of those have code?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.language.stated import stated_in
from rag.language.topic import topic_of
from rag.question.asks import fields_of
from rag.question.side_by_side import side_by_side
from rag.question.understand import understand
from rag.records.allowed import fits
from rag.records.catalog import Catalog
from rag.records.order import ordered_as, wanted_order, without_order
from rag.records.thresholds import counted_in
from rag.types import Answer, Filters, Kind, Question

NARROWS = re.compile(
    r"^\W*(?:(?:and |but |now |then )*"
    r"(?:(?:show|list|give|keep|see)(?: me| us)? (?=(?:only|just|the ones)\b))?"
    r"(?:only|just|without|with(?: code)?|except|limit|restrict"
    r"|limited|restricted|specifically"
    r"|not(?= (?:about|on|for|by|from|in|with|using|(?:19|20)\d\d)\b)"
    r"|drop|skip|leave out|ignore|remove"
    r"|narrow|exclud\w+|which (?:ones?|is|are|were(?! the\b)|have|has|had|came|come|of)"
    r"|anything with(?:out)?(?= (?:(?:a|an|any|the|public|open|source|some) )*code\b)"
    r"|any (?:with(?:out)?|from|by|about|on|of|not)"
    r"|any(?:thing)? (?:not|older|newer|other than|that (?:is|are|has|have)(?:n['’]t| not)?)"
    r"|the ones?|ones|those|these|how many (?:is|are|of|have)|are any"
    r"|are there any (?=by|from|with|in|(?:that|which) (?:do|are|have|did|were|is))|do any|is any"
    r"|(?:were|did|have|has) any(?! (?:papers?|articles?|works?|one|other)\b)))\b"
    r"|\bhow many (?:is|are|were) (?:that|those|they|there)\b|^\W*which (?:one|is|was|came)\b"
    r"|\bthe (?:older|newer|oldest|newest|earlier|later|latest) (?:one|of (?:them|the two))\b",
    re.I,
)
THOSE = re.compile(
    r"\b(?:(?:which|any|some|all|how many|one|most|either|both|neither|each|none|the \w+)?"
    r"(?: ones?)? ?(?:of|among|from) )?(?:those|these|them)\b(?: papers?| ones?)?"
    r"|\b(?:either|both|neither|each) (?:of )?(?:those|these|them)\b"
    r"|\bof (?:hers|his|theirs)\b|\b(?:her|his) (?:papers|articles|works)\b"
    r"|\bthey\b|\btheir\b",
    re.I,
)
DROPS = re.compile(
    r"^\W*(?:and |but )?(?:drop|skip|leave out|ignore|remove|exclude|without(?= the one)|except)\b"
    r"(?: (?:everything|all|the ones?|papers?))*"
    r"(?: (?:from|of|about|on|with))?\s*",
    re.I,
)
_OF_THEM = re.compile(r" (?:out of|of|among|from) (?:them|those|these)\b(?: papers)?", re.I)


_SEVERAL = re.compile(
    r"\b(?:of|among|from) (?:them|those|these)\b|\b(?:those|these) (?:papers|articles|works|ones)\b"
    r"|\bwh(?:ich|at) ones\b|\bthe ones\b"
    r"|^\W*(?:(?:and|but|only|just) )*ones (?:that|which|who)\b"
    r"|^\W*(?:and |but |now |then )*(?:(?:show|list|give|keep|see)(?: me| us)? )?"
    r"(?:only|just) (?:those|these)\b",
    re.I,
)
_COMPARES = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|then)\W+)*(?:which|what|who)(?: one| paper| of (?:the two|them))?"
    r" (?:is|was|has|had|came|scores?|does|did|uses?|needs?|runs?|gets?|works?|performs?) (?:out )?"
    r"(?:the )?(?:newer|older|earlier|later|more recent|better|faster|smaller|larger|bigger"
    r"|longer|shorter|(?:more|fewer|less|higher|lower|first)\b[^?]*)\W*$",
    re.I,
)
_ONLY = re.compile(
    r"^\W*(?:(?:and|but|ok|okay|so|now|then)\W+)*"
    r"(?P<what>(?!(?:which|what|who|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|can"
    r"|if|the only|not)\b)[^?.!,;:]{2,60}?),? (?:only|alone|exclusively|specifically)\W*$",
    re.I,
)
_CUT_DOWN = re.compile(
    r"^\W*(?:(?:and|but|ok|okay|so|now|then|please|(?:can|could) you)\W+)*"
    r"(?:(?:narrow|limit|restrict|cut|reduce|filter|boil) "
    r"(?:(?:it|them|this|that|those|these|the (?:list|results?|set)) ?)?(?:down )?"
    r"(?:to|for)|(?:let['’]?s|let us|(?:we|i) (?:can|should|will|want to)) "
    r"(?:focus|concentrate|stick|stay|look only|only look)(?: only)? (?:on|to|with|at))"
    r" (?:the ones |those |papers )?",
    re.I,
)
_IT = re.compile(r"(?<!is )(?<!was )(?<!does )(?<!did )\bit\b(?=\W*$)", re.I)
_NOT = re.compile(r"\b(are|is|were|was|do|does|did|have|has)n['’]?t\b", re.I)
# "Which of those is …?", "the one that is …" means one of them: the likeliest.
_IS_ONE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|then)\W+)*(?:(?:which|what) one(?: of (?:them|those|these))?"
    r"|which (?:of (?:them|those|these)(?: (?:papers|ones))?))"
    r" (?!(?:this|always|less|does not|is not|isn['’]t)\b)(?:is|was|has|[a-z]{2,}[^s\W]s)\b",
    re.I,
)
_LONGEST_PART = 8  # words of what a list is cut down to: "for vision only"


def of_several(text: str) -> bool:
    """Whether a text speaks of several papers before: "which of them", "just those on salt"."""
    return _SEVERAL.search(text) is not None


def compared_before(text: str, answers: Sequence[Answer]) -> Answer | None:
    """The two papers that "which is newer?" weighs, where since then but one of them was shown."""
    if len(answers[0].papers) != 1 or not _COMPARES.match(text):
        return None
    two = next((answer for answer in answers if len(answer.papers) > 1), None)
    if two is None or len(two.papers) > 2 or two.question.kind is not Kind.COMPARE:
        return None
    return two if answers[0].papers[0].id in {paper.id for paper in two.papers} else None


def only_in_front(text: str) -> str:
    """The text with "only" at its head where it says so elsewhere: "for vision only"."""
    text = _CUT_DOWN.sub("only ", text, count=1)
    match = _ONLY.match(text)
    if match is None or len(text.split()) > _LONGEST_PART:
        return text
    return f"only {match['what']}"


def with_topic_for_it(text: str, before: Answer) -> str:
    """The text with the topic of a set that found one paper for "it": "which of them train on it?".

    "It" cannot be the paper where papers are spoken of. That one paper leaves nothing to choose
    from, so that they are those of the library.
    """
    last = before.question
    if last.kind is not Kind.LIST or last.named or not (last.topic and of_several(text)):
        return text
    return _IT.sub(lambda _: last.topic, text, count=1)


def narrowed(text: str, before: Answer, ids: Sequence[str], catalog: Catalog) -> Question:
    """A question about the papers of the answer before, and no others."""
    alone = _OF_THEM.sub("", text)
    if side_by_side(text) and (several := understand(text, catalog)).parts:
        return scoped(several, ids)
    if counted_in(alone):
        return scoped(understand(alone, catalog), ids)
    if stated_in(alone)[0]:  # "which of them claim to be the first?"
        return scoped(understand(f"which papers {THOSE.sub('', text, count=1)}", catalog), ids)
    bare = _NOT.sub(r"\1 not", THOSE.sub(" papers ", text, count=1))
    bare = re.sub(r"^\W*(?:and|but|now|then|only|just|the ones?)\b", " ", bare, flags=re.I)
    bare = re.sub(r"\b(?:the ones?|that|(?<!\bnot )(?:only|just)|alone)\b", " ", bare, flags=re.I)
    bare = without_order(DROPS.sub("papers without ", bare))
    question = understand(bare if bare.strip(" ?.!,") else text, catalog)
    question = replace(question, named=())
    if question.kind not in (Kind.LIST, Kind.RECORD):
        question = understand(f"which papers {bare}", catalog)
    if question.kind not in (Kind.LIST, Kind.RECORD):
        topic = topic_of(bare)
        question = replace(question, kind=Kind.LIST if topic else Kind.RECORD, topic=topic)
    if re.search(r"\bhow many\b", text, re.I) and not question.tally:
        question = replace(
            question, counted=True, kind=question.kind if question.topic else Kind.RECORD
        )
    own = next((t for t in (THOSE.sub(" ", text), alone) if wanted_order(t)), "")
    if own:  # "the oldest of them" is one paper
        question = ordered_as(question, own)
    whole = f"{text.rstrip(' ?.!')} (among the papers that answered “{before.question.whole}”)"
    question = replace(question, named=(), whole=whole)
    if (
        question.kind is Kind.LIST
        and not (question.limit or question.counted)
        and _IS_ONE.match(text)
    ):
        question = replace(question, limit=1)
    return _turned(question, before.question) or _confined(question, before, ids, catalog)


def _opposes(question: Question, last: Question) -> bool:
    """Whether the contrary of the question before is asked, of which none of its papers are."""
    new, old = question.filters, last.filters
    code = {new.has_code, old.has_code} == {True, False}
    denied = question.unwanted != Filters() and question.unwanted == old
    return code or denied or bool({*new.lacks} & {*old.states} or {*new.states} & {*old.lacks})


def _confined(question: Question, before: Answer, ids: Sequence[str], catalog: Catalog) -> Question:
    """The question about these papers; of those that they were taken from, where none can fit."""
    last = before.question
    if _opposes(question, last) or _exchanges(question, last, ids, catalog):
        return replace(question, scope=last.scope)
    return scoped(question, ids)


def _turned(question: Question, last: Question) -> Question | None:
    """The set on a topic before, of which only one condition by record is turned around.

    None of it has no code where all of it has, so that it is not those that are meant.
    """
    whole_set = last.of_set and last.topic and last.scope is None
    if not whole_set or question.kind is not Kind.RECORD or question.tally or question.order:
        return None
    new, old = question.filters, last.filters
    code = {new.has_code, old.has_code} == {True, False}
    if code and fields_of(new) == ("code",):
        filters = replace(old, has_code=new.has_code)
        return replace(last, whole=question.whole, filters=filters, counted=question.counted)
    gone = {n for n in Filters.__slots__ if getattr(question.unwanted, n) != getattr(Filters(), n)}
    if (
        new == Filters()
        and gone
        and all(getattr(old, n) == getattr(question.unwanted, n) for n in gone)
    ):
        filters = replace(old, **{n: getattr(Filters(), n) for n in gone})
        return replace(last, whole=question.whole, filters=filters, unwanted=question.unwanted)
    return None


def _exchanges(question: Question, last: Question, ids: Sequence[str], catalog: Catalog) -> bool:
    """Whether another value of the field before is asked, that none of its papers have.

    "Those in CL" and then "those in AR" are both of the set that the first were taken from.
    """
    by_record = question.kind is Kind.RECORD and question.filters != Filters()
    if not by_record or question.tally or question.asks or not last.scope:
        return False
    if fields_of(question.filters) != fields_of(last.filters):
        return False
    met = {i for i in (*ids, *last.scope) if fits(catalog.papers[i], question.filters)}
    return bool(met) and met.isdisjoint(ids)


def scoped(question: Question, ids: Sequence[str]) -> Question:
    """The question about these papers and no others."""
    return replace(question, scope=tuple(ids))
