"""Whether a sentence gives its thing much or little of what a question says: "high recall".

Only the very noun that is asked about, with a word of degree of its own right before it, tells:
"high utilization and low waste" says nothing of high waste but that it is low.
"""

from __future__ import annotations

import re

from rag.support.denial import NEGATION
from store.lexical import terms

_HIGH = r"(?:high|large|big|huge|great|good|strong|heavy|substantial)"
_LOW = r"(?:low|small|little|few|minimal|negligible|poor|weak|bad|tiny)"
_HIGHER = r"(?:higher|more|larger|bigger|greater)"
_LOWER = r"(?:lower|less|fewer|smaller)"
_HIGHEST = r"(?:highest|most|largest|biggest|greatest)"
_LOWEST = r"(?:lowest|least|fewest|smallest)"
_HAS = (
    r"(?:ha(?:ve|s|d|ving)|achiev\w+|gets?|got|reach\w*|attain\w*|show\w*|offer\w*|provid\w+"
    r"|deliver\w*|giv(?:es?|ing)|yield\w*|exhibit\w*|ensur\w+|guarantee\w*|maintain\w*|keep\w*"
    r"|incur\w*|caus\w+|introduc\w+|needs?|needed|requir\w+|com(?:es?|ing) with)"
)
_PLAIN = re.compile(
    rf"^(?:{_HAS}|suffer from) (?:an? |the |very ){{0,2}}(?:(?P<high>{_HIGH})|{_LOW})"
    r" (?P<thing>.+)$",
    re.I,
)
_COMPARED = re.compile(
    rf"^(?:[\w-]+ (?:an? )?)?(?:(?P<high>{_HIGHER})|{_LOWER})"
    r" (?P<thing>[^,;]+?) than (?P<other>.+)$",
    re.I,
)
_AN_AMOUNT = r"(?:(?:\w+ in )?(?:the )?(?:numbers?|amounts?|counts?) of )?"
_DEGREE = re.compile(rf"\b(?:(?P<high>{_HIGH})|{_LOW}) {_AN_AMOUNT}", re.I)
_MORE = re.compile(
    rf"\b(?:(?P<high>{_HIGHER}|(?P<top>{_HIGHEST}))|{_LOWER}|(?P<least>{_LOWEST})) {_AN_AMOUNT}",
    re.I,
)
# Where a noun ends; the words behind it that leave it what it is.
_BEHIND = re.compile(
    r"^(?: (?:sizes?|counts?|numbers?|rates?|costs?|levels?))?(?:\W*$|[.,;:()]"
    r"|\s(?:and|or|but|of|in|on|at|with|for|from|by|to|than|as|while|when|whereas|which|that|thus|across|over|under"
    r"|without|compared|through|via|during|among)\b)",
    re.I,
)
_CLAUSES = re.compile(r"[;:]|\b(?:while|whereas|but|although|though|despite)\b", re.I)
_GIVES = re.compile(rf"\b{_HAS}\b", re.I)
_UNDOES = re.compile(
    r"\b(?:reduc|lower|tackl|address|overcom|mitigat|alleviat|avoid|due|because|challeng|suffer"
    r"|problem|issue|limit|prevent|handl|solv|eliminat|exist|previous|prior|conventional|may|might"
    r"|can(?:not)?\b|would|could|if|unlike|other|others|nearly|almost|than)\w*",
    re.I,
)
_REST = re.compile(
    r"\b(?:other|others|existing|previous|prior|baselines?|competing|state-of-the-art|sota"
    r"|alternatives?|rivals?|any)\b",
    re.I,
)
_AGAINST = re.compile(r"\b(?:than|over|compared (?:to|with)|versus|vs\.?)\s", re.I)
_BESIDE_OTHERS = re.compile(r"\b(?:outperform|surpass|exceed|compar|among|than|beat)\w*", re.I)
_AHEAD = 8  # words ahead of a degree, in which it is said to be had


def is_of_degree(said: str) -> bool:
    """Whether what is attributed is how much there is of something, or that there is more of it."""
    return (_COMPARED.match(said) or _PLAIN.match(said)) is not None


def degree_of(said: str, text: str) -> bool | None:
    """Whether a text gives its thing as much of something as is said, or the contrary of that.

    None where it gives neither, or both.
    """
    if match := _COMPARED.match(said):
        found = {
            bool(one["high"])
            for one in _MORE.finditer(text)
            if _is_on(match["thing"], text[one.end() :]) and _is_against(match["other"], one)
        }
    elif match := _PLAIN.match(said):
        found = {
            bool(one["high"])
            for one in _DEGREE.finditer(text)
            if _is_on(match["thing"], text[one.end() :]) and _is_had(one)
        }
    else:
        return None
    return found.pop() == bool(match["high"]) if len(found) == 1 else None


def _is_on(thing: str, rest: str) -> bool:
    """Whether the words behind a degree are the thing, all of it and nothing but it."""
    words = rest.split()[: len(thing.split())]
    phrase = " ".join(words)
    bare = phrase.rstrip(".,;:)")
    if frozenset(terms(bare, joined=False)) != frozenset(terms(thing, joined=False)):
        return False
    return not re.search(r"[.,;:()]", bare) and _BEHIND.match(rest[len(bare) :]) is not None


def _is_had(degree: re.Match[str]) -> bool:
    """Whether the text says that its thing has what stands in this degree."""
    clause = _CLAUSES.split(degree.string[: degree.start()])[-1]
    ahead = " ".join(clause.split()[-_AHEAD:])
    if _GIVES.search(last := ahead.rpartition(",")[2]):
        ahead = last
    if NEGATION.search(ahead) or _UNDOES.search(ahead):
        return False
    return _GIVES.search(ahead) is not None


def _is_against(other: str, more: re.Match[str]) -> bool:
    """Whether more or less of a thing is said against what the question names, or all others."""
    clause = _CLAUSES.split(more.string[: more.start()])[-1]
    if NEGATION.search(" ".join(clause.split()[-_AHEAD:])):
        return False
    rest = _REST.search(other) is not None
    if more["top"] or more["least"]:
        return rest and _BESIDE_OTHERS.search(clause) is not None
    behind = _CLAUSES.split(more.string[more.end() :], maxsplit=1)[0]
    against = _AGAINST.search(behind)
    if against is None:
        return False
    named = behind[against.end() :]
    wanted = frozenset(terms(_REST.sub("", other), joined=False))
    if wanted and wanted <= frozenset(terms(named, joined=False)):
        return True
    return rest and _REST.search(named) is not None
