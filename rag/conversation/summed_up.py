"""Follow-ups that want what was shown in short: "in one sentence", "sum them up", "tl;dr?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.named_paper import with_name
from rag.conversation.variation import short_name
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question

_LEAD = (
    r"^\W*(?:(?:and|but|so|now|ok|okay|then|please|just|maybe|(?:can|could|would) you"
    r"(?: please)?|give (?:me|us)|tell (?:me|us)|i (?:want|need)|i['’]d like"
    r"|what(?:['’]s| is| are| was))\W+)*"
)
_FEW = r"(?:a|one|two|three|four|five|a few|a couple of|\d|very few|simple|plain|other|fewer)"
_UNITS = r"(?:sentences?|lines?|words?|paragraphs?|bullets?|bullet points?)"
_IN_SHORT = (
    rf"(?:in|as|with) {_FEW} (?:(?:short|plain|simple|single) )*{_UNITS}"
    r"|in (?:short|brief|a nutshell|essence|plain (?:english|words|terms|language)"
    r"|simple(?:r)? (?:terms|words|english)|layman['’]?s terms)"
    r"|(?:more )?briefly|(?:a bit )?shorter|short version|(?:the )?short(?:er)? (?:answer|version)"
)
_A_FEW = rf"(?:a |an |the |one |two |three )?(?:(?:very|short|brief|quick|one|plain)[ -])*{_UNITS}"
_SUMMARY = (
    r"(?:(?:the|a|an|one|its|their|short|brief|quick|one[- ]line|very|main|key|central|core) )*"
    r"(?:summ?ary|summaries|gist|tl;?dr|eli5|overview|take-?aways?|take-?home(?: messages?)?"
    r"|bottom line|(?<=main )(?:ideas?|points?|messages?|contributions?)"
    r"|(?<=key )(?:ideas?|points?|messages?|contributions?)"
    r"|(?<=core )(?:ideas?|points?|messages?|contributions?)"
    r"|(?<=central )(?:ideas?|points?|messages?|contributions?))"
)
# As little as "tell me more" says: more of what was told.
_MORE = (
    r"(?:(?:(?:a bit|a little|much|some|any) )?more(?: details?| info(?:rmation)?| context)?"
    r"|(?:(?:further|some|more) )?details?|elaborate|expand|continue|go on"
    r"|in (?:more|greater|some) (?:detail|depth))(?: (?:on|about) (?:it|this|that|them|those"
    r"|these|this one|that one|this paper))?"
)
_THEM = (
    r"(?:them(?: all)?|these|those|all(?: of (?:them|these|those))?|both(?: of (?:them|these))?"
    r"|each(?: of (?:them|these|those)| one| paper)?|every one(?: of them)?"
    r"|(?:the|these|those|all) (?:the )?(?:two |three |four )?(?:papers|ones|list|results|two|three"
    r"|four))"
)
_IT = r"(?:it|that|this|(?:the|this|that) (?:one|paper|article))"
_SUM_UP = r"(?:summ?ari[sz]e|sum up|explain|describe|recap|outline|condense)"
_TAIL = (
    rf"(?:,? (?:up|for me|for us|please|pls|quickly|then|only|each|again|{_IN_SHORT}"
    r"|(?:a bit|a little) (?:more|further)|further|in (?:more )?detail))*\W*$"
)
_OF_SEVERAL = re.compile(
    rf"{_LEAD}(?:{_SUM_UP} {_THEM}|sum {_THEM} up"
    rf"|(?:{_SUMMARY}|{_A_FEW}) (?:of|on|about|for|per) (?:{_THEM}|paper)"
    r"|(?:what )?(?:are|do) (?:they|those|these|both)(?: all| each| both)?"
    r" (?:about|do|say|propose)"
    rf"|(?:what )?(?:does|is) each(?: of them| one| paper)? (?:about|do|say|propose)"
    rf"|(?:a bit |something |more |a little )*about {_THEM}"
    rf"|{_A_FEW} each|(?:{_THEM}|what they (?:do|say|are about)) {_IN_SHORT}){_TAIL}",
    re.I,
)
_OF_ONE = re.compile(
    rf"{_LEAD}(?:{_SUM_UP} {_IT}|sum {_IT} up|(?:what )?(?:is |does "
    rf"|did )?{_IT} (?:all )?(?:about|do|say|propose)){_TAIL}",
    re.I,
)
_BARE = re.compile(
    rf"{_LEAD}(?:(?:{_SUM_UP}|say (?:it|that)|put (?:it|that)) )?"
    rf"(?:(?P<short>{_IN_SHORT})|{_MORE}|(?:the )?{_SUMMARY}(?: (?:of|for) {_IT})?"
    rf"|{_SUM_UP}){_TAIL}",
    re.I,
)
_MOST = 4  # papers in a table, as of those that are compared


def summed_up(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """What the papers of the answer before are about, where a text wants that in short.

    Of a fact, "in short" wants that fact again; of several papers each has its part of a table.
    """
    ids = tuple(paper.id for paper in before.papers)
    if len(ids) > 1:
        if not (_OF_SEVERAL.match(text) or _BARE.match(text)):
            return None
        several = " and ".join(short_name(i, catalog) for i in ids[:_MOST])
        whole = f"Summarise {several}"
        return replace(understand(whole, catalog), kind=Kind.COMPARE, named=ids[:_MOST], topic="")
    match = _BARE.match(text) or _OF_ONE.match(text)
    if match is None:
        return None
    last = before.question
    if match.re is _BARE and match["short"] and last.kind is Kind.FACT and last.named:
        return replace(last, whole=f"{last.whole.rstrip(' ?.!')} – {text}")
    asked = with_name(f"Summarise {short_name(ids[0], catalog)}", ids[0], catalog)
    return replace(asked, kind=Kind.SUMMARY, named=ids)
