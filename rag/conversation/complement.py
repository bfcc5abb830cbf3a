"""The papers that the answer before left out: "not those", "the others", "which ones don't?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.language import wording
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Filters, Kind, Question

_LEAD = (
    r"^\W*(?:(?:and|but|so|ok|now|then|no|what about|how about|only|just|show|list|give|me|us)"
    r"[\s,]+){0,4}"
)
_OTHERS = (
    r"(?:all )?(?:of )?the (?:others|rest|remainder|other (?:ones|papers|articles)"
    r"|remaining (?:ones|papers|articles))(?: of (?:them|the (?:papers|collection|library|list)))?"
)
_NOT_THOSE = re.compile(
    rf"{_LEAD}(?:not (?:those|these|them|that(?: one)?|any of (?:those|these|them))|{_OTHERS}"
    r"|(?:what|which|any) other (?:papers|articles|ones)(?: (?:are there|do you have))?(?: here)?"
    r"|everything else|all others|all (?:papers )?(?:but|except) (?:those|these|them|that(?: one)?)"
    r"|(?:the )?opposite)(?:,? (?:please|then|too|(?:the|those) \w+ (?:ones|papers)))*\W*$",
    re.I,
)
_THE_REST = re.compile(rf"{_LEAD}(?:{_OTHERS}|all others)(?:,? (?:please|then|too))*\W*$", re.I)
# "Anything else?" asks for more of the same, "and the others?" for all that are left.
_LIKE = r"(?:papers|ones|(?:of|like) (?:this|that|them|those|these))"
_MORE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|then|no|hm+)\W+)*(?:(?:are|is) there |do you have |have you got "
    r"|you got |got |show(?: me)? |give me |list )?"
    r"(?:(?:any(?:thing)?|something|what|nothing) (?:else|more)"
    r"(?: on (?:it|that|this|the (?:topic|subject)))?"
    rf"|any others|(?:any )?more(?: {_LIKE})?"
    r"|(?:is|was) (?:that|this|it) (?:all|it|everything)(?: you have| there is)?"
    r"|(?:are|were) (?:those|these|they) all(?: of them)?)(?: here| too)?\W*$",
    re.I,
)
_DO_NOT = r"(?:(?:do|does|did|are|is|were|was|have|has|had)(?: not|n['’]?t)|not|never)"
_ANY = r"(?:any|anything|one|it|so|that|them)(?: (?:at all|yet|either|whatsoever))?"
_GIVE = (
    r"(?:hav(?:e|ing)|releas(?:ed?|ing)|publish(?:ed|ing)?|shar(?:ed?|ing)|offer(?:ed|ing)?"
    r"|provid(?:ed?|ing)|list(?:ed|ing)?|nam(?:ed?|ing)|stat(?:ed?|ing)|giv(?:en?|ing)|gave"
    r"|ship(?:ped|ping)?(?: with)?|com(?:e|ing) with|came with|includ(?:ed?|ing)"
    r"|carr(?:y|ied|ying)|mention(?:ed|ing)?|show(?:n|ed|ing)?|bear|made|put out|got)"
)
_NONE = (
    rf"(?:{_DO_NOT}(?: (?:have|any|one|it|so|that))*"
    rf"|(?P<given>{_DO_NOT}(?: yet)? {_GIVE}(?: {_ANY})?"
    rf"|(?:(?:have|has|had) )?{_GIVE} none(?: at all)?)|(?:have|has|had|with) none(?: at all)?"
    r"|lacks?(?: (?:it|any|one|them|that))?"
    rf"|(?:(?:come|comes|came|are|is|were|was|do|does) )?without(?: (?:{_ANY}))?)"
)
_WITHOUT = re.compile(
    rf"{_LEAD}(?:(?P<count>how many|which|what)"
    rf"(?: (?:ones?|papers?|of (?:them|those|these|the papers)))? {_NONE}"
    rf"|(?:the |those |these )?(?:ones?|papers?|those)? ?"
    rf"(?:without(?: (?:it|any|one|them))?|(?:that|which|with) {_NONE.replace('?P<given>', '?:')}))"
    r"\W*$",
    re.I,
)
# After those without it: "and with?", "which have it?"
_WITH = re.compile(
    rf"{_LEAD}(?:the |those |these )?(?:ones?|papers?|those)? ?(?:(?:which|what)"
    r"(?: (?:ones?|papers?|of (?:them|those|these)))? (?:do|have|has|does)|(?:that|which)"
    r" (?:do|have)|with)(?: (?:have )?(?:it|one|some|any))?\W*$",
    re.I,
)
_APART = re.compile(
    r",? ?\b(?:apart from|aside from|other than|besides|except(?: for)?|not counting|beyond"
    r"|in addition to) (?:(?:those|these|them|that|this|it)(?=\W*$|,)|(?:that|this) (?:one|paper)\b"
    r"|(?:those|these|the) (?:two|three|four|five|papers|ones)\b),?",
    re.I,
)
_AMONG = re.compile(
    rf"\b(?P<ask>which|how many|any|some|all|most|do any|are any|is any)?(?: ones?)? ?"
    rf"(?:of|among|from) {_OTHERS}\b|^(?:and |but )?(?P<do>do|are|have|did|were) {_OTHERS}\b",
    re.I,
)


def complement(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """A question about the papers that the answer before left out; None for another question."""
    last = before.question
    if (match := _APART.search(text)) and not _NOT_THOSE.match(text):
        rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" ,")
        if wording.LIST.search(rest):
            besides = tuple(paper.id for paper in before.papers)
            return replace(understand(rest, catalog), besides=besides)
    if last.named or last.kind not in (Kind.LIST, Kind.RECORD):
        return None
    ids = tuple(paper.id for paper in before.papers)
    of_set = last.topic or last.filters != Filters() or last.limit
    if of_set and not last.tally and _MORE.match(text):
        more = replace(last, whole=f"{last.whole.rstrip(' ?.!')} – {text}", counted=False)
        if last.limit:
            return replace(more, skip=last.skip + len(ids))
        return replace(more, besides=(*last.besides, *ids))
    if is_cut(last, before) and _THE_REST.match(text):  # of those that fit, not of the library
        fitting = f"{last.whole.rstrip(' ?.!')} – {text}"
        return replace(last, whole=fitting, limit=None, skip=last.skip + len(ids))
    whole = f"{text.rstrip(' ?.!')} (than the papers that answered “{last.whole}”)"
    plain = Question(text=text, whole=whole, kind=Kind.RECORD)
    if _NOT_THOSE.match(text):
        return replace(plain, besides=ids, scope=last.scope)
    if contrary := _contrary(text, plain, last, ids):
        return contrary
    if match := _AMONG.search(text):
        asked = f"{match['ask'] or 'which'} papers" if not match["do"] else "which papers"
        asked = re.sub(r"^(?:do|are|is) any\b", "which", asked, flags=re.I)
        rest = f"{text[: match.start()]} {asked} {text[match.end() :]}"
        return replace(understand(rest, catalog), besides=ids, scope=last.scope)
    return None


def _contrary(text: str, plain: Question, last: Question, ids: tuple[str, ...]) -> Question | None:
    """The papers of which the contrary of what was asked is true: "which do not?", "and with?"."""
    if last.filters.has_code is False and _WITH.match(text):
        return _without(plain, last, ids)
    match = _WITHOUT.match(text)
    if match is None:
        return None
    if match["given"] and last.scope is None and last.filters == Filters():
        return None  # of a topic it says nothing that they release none
    counted = (match["count"] or "").lower() == "how many"
    return replace(_without(plain, last, ids), counted=counted)


def contrary_of_none(text: str, last: Answer) -> Question | None:
    """All papers that were asked about, of which none was so: "and which do not?"."""
    asked = last.question
    if not (last.abstained and asked.scope) or asked.named or not (match := _WITHOUT.match(text)):
        return None
    whole = f"{text.rstrip(' ?.!')} (after “{asked.whole}”)"
    counted = (match["count"] or "").lower() == "how many"
    return Question(text, whole, Kind.RECORD, scope=asked.scope, counted=counted)


def is_cut(last: Question, before: Answer) -> bool:
    """Whether an answer shows but the first few of the papers that fit a topic or a condition."""
    of_set = last.topic or last.filters != Filters()
    return bool(of_set and last.limit and last.limit <= len(before.papers)) and not last.tally


def _without(plain: Question, last: Question, ids: tuple[str, ...]) -> Question:
    """What is true of all papers that were asked about, and not what was asked of them.

    Of "papers from 2023 with code" those without are of 2023, too.
    """
    filters = last.filters
    if filters.has_code is not None:
        turned = replace(filters, has_code=not filters.has_code)
        if last.topic:  # of those on it
            return replace(last, text=plain.text, whole=plain.whole, filters=turned, counted=False)
        return replace(plain, filters=turned, unwanted=last.unwanted, scope=last.scope)
    kept = filters if last.topic else Filters()
    return replace(plain, filters=kept, besides=ids, scope=last.scope)
