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
from rag.conversation.another_value import of_another_value
from rag.conversation.asked_of_it import asked_of_it
from rag.conversation.beside_in_time import told_by_those
from rag.conversation.both import of_both
from rag.conversation.both_values import of_both_values
from rag.conversation.code_of_it import code_of_it
from rag.conversation.compared_on import compared_on
from rag.conversation.complement import complement
from rag.conversation.corrected import said_as_asked
from rag.conversation.doubted import doubted
from rag.conversation.end_of_tally import of_the_tally, with_that_end
from rag.conversation.family import of_family
from rag.conversation.first_few import few_shown, of_the_first_few
from rag.conversation.going_back import gone_back
from rag.conversation.in_both import in_both, in_neither
from rag.conversation.in_turn import next_in_order
from rag.conversation.larger_set import of_larger_set
from rag.conversation.last_two import of_the_last_two
from rag.conversation.left_out import left_out, of_the_remaining
from rag.conversation.named_besides import named_besides
from rag.conversation.narrowing import (
    compared_before,
    of_several,
    only_in_front,
    with_topic_for_it,
)
from rag.conversation.not_spoken_of import of_those_not_spoken_of
from rag.conversation.of_each import of_each
from rag.conversation.of_none import close_to_none, is_of_none
from rag.conversation.person_spoken_of import with_person_named, with_whom
from rag.conversation.picked import picked
from rag.conversation.pointed_back import pointed_back
from rag.conversation.references import counted_in_full
from rag.conversation.remaining import remaining_answer
from rag.conversation.reordered import reordered
from rag.conversation.same_but import after_none, same_but
from rag.conversation.share_of_all import share_of_all
from rag.conversation.shown_again import shown_again
from rag.conversation.similar import like_it
from rag.conversation.spoken_of import of_what_was_spoken
from rag.conversation.summed_up import summed_up
from rag.conversation.tallied import tallied
from rag.conversation.than_it import than_it
from rag.conversation.the_two_things import the_two_things
from rag.conversation.their_papers import by_their_writers
from rag.conversation.together import both_together
from rag.conversation.unanswered import as_spoken_of, is_of_the_unanswered
from rag.conversation.versions import of_another_version, with_version_named
from rag.conversation.where_it_ran import where_it_ran
from rag.conversation.widened import widened
from rag.conversation.within_set import within_set
from rag.conversation.without_limit import without_limit
from rag.question.askable import MAX_CHARACTERS, check
from rag.question.kin import with_kin_of_it
from rag.question.lead_ins import after_a_new_subject, without_aside, without_lead_in
from rag.question.markup import without_markup
from rag.question.plainly import said_plainly, spelled_out
from rag.question.set_forms import asking_for_papers
from rag.question.somebody import with_somebody_named
from rag.question.understand import understand
from rag.question.whats_new import with_news_asked_for
from rag.records.catalog import Catalog
from rag.types import Answer, Question

_LONGEST = MAX_CHARACTERS - 500  # made whole, a longer text might be too long to be read
# With no answer before, "these papers" are those of the library.
_OF_NONE_BEFORE = re.compile(r"\b(?:these|those) (papers|articles|publications|works)\b", re.I)
_PAPERS = re.compile(r"\b(?:papers|articles|publications|works)\b", re.I)
_MOST_OF_NONE_BEFORE = re.compile(
    r"\b(most|all|many|any|some|which|how many) of (?:these|those)\b(?! \w+s\b)"
    r"|^\W*(most|all|many|any|some|which|how many) of them\b",
    re.I,
)


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
        lifted = (without_limit(t, history[::-1], catalog) for t in (text, as_asked))
        again = next(filter(None, lifted), None) or close_to_none(text, history[-1])
        again = again or after_none(said_as_asked(text, of_several=False), history[-1], catalog)
        if again:
            return replace(again, text=as_asked)
    kept = [answer for answer in there if answer.papers and not answer.abstained]
    refused = bool(history) and history[-1].abstained
    text, answers = gone_back(text, kept, catalog, refused=refused)
    if answers and not text:
        return replace(answers[0].question, text=as_asked)
    if not answers or len(text) > _LONGEST:
        whole = _MOST_OF_NONE_BEFORE.sub(_of_papers, _OF_NONE_BEFORE.sub(r"the \1", text))
        read = understand(whole, catalog)
        none = history and not read.named and is_of_none(text, history[-1])
        return replace(read, text=as_asked, scope=() if none else read.scope)
    if among := with_whom(text, history, catalog):
        return replace(among, text=as_asked)
    if is_of_the_unanswered(text, history, answers[0]):
        return replace(understand(text, catalog), text=as_asked)
    few, answers = of_the_first_few(text, answers)
    if few != text and (shown := few_shown(few, answers[0])):
        return replace(shown, text=as_asked)
    return replace(_of_those_before(few, answers, catalog), text=as_asked)


def _of_those_before(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question:
    """The question with what it takes from the answers before, the last one first."""
    before, listed = answers[0], next((a for a in answers if len(a.papers) > 1), answers[0])
    if of_several(text) and len(before.papers) == 1 and _is_part(before.question):
        before, answers = listed, [listed, *answers]  # "which of them" after a word on one of them
    if two := compared_before(text, answers):
        before, answers = two, [two, *answers]
    several = len(before.papers) > 1
    text = with_kin_of_it(of_the_remaining(said_as_asked(text, of_several=several), before))
    if not several:
        text = with_topic_for_it(text, before)
    text = told_by_those(with_that_end(text, before), before, catalog)
    spelled = spelled_out(only_in_front(counted_in_full(text)), of_several=several)
    spelled = with_version_named(spelled, before, catalog)
    question = _taken_up(spelled, answers, catalog)
    return question or of_what_was_spoken(understand(text, catalog), before, catalog)


def _put_plainly(text: str, catalog: Catalog) -> str:
    """The text with its slips mended, without courtesies, and with the names of its "he" or "she".

    What is nearly as long as can be read is not mended, for that may make it longer.
    """
    speller = catalog.speller
    plain = said_plainly((speller.mended if len(text) <= _LONGEST else speller.in_full)(text))
    plain = asking_for_papers(with_news_asked_for(plain, catalog), catalog)
    return without_lead_in(with_somebody_named(plain, catalog.people, catalog.words))


def _taken_up(spelled: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The question where its words take up answers before; the first of these that reads it."""
    before = answers[0]
    return (
        doubted(spelled, before)
        or share_of_all(spelled, before)
        or reordered(spelled, before)
        or of_larger_set(spelled, answers, catalog)
        or shown_again(spelled, answers)
        or of_the_tally(spelled, before)
        or named_besides(spelled, answers, catalog)
        or both_together(spelled, answers, catalog)
        or of_family(spelled, before, catalog)
        or widened(spelled, before, catalog)
        or same_but(spelled, answers, catalog)
        or of_those_not_spoken_of(spelled, answers, catalog)
        or left_out(spelled, answers, catalog)
        or complement(spelled, before, catalog)
        or asked_again(spelled, before, catalog)
        or _of_the_sets(spelled, answers, catalog)
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
        or pointed_back(spelled, before, catalog)
    )


def _of_the_sets(spelled: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The question where it exchanges a condition of a set before, or means both of two sets."""
    before = answers[0]
    return (
        of_another_value(spelled, answers, catalog)
        or compared_on(spelled, before, catalog)
        or tallied(spelled, before, catalog)
        or of_both_values(spelled, answers)
        or in_both(spelled, answers, catalog)
        or in_neither(spelled, answers)
    )


def _of_papers(match: re.Match[str]) -> str:
    """Those of the library, where the text speaks of no papers before: else of these."""
    if _PAPERS.search(match.string, 0, match.start()):
        return match.group()
    return f"{match[1] or match[2]} papers"


def _is_part(question: Question) -> bool:
    """Whether a question was about one paper that it names, or about some of those before it."""
    return bool(question.named) or question.scope is not None
