"""What the papers call things: the names of systems, people, organisations, and acronyms.

Everything here is read from the library's own papers, so that another library brings its
own names along.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from rag.language.acronyms import acronyms_in, spelled_out
from rag.language.collocations import Collocations
from rag.language.spelling import Speller
from rag.language.title_names import names_in_title
from rag.language.topic import FILLERS
from rag.language.words import is_common
from rag.records.intext import InText
from rag.records.people import People
from rag.records.venues import Spoken, Venues
from store.lexical import STOP_WORDS, terms
from store.papers import Paper

_NAME_TOKEN = re.compile(r"[^\W_][\w.+]*(?:-[\w.+]+)*")
_INTRODUCED = re.compile(
    r"(?:(?:introduc|present|propos|develop|construct|design)(?:e|es|ing|s)?,?|called|named|dubbed"
    r"|our) (?:the )?$"
)
_PLAIN = re.compile(r"(?<![\w-])[a-z]+(?![\w-])")
_ADDRESS = re.compile(r"https?://\S+")
_MOST_USERS = 3  # a name that more papers use belongs to the field, not to one of them
_CALLED = re.compile(
    r"\b(?:called|named|dubbed|tool|system|prototype|framework),? ([A-Z][a-z]{2,})\b(?!['’-])"
    r"|\b(?:present|introduc|propos|develop|describ|implement|buil)\w* ([A-Z][a-z]{2,})"
    r"(?=[,;.]| \()"
)
_ARTICLE = re.compile(r"^(?:The|An?) (?=\S)")
_OFTEN = 3
_TYPO_SCORE = 86
# Words of questions that are also names of systems when written as the paper writes them.
_AMBIGUOUS = STOP_WORDS | {"top", "pit", "flex", "code", "new", "list", "data"}


Place = tuple[int, int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written in its paper, and the paper."""

    text: str
    paper_id: str


def squeezed(text: str) -> str:
    """Lower case without hyphens, spaces and quotes: "T-MAC", "t mac" and "TMAC" are one."""
    return re.sub(r"[\s\-–_/.\"“”]+", "", text.lower())


class Catalog:
    """The names of a library's papers."""

    def __init__(self, papers: Mapping[str, Paper]) -> None:
        """Reads the names out of all papers; takes about a millisecond a paper."""
        self.papers = papers
        texts = [f"{p.title} {p.text[: p.opening]} {' '.join(p.authors)}" for p in papers.values()]
        self.plain = {w for text in texts for w in _PLAIN.findall(_ADDRESS.sub(" ", text))}
        # Each step of understanding asks for those of the same few texts.
        self._places = lru_cache(maxsize=64)(lambda text: tuple(self._find_places(text)))
        self.names: dict[str, list[Name]] = {}
        for name in _names(papers.values(), self.plain):
            self.names.setdefault(squeezed(name.text), []).append(name)
        self._own: dict[str, list[str]] = {}
        for own in self.names.values():
            for name in own:
                self._own.setdefault(name.paper_id, []).append(name.text)
        self.words = _document_frequency(papers.values())
        self.acronyms = acronyms_in(papers.values())
        self.venues = Venues(papers, self.acronyms)
        self.speller = Speller([*texts, *(p.venue for p in papers.values())], self.words.keys())
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
        tokens = [(m.start(), m.end()) for m in _NAME_TOKEN.finditer(question)]
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
            for length in range(min(8, len(tokens) - place), 0, -1):
                start, end = tokens[place][0], tokens[place + length - 1][1]
                if ids := self._lookup(question[start:end].rstrip("."), length):
                    yield start, end, ids
                    place += length - 1
                    break
            place += 1

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


def _names(papers: Iterable[Paper], plain: Set[str]) -> Iterator[Name]:
    """The whole title, the part before its colon, and what the text calls its own system.

    No word is a name that stands among the `plain` ones, in small letters in some paper.
    """
    papers = list(papers)
    openings = {p.id: p.text[: p.opening] for p in papers}
    tokens = {i: Counter(_NAME_TOKEN.findall(_ADDRESS.sub(" ", t))) for i, t in openings.items()}
    users = Counter(t for counts in tokens.values() for t in counts)
    holders = Counter(t for p in papers for t in {*tokens[p.id], *_NAME_TOKEN.findall(p.title)})
    called = {i: called_in(text) for i, text in openings.items()}
    for paper in papers:
        yield Name(paper.title, paper.id)
        known = {squeezed(paper.title.partition(":")[0])}
        head = _ARTICLE.sub("", paper.title.partition(":")[0])
        if _looks_like_a_name(head) and " " not in head and squeezed(head) not in known:
            known.add(squeezed(head))
            yield Name(head, paper.id)
        for own_name in names_in_title(paper.title, holders):
            known.add(squeezed(own_name))
            yield Name(own_name, paper.id)
        for token, count in tokens[paper.id].items():
            key = squeezed(token)
            if key in known or users[token] > _MOST_USERS:
                continue
            if not _looks_like_a_name(token):
                if token in called[paper.id] and holders[token] == 1 and key not in plain:
                    known.add(key)
                    yield Name(token, paper.id)
                continue
            spelled = _spelled_out_in(token, openings[paper.id])
            if spelled:
                in_title = set(terms(spelled)) <= set(terms(paper.title))
                own = users[token] == 1 and (in_title or count > _OFTEN)
            else:
                often = count >= _OFTEN and users[token] == 1
                text = openings[paper.id]
                own = is_introduced(token, text) or (often and _acts(token, text))
            if own:
                known.add(key)
                yield Name(token, paper.id)


def _looks_like_a_name(token: str) -> bool:
    """Such as "HAGeo", "nnJIT", "VPTQ", "LongRoPE2", "ToP": a capital that opens no sentence."""
    return len(token) > 2 and any(c.isupper() for c in token[1:]) and not token[0].isdigit()


def is_introduced(token: str, text: str) -> bool:
    """Whether the text brings the name in as its own: "we propose X", "X, a method that"."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(token)}(?![\w-])", text):
        if _INTRODUCED.search(text[max(0, match.start() - 40) : match.start()]):
            return True
    return False


def called_in(text: str) -> set[str]:
    """The plain words that a text says to be names: "a tool called Nate", "we built Nate, a"."""
    return {name for match in _CALLED.finditer(text) for name in match.groups() if name}


def _acts(token: str, text: str) -> bool:
    """Whether a sentence or clause begins with the name and a verb: "ToP reduces …"."""
    return bool(re.search(rf"(?:^|[.?!,] ){re.escape(token)} (?:is|can|has|[a-z]+s)\b", text))


def _spelled_out_in(token: str, text: str) -> str | None:
    """What "(TOKEN)" stands for in the text, where it says so."""
    place = text.find(f"({token})")
    return spelled_out(token, text[:place]) if place > 0 else None
