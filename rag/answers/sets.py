"""Answers a question about a set: which papers its records allow, and which of them fit."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.evidence.silence import Silence
from rag.language import wording
from rag.language.spared import spared_thing
from rag.language.stated import Stated
from rag.language.unranked import unranked_in
from rag.question.portions import base_of
from rag.question.side_by_side import sets_of
from rag.records.allowed import fits
from rag.records.author_counts import cut_records, uncertain
from rag.records.dates import counted_back
from rag.records.people import People
from rag.records.placed import LAST
from rag.records.record_questions import every_one_states, none_fits
from rag.selection.alike import Alike
from rag.selection.judged import Judged, Selection
from rag.selection.select import Judge
from rag.selection.stating import Stating
from rag.trace import Filtered, note
from rag.types import Draft, Filters, Progress, Question, Relation
from rag.writers import extractive, records
from rag.writers.ordered import end_lead, figures_lead, unranked_lead
from rag.writers.several_sets import write_several
from rag.writers.unsaid import none_of_which
from store.papers import Paper

if TYPE_CHECKING:
    from rag.assistance.assistance import Assisted


class Sets:
    """Drafts answers about the papers of one library."""

    def __init__(
        self,
        judge: Judge,
        alike: Alike,
        stating: Stating,
        papers: Mapping[str, Paper],
        people: People,
    ) -> None:
        """Uses the calibrated judge, and knows whom the library names."""
        self._stating = stating
        self._judge = judge
        self._alike = alike
        self._people = people
        self._papers = papers

    def draft(self, asked: Question, model: Assisted | None) -> Generator[Progress, None, Draft]:
        """What a language model is doing, where one is there, and in the end the draft."""
        if sets := sets_of(asked):
            return self._of_several(asked, sets)
        among = self.among(asked)
        if asked.like:
            selection = self._alike.select(asked.like, among)
            return self._written(asked, self._in_order(asked, selection), selection.fitting)
        if asked.stated and (not asked.topic or not among):
            return self._stated(asked, among)
        if sparing := self._judge.exclusions.sparing(asked, among):
            return self._sparing(asked, Selection(tuple(sparing), (), len(among), margin=0.0))
        if not asked.topic or not among:
            return self._recorded(asked, among)
        if model is None:
            selection = self._judge.select(asked, among)
        else:
            allowed = set(among)
            judged = self._judge.judged(asked)
            candidates = [candidate for candidate in judged if candidate.paper_id in allowed]
            opinions = yield from model.assess(asked, candidates)
            selection = self._judge.select(asked, among, opinions)
        if asked.stated:
            selection = self._shown_by_what_is_stated(asked.stated, selection)
        return self._written(asked, self._in_order(asked, selection), selection.fitting)

    def _of_several(self, asked: Question, sets: Sequence[Question]) -> Draft:
        """Each of several sets by itself."""
        return write_several(asked, [(part, self._part(part)) for part in sets])

    def _part(self, part: Question) -> Draft:
        among = self.among(part)
        if not part.topic or not among:
            return self._recorded(part, among)
        selection = self._judge.select(part, among)
        return self._written(part, selection, selection.fitting)

    def _stated(self, asked: Question, among: Sequence[str]) -> Draft:
        """The papers of those that the records allow which state what they are to state."""
        assert asked.stated is not None
        said = self._stating.papers(asked.stated)
        stating = self._judge.exclusions.without(asked, among)
        if asked.stated.first:
            wanted = set(stating)
            stating = [paper_id for paper_id in said if paper_id in wanted]
        judged = [Judged(i, 1.0, 1.0, said[i], whole=True, added=(0.0,)) for i in stating]
        considered = len(self._allowed(replace(asked, stated=None)))
        selection = Selection(tuple(judged), (), considered, margin=0.0)
        return self._written(asked, self._in_order(asked, selection), selection.fitting)

    def _sparing(self, asked: Question, selection: Selection) -> Draft:
        """The papers that say they do without what is to be spared."""
        shown = self._in_order(asked, selection)
        draft = self._written(asked, shown, selection.fitting)
        if len(shown.fitting) < len(selection.fitting) or asked.counted:
            return draft
        count = len(shown.fitting)
        say = "1 paper says that it does" if count == 1 else f"{count} papers say that they do"
        thing = asked.without or spared_thing(asked.topic)
        return replace(draft, lead=f"{say} without “{thing}” ({selection.considered} considered).")

    def _shown_by_what_is_stated(self, stated: Stated, selection: Selection) -> Selection:
        said = self._stating.papers(stated)
        shown = (replace(one, evidence=said[one.paper_id]) for one in selection.fitting)
        fitting = tuple(shown)
        if stated.first:
            ranks = {paper_id: rank for rank, paper_id in enumerate(said)}
            fitting = tuple(sorted(fitting, key=lambda one: ranks[one.paper_id]))
        return replace(selection, fitting=fitting)

    def recorded(self, asked: Question) -> Draft:
        """What the records alone say of the papers that they allow."""
        if sets := sets_of(asked):
            return self._of_several(asked, sets)
        return self._recorded(asked, self.among(asked))

    def _recorded(self, asked: Question, among: Sequence[str]) -> Draft:
        if (asked.tally or asked.order) and asked.topic:
            selection = self._judge.select(asked, among)
            if not selection.fitting:
                return self._written(asked, selection, ())
            papers = self._of(selection.fitting)
        else:
            papers = [self._papers[i] for i in self._judge.exclusions.without(asked, among)]
        cut_short = self._cut_short(asked)
        back = counted_back(asked.whole, self._papers.values()) if asked.filters.dated else ""
        if not papers:
            none = self._all_stated(asked) or none_fits(asked, self._people, cut_short)
            return replace(none, closing=none.closing or back)
        draft = records.write_set(asked, papers, self._of_how_many(asked))
        closing = " ".join(part for part in (draft.closing, cut_short, back) if part)
        return replace(draft, closing=closing)

    def _of_how_many(self, asked: Question) -> int:
        """How many papers a share is of: "what share of the papers of 1966 has code?"."""
        if asked.portion_of:
            base = replace(base_of(asked, asked.portion_of), scope=asked.scope)
            among = self.among(base)
            return len(self._judge.select(base, among).fitting) if base.topic else len(among)
        if asked.filters.has_code is None or not wording.IN_PERCENT.search(asked.text):
            return len(self._papers)
        return len(self._allowed(replace(asked, filters=replace(asked.filters, has_code=None))))

    def _all_stated(self, asked: Question) -> Draft | None:
        """That every paper has a field which none was found to lack; None where that is not so."""
        filters = asked.filters
        nobody = filters.author_count is not None and filters.author_count.most == 0
        if not filters.lacks and not nobody:
            return None
        count = replace(filters, lacks=(), author_count=None if nobody else filters.author_count)
        others = self._allowed(replace(asked, filters=count))
        return every_one_states(filters.lacks or ("authors",), len(others)) if others else None

    def _cut_short(self, asked: Question) -> str:
        """A sentence on the papers whose records do not say what is asked of their authors."""
        filters = asked.filters
        if filters.authors and filters.place == LAST:
            others = replace(asked, filters=replace(filters, place=0))
            cut = sum(self._papers[i].authors_cut for i in self._allowed(others))
            return (
                f"{cut_records(cut, len(self._papers))}: who is last is not known." if cut else ""
            )
        wanted = filters.author_count
        if wanted is None:
            return ""
        others = replace(asked, filters=replace(filters, author_count=None))
        unknown = uncertain([self._papers[i] for i in self._allowed(others)], wanted)
        if not unknown:
            return ""
        said = f"{cut_records(len(unknown), len(self._papers))}, so whether"
        word = "author" if wanted.most == 1 else "authors"
        return (
            f"{said} {'it has' if len(unknown) == 1 else 'they have'} {wanted} {word} is not known."
        )

    def among(self, asked: Question) -> list[str]:
        """The papers whose records fit what the question asks of records."""
        among = self._allowed(asked)
        pool = self._papers if asked.scope is None else asked.scope
        note(lambda: Filtered(tuple(among), len(pool)))
        return among

    def _allowed(self, asked: Question) -> list[str]:
        pool = asked.scope if asked.scope is not None else tuple(self._papers)
        unwanted = asked.unwanted if asked.unwanted != Filters() else None
        stating = self._stating.papers(asked.stated) if asked.stated else pool
        return [
            i
            for i in pool
            if i not in asked.besides
            and i in stating
            and fits(self._papers[i], asked.filters)
            and not (unwanted and fits(self._papers[i], unwanted))
        ]

    def _in_order(self, asked: Question, selection: Selection) -> Selection:
        """The selection sorted and cut as asked."""
        if not (asked.order or asked.limit or asked.skip):
            return selection
        chosen = [self._papers[judged.paper_id] for judged in selection.fitting]
        order = [paper.id for paper in records.in_order(chosen, asked)]
        kept = [judged for judged in selection.fitting if judged.paper_id in order]
        kept.sort(key=lambda judged: order.index(judged.paper_id))
        return replace(selection, fitting=tuple(kept))

    def _of(self, judged: Sequence[Judged]) -> list[Paper]:
        return [self._papers[one.paper_id] for one in judged]

    def _written(self, asked: Question, selection: Selection, fitting: Sequence[Judged]) -> Draft:
        """The answer; `fitting` are all that fit, of which the selection may have the first."""
        if selection.fitting:
            draft = extractive.write_list(selection, self._papers, asked.told)
            if asked.stated and asked.stated.first:
                return replace(draft, lead=figures_lead(asked.stated, len(draft.claims)))
            if not asked.order and (what := unranked_in(asked.whole)):
                return replace(draft, lead=unranked_lead(what, draft.lead))
            kept, papers = self._of(selection.fitting), self._of(fitting)
            if asked.counted and wording.IN_PERCENT.search(asked.text):
                of = self._of_how_many(asked) if asked.portion_of else selection.considered
                share = records.share(len(papers), of)
                return replace(draft, lead=f"{share}: {draft.lead}")
            if len(kept) == len(papers):
                if asked.denied in (Relation.USES, Relation.MENTIONS):
                    lead = draft.lead.removesuffix(".")
                    return replace(draft, lead=f"{lead}{none_of_which(asked, len(kept))}.")
                return draft
            lead = end_lead(kept, papers, asked)
            which = asked.order or "likeliest"
            first = lead or f"{len(kept)} of {len(papers)} that fit, the {which}"
            return replace(draft, lead=f"{first.rstrip('.')} ({selection.considered} considered).")
        lead = Silence.NOT_HERE.value
        narrowed = asked.scope is not None or asked.filters != Filters() or asked.besides
        if narrowed or asked.like or asked.stated:
            lead = f"None of the {selection.considered} papers considered fits."
        if selection.heard:
            lead += f" The language model judged {selection.heard} of {selection.considered}."
        closing = extractive.near_misses(selection.near, self._papers)
        return Draft(
            lead,
            abstained=True,
            closing=closing,
            confidence=selection.margin,
            weighed=extractive.weighed(selection, self._papers),
        )
