"""Follow-ups that go back in the conversation: "back to the first list: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.in_both import ALSO_THERE
from rag.conversation.variation import short_name
from rag.language.numbers import CARDINAL, number_of, place_of
from rag.language.topic import topic_of
from rag.records.catalog import Catalog
from rag.types import Answer, Kind
from store.lexical import terms

_FIRST = r"(?:very )?(?:first|original|initial)"
_EARLIER = r"earlier|previous|prior|former|preceding|old|last"
_SET = (
    r"(?:lists?|sets?|groups?|papers|articles|results?|answers?|questions?|selection|batch|lot"
    r"|ones)"
)
_NTH = r"second|third|fourth|2nd|3rd|4th|latter"
_SAID = (
    r"(?: of (?:papers|yours|mine)| above| before| from before| (?:that )?(?:you|we|i) (?:gave|had"
    r"|showed|saw|listed|asked|started with|began with)(?: (?:me|us))?(?: (?:first|before))?)?"
)
_THE = r"(?:the|my|our|your|that|those|these)"
_LISTED = (
    rf"{_THE} (?:(?:(?P<first>{_FIRST})|(?P<nth>{_NTH})(?= (?!papers|ones|articles))"
    rf"|(?P<earlier>{_EARLIER})|(?P<whole>whole|full|complete"
    rf"|entire)) )?(?:(?P<count>{CARDINAL}) )?{_SET}{_SAID}"
)
_LEAD = (
    r"^\W*(?:(?:and|but|ok|okay|so|now|well|no|then|please)\W+)*"
    r"(?:(?:let['’]?s|let us|let me|can we|could we|shall we|i want to|i['’]d like to|we) )?"
)
_RETURNS = (
    rf"{_LEAD}(?:(?:go|get|come|jump|turn|switch|move|going|coming|getting) )?(?:back to"
    r"|return(?:ing)? to) "
)
_TO_A_LIST = re.compile(rf"{_RETURNS}{_LISTED}(?:\W+(?:and |then )?|$)", re.I)
_TO_A_TOPIC = re.compile(
    rf"{_RETURNS}(?:the )?(?P<topic>[\w &+.'’-]{{2,60}}?)"
    r"(?:(?:\s*[.,;:!?]|\s+[–—-])\s+(?:and |then )?|\W*$)",
    re.I,
)
_OF_A_LIST = re.compile(
    rf"\b(?:of|among|from|in|out of) (?:all )?(?=(?:the|that|those|this) (?:{_FIRST}|{_EARLIER}"
    rf"|{_NTH})|my|your|(?:the|those)"
    rf" [\w ]{{0,20}}(?:above|before)){_LISTED}(?:,|\b)(?! (?:of|on|about|by)\b)",
    re.I,
)
# Of two sets, and not of the two papers of one.
_OF_TWO_SETS = re.compile(
    r"\b(?:of|among|from|in|out of) the (?P<which>former|latter)"
    r"(?=\s*[,:;?]|\W*$| (?:which|who|how|are|do|does|is|any|only|list|show)\b),?",
    re.I,
)
_ONE = r"(?:one|paper|article|study|system|method)"
_TO_ONE = re.compile(
    rf"(?:(?P<back>{_RETURNS})|{_LEAD}(?:about|regarding|concerning|as for|on|for|with) )"
    rf"(?:the|that|my) (?:(?P<first>{_FIRST})|earlier|previous|prior|last|other)"
    rf"(?: {_ONE}|(?(back)(?: (?!{_SET}\b)[a-z]+)?|(?!))){_SAID}"
    r"(?: (?:again|once more))?(?:\s*[,.;:!?–-]+\s*(?:and |then )?|\W*$)",
    re.I,
)
_BACK = re.compile(
    rf"{_LEAD}(?:(?:go|get|come|jump|take me|bring me|one step) back(?: (?:one|a step|please|again"
    r"|once|one step))?|back(?: again| please)?|undo(?: (?:that|it|this))?"
    r"|without that (?:condition|filter|restriction|limit)"
    rf"|(?:show|give)?(?: me)? ?(?:the )?(?:previous|earlier|prior) {_SET}(?: again| please)?)\W*$",
    re.I,
)
_LISTED_AGAIN = re.compile(
    rf"{_LEAD}(?:(?:show|give|list)(?: me| us)? )?{_LISTED} (?:again|once more)\W*$", re.I
)
_IT = re.compile(r"\b(?:it|its|they|their|them|there|th(?:is|at)(?: paper| one)?)\b", re.I)
_TWO = 2
_SHORT = 2  # words: "when?", "the code?"
_THAT_ALONE = re.compile(r"\b(?:questions?|answers?)\b", re.I)


def gone_back(
    text: str, answers: Sequence[Answer], catalog: Catalog, *, refused: bool = False
) -> tuple[str, list[Answer]]:
    """What a text asks besides going back, and the answers with the one that it means first.

    `answers` are those with papers, the last one first. The text is empty where it only wants to
    see that answer again, and as it was where it goes back to none. Where the last question was
    `refused`, it goes back to the last of these answers.
    """
    if ALSO_THERE.match(text):
        return text, [*answers]
    if of_sets := _of_two_sets(text, answers):
        return of_sets
    if _BACK.match(text) and (meant := _answer_before(answers, refused=refused)):
        return "", [meant, *answers]
    for pattern, put in ((_LISTED_AGAIN, ""), (_TO_A_LIST, ""), (_OF_A_LIST, "of those")):
        match = pattern.search(text)
        if match and (meant := _meant(match, answers)):
            rest = f"{text[: match.start()]}{put} {text[match.end() :]}".strip(" ,")
            return rest, [meant, *answers]
    match = _TO_ONE.match(text)
    if match and (meant := _single(answers, first=match["first"] is not None)):
        return _of(meant, text[match.end() :], catalog), [meant, *answers]
    match = _TO_A_TOPIC.match(text)
    if match and (meant := _about(match["topic"], answers, catalog)):
        return text[match.end() :].strip(), [meant, *answers]
    return text, [*answers]


def _of_two_sets(text: str, answers: Sequence[Answer]) -> tuple[str, list[Answer]] | None:
    """The text as of "those", and the answers with the former or the latter of two sets first."""
    match, sets = _OF_TWO_SETS.search(text), _sets(answers)
    if match is None or len(sets) < _TWO or sets[-1] is not answers[0]:
        return None
    meant = sets[-2 if match["which"].lower() == "former" else -1]
    rest = f"{text[: match.start()]}of those {text[match.end() :]}".strip(" ,")
    return rest, [meant, *answers]


def _answer_before(answers: Sequence[Answer], *, refused: bool) -> Answer | None:
    """The set before the last answer, else what was answered before it, or all there is."""
    if refused or len(answers) == 1:
        return answers[0] if answers else None
    return _last_set(answers) or next(iter(answers[1:]), None)


def _last_set(answers: Sequence[Answer]) -> Answer | None:
    """The set that was shown before the last answer."""
    now = {paper.id for paper in answers[0].papers} if answers else set()
    sets = (a for a in answers[1:] if a.question.kind in (Kind.LIST, Kind.RECORD))
    return next((a for a in sets if not a.question.named and {p.id for p in a.papers} != now), None)


def _single(answers: Sequence[Answer], *, first: bool) -> Answer | None:
    """The answer on one paper that was the first, or was before the last one's."""
    if first:
        return answers[-1] if answers and len(answers[-1].papers) == 1 else None
    now = answers[0].papers if answers else ()
    return next((a for a in answers[1:] if len(a.papers) == 1 and a.papers != now), None)


def _of(meant: Answer, rest: str, catalog: Catalog) -> str:
    """What is asked, of the paper that is gone back to where no word says whose."""
    rest = rest.strip()
    if _IT.search(rest) or len(rest.split()) <= _SHORT or catalog.named_in(rest)[0]:
        return rest
    return f"{rest.rstrip(' ?.!')} in {short_name(meant.papers[0].id, catalog)}?"


def _meant(match: re.Match[str], answers: Sequence[Answer]) -> Answer | None:
    """The answer that words such as "the first list" mean."""
    several = [answer for answer in answers if len(answer.papers) > 1]
    if match["count"]:
        count = number_of(match["count"])
        several = [answer for answer in several if len(answer.papers) == count]
    if match["first"] and _THAT_ALONE.search(match.group()):
        return answers[-1]
    if match["first"]:
        return several[-1] if several else None
    if match["nth"]:
        sets, nth = _sets(answers), match["nth"].lower()
        place = len(sets) if nth == "latter" else place_of(nth)
        return sets[place - 1] if 0 < place <= len(sets) else None
    if match["whole"]:
        return next((answer for answer in several if answer.question.scope is None), None)
    if match["earlier"] and match["earlier"].lower() != "last" and several[:1] == [answers[0]]:
        return several[1] if len(several) > 1 else several[0]
    return several[0] if several else None


def _sets(answers: Sequence[Answer]) -> list[Answer]:
    """The sets that were asked for, the first one first; none that was chosen from another."""
    return [
        answer
        for answer in reversed(answers)
        if answer.question.kind in (Kind.LIST, Kind.RECORD)
        and not (answer.question.named or answer.question.limit)
        and answer.question.scope is None
    ]


def _about(words: str, answers: Sequence[Answer], catalog: Catalog) -> Answer | None:
    """The answer on one named paper, with that paper alone, or the last list on a topic."""
    named, _ = catalog.named_in(words)
    if len(named) == 1:
        for answer in answers:
            own = tuple(paper for paper in answer.papers if paper.id == named[0])
            if own:
                question = replace(answer.question, kind=Kind.FACT, named=named)
                alone = replace(answer, papers=own, question=question)
                return answer if len(answer.papers) == 1 else alone
        return None
    wanted = set(terms(topic_of(words)))
    on_it = [a for a in answers if wanted and wanted <= set(terms(a.question.whole))]
    return next((a for a in on_it if len(a.papers) > 1), next(iter(on_it), None))
