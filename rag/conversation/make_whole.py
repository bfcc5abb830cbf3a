"""Makes a follow-up whole: what "those", "it", "the second one" and "and by …?" stand for.

Works on the answers before: their papers are what "those" means, the paper of the last
answer is what "it" means, and the last question is what a fragment varies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.again import asked_again
from rag.conversation.alongside import next_in_order, side_by_side
from rag.conversation.complement import complement
from rag.conversation.going_back import gone_back
from rag.conversation.left_out import left_out
from rag.conversation.narrowing import DROPS, THOSE, narrowed, of_several, only_in_front, scoped
from rag.conversation.pronouns import it_in, its_own_in, put_in_its_place, speaks_of_it
from rag.conversation.references import (
    Pick,
    dated_paper,
    described_paper,
    is_counted_out,
    nth_paper,
    other_paper,
    writers,
)
from rag.conversation.remaining import remaining_answer
from rag.conversation.similar import like_it
from rag.conversation.spoken_of import of_what_was_spoken
from rag.conversation.variation import VARIES, renamed, short_name, varied
from rag.language.topic import topic_of
from rag.question import summary_wording
from rag.question.askable import MAX_CHARACTERS, check
from rag.question.asks import asked_fields
from rag.question.kin import with_kin
from rag.question.lead_ins import without_lead_in
from rag.question.plainly import said_plainly, spelled_out
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question

_NARROWS = re.compile(
    r"^\W*(?:(?:and |but |now |then )*(?:only|just|without|with(?: code)?|except|limit|restrict"
    r"|limited|restricted|specifically|not(?= (?:about|on|for|by|from|in)\b)"
    r"|drop|skip|leave out|ignore|remove"
    r"|narrow|exclud\w+|which (?:ones?|is|are|have|has|came|come|of)"
    r"|any (?:with|from|by|about|on|of)"
    r"|the ones?|those|these|how many (?:is|are|of|have)|are any"
    r"|are there any (?=by|from|with|in)|do any|is any))\b"
    r"|\bhow many (?:is|are|were) (?:that|those|they|there)\b|^\W*which (?:one|is|was|came)\b"
    r"|\bthe (?:older|newer|oldest|newest|earlier|later|latest) (?:one|of (?:them|the two))\b",
    re.I,
)
_HOW_MANY_BY = re.compile(r"^\W*(?:and )?how many (?:by|from|were)\b", re.I)
_INSTEAD = re.compile(r"\binstead\W*$", re.I)  # of the answer before, whose papers are left
_AND_WITH = re.compile(r"^\W*and with \w", re.I)
_ONE_ON = re.compile(
    r"(?<!without )(?<!except )(?<!excluding )(?<!but not )"
    r"\bthe one (?:on|about|for|with|that|from|by)\b ?",
    re.I,
)
# Asked of the one paper that a text speaks of, though "what methods" may also ask for papers.
_OF_IT_ALONE = re.compile(
    r"^\W*(?:(?:and|so|but|then) )*(?:(?:(?:by|on|in|with|for|to) )?(?:what|how|when|where|why)\b"
    r"|does|did|is|was|has|can|(?:(?:by|on|in|with|for|to) )?which (?:[\w-]+ ){1,4}?"
    r"(?:do|does|did|is|was|has|can)\b)",
    re.I,
)
_OF_OTHERS = re.compile(
    r"\b(?:others?|else|any(?:one|body|thing)?|some(?:one|body|thing)|similar|like|related|papers"
    r"|articles|works|publications|people|we|you)\b",
    re.I,
)
_BESIDES = re.compile(r"\b(?:others?|else|another)\b", re.I)
_LONGEST = MAX_CHARACTERS - 500  # made whole, a longer text might be too long to be read
_FEW = 9  # words of a question that leaves something to the one before
_FIELD = r"(code|authors?|category|date|year|journal|venue)"
_BARE_THE = re.compile(rf"(?:\bthe |^\W*(?:and |any )?){_FIELD}\b", re.I)
_A_FIELD = re.compile(rf"(?:the )?{_FIELD}\W*$", re.I)
# With no answer before, "these papers" are those of the library.
_OF_NONE_BEFORE = re.compile(r"\b(?:these|those) (papers|articles|publications|works)\b", re.I)
_MOST_OF_NONE_BEFORE = re.compile(
    r"\b(most|all|many|any|some|which|how many) of (?:these|those)\b(?! \w+s\b)"
    r"|^\W*(most|all|many|any|some|which|how many) of them\b",
    re.I,
)
_WHOLE = re.compile(r"(?:what|who|when|where|why|how|which|is|are|does|do|did)\b", re.I)
_ONLY_WHICH = re.compile(
    r"^\W*(?:(?:and|but|so|now|what|which|who|show|give|tell|list|name|me|us|one|paper|of|them"
    r"|those|these"
    r"|about|is|are|was|were|came|['’]s)\W+)*$",
    re.I,
)


def make_whole(text: str, history: Sequence[Answer], catalog: Catalog) -> Question:
    """The question with all that it takes from the conversation; raises as `understand` does."""
    check(text)
    as_asked = " ".join(text.split())
    text = without_lead_in(said_plainly(as_asked))
    there = (remaining_answer(a, catalog.papers) for a in reversed(history) if not a.abstained)
    text, answers = gone_back(text, [answer for answer in there if answer.papers], catalog)
    if answers and not text:
        return replace(answers[0].question, text=as_asked)
    if not answers or len(text) > _LONGEST:
        whole = _MOST_OF_NONE_BEFORE.sub(r"\1\2 papers", _OF_NONE_BEFORE.sub(r"the \1", text))
        read = understand(whole, catalog)
        none = history and not read.named and is_counted_out(text)
        return replace(read, text=as_asked, scope=() if none else read.scope)
    before, listed = answers[0], next((a for a in answers if len(a.papers) > 1), answers[0])
    if of_several(text) and len(before.papers) == 1 and _is_part(before.question):
        before = listed  # "which of them" after a word on one of them
    spelled = spelled_out(only_in_front(text), of_several=len(before.papers) > 1)
    question = (
        left_out(spelled, answers, catalog)
        or complement(spelled, before, catalog)
        or asked_again(spelled, before, catalog)
        or side_by_side(spelled, answers, catalog)
        or like_it(spelled, before, catalog)
        or next_in_order(spelled, before)
        or _by_their_writers(spelled, before, catalog)
        or _picked(spelled, before, listed, catalog)
        or _resolved(spelled, before, catalog)
        or of_what_was_spoken(understand(text, catalog), before)
    )
    return replace(question, text=as_asked)


def _is_part(question: Question) -> bool:
    """Whether a question was about one paper that it names, or about some of those before it."""
    return bool(question.named) or question.scope is not None


def _by_their_writers(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """What else the people of the answer before wrote, where the text asks for that."""
    alone, _ = catalog.named_in(text)
    ids = [paper.id for paper in before.papers]
    if not alone and (pick := described_paper(text, ids, catalog)) and pick.paper_id:
        ids = [pick.paper_id]
        text = f"{text[: pick.start]} {text[pick.end :]}".lstrip(" ,:;")
    of = alone or ids
    found = writers(text, [catalog.papers[i] for i in of])
    if found is None or (len(of) > 1 and not before.question.filters.authors):
        return None
    names = before.question.filters.authors if len(of) > 1 else found.names
    whole = f"{text[: found.start]}{' or '.join(names)}{text[found.end :]}"
    question = understand(whole, catalog)
    if question.filters.authors and found.others:
        return replace(question, besides=tuple(of))
    return question if question.filters.authors else None


def _picked(text: str, before: Answer, listed: Answer, catalog: Catalog) -> Question | None:
    """A question about one paper of a list, counted out, by its date, or by what it is about."""
    if catalog.named_in(text)[0]:
        return None
    ids = [paper.id for paper in listed.papers]
    pick = nth_paper(text, ids) if ids else None
    if pick is None and len(before.papers) == 1:
        pick = other_paper(text, before.papers[0].id, ids)
    if pick is None and len(before.papers) > 1:
        pick = described_paper(text, ids, catalog) or dated_paper(text, ids, catalog)
        if pick is None or not _asks_more(text, pick):
            return None
    if pick is None:
        return None
    if pick.paper_id is None:
        return scoped(understand(text, catalog), ())
    last = before.question
    if len(before.papers) == 1 and last.named and not _asks_more(text, pick):
        return renamed(last, short_name(pick.paper_id, catalog), catalog)
    name = short_name(pick.paper_id, catalog)
    return _with_name(f"{text[: pick.start]}{name}{text[pick.end :]}", pick.paper_id, catalog)


def _asks_more(text: str, pick: Pick) -> bool:
    """Whether a text asks something of the paper that it picks, and not only which it is."""
    rest = f"{text[: pick.start]} {text[pick.end :]}"
    if _ONLY_WHICH.match(rest):
        return False
    return bool(
        asked_fields(rest)
        or topic_of(VARIES.sub(" ", rest))
        or summary_wording.SUMMARY.search(rest)
    )


def _resolved(text: str, before: Answer, catalog: Catalog) -> Question | None:
    ids = tuple(paper.id for paper in before.papers)
    alone, _ = catalog.named_in(text)
    if len(ids) > 1 and (match := _ONE_ON.search(text)):
        rest = f"{text[: match.start()]} the paper about {text[match.end() :]}"
        return scoped(understand(rest, catalog), ids)
    another = _INSTEAD.search(text) or _is_parallel(text, before)
    counted = _HOW_MANY_BY.match(text) and before.question.kind is Kind.LIST
    narrows = THOSE.search(text) or counted or (_NARROWS.search(text) and not another)
    if len(ids) > 1 and narrows and (not alone or (DROPS.match(text) and {*alone} <= {*ids})):
        return narrowed(text, before, ids, catalog)
    varies = VARIES.search(text)
    if varies and (_WHOLE.match(text, varies.end()) or _A_FIELD.match(text, varies.end())):
        varies = None
    described = varies and _ONE_ON.match(text, varies.end())
    if varies and len(text.split()) <= _FEW and (described or not speaks_of_it(text)):
        return varied(text[varies.end() :], before, catalog)
    match = it_in(text, catalog)
    if match is None and len(ids) == 1 and len(text.split()) <= _FEW:
        match = its_own_in(text)
    if match and len(alone) < 2 and not catalog.named_in(text[: match.start()])[0]:
        return _about(text, match, ids[0], catalog)
    one = len(ids) == 1 and not alone and len(text.split()) <= 6
    if one and (match := _BARE_THE.search(text)):
        return _about(text, match, ids[0], catalog, keep=match[1])
    return None


def _is_parallel(text: str, before: Answer) -> bool:
    """Whether "and with …" goes on from the question before as from "deal with …"."""
    parallel = _AND_WITH.match(text) and " with " in before.question.text
    return bool(parallel) and not asked_fields(text)


def _about(
    text: str, match: re.Match[str], paper_id: str, catalog: Catalog, keep: str = ""
) -> Question:
    """The question with the paper's name in the place of what stands for it."""
    whole = put_in_its_place(text, match, short_name(paper_id, catalog), keep)
    return _with_name(whole, paper_id, catalog)


def _with_name(whole: str, paper_id: str, catalog: Catalog) -> Question:
    """The question of a text that names a paper, whatever else the name could mean."""
    question = understand(whole, catalog)
    if paper_id not in question.named and with_kin(whole, catalog) == whole:
        question = replace(question, named=(paper_id, *question.named))
    if question.kind is Kind.LIST and _OF_IT_ALONE.match(whole) and not _OF_OTHERS.search(whole):
        question = replace(question, kind=Kind.FACT, topic=whole, named=(paper_id,))
    elif question.kind is Kind.LIST and _BESIDES.search(whole):
        question = replace(question, named=(), besides=(*question.besides, paper_id))
    return replace(question, scope=None)
