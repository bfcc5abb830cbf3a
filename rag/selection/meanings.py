"""The groups of a topic: what must be spoken of, each in all the words that mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache

from rag.language.compounds import Phrase, forms_of
from rag.language.neighbours import neighbours
from rag.language.subjects import SUBJECTS, TERMS, things
from rag.language.synonyms import narrower, plain_words, spellings, synonyms
from rag.language.words import GENERIC
from rag.records.catalog import Catalog
from store.embed import whole_words
from store.lexical import terms

Group = tuple[Phrase, ...]

# A doing that papers may be about, though its verb may also only be how a question is put.
_DOINGS = frozenset(
    """proving testing evaluating measuring solving designing explaining studying exploring
    reporting claiming arguing suggesting addressing demonstrating investigating treating sorting
    counting sharing""".split()
)
_LONGEST_PHRASE = 5
_MOST_WORDINGS = 5
# Letters of a part of a word, of its end, and of either part of "rainfall".
_SHORTEST_PART, _SHORTEST_END, _SHORTEST_HEAD = 3, 6, 4


def groups_of(topic: str, catalog: Catalog) -> list[Group]:
    """The groups of a topic: longest known phrases first, then its other words.

    Words that only say how a question is put count inside a known phrase ("long context") and
    inside a compound ("low-rank"), and nowhere else; where there is nothing else, all count.
    """
    units = [unit for word in topic.split() if (unit := forms_of(word))]
    doings = {t for word in topic.split() if word.lower() in _DOINGS for t in terms(word)}
    found = list(_groups(units, catalog, GENERIC - doings)) or list(
        _groups(units, catalog, frozenset())
    )
    related = [(*group, *_related(group[0], topic, catalog)) for group in found]
    return list({frozenset(group): group for group in reversed(related)}.values())[::-1]


def _related(phrase: Phrase, topic: str, catalog: Catalog) -> Group:
    """The library's words for plain ones of a topic, and those made of one, or it of them."""
    said = tuple(p for p in sorted(plain_words().get(phrase, ())) if set(p) <= catalog.words.keys())
    if len(phrase) > 1:
        return said
    words = (word for word in topic.split() if tuple(terms(word, joined=False)) == phrase)
    return (*said, *((stem,) for word in words for stem in catalog.relatives.of(word)))


def _groups(units: Sequence[Group], catalog: Catalog, generic: Set[str]) -> Iterator[Group]:
    place = 0
    while place < len(units):
        if version := _version([unit[0] for unit in units[place : place + 2]], catalog):
            yield version
            place += 2
            continue
        length, group = _longest(units[place : place + _LONGEST_PHRASE], catalog, generic)
        if group:
            yield group
        place += length


def _longest(units: Sequence[Group], catalog: Catalog, generic: Set[str]) -> tuple[int, Group]:
    """How many of the units the longest known phrase at their head takes, and its group."""
    for length in range(len(units), 1, -1):
        phrase = tuple(term for unit in units[:length] for term in unit[0])
        same = _meanings(phrase, catalog)
        run_together = tuple(terms("".join(phrase))) if len(phrase) == 2 else ()
        if run_together and run_together[0] in catalog.words:
            same = (*same, run_together)  # "data base" is also a "database"
        known = len(same) > 1 or phrase in synonyms() or phrase in plain_words()
        if len(phrase) <= _LONGEST_PHRASE and known:
            return length, same
    unit = units[0]
    if set(unit[0]) <= generic:
        return 1, ()
    found = [phrase for form in unit for phrase in _meanings(form, catalog)]
    if len(unit[0]) == 1 and unit[0][0] not in catalog.words:
        found += _written_otherwise(unit[0][0], catalog)
    return 1, tuple(dict.fromkeys((*found, *near_of(unit[0], found, catalog))))


def near_of(phrase: Phrase, known: Iterable[Phrase], catalog: Catalog) -> tuple[Phrase, ...]:
    """The words of the library that lie nearest to one that it does not know in any wording.

    What names a subject has none but its own compounds: a paper that tunes something is not about
    music, and one on rainfall is about rain.
    """
    if len(phrase) > 1 or any(set(other) <= catalog.words.keys() for other in known):
        return ()
    near = (word for word in neighbours().get(phrase[0], ()) if word in catalog.words)
    alone = phrase[0] in _subjects()
    return tuple((word,) for word in near if not alone or phrase[0] in word)


@cache
def _subjects() -> frozenset[str]:
    return frozenset(term for word in SUBJECTS | TERMS for term in terms(word))


@cache
def _things() -> frozenset[str]:
    return frozenset(term for word in things() for term in terms(word))


def names_a_thing(phrase: Phrase) -> bool:
    """Whether a phrase names something that has a name and no other: "arsenic"."""
    return len(phrase) == 1 and phrase[0] in _things()


def is_established(phrase: Phrase) -> bool:
    """Whether a phrase is a term for which there are no other words than those known."""
    alone = len(phrase) == 1 and (phrase[0] in _subjects() or names_a_thing(phrase))
    return alone or phrase in synonyms() or phrase in narrower()


def is_a_thing(topic: str, catalog: Catalog) -> bool:
    """Whether a topic is a thing of its own: all that it speaks of are terms of a field.

    "Sparse attention" is one; "generate" of "generate or tune kernels" is none.
    """
    groups = groups_of(topic, catalog)
    return bool(groups) and all(is_established(group[0]) for group in groups)


def _written_otherwise(term: str, catalog: Catalog) -> Iterator[Phrase]:
    """How a library may write a word that it does not have: "data base", "pseudorandom", "rain".

    In two words that it has, or as an end of some of its longer words, or before another word.
    """
    for cut in range(_SHORTEST_PART, len(term) - _SHORTEST_PART + 1):
        for tail in (term[cut:], f"{term[cut:]}e"):  # an "e" that the stemmer took
            if term[:cut] in catalog.words and tail in catalog.words:
                yield term[:cut], tail
    if len(term) >= _SHORTEST_END:
        longer = (word for word in catalog.words if word.endswith(term) and word != term)
        fronts = ((word, word.removesuffix(term)) for word in longer)
        yield from (
            (w,)
            for w, f in fronts
            if len(f) >= _SHORTEST_HEAD or (len(f) > 1 and f in whole_words())
        )
    if len(term) >= _SHORTEST_HEAD and term in whole_words():
        heads = (word for word in catalog.words if word.startswith(term))
        known = whole_words()
        yield from (
            (w,) for w in heads if len(w) >= len(term) + _SHORTEST_HEAD and w[len(term) :] in known
        )


def _version(phrases: Sequence[Phrase], catalog: Catalog) -> Group | None:
    """A name and its number, which papers write as one: "LLaMA 3" is "LLaMA3" and "LLaMA-3"."""
    if [len(phrase) for phrase in phrases] != [1, 1]:
        return None
    (name,), (number,) = phrases
    joined = f"{name}{number}"
    if not (name.isalpha() and number[0].isdigit() and joined in catalog.words):
        return None
    of_it = (word for word in catalog.words if re.fullmatch(rf"{re.escape(number)}\.\d", word))
    return ((joined,), *((name, word) for word in of_it))  # and "LLaMA 3.1"


def _meanings(phrase: Phrase, catalog: Catalog) -> Group:
    """The phrases that mean the same: synonyms, acronyms and what they stand for."""
    same: list[Phrase] = [phrase, *synonyms().get(phrase, ())]
    for known in tuple(same):
        if len(known) == 1:
            same += catalog.acronyms.get(known[0], ())
        same += [(short,) for short, longs in catalog.acronyms.items() if known in longs]
    return tuple(dict.fromkeys(same))


def wordings(topic: str, groups: Sequence[Group], catalog: Catalog) -> list[str]:
    """The topic as written, and again with each of its groups in other words.

    Embeddings of a term and of its synonym lie apart; their mean lies near both. Relatives lie
    near by themselves.
    """
    known = [[p for p in g if p not in _related(g[0], topic, catalog)] for g in groups]
    written = [[spellings().get(p, " ".join(p)) for p in group[:_MOST_WORDINGS]] for group in known]
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
