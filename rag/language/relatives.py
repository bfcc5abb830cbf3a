"""Words of a library that are made of a word, or it of them: "selenite" of "selenium", "quicksort".

A stemmer keeps them apart. They share how they begin, or one ends with the other, or holds it
behind a learned prefix ("hyperthyroidism"); that they mean nearly the same, which "graph" and
"graphics" do not, the packaged embedder tells. What is one word in two spellings needs none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set

from rag.language.spelling_variants import spellings_of
from rag.language.subjects import SUBJECTS, TERMS
from rag.language.words import GENERIC, is_known
from store.embed import query_vector, whole_words
from store.lexical import terms

_SHORTEST, _SHORTEST_END, _SHORTEST_FRONT = 5, 4, 4  # letters
_END = 2  # letters of a stem that are its ending still: "selen(iu)m"
_LIKE = 0.6  # cosine
_MOST = 8  # candidates that are compared
# What sciences put before a word and only say of which kind or degree the thing is.
_PREFIXES = """aero agro astro bio cardio electro geo hydro hyper hypo immuno macro magneto micro
    mis nano neuro patho pharmaco photo physio psycho radio socio thermo""".split()


class Relatives:
    """The relatives of words among the words of one library.

    Common words, and what names a subject, have compounds alone: who asks for privacy does not
    ask for what is private.
    """

    def __init__(self, words: Iterable[str], stems: Set[str]) -> None:
        """Takes the words as they are written; those without one of the stems count for nothing."""
        self._stems = stems
        self._known_words = frozenset(words)
        self._words = sorted(self._known_words)
        self._backwards = sorted(word[::-1] for word in self._words)
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """The stems of the relatives of a word as it is written."""
        word = word.lower()
        if word not in self._known:
            self._known[word] = tuple(self._found(word))
        return self._known[word]

    def _found(self, word: str) -> Iterator[str]:
        own = terms(word, joined=False)
        if len(own) != 1 or not own[0].isalpha():
            return
        yield from self._spelled_otherwise(word, own[0])
        if len(own[0]) < _SHORTEST_END:
            return
        near = list(self._looking_like(word, own[0]).items())[:_MOST]
        if not near:
            return
        vector = query_vector(word)
        for stem, other in near:
            if float(query_vector(other) @ vector) >= _LIKE:
                yield stem

    def _spelled_otherwise(self, word: str, stem: str) -> Iterator[str]:
        """The stems of a word's other spellings, but for one that another word has, too.

        Of "indices" it is that of "indicate".
        """
        for other in spellings_of(word):
            written = self._known_words & {other, f"{other}s"}
            short = len(other) < _SHORTEST and other in whole_words()  # and no library's words
            for own in terms(other, joined=False) if written or short else ():
                family = [one for one in _from(self._words, own) if terms(one) == [own]]
                if own != stem and own in self._stems and set(family) <= {other, f"{other}s"}:
                    yield own

    def _looking_like(self, word: str, stem: str) -> dict[str, str]:
        """Stems of the library with a word of each, that begin like a word or end with it."""
        alone = is_known(word) or word in SUBJECTS or word in TERMS
        beginning = () if alone else self._beginning_like(stem)
        near: dict[str, str] = {}
        for other in (*beginning, *self._ending_with(stem), *self._behind_a_prefix(stem)):
            for own in terms(other, joined=False):
                known = own in self._stems and own not in GENERIC and own != stem
                if known and _is_agent(word) == _is_agent(other):
                    near.setdefault(own, other)
        return near

    def _beginning_like(self, stem: str) -> Iterator[str]:
        if len(stem) >= _SHORTEST:
            yield from _from(self._words, stem[: max(_SHORTEST, len(stem) - _END)])

    def _ending_with(self, stem: str) -> Iterator[str]:
        """Compounds of two words that end with one: of "quicksort" both halves are words."""
        for word in _from(self._backwards, stem[::-1]):
            front = word[len(stem) :][::-1]
            if len(front) >= _SHORTEST_FRONT and front in whole_words():
                yield word[::-1]

    def _behind_a_prefix(self, stem: str) -> Iterator[str]:
        """Words that hold one behind a learned prefix, with any end: "hyperparathyroidism"."""
        if len(stem) >= _SHORTEST:
            for prefix in _PREFIXES:
                yield from _from(self._words, f"{prefix}{stem}")


def _is_agent(word: str) -> bool:
    """Whether a word may name who or what does something: a programmer is no program."""
    return word.removesuffix("s").endswith(("er", "or", "ist", "ician", "arian", "orian"))


def _from(words: list[str], beginning: str) -> Iterator[str]:
    """The words, of sorted ones, that begin so."""
    for word in words[bisect_left(words, beginning) :]:
        if not word.startswith(beginning):
            return
        yield word
