"""Whether a paper plainly says what a question attributes to it, or plainly the contrary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag.evidence.finder import as_evidence
from rag.evidence.own_first import OwnFirst
from rag.evidence.whose import Whose, telling_names
from rag.language.quantities import ABSOLUTE, absolute_in
from rag.question.attributed import Attributed, attributed
from rag.records.catalog import Catalog
from rag.support.other_figures import figure_asked, others_given
from rag.support.plain import plain
from rag.support.plainly_said import affirms, denies, names_it, speaks_of
from rag.support.rated import rated
from rag.types import Evidence, Question
from store.papers import TITLE, Paper


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no to what was asked outright or supposed, and the words of the paper that say so.

    Neither where a title only speaks of it: "lossless" of "near-lossless scaling".
    """

    yes: bool | None
    supposed: bool
    evidence: Evidence

    @property
    def lead(self) -> str:
        """The answer in a word, which the evidence is to follow."""
        by_title = self.evidence.section == TITLE
        if self.supposed:
            return "The paper’s title says otherwise:" if by_title else "The paper says otherwise:"
        if self.yes is None:
            return "By the paper’s title:"
        word = "Yes" if self.yes else "No"
        return f"{word}, by the paper’s title:" if by_title else f"{word}:"


class Decided:
    """Reads the titles and abstracts of one library for what plainly decides a question."""

    def __init__(self, catalog: Catalog, own_first: OwnFirst) -> None:
        """Uses what papers call their own things, and what tells of whom a sentence speaks."""
        self._catalog = catalog
        self._own_first = own_first

    def found(self, asked: Question) -> Decision | None:
        """What decides a question on the one paper that it names; None where nothing does.

        What is supposed is decided only where the paper says otherwise.
        """
        said = self._attributed(asked)
        if said is None:
            return None
        paper = self._catalog.papers[asked.named[0]]
        names = telling_names(self._catalog.own_names(paper.id), paper.title, paper.text)
        yes: Evidence | None = None
        no: Evidence | None = None
        named: Evidence | None = None
        told = False
        for evidence in self._own(paper.id):
            if not speaks_of(said.said, evidence.text):
                continue
            title = evidence.section == TITLE
            if names_it(said.said, evidence.text):
                named, told = (evidence, told) if title else (named, True)
            if no is None and denies(said.said, evidence.text):
                no = evidence
            elif yes is None and affirms(said.said, evidence.text, names, title=title):
                yes = evidence
        if yes and no:
            return None
        if said.supposed:
            return Decision(False, True, no) if no else None
        if plain_one := yes or no:
            return Decision(yes is not None, False, plain_one)
        return Decision(None, False, named) if named and not told else None

    def another_figure(self, asked: Question) -> tuple[str, Evidence] | None:
        """That a paper speaks of other sizes, lengths or widths than the one asked about.

        The sentence that says so goes with the one in which it gives one.
        """
        if len(asked.named) != 1:
            return None
        paper = self._catalog.papers[asked.named[0]]
        for name in ABSOLUTE:
            wanted = {q.shown: q.value for q in absolute_in(plain(asked.whole), name)}
            given = {q.value for q in absolute_in(plain(f"{paper.title} {paper.text}"), name)}
            if not wanted or given & set(wanted.values()):
                continue
            figures = rated(name, self._own(paper.id), self._catalog.own_names(paper.id))
            if figures:
                shown = (s for one in figures for s in one.shown)
                return _speaks_of(paper, shown, ", ".join(wanted)), figures[0].evidence
        return self._other_figure(asked, paper)

    def _other_figure(self, asked: Question, paper: Paper) -> tuple[str, Evidence] | None:
        """That a paper gives another number of what is counted or measured than is asked about."""
        _, rest = self._catalog.named_in(asked.whole)
        figure = figure_asked(plain(rest))
        if figure is None or not others_given(figure, plain(f"{paper.title}. {paper.text}")):
            return None
        for evidence in self._own(paper.id):
            if given := others_given(figure, plain(evidence.text)):
                return _speaks_of(paper, given, figure.shown), evidence
        return None

    def _attributed(self, asked: Question) -> Attributed | None:
        if len(asked.named) != 1:
            return None
        places = self._catalog.places_named_in(asked.whole)
        return attributed(asked.whole, [(s, e) for s, e, ids in places if asked.named[0] in ids])

    def _own(self, paper_id: str) -> Iterator[Evidence]:
        """The title, and the sentences of the abstract in which a paper speaks of itself."""
        title = self._catalog.papers[paper_id].title
        yield Evidence(paper_id, TITLE, 0, len(title), title)
        for sentence, whose in self._own_first.of_openings(paper_id):
            if whose is Whose.OWN:
                yield as_evidence(sentence)


def _speaks_of(paper: Paper, shown: Iterable[str], asked: str) -> str:
    """That a paper gives other figures than the one that is asked about."""
    return f"*{paper.title}* speaks of {', '.join(dict.fromkeys(shown))}, and not of {asked}."
