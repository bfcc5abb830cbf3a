"""Lets a language model write, and shows only what passes the checks.

Facts and summaries are written anew from numbered sentences; the cells of a comparison and
the papers of a list are said in plain words, one by one, so that their structure stays. Where
nothing a model says passes, the draft that it was to better stands as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from prompts.load import load
from rag.evidence.fence import fenced, gives_orders
from rag.evidence.numbered import MOST_TOKENS, likeliest, within
from rag.models.calls import Talk
from rag.models.model import Reply, Request
from rag.retrieve import Retriever
from rag.support.answering import Answering
from rag.support.checker import Checker
from rag.types import Claim, Draft, Evidence, Kind, Question
from rag.writers.replied import Claimed, claims_in, leads_nowhere, schema_of
from store.papers import TITLE, Paper

WRITABLE = frozenset({Kind.FACT, Kind.SUMMARY, Kind.COMPARE, Kind.LIST})
_A_CLAIM = 80  # tokens of a claim in JSON, with room
_MOST_CLAIMS = 4
_AT_ONCE = 8  # sentences said in plain words in one call
_OVERHEAD = 40  # tokens that an endpoint puts around a call


@dataclass(frozen=True, slots=True)
class Passed:
    """A claim that passed its checks, and the number of the sentence that it first rests on."""

    claim: Claim
    first: int


class ModelWriter:
    """Writes answers about one library with one model."""

    def __init__(self, retriever: Retriever, checker: Checker, answering: Answering) -> None:
        """Uses retrieval for evidence, and the checks."""
        self._retriever = retriever
        self._checker = checker
        self._answering = answering
        self._papers: Mapping[str, Paper] = retriever.library.papers

    def write(self, talk: Talk, asked: Question, draft: Draft) -> Iterator[Draft | str]:
        """What is done, and drafts of ever more checked claims; the last draft is the answer.

        `draft` is the answer without a model. Gives no draft at all where nothing passed;
        raises ModelError and ReplayError.
        """
        if asked.kind in (Kind.COMPARE, Kind.LIST):
            yield from self._reword(talk, asked, draft)
        elif asked.kind is Kind.SUMMARY:
            yield from self._sum_up(talk, asked, draft)
        else:
            yield from self._answer(talk, asked, draft)

    def _answer(self, talk: Talk, asked: Question, draft: Draft) -> Iterator[Draft | str]:
        first = [e for claim in draft.claims for e in claim.evidence]
        count = talk.model.count
        evidence = likeliest(self._retriever, asked.whole, first, count, self._room(talk))
        written: list[Claim] = []
        for step in self._claims(talk, "answer", asked, evidence):
            if isinstance(step, str):
                yield step
            elif not (why := self._answering.fault(step.claim, asked.whole, draft)):
                written.append(step.claim)
                yield self._answering.completed(written, draft)
            else:
                yield f"Left out a statement: {why}"

    def _sum_up(self, talk: Talk, asked: Question, draft: Draft) -> Iterator[Draft | str]:
        """A summary is taken only where it speaks of all that the draft's sentences speak of."""
        own = {e.paper_id for claim in draft.claims for e in claim.evidence}
        pieces = [s for s in self._retriever.library.sentences if s.paper_id in own]
        body = [
            Evidence(s.paper_id, s.section, s.start, s.end, s.text)
            for s in pieces
            if s.section != TITLE and not gives_orders(s.text)
        ]
        evidence = tuple(within(body, talk.model.count, self._room(talk, most=2 * MOST_TOKENS)))
        written: list[Claim] = []
        for step in self._claims(talk, "answer", asked, evidence):
            if isinstance(step, str):
                yield step
            else:
                written.append(step.claim)
        if self._answering.is_whole(written, draft):
            yield replace(draft, claims=tuple(written))

    def _reword(self, talk: Talk, asked: Question, draft: Draft) -> Iterator[Draft | str]:
        """Each claim of the draft in plain words where those pass; as it is where not.

        A model of which nothing can be used in one call is not asked for the rest of a list.
        """
        claims = list(draft.claims)
        usable = [i for i, c in enumerate(claims) if not gives_orders(c.evidence[0].text)]
        for start in range(0, len(usable), _AT_ONCE):
            places = usable[start : start + _AT_ONCE]
            evidence = tuple(claims[i].evidence[0] for i in places)
            changed = False
            for step in self._claims(talk, "plain", asked, evidence):
                if isinstance(step, str):
                    yield step
                    continue
                place = places[step.first - 1]
                own = replace(step.claim, evidence=(evidence[step.first - 1],))
                better = self._answering.reworded(own, draft.claims[place])
                if better is not None and not self._checker.fault(own.text, own.evidence):
                    claims[place], changed = better, True
                    yield replace(draft, claims=tuple(claims))
            if not changed:
                return

    def _claims(
        self, talk: Talk, prompt: str, asked: Question, evidence: Sequence[Evidence]
    ) -> Iterator[Passed | str]:
        """The claims that pass, as they come; those that fail go back once."""
        seen: set[Claimed] = set()
        said: set[str] = set()  # weak models say the same of one sentence after the other
        failed: dict[Claimed, str] = {}
        request = self._request(prompt, asked, evidence)
        for text, whole in _heard(talk, request):
            yield f"Writing, checking each statement ({len(seen)} so far)"
            for claimed in claims_in(text, whole=whole):
                if claimed not in seen:
                    seen.add(claimed)
                    yield from self._checked(claimed, evidence, failed, said)
        if not failed:
            return
        yield f"{len(failed)} of {len(seen)} statements failed their checks and go back once"
        for text, whole in _heard(talk, _again(request, failed)):
            yield f"Mending {len(failed)} statements"
            for claimed in claims_in(text, whole=whole):
                if claimed not in seen:
                    seen.add(claimed)
                    yield from self._checked(claimed, evidence, {}, said)

    def _checked(
        self,
        claimed: Claimed,
        evidence: Sequence[Evidence],
        failed: dict[Claimed, str],
        said: set[str],
    ) -> Iterator[Passed]:
        """The claim where it passes and was not said before; else it is noted why not."""
        if claimed.text.lower() in said:
            return
        strange = [n for n in claimed.sources if not 1 <= n <= len(evidence)]
        if strange:
            failed[claimed] = f"there is no sentence [{strange[0]}]"
        elif not claimed.sources:
            failed[claimed] = "it names no sentence"
        else:
            spans = tuple(evidence[n - 1] for n in claimed.sources)
            if why := self._checker.fault(claimed.text, spans):
                failed[claimed] = why
            else:
                said.add(claimed.text.lower())
                yield Passed(Claim(claimed.text, spans), claimed.sources[0])

    def _request(self, prompt: str, asked: Question, evidence: Sequence[Evidence]) -> Request:
        text, mark = fenced(evidence, self._papers)
        system, user = load(prompt).fill(question=asked.whole, evidence=text, mark=mark)
        most = len(evidence) if prompt == "plain" else _MOST_CLAIMS
        return Request(system, user, schema_of(len(evidence), most), _A_CLAIM * most)

    def _room(self, talk: Talk, most: int = MOST_TOKENS) -> int:
        """How many tokens of sentences the model's context has room for, with what is mended."""
        texts = (load("answer").system, load("answer").user, load("repair").user)
        prompt = sum(talk.model.count(text) for text in texts) + _OVERHEAD
        left = talk.model.settings.context - prompt - 2 * _A_CLAIM * _MOST_CLAIMS
        return max(1, min(most, left))


def _again(request: Request, failed: Mapping[Claimed, str]) -> Request:
    """The same request with what failed at its end.

    So whoever reads it has read all but that before: llama.cpp and most endpoints keep what a
    prompt begins with, and on a processor reading takes most of the time.
    """
    wrong = {claimed.text: why for claimed, why in failed.items()}  # each but once
    faults = "\n".join(f"- {text} (wrong: {why})" for text, why in wrong.items())
    _, user = load("repair").fill(faults=faults)
    most = _A_CLAIM * min(len(wrong), _MOST_CLAIMS)
    return replace(request, user=f"{request.user}\n\n{user}", most=most)


def _heard(talk: Talk, request: Request) -> Iterator[tuple[str, bool]]:
    """The text so far, and whether it is whole."""
    for heard in talk.stream(request, leads_nowhere):
        if isinstance(heard, Reply):
            yield heard.text, True
        else:
            yield heard, False
