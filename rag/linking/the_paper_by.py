"""The one paper that a question of fact speaks of by its people: "the 2018 Hale study"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.language.wording import PAPER_KIND
from rag.linking.credited import spoken_of
from rag.linking.meant import Meant
from rag.records.catalog import Catalog
from rag.types import Filters, Kind, Question

_PHRASE = re.compile(
    rf"\b[Tt]h(?:e|at) (?P<words>(?:[\w.&'’-]+ ){{1,5}}?{PAPER_KIND}\b(?: (?:by|from) [\w.&'’-]+)?)"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def the_paper_by(asked: Question, meant: Meant, catalog: Catalog) -> Question:
    """The question about that paper, or as it was where none is surely spoken of.

    Only people who wrote something tell a paper, with or without a year: by a year alone sets are
    chosen.
    """
    if asked.kind is not Kind.FACT or asked.named or asked.scope is not None:
        return asked
    phrases = [match.group() for match in _PHRASE.finditer(asked.whole)]
    if len(phrases) != 1 or not spoken_of(_YEAR.sub(" ", phrases[0]), catalog):
        return asked
    paper_id = meant.plainly(phrases[0])
    return replace(asked, named=(paper_id,), filters=Filters()) if paper_id else asked
