"""Whether checked claims answer: a claim may be true and of no use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.language.words import GENERIC
from rag.shown import byline
from rag.support.figures import figures_in
from rag.support.names import names_in, squeezed
from rag.support.plain import plain
from rag.types import Claim, Draft
from store.lexical import terms
from store.library import Library

# From the tune half of the questions; docs/decisions.md.
_OFF = 0.12  # how much less similar to the question than the draft's own sentence a claim may be
_NEW = 0.2  # the share of a claim's content words that neither question nor title has
_KEPT = 0.45  # the share of a sentence's content words that its rewording keeps
_LABEL = frozenset(terms("paper title"))  # what weak models put before a title
_SPOKEN_OF = 0.5  # the share of a draft's sentences that a summary speaks of


class Answering:
    """Compares a model's claims with the draft that would stand without them."""

    def __init__(self, library: Library) -> None:
        """Uses the library's embedder."""
        self._library = library

    def fault(self, claim: Claim, question: str, draft: Draft) -> str:
        """Why a true claim does not help to answer; empty where it does."""
        titles = [self._library.papers[e.paper_id].title for e in claim.evidence]
        content = _content(claim.text)
        new = content - _content(question) - _content(" ".join(titles))
        if len(new) < _NEW * len(content) and not any(term[0].isdigit() for term in new):
            return "it only repeats the question or a title"
        first = draft.claims[0].evidence[0]
        if claim.evidence[0].paper_id == first.paper_id:
            return ""
        if self._similar(claim.text, question) < self._similar(first.text, question) - _OFF:
            return "it answers something else"
        return ""

    def completed(self, claims: Sequence[Claim], draft: Draft) -> Draft:
        """The claims, with those of the draft's own sentences whose facts they leave out.

        These go before claims that rest on other papers: the draft's paper was weighed.
        """
        paper_id = draft.claims[0].evidence[0].paper_id
        ours = [c for c in claims if c.evidence[0].paper_id == paper_id]
        others = [c for c in claims if c.evidence[0].paper_id != paper_id]
        said = _facts(" ".join(claim.text for claim in ours))
        cited = {evidence for claim in ours for evidence in _places(claim)}
        left_out = [
            own
            for own in draft.claims
            if not (_places(own) & cited and _facts(own.evidence[0].text) <= said)
        ]
        return replace(draft, claims=(*ours, *left_out, *others))

    def reworded(self, claim: Claim, own: Claim) -> Claim | None:
        """The draft's claim in the words of the model.

        None where those leave too much out, or are but the title that stands before them.
        """
        sentence, paper = own.evidence[0], self._library.papers[own.evidence[0].paper_id]
        wanted, words = _content(sentence.text), _content(claim.text)
        if len(wanted & words) < _KEPT * len(wanted) or words <= _content(paper.title) | _LABEL:
            return None
        lead = f"{byline(paper)}: "
        return replace(own, text=f"{lead if own.text.startswith(lead) else ''}{claim.text}")

    def is_whole(self, claims: Sequence[Claim], draft: Draft) -> bool:
        """Whether a summary speaks of what the draft's sentences speak of."""
        cited = {(e.start, e.end) for claim in claims for e in claim.evidence}
        spoken = [c for c in draft.claims if (c.evidence[0].start, c.evidence[0].end) in cited]
        words = set().union(*(_content(c.text) for c in claims), set())
        wanted = set().union(*(_content(c.evidence[0].text) for c in draft.claims))
        enough = len(words & wanted) >= _KEPT * len(wanted)
        return enough and len(spoken) >= _SPOKEN_OF * len(draft.claims)

    def _similar(self, text: str, other: str) -> float:
        return float(self._library.embed(text) @ self._library.embed(other))


def _places(claim: Claim) -> set[tuple[str, str, int]]:
    return {(e.paper_id, e.section, e.start) for e in claim.evidence}


def _content(text: str) -> set[str]:
    return {t for t in terms(plain(text)) if t not in GENERIC}


def _facts(text: str) -> set[str]:
    """The figures and names of a text: what a question of fact asks for."""
    text = plain(text)
    figures = {f"{figure.value:g}" for figure in figures_in(text)}
    return figures | {squeezed(name) for name in names_in(text)}
