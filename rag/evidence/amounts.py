"""Whether a text says how much of something there is, or what the mean of something was."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.evidence.quantity import gives_measure
from rag.evidence.scores import lacks_score
from rag.language.numbers import WORDS
from store.lexical import terms

# "How much memory?" and "what was the mean BMI?" are answered beside the thing's name.
_MUCH = re.compile(
    r"\bhow much (?:[\w-]+ )?(?P<of>memory|storage|core|ram|disk|energy|power|electricity)\b"
    r"|\b(?:what|which)(?:['’]s| is| was| were| are)? (?:the |their |its )?(?:mean|average|median)"
    r" (?P<mean>(?:(?!of\b|in\b|for\b|at\b|among\b)[\w-]+ ?){1,3})",
    re.I,
)
# What is asked for by how many or by how much it is, and any way to say that.
_NUMBER_ASKED = re.compile(
    r"\bhow many\b|\bby how (?:much|many)\b|\b(?:what|which) (?:percentage|percent|fraction"
    r"|proportion|share|factor)\b|\bin (?:percent|per cent|%)|\bby (?:what|which) (?:margin"
    r"|factor)\b",
    re.I,
)
_SCORE_ASKED = re.compile(
    r"\b(?:what|which) (?:[\w-]+ ){0,2}?(?:rates?|accurac(?:y|ies)|recall|precision|f1|auc|bleu"
    r"|perplexity|speed-?ups?|scores?|percentages?|throughput) (?:in (?:percent|per cent|%) )?"
    r"(?:does|do|did|is|was|were|has|can)\b",
    re.I,
)
_DIGIT = re.compile(r"(?<![A-Za-z-])\d|\b(?:one|two|three|half|third|orders? of magnitude)\b", re.I)
_A_NUMBER = re.compile(
    rf"\d|\b(?:{'|'.join(WORDS[1:])}|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?"
    r"|thousands?|millions?|billions?|dozens?|single|both|twice|thrice|doubl\w+|tripl\w+"
    r"|quadrupl\w+"
    r"|half|halv\w+|third|quarter|pair|several|many|few|all|none|no|each|every)\b"
    r"|\borders? of magnitude\b",
    re.I,
)
_TIME_ASKED = re.compile(
    r"\b(?:what|which)(?:['’]s| is| was| were| are)? (?:the |its |their )?(?P<of>[\w-]+ )?times?"
    r"(?! (?:series|complexity|step|steps|horizon|limit|zone|period)\b)(?= (?:of|for|to|on|per"
    r"|in|it)\b|\W*$)",
    re.I,
)
_A_TIME = re.compile(
    r"\d\s?(?:s|ms|us|µs|μs|min|h|hrs?)\b|(?:\d|\b(?:one|two|three|four|five|six|several|few|half"
    r"|an?|single))[\s-](?:\w+ )?(?:(?:milli|micro|nano)?second|minute|hour|day|week|month"
    r"|year)s?\b",
    re.I,
)
# Of how many, "both fields" tells nothing unless they are the things asked for.
_COUNT_ASKED = re.compile(r"\bhow many\b", re.I)
_VAGUE = re.compile(r"\b(?:both|all|none|no|each|every)\b", re.I)
_CORE = frozenset(terms("core"))
_ON_AVERAGE = re.compile(r"\b(?:mean|average|median)\b\W+(?:\w+\W+){0,3}\d", re.I)
_ALIKE = tuple(
    frozenset(terms(words))
    for words in (
        "age aged years old",
        "ram memory storage",
        "speedup speed-up faster speed accelerate acceleration times throughput",
        "energy power electricity",
    )
)


def lacks_amount(question: str, text: str) -> bool:
    """Whether an amount, a mean or a score is asked for, and the text has no number beside it."""
    if lacks_score(question, text):
        return True
    if match := _MUCH.search(question):
        return not _says_how_much(match["of"] or "", match["mean"] or "", text)
    if match := _TIME_ASKED.search(question):
        return not (_A_TIME.search(text) or gives_measure({*terms("time")}, text))
    return False


def _says_how_much(thing: str, mean: str, text: str) -> bool:
    """Whether a number stands beside what there is much of, or beside what is averaged."""
    if mean:
        said = [things for things in _kin(mean) if not things.isdisjoint(terms(text))]
        beside = any(gives_measure(things, text) for things in said)
        return beside or bool(said and _ON_AVERAGE.search(text))
    return any(gives_measure(things, text) for things in _kin(thing))


def _kin(words: str) -> list[set[str]]:
    """The terms of some words, and those of others for the same things."""
    own = set(terms(words, joined=False))
    if _CORE & own:  # the memory of old machines; a processor's cores are none
        own |= set(terms("memory storage"))
    return [own, *(set(kin) for kin in _ALIKE if own & kin)]


def lacks_figure(question: str, sentences: Iterable[str]) -> bool:
    """Whether a number is asked for outright, and none of some sentences has any.

    A score that is asked for is written in digits.
    """
    if _SCORE_ASKED.search(question):
        return not any(map(_DIGIT.search, sentences))
    if not _NUMBER_ASKED.search(question):
        return False
    told = (_VAGUE.sub(" ", text) if _COUNT_ASKED.search(question) else text for text in sentences)
    return not any(map(_A_NUMBER.search, told))
