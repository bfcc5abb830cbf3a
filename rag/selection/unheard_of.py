"""Things that a question calls by a proper name of several words, and that no paper has.

"Direct Preference Optimization" is one thing: a paper that prefers, and another that optimizes,
say nothing of it.
"""

from __future__ import annotations

import re

import numpy as np

from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.selection.meanings import groups_of
from rag.types import Kind, Question
from store.categories import categories_called
from store.lexical import terms

_WORD = r"[A-Z][a-z]{2,}(?:-[A-Za-z]+)*"
_RUN = re.compile(rf"(?<![\w.-]){_WORD}(?:[ -](?:of |the |and )?{_WORD}){{1,4}}(?![\w-])")
# Capitals that begin a question belong to no name.
_BEGINS = re.compile(
    r"^(?:Which|What|How|Who|Whose|Where|When|Why|Show|List|Find|Does|Do|Is|Are|Any|Papers?|The|In"
    r"|For|On|Of|And|But|Please|Give|Tell|Can|Could|Has|Have|Did|Was|Were|Name|Compare|According"
    r"|Summari[sz]e|From|By|With|About|Anything|Explain|Describe|Our|My|Your|This|That|It)\b "
)
_PLACE = re.compile(
    r"\b(?:Uni|University|Universities|Institute|College|School|Lab|Labs|Research)\b"
)
_FEWEST, _HEADLINE = 3, 0.6  # words; and the share of capitals from which on they tell nothing


def unheard_of(asked: Question, retriever: Retriever, catalog: Catalog) -> str:
    """The first such name in a question that names no paper; empty where there is none.

    People, organisations and what a paper says in other words or by initials are known.
    """
    if asked.named or asked.scope is not None or asked.kind not in (Kind.FACT, Kind.LIST):
        return ""
    words = asked.whole.split()
    capitals = sum(word[0].isupper() for word in words)
    if len(words) < _FEWEST or capitals > _HEADLINE * len(words):
        return ""
    runs = (_BEGINS.sub("", match.group()) for match in _RUN.finditer(asked.whole))
    names = (run for run in runs if len(re.findall(_WORD, run)) > 1 and not _PLACE.search(run))
    return next((name for name in names if not _is_known(name, retriever, catalog)), "")


def _is_known(name: str, retriever: Retriever, catalog: Catalog) -> bool:
    somebody = any(mention.authors for mention in catalog.people.mentions(f"papers by {name}"))
    if somebody or name.lower() in catalog.organisations or catalog.venues_in(name).wanted:
        return True
    if categories_called(name.lower()):
        return True
    if "".join(word[0] for word in re.findall(_WORD, name)).lower() in catalog.words:
        return True
    own = tuple(dict.fromkeys(terms(name, joined=False)))
    if not own or retriever.saying(own).any():
        return True
    groups = groups_of(name, catalog)
    if sum(len(group[0]) for group in groups) < len(own):
        return False  # words that elsewhere only put a question belong to the name
    held = [np.logical_or.reduce([retriever.saying(p) for p in group]) for group in groups]
    return bool(np.logical_and.reduce(held).any())
