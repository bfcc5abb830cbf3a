"""What papers call their own things: systems, methods, benchmarks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from rag.language.acronyms import spelled_out
from rag.language.title_names import names_in_title
from store.lexical import terms
from store.papers import Paper

NAME_TOKEN = re.compile(r"[^\W_][\w.+]*(?:-[\w.+]+)*")
ADDRESS = re.compile(r"https?://\S+")
_INTRODUCED = re.compile(
    r"(?:(?:introduc|present|propos|develop|construct|design)(?:e|es|ing|s)?,?|called|named|dubbed"
    r"|our) (?:the )?$"
)
_MOST_USERS = 3  # a name that more papers use belongs to the field, not to one of them
_CALLED = re.compile(
    r"\b(?:called|named|dubbed|tool|system|prototype|framework),? ([A-Z][a-z]{2,})\b(?!['’-])"
    r"|\b(?:present|introduc|propos|develop|describ|implement|buil)\w* ([A-Z][a-z]{2,})"
    r"(?=[,;.]| \()"
)
_ARTICLE = re.compile(r"^(?:The|An?) (?=\S)")
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written in its paper, and the paper."""

    text: str
    paper_id: str


def squeezed(text: str) -> str:
    """Lower case without hyphens, spaces and quotes: "T-MAC", "t mac" and "TMAC" are one."""
    return re.sub(r"[\s\-–_/.\"“”]+", "", text.lower()).rstrip("?!*")


def names_of(papers: Iterable[Paper], plain: Set[str]) -> Iterator[Name]:
    """The whole title, the part before its colon, and what the text calls its own system.

    No word is a name that stands among the `plain` ones, in small letters in some paper.
    """
    papers = list(papers)
    words = _Words(papers, plain)
    for paper in papers:
        yield Name(paper.title, paper.id)
        before_colon = paper.title.partition(":")[0]
        known = {squeezed(before_colon)}
        head = _ARTICLE.sub("", before_colon)
        if _looks_like_a_name(head) and " " not in head and squeezed(head) not in known:
            known.add(squeezed(head))
            yield Name(head, paper.id)
        for own_name in names_in_title(paper.title, words.holders):
            known.add(squeezed(own_name))
            yield Name(own_name, paper.id)
        for token in words.of[paper.id]:
            if squeezed(token) not in known and words.name(token, paper):
                known.add(squeezed(token))
                yield Name(token, paper.id)


class _Words:
    """The words of all papers' openings, and who has them.

    `of` counts those of each paper, `users` the papers whose text has a word, `holders` those
    whose text or title has it.
    """

    def __init__(self, papers: Sequence[Paper], plain: Set[str]) -> None:
        self._plain = plain
        texts = {p.id: ADDRESS.sub(" ", p.text[: p.opening]) for p in papers}
        self.of = {i: Counter(NAME_TOKEN.findall(text)) for i, text in texts.items()}
        self.users = Counter(t for counts in self.of.values() for t in counts)
        held = ({*self.of[p.id], *NAME_TOKEN.findall(p.title)} for p in papers)
        self.holders = Counter(t for tokens in held for t in tokens)
        self._called = {p.id: called_in(p.text[: p.opening]) for p in papers}

    def name(self, token: str, paper: Paper) -> bool:
        """Whether a paper calls its own thing so."""
        users = self.users[token]
        if users > _MOST_USERS:
            return False
        if not _looks_like_a_name(token):
            called = token in self._called[paper.id] and self.holders[token] == 1
            return called and squeezed(token) not in self._plain
        text, count = paper.text[: paper.opening], self.of[paper.id][token]
        if spelled := _spelled_out_in(token, text):
            in_title = set(terms(spelled)) <= set(terms(paper.title))
            return users == 1 and (in_title or count > _OFTEN)
        often = count >= _OFTEN and users == 1
        return is_introduced(token, text) or (often and _acts(token, text))


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
