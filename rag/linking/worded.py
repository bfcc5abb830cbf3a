"""Papers by the words of their own titles and abstracts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from rag.evidence.finder import Finder
from rag.language import wording
from rag.language.topic import topic_of
from store.lexical import terms
from store.papers import Paper

_TITLED, _FEWEST = 0.75, 2  # share of some words that stand in a title, and how many at least
_HALF = 0.5  # of what the words of a description weigh
_COINED = re.compile(r"[\w-]*[A-Z][\w-]*[A-Z][\w-]*")
_KIND = re.compile(rf"\b{wording.PAPER_KINDS}\b", re.I)


def says_more_than_kind(words: str) -> bool:
    """Whether a description says which paper it is, and not only "the reply"."""
    return bool(topic_of(_KIND.sub(" ", words)))


class Worded:
    """The papers of one library by their words."""

    def __init__(self, finder: Finder, papers: Mapping[str, Paper]) -> None:
        """Uses the finder for which words of a text a paper should have."""
        self._finder = finder
        self._papers = papers

    def titled(self, words: str, fewest: int = _FEWEST) -> str | None:
        """The one paper whose title has nearly all of the words, if there are so many."""
        wanted = set(self._finder.wanted(words))
        if len(wanted) < fewest:
            return None
        titles = self.title_terms.items()
        found = [i for i, title in titles if len(wanted & title) >= _TITLED * len(wanted)]
        return found[0] if len(found) == 1 else None

    def headed(self, words: str) -> str | None:
        """The one paper whose title's head, such as "*12*", stands in the words to the letter."""
        heads = {i: p.title.partition(":")[0] for i, p in self._papers.items()}
        found = [i for i, h in heads.items() if not h[:1].isalnum() and f" {h} " in f" {words} "]
        return found[0] if len(found) == 1 else None

    def having(self, words: str, among: Iterable[str]) -> list[str]:
        """The papers that have each of some words in their title or abstract."""
        wanted = set(self._finder.wanted(words))
        roots = [term[: max(3, len(term) - 2)] for term in wanted]  # a stem's end may be altered
        found = []
        for paper_id in among:
            paper = self._papers[paper_id]
            text = f"{paper.title} {paper.text[: paper.opening]}"
            plain = text.lower()
            if all(root in plain for root in roots) and wanted <= set(terms(text, joined=False)):
                found.append(paper_id)
        return found

    def only(self, words: str) -> str | None:
        """The one paper that has all of some words; None where none or several have them.

        What kind of paper it is called is none of the words: "the Lyme case".
        """
        words = _KIND.sub(" ", words)
        own = self.having(words, self._papers) if self._finder.wanted(words) else []
        return own[0] if len(own) == 1 else None

    def is_subject(self, words: str) -> bool:
        """Whether one paper alone is on a thing.

        The name of a system must stand in its title: a paper that only speaks of one is another.
        """
        only, name = self.only(words), _COINED.fullmatch(words.strip(" ?.!,"))
        return only is not None and (not name or name.group() in self._papers[only].title)

    def lacks(self, words: str, paper_id: str) -> bool:
        """Whether a paper has less than half of what a description says besides its kind.

        "The penguin meta-analysis" is none on something else.
        """
        plain = topic_of(_KIND.sub(" ", words))
        if not plain or plain == topic_of(words):
            return False
        return self._finder.find(paper_id, plain, plain).coverage < _HALF

    @cached_property
    def title_terms(self) -> dict[str, frozenset[str]]:
        """The terms of each paper's title."""
        return {i: frozenset(terms(p.title)) for i, p in self._papers.items()}
