"""Whose record a question is about, and what is said where no record fits."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language import wording
from rag.records.identifiers import IDENTIFIERS
from rag.records.lacking import FIELDS
from rag.records.people import People
from rag.types import Draft, Filters, Kind, Question

OF_ONE = frozenset(
    {"authors", "author count", "date", "organisations", "category", "title", "code", "venue"}
    | {*IDENTIFIERS}
)
"""The fields that one paper is asked for."""


def says_which(asked: Question) -> bool:
    """Whether anything in the question says which papers it is about."""
    limits = asked.filters != Filters() or asked.unwanted != Filters() or asked.order
    counts = asked.counted or asked.tally
    return bool(limits or counts or asked.scope is not None or asked.topic)


def is_of_one(asked: Question) -> bool:
    """Whether a question is about one paper, and does not say about which."""
    return asked.kind is Kind.SUMMARY or (asked.kind is Kind.RECORD and not says_which(asked))


def none_fits(asked: Question, people: People, cut_short: str = "") -> Draft:
    """A count of none is an answer, so is that people wrote nothing together.

    A person whom no record names is not to be had here. Neither is a count where records are cut
    short, as the sentence given says.
    """
    strangers = [author for author in asked.filters.authors if not people.knows(author)]
    if strangers:
        names = " or ".join(strangers)
        if f"from {names}" in asked.whole:  # as one speaks of organisations
            return Draft(f"No paper's record names {names}.", abstained=True)
        return Draft(f"No paper lists {names} as an author.", abstained=True)
    if cut_short:
        return Draft(cut_short, abstained=True)
    if asked.filters.together > 1 and wording.YES_NO.search(asked.whole):
        return Draft(f"**No**: no paper lists {' and '.join(asked.filters.authors)} together.")
    if asked.counted:
        return Draft("**0**: no paper's record fits that.")
    other = "No other paper's" if asked.besides else "No paper's"
    return Draft(f"{other} record fits that.", abstained=True)


def every_one_states(names: Sequence[str], count: int) -> Draft:
    """That none of so many papers leaves a field empty, which is an answer."""
    what = " or ".join(FIELDS.get(name, "an author named") for name in names)
    if count == 1:
        return Draft(f"**0**: the one paper has {what}.")
    return Draft(f"**0**: each of the {count} papers has {what}.")
