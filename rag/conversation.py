"""Makes a follow-up whole: what "those", "it", "the second one" and "and by …?" stand for.

Works on the answers before: their papers are what "those" means, the paper of the last
answer is what "it" means, and the last question is what a fragment varies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.catalog import Catalog
from rag.filters import parse_filters
from rag.question import check, understand
from rag.remaining import remaining_answer
from rag.types import Answer, Filters, Kind, Question

_ORDINALS = {
    w: n
    for n, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth", "seventh")
    )
    for w in words.split()
}
_ORDINAL = re.compile(
    rf"\bthe ({'|'.join(_ORDINALS)}|last)(?: (?:one|paper|of (?:them|those|these)))?"
    r"(?=\s*(?:[?.!,]|$|about|do|does|have|has|use|say|is|come|written))",
    re.I,
)
_THOSE = re.compile(
    r"\b(?:(?:which|any|some|all|how many|one|most|the \w+)?(?: ones?)? ?(?:of|among|from) )?"
    r"(?:those|these|them)\b(?: papers?| ones?)?",
    re.I,
)
_NARROWS = re.compile(
    r"^\W*(?:(?:and |but |now |then )*(?:only|just|without|with(?: code)?|except|limit|restrict"
    r"|drop|skip|leave out|ignore|remove"
    r"|narrow|exclud\w+|which (?:ones?|is|are|have|has|came|come|of)"
    r"|any (?:with|from|by|about|on|of)"
    r"|the ones?|those|these|how many (?:is|are|of|have)|are any|do any|is any))\b"
    r"|\bhow many (?:is|are|were) (?:that|those|they|there)\b|^\W*which (?:one|is|was|came)\b"
    r"|\bthe (?:older|newer|oldest|newest|earlier|later|latest) (?:one|of (?:them|the two))\b",
    re.I,
)
_DROPS = re.compile(
    r"^\W*(?:drop|skip|leave out|ignore|remove|exclude)\b(?: (?:everything|all|the ones?|papers?))*"
    r"(?: (?:from|of|about|on|by|with))?\s*",
    re.I,
)
_ONE_ON = re.compile(r"\bthe one (?:on|about|for|with|that|from|by)\b ?", re.I)
_IT = re.compile(
    r"\b(?:its|it|they|their|this one|that one"
    r"|(?:this|that|the same|the) (?:paper|work|method|system|one)"
    r"|the authors?|them)\b(?! (?:is|was) (?:raining|possible))",
    re.I,
)
_BARE_THE = re.compile(r"(?:\bthe |^\W*(?:and |any )?)(code|authors?|category|date)\b", re.I)
_COMPARES = re.compile(
    r"\bcompare (?:them|those|these|(?:the )?(?:first )?(?P<n>two|three))\b(?! (?:with|to)\b)"
    r"|\bhow do (?:they|these|those|the two) (?:differ|compare)\b"
    r"|\bdifferences? between (?:them|those|these|the two)\b",
    re.I,
)
_AT_ONCE, _MOST_AT_ONCE = {"two": 2, "three": 3}, 4
_BARE_ASK = re.compile(r"^\W*(?:and |but )?(when|who|where)\W*$", re.I)
_BARE_ASKS = {
    "when": "When was it published?",
    "who": "Who wrote it?",
    "where": "Which organisations is it from?",
}
_VARIES = re.compile(
    r"^\W*(?:and|or|but|so)?\W*(?:what about|how about|what of|and|same for|now)\b\W*", re.I
)
_WHOLE = re.compile(r"(?:what|who|when|where|why|how|which|is|are|does|do|did)\b", re.I)
_PROPER = re.compile(r"(?:[\w.+-]*[A-Z\d][\w.+@-]*)(?: [\w.+-]*[A-Z\d][\w.+@-]*)*")
_PREPOSITION = re.compile(
    r"^(?:(?:for|with|on|in|at|by|from|against|over|using)\s+)?(?:the |an? )?", re.I
)


def make_whole(text: str, history: Sequence[Answer], catalog: Catalog) -> Question:
    """The question with all that it takes from the conversation; raises as `understand` does."""
    check(text)
    text = " ".join(text.split())
    there = (remaining_answer(a, catalog.papers) for a in reversed(history) if not a.abstained)
    before = next((answer for answer in there if answer.papers), None)
    if before is None:
        return understand(text, catalog)
    bare = _BARE_ASK.match(text)
    spelled = _BARE_ASKS[bare[1].lower()] if bare else text
    question = (
        _side_by_side(spelled, before, catalog)
        or _resolved(spelled, before, catalog)
        or understand(text, catalog)
    )
    return replace(question, text=text)


def _resolved(text: str, before: Answer, catalog: Catalog) -> Question | None:
    ids = tuple(paper.id for paper in before.papers)
    alone, _ = catalog.named_in(text)
    if not alone and (match := _ORDINAL.search(text)):
        place = len(ids) - 1 if match[1].lower() == "last" else _ORDINALS[match[1].lower()]
        if len(ids) > 1:
            if place >= len(ids):
                return _scoped(understand(text, catalog), ())
            return _about(text, match, ids[place], catalog)
    if match := _ONE_ON.search(text):
        rest = f"{text[: match.start()]} the paper about {text[match.end() :]}"
        return _scoped(understand(rest, catalog), ids)
    if len(ids) > 1 and not alone and (_THOSE.search(text) or _NARROWS.search(text)):
        return _narrowed(text, before, ids, catalog)
    varies = _VARIES.search(text)
    if varies and _WHOLE.match(text[varies.end() :]):
        varies = None
    if varies and len(text.split()) <= 9 and not _IT.search(text):
        return _varied(text[varies.end() :], before, catalog)
    match = _IT.search(text)
    if match and len(alone) < 2 and not catalog.named_in(text[: match.start()])[0]:
        return _about(text, match, ids[0], catalog)
    if not alone and (match := _BARE_THE.search(text)) and len(text.split()) <= 6:
        return _about(text, match, ids[0], catalog, keep=match[1])
    return None


def _side_by_side(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """A comparison of papers of the answer before, where the text asks for one."""
    match = _COMPARES.search(text)
    if not match or len(before.papers) < 2:
        return None
    count = _AT_ONCE.get((match["n"] or "").lower(), _MOST_AT_ONCE)
    ids = [paper.id for paper in before.papers[:count]]
    whole = f"Compare {' and '.join(_short_name(i, catalog) for i in ids)}"
    return replace(understand(whole, catalog), kind=Kind.COMPARE, named=tuple(ids), topic="")


def _about(
    text: str, match: re.Match[str], paper_id: str, catalog: Catalog, keep: str = ""
) -> Question:
    """The question with the paper's name in the place of what stands for it."""
    name = _short_name(paper_id, catalog)
    word = match.group().lower()
    if "author" in word and not keep:
        keep = "the authors"
    owned = f"{name}'s" if word in ("its", "their") else name
    put = f"the {keep.removeprefix('the ')} of {owned}" if keep else owned
    whole = f"{text[: match.start()]}{put}{text[match.end() :]}"
    question = understand(whole, catalog)
    if paper_id not in question.named:
        question = replace(question, named=(paper_id, *question.named))
    return replace(question, scope=None)


def _short_name(paper_id: str, catalog: Catalog) -> str:
    """The name that a person would use: the system's, else the title."""
    title = catalog.papers[paper_id].title
    names = [name for name in catalog.own_names(paper_id) if name != title]
    head = title.partition(":")[0]
    return head if head in names else next(iter(names), title)


def _narrowed(text: str, before: Answer, ids: Sequence[str], catalog: Catalog) -> Question:
    """A question about the papers of the answer before, and no others."""
    bare = _THOSE.sub(" papers ", text, count=1)
    bare = re.sub(r"^\W*(?:and|but|now|then|only|just|the ones?)\b", " ", bare, flags=re.I)
    bare = re.sub(r"\b(?:the ones?|that|only|just)\b", " ", bare, flags=re.I)
    bare = _DROPS.sub("papers without ", bare)
    question = understand(bare if bare.strip(" ?.!,") else text, catalog)
    question = replace(question, named=())
    if question.kind not in (Kind.LIST, Kind.RECORD):
        question = understand(f"which papers {bare}", catalog)
    whole = f"{text.rstrip(' ?.!')} (among the papers that answered “{before.question.whole}”)"
    return _scoped(replace(question, named=(), whole=whole), ids)


def _scoped(question: Question, ids: Sequence[str]) -> Question:
    return replace(question, scope=tuple(ids))


def _varied(fragment: str, before: Answer, catalog: Catalog) -> Question | None:
    """The question before with one of its parts exchanged for the fragment's."""
    last = before.question
    parsed = parse_filters(fragment, catalog)
    filters, topic = parsed.filters, parsed.rest
    new, _ = catalog.named_in(fragment)
    if last.kind in (Kind.LIST, Kind.RECORD) and not last.named:
        if filters != Filters():
            return _with_filters(last, filters, fragment)
        ordered = understand(fragment, catalog)
        if ordered.order:
            return replace(last, order=ordered.order, limit=ordered.limit, skip=ordered.skip)
        if last.kind is Kind.LIST and not new:
            return understand(f"which papers are about {topic}", catalog)
        return None
    name = _PREPOSITION.sub("", fragment, count=1).strip(" ?.!")
    if new and last.named:
        return _renamed(last, name, catalog)
    return understand(_exchanged(last, name, before, catalog), catalog)


def _renamed(last: Question, name: str, catalog: Catalog) -> Question | None:
    """The last question about another paper."""
    old = max(catalog.own_names(last.named[0]), key=lambda own: (own in last.whole, len(own)))
    whole = re.sub(re.escape(old), lambda _: name, last.whole, flags=re.I)
    return understand(whole, catalog) if whole != last.whole else None


def _with_filters(last: Question, filters: Filters, fragment: str) -> Question:
    """The last question with the fragment's filters in the place of its own of that sort."""
    empty = Filters()
    given = {
        name: getattr(filters, name)
        for name in filters.__slots__
        if getattr(filters, name) != getattr(empty, name)
    }
    merged = replace(last.filters, **given)
    return replace(last, filters=merged, whole=f"{last.whole.rstrip(' ?.!')} – {fragment}")


def _exchanged(last: Question, name: str, before: Answer, catalog: Catalog) -> str:
    """Puts a name in the place of the last proper name of a question that is no paper's."""
    own = {_short_name(paper.id, catalog).lower() for paper in before.papers}
    spots = [
        m
        for m in _PROPER.finditer(last.whole)
        if m.start() > 0 and m.group().rstrip("?").lower() not in own
    ]
    spots = [m for m in spots if not catalog.named_in(m.group())[0]]
    prefix = "" if last.named else f"{_short_name(before.papers[0].id, catalog)}: "
    if not spots:
        return f"{prefix}{last.whole.rstrip(' ?.!')} {name}?"
    spot = spots[-1]
    end = spot.end() - (spot.group().endswith((".", "?")))
    return f"{prefix}{last.whole[: spot.start()]}{name}{last.whole[end:]}"
