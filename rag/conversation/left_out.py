"""Follow-ups that take papers out of a list: "leave that one out and show me the rest",
"drop everything that has to do with math, what remains?"
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.family import family_in
from rag.conversation.narrowing import narrowed
from rag.conversation.references import dated_paper, nth_papers
from rag.conversation.the_one import described_paper
from rag.language.numbers import CARDINAL, number_of
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.records.allowed import fits
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.types import Answer, Filters, Kind, Question
from store.lexical import terms

_OUT = r"(?:out|away|aside|off)"
_FROM_IT = (
    r"(?:(?: of| from)? (?:it|there|them|those|this|the list|the set)"
    r"| (?:of|from) (?:my|our|this|that|the) (?:(?:reading )?list|set|lecture|talk|survey|review"
    r"|report|thesis|essay|seminar|course|table|overview|selection|search|results?))?"
)
_LEAD = (
    r"^\W*(?:(?:and|but|ok|okay|so|now|then|please|well|no|just|let['’]?s|let us|(?:can|could) you"
    r"|you can|i want to|i(?:['’]d| would) (?:like to|rather)|i prefer to|on second thoughts?"
    r"|thinking about it|we)\W+)*"
)
_PLAIN_VERB = (
    r"(?:drop(?:ping)?|remov(?:e|ing)|exclud(?:e|ing)|ignor(?:e|ing)|omit(?:ting)?"
    r"|discard(?:ing)?|delet(?:e|ing)|skip(?:ping)?|scratch(?:ing)?|strik(?:e|ing)|hid(?:e|ing)"
    r"|forget(?:ting)?(?: about)?"
    r"|disregard(?:ing)?|without|minus|not counting"
    r"|(?:other than|except(?: for)?|(?:but )?not|no|nothing on)(?=(?: (?:the|any))?"
    r" (?!(?:really|yet|now|idea|more|problem|good|bad|sure|one|thanks?|that|this|it|all|the same"
    r"|quite|so|only|just|about|on|from|by|for|in|with|the|any|those|these|of|to|[a-z]+ly)\b)"
    r"[\w.-]+(?: [\w.-]+){0,2}\W*$)"
    r"|not(?= (?:(?:the|any) )?(?:[\w-]+ ){1,5}ones?\W*$)"
    r"|not(?= (?:the )?(?:ones?|papers|those) (?:on|about|from|by|for|with|that|in)\b))"
)
_PARTED_VERB = (
    r"(?:leav(?:e|ing)|tak(?:e|ing)|throw(?:ing)?|kick(?:ing)?|filter(?:ing)?|weed(?:ing)?"
    r"|rul(?:e|ing)|strip(?:ping)?|cut(?:ting)?|cross(?:ing)?|set(?:ting)?|put(?:ting)?"
    r"|keep(?:ing)?|sort(?:ing)?)"
)
_NO_CARE = (
    r"(?:i (?:do not|don['’]t|dont) (?:care (?:about|for)|(?:want|need)(?: to see)?)"
    r"|(?:i(?:['’]m| am|m) )?not interested in|i have no (?:use for|interest in))"
)
_DROP = (
    rf"(?:{_PLAIN_VERB} (?P<what>.+?){_FROM_IT}|{_PARTED_VERB} {_OUT}{_FROM_IT} (?P<what2>.+?)"
    rf"|{_PARTED_VERB} (?P<what3>.+?) {_OUT}{_FROM_IT}|{_NO_CARE} (?P<what4>.+?))"
)
_REST = (
    r"(?:the (?:rest|others|remainder|remaining (?:ones|papers|two|three|four|five|\d)"
    r"|other (?:ones|papers|two|three|four|five|\d)))"
)
_LEFT = r"(?:left|remain(?:s|ing)?|still (?:there|in)|over)"
_WHAT_IS_LEFT = (
    rf"(?:(?:what|which|who|how many)(?: ones?| papers?| of (?:them|those))?"
    rf"(?:['’]s| is| are| would be| will be| would| will| do)?(?: then| still)? {_LEFT}(?: over)?"
    r"|what else (?:is there|have you(?: got)?|do (?:you|we) have)"
    r"|what (?:do|would) (?:i|we|you) (?:have(?: left)?|get|keep|be left with))"
)
_TAIL = (
    r"\W+(?:and |then |so |but )*(?:(?:please |just )?(?:(?:show|give|list|tell|keep|name)"
    rf"(?: me| us)? (?:all |only )?(?:of )?)?(?:{_REST}|what(?:['’]s| is)? {_LEFT})"
    rf"|{_WHAT_IS_LEFT})"
    r"(?: then| please| again)*"
)
_DROPS = re.compile(rf"{_LEAD}{_DROP}(?:{_TAIL})?\W*$", re.I)
_IF_DROPPED = re.compile(
    rf"{_LEAD}{_WHAT_IS_LEFT}(?: then)?,? (?P<if>if|when|once|after|by|without|except(?: for)?"
    rf"|apart from|besides)?,? ?(?:(?:you|we|i|one) )?(?:{_DROP}|(?P<what5>.+?))\W*$",
    re.I,
)
_ALL_BUT = re.compile(
    rf"{_LEAD}(?:(?:show|give|list)(?: me| us)? )?(?:everything|(?:all|any)(?: of (?:them|those"
    rf"|these))?|{_REST}|them|those|these|the (?:same )?list|the same(?: ones)?)"
    r"(?: again)?,? (?:but(?: not| for)?|except(?: for)?|without|apart from|minus|other than"
    r"|excluding|save) (?P<what>.+?)\W*$",
    re.I,
)
_REST_OF_THEM = re.compile(
    rf"(?:\b(?:of|among|from) )?\b(?:{_REST}|what(?:['’]s| is)? {_LEFT}|them|those)\b", re.I
)
_OF_THE_REST = re.compile(
    r"^(?P<drop>.{4,200}?)(?:[.;!,]\s+|\s+and )(?:and |then |so )*"
    r"(?:(?:tell|show|list)(?: me)? )?(?P<more>(?:which|how many|who|do"
    rf"|does|are|is|any)\b(?!.*\b{_LEFT}\W*$).*\b(?:{_REST}|them|those)\b.*)$",
    re.I,
)
_REMAINING = re.compile(
    r"\bwhat(?:['’]s| is| was) (?:left|remaining)(?: over)?\b"
    r"|\bthe (?:(?:remaining|left-?over) (?:ones?|papers?|articles?|two|three|four)"
    r"|(?:ones?|papers?) (?:left|remaining)|rest)\b(?! of\b)",
    re.I,
)
_AND = re.compile(r" and (?!after\b|before\b)", re.I)
_GROUPS = ("what", "what2", "what3", "what4", "what5")
_SENTENCES = re.compile(r"(?<=[.!;])\s+")
_HOW_MANY = re.compile(r"\bhow many\b", re.I)
_BEFORE = re.compile(
    r"(?:that|this|it|(?:that|this|the) (?:one|paper|article)|them|those|these"
    r"|(?:those|these|the) (?:two|three|four|ones|papers|articles))",
    re.I,
)
# After "exclude those from 2023": "and those from 2024".
_AND_THOSE = re.compile(
    r"^\W*and (?:also |then )?(?P<what>(?:those|the ones?|all those|everything|anything) [^?]+?)"
    r"(?: (?:too|as well))?[.!\s]*$",
    re.I,
)
_TITLES = re.compile(r"\btitles?\b", re.I)
_PAPERS = re.compile(
    r"^(?:(?:everything|anything|all|any|the|those|these|papers?|articles?|ones?|that|which)\W+)*",
    re.I,
)
_ENDS = re.compile(rf"the (?P<end>first|last) (?P<count>{CARDINAL})(?: ones| papers)?", re.I)
_SET = (
    r"^(?:everything|anything|all|any|the ones?|those|papers?|the papers?|whatever|stuff)"
    r"(?: (?:of (?:them|those)|papers?|ones?))?"
)
_WHICH = (
    r"(?: (?:that|which|who))?(?: (?:(?:has|have|had|having) (?:something |anything )?to do with"
    r"|to do with"
    r"|deals? with"
    r"|(?:is|are) (?:about|on|for)|concerns?|touch(?:es)?(?: on)?|involv(?:es?|ing)|about|on"
    r"|related to|relating to|concerning|dealing with))"
)
_SAYING_SO = re.compile(rf"{_SET}{_WHICH} |{_SET}(?: (?:that|which|who))? ", re.I)


_SAYING_NOT = re.compile(
    rf"{_SET}(?: (?:that|which|who))? (?:are|is|do|does|have|has)(?: not|n['’]t|nt)\b"
    r"(?P<what> (?:about|on|for|by|from|deal with|concern|have|use|mention|any)?.*)",
    re.I,
)


def of_the_remaining(text: str, before: Answer) -> str:
    """The text with "those" or "it" for what is left, after a question that left papers out."""
    last = before.question
    if last.scope is None or not (last.besides or last.without):
        return text
    return _REMAINING.sub("those" if len(before.papers) > 1 else "it", text, count=1)


def left_out(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The list before without the papers that a text takes out of it; None for other texts.

    `answers` are those with papers, the last one first. The papers may be spoken of ("that one"),
    counted out, named, or said by what they are about; something may be asked of the rest.
    """
    if (also := _AND_THOSE.match(text)) and _leaves_out(answers[0].question):
        text = f"drop {also['what']}"
    more = _OF_THE_REST.match(text)
    words = _dropped(more["drop"] if more else text)
    listed = next((a for a in answers if len(a.papers) > 1), None)
    if words is None or listed is None:
        return None
    last = [paper.id for paper in answers[0].papers]
    if spoken_of := _BEFORE.fullmatch(words):
        within = (a for a in answers if {*last} < {paper.id for paper in a.papers})
        listed = next(within, None)
    if listed is None:
        return None
    ids = [paper.id for paper in listed.papers]
    gone = last if spoken_of else _picked(words, ids, catalog) or _titled(words, ids, catalog)
    asked = (
        narrowed(_REST_OF_THEM.sub("of those", more["more"]), listed, ids, catalog)
        if more
        else None
    )
    if gone:
        return replace(asked or _whole_list(text, listed), scope=tuple(ids), besides=tuple(gone))
    if catalog.named_in(words)[0]:
        return None
    if kept := _SAYING_NOT.fullmatch(words):  # all that are not so: those that are stay
        return narrowed(f"only the ones{kept['what']}", listed, ids, catalog)
    # "Leave out the ones on caches and attention": what is on either goes.
    either = _AND.sub(" or ", _SAYING_SO.sub("", words, count=1))
    rest = narrowed(f"drop {either}", listed, ids, catalog)
    if asked:
        return replace(asked, without=rest.without, unwanted=rest.unwanted)
    return replace(rest, counted=_HOW_MANY.search(text) is not None)


def _leaves_out(last: Question) -> bool:
    """Whether the question before took papers out of a list itself."""
    gone = last.unwanted != Filters() or last.without or last.besides
    return bool(gone and (_DROPS.match(last.text) or _AND_THOSE.match(last.text)))


def _dropped(text: str) -> str | None:
    """The words for what is taken out; None where nothing is."""
    found = []
    for sentence in reversed(_SENTENCES.split(text)):
        matches = (pattern.match(sentence) for pattern in (_IF_DROPPED, _DROPS, _ALL_BUT))
        if match := next((match for match in matches if match), None):
            said = match.groupdict()
            if said.get("what5") and not said["if"]:  # "what else is there on salt?"
                continue
            found.append(next(said[name] for name in _GROUPS if said.get(name)).strip(" ,."))
    # "I don't care about salt. Leave those out."
    plain = (words for words in found if not _BEFORE.fullmatch(words))
    return next(plain, found[0] if found else None)


def _picked(words: str, ids: Sequence[str], catalog: Catalog) -> list[str]:
    """The papers of a list that words name, count out or describe as the one."""
    shared, kin = family_in(words, ids, catalog)
    if kin and shared == words:
        return list(kin)
    named, unnamed = catalog.named_in(words)
    if named and {*named} <= {*ids} and not re.search(r"\b(?:on|about|like|by)\b", unnamed):
        return list(named)
    if match := _ENDS.fullmatch(words):
        count = number_of(match["count"])
        return list(ids[:count] if match["end"].lower() == "first" else ids[-count:])
    if counted := nth_papers(words, ids):
        return counted
    pick = dated_paper(words, ids, catalog) or described_paper(words, ids, catalog)
    return [pick.paper_id] if pick and pick.paper_id else []


def _titled(words: str, ids: Sequence[str], catalog: Catalog) -> list[str]:
    """The papers of a list whose titles are as words say: "those with 'tree' in the title"."""
    if not _TITLES.search(words):
        return []
    parsed = parse_filters(f"papers {_PAPERS.sub('', words, count=1)}", catalog)
    wanted = Filters(title_words=parsed.filters.title_words, titled=parsed.filters.titled)
    if wanted == Filters() or set(terms(topic_of(parsed.rest))) - GENERIC:
        return []
    return [i for i in ids if fits(catalog.papers[i], wanted)]


def _whole_list(text: str, listed: Answer) -> Question:
    whole = f"{text.rstrip(' ?.!')} (of the papers that answered “{listed.question.whole}”)"
    counted = _HOW_MANY.search(text) is not None
    return Question(text=text, whole=whole, kind=Kind.RECORD, counted=counted)
