"""Tells when the papers do not answer, and which kind of silence it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from rag.evidence.errands import ERRAND
from rag.evidence.finder import Found
from rag.retrieve import Lead
from rag.shown import byline, clipped
from rag.trace import Decided, note
from rag.types import Claim, Draft
from store.papers import Paper

# From the risk-coverage curve of the tune half; see docs/decisions.md.
COSINE_WEIGHT, NAMED_CUT, OPEN_CUT = 0.8, 0.48, 0.66
STRANGE, ODD, OFF_FOCUS, UNSAID = 0.12, 0.04, 0.25, 1.2
FOREIGN = 0.8  # a name that the paper asked about does not have: LongRoPE2's length on Mistral
UNKNOWN = 0.45  # such a name where the paper is only described
ALIEN = 0.3  # a subject that the paper does not speak of: a retrieval of images on video
_NEAREST = 0.3
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# Where words are chosen freely: what it takes to answer, what a paper's name weighs beside the
# other words, and how near the paper must be.
FREE_CUT, NAME_WEIGHT, FREE_COSINE = 0.72, 2.0, 0.35
_STANDS_OUT = Lead(0.25, 0.1)
_STANDS_ALONE, _ALONE = Lead(0.3, 0.15), 0.2  # and what so great a lead takes from the cut
_SMALL_TALK = re.compile(
    r"\b(?:joke|poem|limerick|haiku|hello|hi there|hey there|how are you"
    r"|good (?:morning|evening|night)|thank(?:s| you)\b(?! to\b)|who are you"
    r"|your (?:name|instructions|system prompt)|system prompt|horoscope|lottery"
    r"|ignore (?:all|your|the|previous)\b[^.?!]{0,30}\b(?:instructions?|prompts?|rules?|above))\b"
    rf"|{ERRAND}"
    # A paper has a story, a recipe, and may forecast the weather.
    r"|^\W*(?:(?:please|now|then|and),? )*(?:tell|write|sing|read|give|make up|invent|compose|play)"
    r"\b[^.?!]{0,24}"
    r"\b(?:song|story|stories|recipe)\b(?! (?:of|behind|in|told) )|^\W*(?:an? )?(?:[\w-]+ ){0,2}"
    r"(?:song|story|recipe)\b(?: (?:about|for|on)\b.*|\W*)$"
    r"|\bweather (?:be )?(?:like|today|tomorrow|now)\b|^\W*(?:what|how)['’]?s?(?: is)? the weather"
    r"|^\W*(?:hi|hello|hey|yo)\W*$|^(?!\W*(?:19|20)\d\d\W*$)[\s\d+*/x×().=?-]+$"
    r"|what['’]?s? (?:is )?\d+\s*[*x×+/-]\s*\d+",
    re.I,
)


_OF_PAPERS = re.compile(
    r"^\W*(?:(?:which|what|any|find|list|show(?: me)?|are there(?: any)?) (?:[\w-]+ ){0,2}?)?"
    r"(?:papers|articles|studies)\b(?= \w)",
    re.I,
)


class Silence(Enum):
    """Why nothing is answered; the value is the sentence said."""

    OFF_TOPIC = "That is not a question about the papers, so there is nothing in them to answer it."
    NOT_HERE = "Nothing in this collection is about that."
    NOT_SAID = "{title} does not say."
    NO_PAPER_ON = "No paper in this collection is on {thing}, so there is nothing to compare."
    UNCLEAR = "Which paper or topic is meant? Name it, or ask about one first."
    HALF_READ = "Which two sets of papers are to be counted? Say of both what papers they hold."
    FOREIGN = "Footnote reads English only; ask it in English."
    HELP = (
        "Ask about the papers of this collection: which are about something (“Which papers are"
        " about …?”), what one says (“What does … do?”, “Who wrote …?”, “Summarize …”), how two"
        " compare (“Compare … and …”), or what the records tell (“How many papers are from 2024?”,"
        " “papers by …”)."
    )
    GREETED = f"{OFF_TOPIC} {HELP}"
    NO_SUCH = "The answer before names no such paper."


_HELP = re.compile(
    r"^\W*(?:(?:hi|hello|hey|ok|please|so|and)\W+)*(?:help(?: me)?|usage|instructions|manual"
    r"|what (?:else )?(?:can|could|do|may|should) (?:you|i|we|one) (?:do|ask|answer|search|type"
    r"|say)"
    r"(?: (?:you|here|for me|with (?:this|it|you)|about))*"
    r"|what (?:(?:kinds?|sorts?|types?) of )?(?:questions|things) (?:can|could|may|do|should)"
    r" (?:you|i|we|one) (?:ask|answer|do)(?: you| here)*|what (?:are you(?: for)?"
    r"|is this (?:tool|thing|app|program)(?: for)?)"
    r"|how (?:do|can|should) (?:you|i|we|one) (?:use|work|start|begin|ask)"
    r"(?: (?:this|it|you|here|questions|the tool))*|who are you and what .*"
    r"|how can you help(?: me)?)[\s?.!]*$",
    re.I,
)
# "Hi", "hello there, who are you?"
_GREETING = re.compile(
    r"^(?=.*\w)\W*(?:(?:hi|hello|hey|yo|hiya|greetings|good (?:morning|afternoon|evening|day))"
    r"(?: (?:there|again|everyone|all|footnote))?\b\W*)*"
    r"(?:(?:who|what) are you|who(?: is|['’]s) (?:this|there)|how are you(?: (?:doing|today))*"
    r"|what(?:['’]s| is) your name|introduce yourself|tell me about yourself)?\W*$",
    re.I,
)
# Commands for a machine: "SELECT * FROM papers", "rm -rf /".
_CODE = re.compile(
    r"^\W*(?:SELECT\b.+\bFROM\b|(?i:select) \*|INSERT INTO\b|DELETE FROM\b|(?:DROP|ALTER|CREATE"
    r"|TRUNCATE) TABLE\b|(?i:sudo |rm -|import os\b|print\(|console\.log\())"
)


def asks_help(text: str) -> bool:
    """Whether a text asks what can be asked."""
    return _HELP.match(text) is not None


def greets(text: str) -> bool:
    """Whether a text says no more than a greeting, or asks who answers."""
    return _GREETING.match(text) is not None


def is_small_talk(text: str) -> bool:
    """Whether the text plainly asks nothing of any paper; papers on songs may well be asked for."""
    if _CODE.match(text):
        return True
    return _SMALL_TALK.search(text) is not None and not _OF_PAPERS.match(text)


def is_answered(found: Found, *, named: bool) -> bool:
    """Whether a paper's best sentences answer, by coverage of the words and similarity."""
    return margin(found, named=named) >= 0


def margin(found: Found, *, named: bool, by_name: bool = True, of_fact: bool = False) -> float:
    """How far the confidence stands above what it takes to answer.

    A paper that is meant for sure but not named (`by_name` false) may lack names that told it.
    """
    sure = confidence(found, named=named and by_name, of_fact=of_fact)
    return _decided(found, sure, NAMED_CUT if named else OPEN_CUT)


def _decided(found: Found, sure: float, cut: float) -> float:
    note(
        lambda: Decided(
            found.paper_id,
            found.coverage,
            found.cosine,
            found.missing,
            found.strange,
            found.off_focus,
            found.unsaid,
            sure,
            cut,
            sure >= cut,
        )
    )
    return sure - cut


def margin_freely(found: Found, *, named: bool, lead: Lead) -> float:
    """How far a paper stands above what it takes to answer a question in words of its own.

    Words for which others could stand count little. No less than before is made of a name that
    the paper lacks, of a thing that it does not speak of and of a number that it does not give;
    and the paper must be near, and named, or stand out before all others.
    """
    if found.cosine < FREE_COSINE or not (named or lead.is_at_least(_STANDS_OUT)):
        return -1.0
    name = NAME_WEIGHT if named else 0.0
    total = found.held + found.lacking + name
    share = (found.held + name) / total if total else 1.0
    lacks = ODD * len(found.odd) + _in_vain(found, named=True)
    cut = FREE_CUT - (_ALONE if not named and lead.is_at_least(_STANDS_ALONE) else 0.0)
    return _decided(found, share + COSINE_WEIGHT * found.cosine - lacks, cut)


def is_only_unsaid(found: Found) -> bool:
    """Whether a paper is about what is asked, and only gives no such figure or name."""
    return found.unsaid and confidence(replace(found, unsaid=False), named=True) >= OPEN_CUT


def confidence(found: Found, *, named: bool, of_fact: bool = False) -> float:
    """How surely a paper answers: what its text has of the question, less what it lacks.

    Of a paper that is named, a name that it lacks is asked in vain, and a word that no paper has
    may be one for what it says otherwise; where none is named, each word says which is meant.
    `of_fact` says that all is asked of the paper's text, and nothing of which paper it is.
    """
    strange = len(found.odd) * (ODD if named else STRANGE)
    if of_fact:
        lacks = _in_vain(found, named=named)
    else:
        names = len(found.strange) - len(found.odd)
        lacks = names * (FOREIGN if named else STRANGE) + _unanswered(found)
    return found.coverage + COSINE_WEIGHT * found.cosine - strange - lacks


def _in_vain(found: Found, *, named: bool) -> float:
    """What counts against a paper of which a fact is asked: names and subjects that it lacks.

    A year may only say which paper is meant, where none is named.
    """
    names = [t for t in found.strange if t not in found.odd]
    if not named:
        names = [t for t in names if not _YEAR.fullmatch(t)]
    weight = FOREIGN if named else UNKNOWN
    return weight * len(names) + ALIEN * len(found.alien) + _unanswered(found)


def _unanswered(found: Found) -> float:
    return OFF_FOCUS * found.off_focus + UNSAID * found.unsaid


def keep_silent(
    why: Silence, papers: Mapping[str, Paper], nearest: Found | None = None, thing: str = ""
) -> Draft:
    """One sentence that says so and, where it helps, the nearest thing that the papers say.

    `thing` is what no paper is on, where that is said.
    """
    title = f"*{papers[nearest.paper_id].title}*" if nearest else "The paper"
    lead = why.value.format(title=title, thing=thing)
    if nearest is None or why is Silence.OFF_TOPIC or nearest.cosine < _NEAREST:
        return Draft(lead, abstained=True)
    best = nearest.sentences[0]
    nearest_said = "What is said of it" if thing else "The nearest that it says"
    claim = Claim(
        f"{nearest_said} – {byline(papers[best.paper_id])}: {clipped(best.text)}", (best,)
    )
    return Draft(lead, (claim,), abstained=True)
