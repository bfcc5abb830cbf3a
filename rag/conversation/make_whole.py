"""Makes a follow-up whole: what "those", "it", "the second one" and "and by …?" stand for.

Works on the answers before: their papers are what "those" means, the paper of the last
answer is what "it" means, and the last question is what a fragment varies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.again import asked_again
from rag.conversation.against_it import against_it
from rag.conversation.alongside import side_by_side
from rag.conversation.asked_of_it import asked_of_it
from rag.conversation.beside_in_time import told_by_those
from rag.conversation.both import of_both
from rag.conversation.code_of_it import code_of_it
from rag.conversation.complement import complement
from rag.conversation.corrected import said_as_asked
from rag.conversation.doubted import doubted
from rag.conversation.end_of_tally import of_the_tally
from rag.conversation.family import of_family
from rag.conversation.first_few import few_shown, of_the_first_few
from rag.conversation.going_back import gone_back
from rag.conversation.in_both import in_both
from rag.conversation.in_turn import next_in_order
from rag.conversation.larger_set import of_larger_set
from rag.conversation.last_two import of_the_last_two
from rag.conversation.left_out import left_out, of_the_remaining
from rag.conversation.named_besides import named_besides
from rag.conversation.named_paper import about
from rag.conversation.narrowing import (
    DROPS,
    NARROWS,
    THOSE,
    narrowed,
    of_several,
    only_in_front,
    scoped,
    with_topic_for_it,
)
from rag.conversation.not_spoken_of import of_those_not_spoken_of
from rag.conversation.of_each import of_each
from rag.conversation.of_none import is_of_none
from rag.conversation.person_spoken_of import with_person_named, with_whom
from rag.conversation.picked import picked
from rag.conversation.pronouns import it_in, its_own_in, speaks_of_it
from rag.conversation.references import counted_in_full
from rag.conversation.remaining import remaining_answer
from rag.conversation.reordered import reordered
from rag.conversation.same_but import after_none, same_but
from rag.conversation.share_of_all import share_of_all
from rag.conversation.shown_again import shown_again
from rag.conversation.similar import like_it
from rag.conversation.spoken_of import of_what_was_spoken
from rag.conversation.summed_up import summed_up
from rag.conversation.than_it import than_it
from rag.conversation.the_two_things import the_two_things
from rag.conversation.their_papers import by_their_writers
from rag.conversation.together import both_together
from rag.conversation.unanswered import as_spoken_of
from rag.conversation.variation import VARIES, varied
from rag.conversation.versions import of_another_version, with_version_named
from rag.conversation.where_it_ran import where_it_ran
from rag.conversation.widened import widened
from rag.conversation.within_set import within_set
from rag.conversation.without_limit import without_limit
from rag.language.topic import topic_of
from rag.question.askable import MAX_CHARACTERS, check
from rag.question.asks import asked_fields
from rag.question.kin import with_kin_of_it
from rag.question.lead_ins import after_a_new_subject, without_aside, without_lead_in
from rag.question.markup import without_markup
from rag.question.plainly import said_plainly, spelled_out
from rag.question.somebody import with_somebody_named
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.records.order import wanted_order
from rag.types import Answer, Filters, Kind, Question

_HOW_MANY_BY = re.compile(r"^\W*(?:and )?how many (?:by|from|were)\b", re.I)
_INSTEAD = re.compile(r"\binstead\W*$", re.I)  # of the answer before, whose papers are left
_AND_WITH = re.compile(r"^\W*and with \w", re.I)
_ONE_ON = re.compile(
    r"(?<!without )(?<!except )(?<!excluding )(?<!but not )"
    r"\bthe one (?:on|about|for|with|that|from|by)\b ?",
    re.I,
)
_LONGEST = MAX_CHARACTERS - 500  # made whole, a longer text might be too long to be read
_FEW = 9  # words of a question that leaves something to the one before
_FIELD = r"(code|authors?|category|date|year|journal|venue)"
_BARE_THE = re.compile(rf"(?:\bthe |^\W*(?:and |any |what (?=\w+\W*$))?){_FIELD}\b", re.I)
_A_FIELD = re.compile(rf"(?:the )?{_FIELD}\W*$", re.I)
# With no answer before, "these papers" are those of the library.
_OF_NONE_BEFORE = re.compile(r"\b(?:these|those) (papers|articles|publications|works)\b", re.I)
_MOST_OF_NONE_BEFORE = re.compile(
    r"\b(most|all|many|any|some|which|how many) of (?:these|those)\b(?! \w+s\b)"
    r"|^\W*(most|all|many|any|some|which|how many) of them\b",
    re.I,
)
_ONE_AUTHOR = re.compile(r"the (?:\w+ )?authors?", re.I)
_CONDITION = re.compile(
    r"^\W*(?:(?:by|from|in|before|after|since|until|between|during|at|of|up to|earlier than"
    r"|later than|newer than|older than|the) )?(?:[\w.’'-]+ ){0,4}[\w.’'-]+\W*$",
    re.I,
)
_BARE_TOPIC = re.compile(
    r"^\W*(?:on|about) (?!(?:what|which|whom|how|it|that|this|those|them|these)\b)"
    r"(?:[\w-]+ ){0,4}[\w-]+\W*$",
    re.I,
)
_WHOLE = re.compile(r"(?:what|who|when|where|why|how|which|is|are|does|do|did)\b", re.I)


def make_whole(text: str, history: Sequence[Answer], catalog: Catalog) -> Question:
    """The question with all that it takes from the conversation; raises as `understand` does."""
    check(text)
    as_asked = " ".join(without_markup(text).split())
    if new := after_a_new_subject(as_asked):
        history = ()
    text = new or as_asked
    text = _put_plainly(without_aside(text) if history else text, catalog)
    text = with_person_named(text, history, catalog)
    there = (remaining_answer(as_spoken_of(a, catalog), catalog.papers) for a in reversed(history))
    if history:
        again = without_limit(text, history[-1]) or after_none(text, history[-1], catalog)
        if again:
            return replace(again, text=as_asked)
    kept = [answer for answer in there if answer.papers and not answer.abstained]
    text, answers = gone_back(text, kept, catalog)
    if answers and not text:
        return replace(answers[0].question, text=as_asked)
    if not answers or len(text) > _LONGEST:
        whole = _MOST_OF_NONE_BEFORE.sub(r"\1\2 papers", _OF_NONE_BEFORE.sub(r"the \1", text))
        read = understand(whole, catalog)
        none = history and not read.named and is_of_none(text, history[-1])
        return replace(read, text=as_asked, scope=() if none else read.scope)
    few, answers = of_the_first_few(text, answers)
    if few != text and (shown := few_shown(few, answers[0])):
        return replace(shown, text=as_asked)
    text = few
    before, listed = answers[0], next((a for a in answers if len(a.papers) > 1), answers[0])
    if of_several(text) and len(before.papers) == 1 and _is_part(before.question):
        before, answers = listed, [listed, *answers]  # "which of them" after a word on one of them
    several = len(before.papers) > 1
    text = with_kin_of_it(of_the_remaining(said_as_asked(text, of_several=several), before))
    if not several:
        text = with_topic_for_it(text, before)
    text = told_by_those(text, before, catalog)
    spelled = spelled_out(only_in_front(counted_in_full(text)), of_several=several)
    spelled = with_version_named(spelled, before, catalog)
    question = _taken_up(spelled, answers, catalog)
    if question is None:
        question = of_what_was_spoken(understand(text, catalog), before, catalog)
    return replace(question, text=as_asked)


def _put_plainly(text: str, catalog: Catalog) -> str:
    """The text with its slips mended, without courtesies, and with the names of its "he" or "she".

    What is nearly as long as can be read is not mended, for that may make it longer.
    """
    speller = catalog.speller
    plain = said_plainly((speller.mended if len(text) <= _LONGEST else speller.in_full)(text))
    return without_lead_in(with_somebody_named(plain, catalog.people, catalog.words))


def _taken_up(spelled: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The question where its words take up answers before; the first of these that reads it."""
    before = answers[0]
    return (
        doubted(spelled, before)
        or share_of_all(spelled, before)
        or reordered(spelled, before)
        or shown_again(spelled, answers)
        or of_the_tally(spelled, before)
        or with_whom(spelled, before)
        or named_besides(spelled, answers, catalog)
        or of_larger_set(spelled, answers, catalog)
        or both_together(spelled, answers, catalog)
        or of_family(spelled, before, catalog)
        or widened(spelled, before, catalog)
        or same_but(spelled, answers, catalog)
        or of_those_not_spoken_of(spelled, answers, catalog)
        or left_out(spelled, answers, catalog)
        or complement(spelled, before, catalog)
        or asked_again(spelled, before, catalog)
        or in_both(spelled, answers, catalog)
        or of_both(spelled, before, catalog)
        or summed_up(spelled, before, catalog)
        or side_by_side(spelled, answers, catalog)
        or of_the_last_two(spelled, answers, catalog)
        or against_it(spelled, before, catalog)
        or than_it(spelled, before, catalog)
        or of_each(spelled, before, catalog)
        or the_two_things(spelled, before, catalog)
        or where_it_ran(spelled, before, catalog)
        or of_another_version(spelled, before, catalog)
        or code_of_it(spelled, before, catalog)
        or like_it(spelled, before, catalog)
        or next_in_order(spelled, answers)
        or by_their_writers(spelled, before, catalog)
        or asked_of_it(spelled, before, catalog)
        or within_set(spelled, before, catalog)
        or picked(spelled, answers, catalog)
        or _resolved(spelled, before, catalog)
    )


def _is_part(question: Question) -> bool:
    """Whether a question was about one paper that it names, or about some of those before it."""
    return bool(question.named) or question.scope is not None


def _resolved(text: str, before: Answer, catalog: Catalog) -> Question | None:
    ids = tuple(paper.id for paper in before.papers)
    alone, _ = catalog.named_in(text)
    if len(ids) > 1 and (match := _ONE_ON.search(text)):
        rest = f"{text[: match.start()]} the paper about {text[match.end() :]}"
        question = scoped(understand(rest, catalog), ids)
        return replace(question, limit=1) if question.kind is Kind.LIST else question
    another = _INSTEAD.search(text) or _is_parallel(text, before)
    counted = _HOW_MANY_BY.match(text) and before.question.kind is Kind.LIST
    ordered = of_several(text) and wanted_order(text) is not None  # even of a list of one
    narrows = THOSE.search(text) or counted or (NARROWS.search(text) and not another)
    if (
        (ordered or len(ids) > 1)
        and narrows
        and (not alone or (DROPS.match(text) and {*alone} <= {*ids}))
    ):
        return narrowed(text, before, ids, catalog)
    varies = VARIES.search(text)
    bare = _BARE_TOPIC.match(text) and not alone
    if not varies and (bare or _is_bare_condition(text, before, catalog)):
        return varied(text, before, catalog)
    if varies and (_WHOLE.match(text, varies.end()) or _A_FIELD.match(text, varies.end())):
        varies = None
    described = varies and _ONE_ON.match(text, varies.end())
    if varies and len(text.split()) <= _FEW and (described or not speaks_of_it(text)):
        return varied(text[varies.end() :], before, catalog)
    match = it_in(text, catalog)
    if match and len(ids) > 1 and _ONE_AUTHOR.fullmatch(match.group()):
        return None  # of each of them
    if match is None and len(ids) == 1 and len(text.split()) <= _FEW:
        match = its_own_in(text)
    if match and len(alone) < 2 and not catalog.named_in(text[: match.start()])[0]:
        return about(text, match, ids[0], catalog)
    one = len(ids) == 1 and not alone and len(text.split()) <= 6
    if one and wanted_order(text) is None and (match := _BARE_THE.search(text)):
        return about(text, match, ids[0], catalog, keep=match[1])
    return None


def _is_bare_condition(text: str, before: Answer, catalog: Catalog) -> bool:
    """Whether a text says nothing but whose or of when papers are, after a set: "before 2023?"."""
    last = before.question
    if last.named or last.kind not in (Kind.LIST, Kind.RECORD) or not _CONDITION.match(text):
        return False
    parsed = parse_filters(text, catalog)
    return parsed.filters != Filters() and not topic_of(parsed.rest) and not parsed.without


def _is_parallel(text: str, before: Answer) -> bool:
    """Whether "and with …" goes on from the question before as from "deal with …"."""
    parallel = _AND_WITH.match(text) and " with " in before.question.text
    return bool(parallel) and not asked_fields(text)
