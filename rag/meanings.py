"""The groups of a topic: what must be spoken of, each in all the words that mean the same."""

from __future__ import annotations

from collections.abc import Sequence

from rag.catalog import Catalog
from rag.synonyms import spellings, synonyms
from rag.words import GENERIC
from store.lexical import terms

Phrase = tuple[str, ...]
Group = tuple[Phrase, ...]

_LONGEST_PHRASE = 5
_MOST_WORDINGS = 5


def groups_of(topic: str, catalog: Catalog) -> list[Group]:
    """The groups of a topic: longest known phrases first, then its other words."""
    words = [w for w in terms(topic, joined=False) if len(w) > 1 or w.isdigit()]
    words = [w for w in words if w not in GENERIC] or words
    found: list[Group] = []
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST_PHRASE, len(words) - place), 0, -1):
            same = _meanings(tuple(words[place : place + length]), catalog)
            if len(same) > 1 or length == 1:
                found.append(same)
                place += length
                break
    return list({frozenset(group): group for group in reversed(found)}.values())[::-1]


def _meanings(phrase: Phrase, catalog: Catalog) -> Group:
    """The phrases that mean the same: synonyms, acronyms and what they stand for."""
    same: list[Phrase] = [phrase, *synonyms().get(phrase, ())]
    for known in tuple(same):
        if len(known) == 1:
            same += catalog.acronyms.get(known[0], ())
        same += [(short,) for short, longs in catalog.acronyms.items() if known in longs]
    return tuple(dict.fromkeys(same))


def wordings(topic: str, groups: Sequence[Group]) -> list[str]:
    """The topic as written, and again with each of its groups in other words.

    Embeddings of a term and of its synonym lie apart; their mean lies near both.
    """
    written = [
        [spellings().get(p, " ".join(p)) for p in group[:_MOST_WORDINGS]] for group in groups
    ]
    found = [essence(topic)]
    for place, options in enumerate(written):
        for other in options[1:]:
            words = [other if place == i else own[0] for i, own in enumerate(written)]
            found.append(" ".join(words))
    return found


def essence(topic: str) -> str:
    """The words of a topic as written, less those that only say how the question is put."""
    words = [word for word in topic.split() if set(terms(word)) - GENERIC]
    return " ".join(words) or topic
