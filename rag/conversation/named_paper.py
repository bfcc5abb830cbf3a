"""A question about one paper, with its name in the place of what stands for it."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.pronouns import put_in_its_place
from rag.conversation.variation import short_name
from rag.question.kin import with_kin
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Kind, Question

# Asked of the one paper that a text speaks of, though "what methods" may also ask for papers.
_OF_IT_ALONE = re.compile(
    r"^\W*(?:(?:and|so|but|then) )*(?:(?:(?:by|on|in|with|for|to) )?(?:what|how|when|where|why)\b"
    r"|does|did|is|was|has|can|(?:(?:by|on|in|with|for|to) )?which (?:[\w-]+ ){1,4}?"
    r"(?:do|does|did|is|was|has|can)\b)",
    re.I,
)
# "In this one, was there …?", its name taken out.
_LEAD = re.compile(r"^\W*(?:(?:in|of|for|from|with|and|on)\b\W*)*(?=\w)", re.I)
_ITS = re.compile(r"^\W*(?:(?:and|so|but|then|what about|how about) )*its \w", re.I)
OF_OTHERS = re.compile(
    r"\b(?:others?|else|any(?:one|body|thing)?|some(?:one|body|thing)|similar|like|related|papers"
    r"|articles|works|publications|people|we|you)\b",
    re.I,
)
_OF_PAPERS = re.compile(
    r"\b(?:others?|else|similar|papers|articles|works|publications|people|we|you)\b", re.I
)
_BESIDES = re.compile(r"\b(?:others?|else|another)\b", re.I)


def about(
    text: str, match: re.Match[str], paper_id: str, catalog: Catalog, keep: str = ""
) -> Question:
    """The question with the paper's name in the place of what stands for it."""
    whole = put_in_its_place(text, match, short_name(paper_id, catalog), keep)
    question = with_name(whole, paper_id, catalog)
    if question.kind is Kind.LIST and question.named and _ITS.match(text):
        return replace(question, kind=Kind.FACT, topic=whole, named=(paper_id,))
    return question


def with_name(whole: str, paper_id: str, catalog: Catalog) -> Question:
    """The question of a text that names a paper, whatever else the name could mean."""
    question = understand(whole, catalog)
    kin = with_kin(whole, catalog)
    if kin != whole:  # "is there a sequel to it?"
        paper_id = next(iter(catalog.named_in(kin)[0]), paper_id)
    elif paper_id not in question.named:
        question = replace(question, named=(paper_id, *question.named))
    if question.kind is Kind.LIST and _is_of_it(whole, catalog):
        question = replace(question, kind=Kind.FACT, topic=whole, named=(paper_id,))
    elif question.kind is Kind.LIST and _BESIDES.search(whole):
        question = replace(question, named=(), besides=(*question.besides, paper_id))
    return replace(question, scope=None)


def _is_of_it(whole: str, catalog: Catalog) -> bool:
    """Whether a text that names a paper asks something of it, and not for papers."""
    if _OF_IT_ALONE.match(whole):
        return not OF_OTHERS.search(whole)
    rest = _LEAD.sub("", catalog.named_in(whole)[1])
    leads = rest != whole and whole.endswith(rest)
    return leads and _OF_IT_ALONE.match(rest) is not None and not _OF_PAPERS.search(rest)
