"""What papers call their own things: their titles, systems, methods and benchmarks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
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
    openings = {p.id: p.text[: p.opening] for p in papers}
    tokens = {i: Counter(NAME_TOKEN.findall(ADDRESS.sub(" ", t))) for i, t in openings.items()}
    users = Counter(t for counts in tokens.values() for t in counts)
    holders = Counter(t for p in papers for t in {*tokens[p.id], *NAME_TOKEN.findall(p.title)})
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
