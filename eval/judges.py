"""Asks a language model what it thinks of answers, by LlamaIndex's evaluators.

They are given what the deterministic measures are given: an answer's statements, and the quotes
that it cites with the names of their papers.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from llama_index.core.evaluation import FaithfulnessEvaluator, RelevancyEvaluator

from eval.bridge import ModelLLM
from eval.measures import Papers
from eval.opinions import FAITHFUL, RELEVANT, Judgement, Opinion, judgement
from eval.run import Outcome
from eval.statements import evidence, statements
from rag.models.calls import Model
from store.indexing import Progress

_YES_OR_NO = {
    "type": "object",
    "properties": {"answer": {"enum": ["YES", "NO"]}},
    "required": ["answer"],
    "additionalProperties": False,
}
_MOST = 16  # tokens of a verdict


def judged(
    name: str, outcomes: Sequence[Outcome], papers: Papers, model: Model, progress: Progress
) -> Judgement:
    """Opinions of all answers that say and cite something; raises ModelError.

    What was asked once is in the client's cache, so an interrupted run goes on where it was.
    """
    wanted = [outcome for outcome in outcomes if _can_be_judged(outcome)]
    opinions: dict[str, Opinion] = {}
    with ThreadPoolExecutor(model.settings.at_once) as pool:
        waiting = [(o.row.id, pool.submit(_opinion, o, papers, model)) for o in wanted]
        try:
            for done, (question, opinion) in enumerate(waiting, start=1):
                opinions[question] = opinion.result()
                progress(f"Judging {name}", done, len(waiting))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return judgement(outcomes, opinions)


def _can_be_judged(outcome: Outcome) -> bool:
    response = outcome.response
    return bool(not response.abstained and response.citations and statements(response.markdown))


def _opinion(outcome: Outcome, papers: Papers, model: Model) -> Opinion:
    response = outcome.response
    said = " ".join(statement.text for statement in statements(response.markdown))
    contexts = [evidence(c, papers[c.paper_id]) for c in response.citations]
    asked = " ".join([*outcome.row.history, outcome.row.q])
    llm = ModelLLM(model, most=_MOST, schema=_YES_OR_NO)
    faithful = FaithfulnessEvaluator(llm=llm).evaluate(response=said, contexts=contexts)
    relevant = RelevancyEvaluator(llm=llm).evaluate(query=asked, response=said, contexts=contexts)
    return {FAITHFUL: bool(faithful.passing), RELEVANT: bool(relevant.passing)}
