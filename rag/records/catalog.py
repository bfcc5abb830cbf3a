"""What the papers call things: the names of systems, people, organisations, and acronyms.

Everything here is read from the library's own papers, so that another library brings its
own names along.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from rag.language.acronyms import acronyms_in
from rag.language.collocations import Collocations
from rag.language.relatives import Relatives
from rag.language.spelling import Speller
from rag.language.topic import FILLERS
from rag.language.words import is_common, is_known
from rag.records.intext import InText
from rag.records.own_names import ADDRESS, NAME_TOKEN, Name, names_of, squeezed
from rag.records.people import People
from rag.records.venues import Spoken, Venues
from store.lexical import STOP_WORDS, terms
from store.papers import Paper

_PLAIN = re.compile(r"(?<![\w-])[a-z]+(?![\w-])")
_SHORTEST = 3  # letters of a name in small letters
_WORDS = 8  # of a name; only what begins as a longer one is looked for at its length
_TYPO_SCORE = 86
# Words of questions that are also names of systems when written as the paper writes them.
_AMBIGUOUS = STOP_WORDS | {"top", "pit", "flex", "code", "new", "list", "data"}


Place = tuple[int, int, Sequence[str]]


class Catalog:
    """The names of a library's papers."""

    def __init__(self, papers: Mapping[str, Paper]) -> None:
        """Reads the names out of all papers; takes about a millisecond a paper."""
        self.papers = papers
        texts = [f"{p.title} {p.text[: p.opening]} {' '.join(p.authors)}" for p in papers.values()]
        self.plain = {w for text in texts for w in _PLAIN.findall(ADDRESS.sub(" ", text))}
        # Each step of understanding asks for those of the same few texts.
        self._places = lru_cache(maxsize=64)(lambda text: tuple(self._find_places(text)))
        self.names: dict[str, list[Name]] = {}
        for name in names_of(papers.values(), self.plain):
            self.names.setdefault(squeezed(name.text), []).append(name)
        self._own: dict[str, list[str]] = {}
        for own in self.names.values():
            for name in own:
                self._own.setdefault(name.paper_id, []).append(name.text)
        self._long: dict[str, set[int]] = {}  # how a long name begins -> how many words such have
        for name in (name for own in self.names.values() for name in own):
            ends = [m.end() for m in NAME_TOKEN.finditer(name.text)]
            if len(ends) > _WORDS:
                self._long.setdefault(squeezed(name.text[: ends[_WORDS - 1]]), set()).add(len(ends))
        self.words = _document_frequency(papers.values())
        self.acronyms = acronyms_in(papers.values())
        self.venues = Venues(papers, self.acronyms)
        self.speller = Speller([*texts, *(p.venue for p in papers.values())], self.words.keys())
        self.relatives = Relatives(self.speller.words, self.words.keys())
        self.intext = InText(papers.values())
        self.people = People(a for p in papers.values() for a in p.authors)
        self.collocations = Collocations(texts, FILLERS)
        self.organisations = {o.lower(): o for p in papers.values() for o in p.organisations}

    def named_in(self, question: str) -> tuple[tuple[str, ...], str]:
        """Ids of the papers that a question names, in order, and the rest of the question.

        Longer names win over shorter ones inside them ("SeerAttention-R" over
        "SeerAttention"); small typos are forgiven in words that no paper uses.
        """
        found: list[str] = []
        rest = question
        for start, end, ids in self.places_named_in(question):
            found += [i for i in ids if i not in found]
            rest = rest[:start] + " " * (end - start) + rest[end:]
        return tuple(found), " ".join(rest.split())

    def is_plain(self, text: str) -> bool:
        """Whether a name is put as what a paper is about: "papers about atrial flutter".

        It is in small letters, and some paper has each of its words so.
        """
        words = NAME_TOKEN.findall(text)
        return len(words) > 1 and all(word in self.plain for word in words)

    def names_in_small(self, text: str) -> list[str]:
        """The words of a text that all papers write in capitals only: "qwen", but not "pruner"."""
        words = (w for w in _PLAIN.findall(text) if len(w) >= _SHORTEST and not is_known(w))
        return [w for w in words if (t := {*terms(w)}) & self.words.keys() and not t & self._small]

    @cached_property
    def _small(self) -> set[str]:
        return {term for word in self.plain for term in terms(word)}

    def family(self, name: str) -> tuple[str, ...]:
        """The papers whose own name begins with that of one of them: the "LongRoPE papers"."""
        key = squeezed(name)
        if key not in self.names:
            return ()
        kin = [
            n.paper_id for own, names in self.names.items() for n in names if own.startswith(key)
        ]
        ids = tuple(paper_id for paper_id in self.papers if paper_id in kin)
        return ids if len(ids) > 1 else ()

    def own_names(self, paper_id: str) -> list[str]:
        """The names of a paper, its whole title among them."""
        return self._own.get(paper_id, [])

    def lesser_names_in(self, text: str, paper_id: str) -> list[str]:
        """A paper's names in a text that are not in its title, such as that of its benchmark."""
        title, plain = squeezed(self.papers[paper_id].title), squeezed(text)
        keys = [(name, squeezed(name)) for name in self.own_names(paper_id)]
        return [name for name, key in keys if key in plain and key not in title]

    def places_named_in(self, question: str) -> tuple[Place, ...]:
        """Where a question names papers (start, end), and the ids that a name can mean."""
        return self._places(question)

    def _find_places(self, question: str) -> Iterator[Place]:
        tokens = [(m.start(), m.end()) for m in NAME_TOKEN.finditer(question)]
        place, cited, behind = 0, self.intext.places(question), 0
        while place < len(tokens):
            at = tokens[place][0]
            opened = at - 1 if at - 1 in cited else at  # "(Cone)" begins before its name
            if opened in cited and at >= behind:
                behind, ids = cited[opened]
                yield opened, behind, ids
            if at < behind:
                place += 1
                continue
            for length in self._lengths(question, tokens, place):
                start, end = tokens[place][0], tokens[place + length - 1][1]
                if ids := self._lookup(question[start:end].rstrip("."), length):
                    yield start, end, ids
                    place += length - 1
                    break
            place += 1

    def _lengths(
        self, question: str, tokens: Sequence[tuple[int, int]], place: int
    ) -> Iterator[int]:
        """How many words a name that begins at one of the tokens may have, the most first."""
        left = len(tokens) - place
        if left > _WORDS:
            begun = squeezed(question[tokens[place][0] : tokens[place + _WORDS - 1][1]])
            longer = self._long.get(begun, ())
            yield from sorted((n for n in longer if n <= left), reverse=True)
        yield from range(min(_WORDS, left), 0, -1)

    def venues_in(self, question: str) -> Spoken:
        """The journals and conferences that a question speaks of, but for those in titles."""
        return self.venues.spoken_of(question, self.places_named_in(question))

    def _lookup(self, text: str, words: int) -> list[str]:
        key = squeezed(re.sub(r"['’]s?$", "", text))
        names = self.names.get(key, [])
        # "reduction" is a word, "Reduction" a name
        if words == 1 and (text in self.plain or is_common(text)):
            names = [name for name in names if name.text.islower()]
        if text.lower() in _AMBIGUOUS or (text.islower() and words == 1 and len(key) < 3):
            names = [name for name in names if name.text == text]
        if not names and words == 1 and len(key) >= 6 and not {*terms(text)} & self.words.keys():
            close = process.extractOne(key, self.names.keys(), scorer=fuzz.ratio)
            if close and close[1] >= _TYPO_SCORE and _same_digits(key, close[0]):
                names = self.names[close[0]]
        return list(dict.fromkeys(name.paper_id for name in names))


def _same_digits(a: str, b: str) -> bool:
    """A typo does not turn LongRoPE2 into LongRoPE."""
    return re.findall(r"\d+", a) == re.findall(r"\d+", b)


def _document_frequency(papers: Iterable[Paper]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for paper in papers:
        counts.update(set(terms(f"{paper.title} {paper.text}")))
    return counts
