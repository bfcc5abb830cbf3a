"""A baseline with a language model: LlamaIndex's CitationQueryEngine, over the same chunks.

It is made as its documentation makes it: the five nearest chunks, numbered, and a prompt that
asks for the numbers in the answer. Whatever it cites is taken at its word, and measured.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from llama_index.core import VectorStoreIndex
from llama_index.core.query_engine import CitationQueryEngine
from llama_index.core.schema import NodeWithScore, TextNode

from eval.baselines import TOP, Embedding, as_text, nodes, paper_id
from eval.bridge import ModelLLM
from eval.questions import Row
from eval.responses import Response
from rag.models.calls import Model
from rag.types import Citation
from store.embed import Embedder
from store.errors import ModelReplyError
from store.library import Library
from store.papers import ABSTRACT

_MOST = 512  # tokens of an answer
_MARKER = re.compile(r"\[(\d+)\]")
_LABEL = re.compile(r"^Source \d+:\n")


class Citing:
    """LlamaIndex's engine for answers with citations; what cites nothing counts as a refusal."""

    name = "CitationQueryEngine"

    def __init__(self, library: Library, embedder: Embedder, model: Model) -> None:
        """Indexes the chunks in memory; calls nothing yet."""
        self._papers = library.papers
        self._llm = ModelLLM(model, most=_MOST)
        index = VectorStoreIndex(nodes(library), embed_model=Embedding(embedder))
        self._engine = CitationQueryEngine.from_args(index, llm=self._llm, similarity_top_k=TOP)

    def answer(self, row: Row) -> Response:
        """What the engine writes; earlier questions stand before the last one."""
        started, before = time.perf_counter(), self._llm.usage
        try:
            found = self._engine.query("\n".join([*row.history, row.q]))
            text, sources = str(found), found.source_nodes
        except ModelReplyError as error:
            text, sources = str(error), []
        taken = (time.perf_counter() - started) * 1000
        used = self._llm.usage
        citations = self._citations(text, sources)
        titles = [self._papers[paper_id(source.node)].title for source in sources]
        return Response(
            markdown=text,
            abstained=not citations,
            papers=tuple(dict.fromkeys(citation.title for citation in citations)),
            citations=citations,
            retrieved=tuple(dict.fromkeys(titles)),
            latency_ms=taken,
            tokens={
                "prompt": used.prompt - before.prompt,
                "completion": used.completion - before.completion,
            },
        )

    def _citations(self, text: str, sources: Sequence[NodeWithScore]) -> tuple[Citation, ...]:
        """The sources whose numbers stand in the text, in the order of their first use."""
        numbers = dict.fromkeys(int(number) for number in _MARKER.findall(text))
        return tuple(
            self._citation(n, as_text(sources[n - 1].node))
            for n in numbers
            if 1 <= n <= len(sources)  # 0 would pick the last one
        )

    def _citation(self, n: int, node: TextNode) -> Citation:
        paper = self._papers[paper_id(node)]
        quote = _LABEL.sub("", node.text).removesuffix("\n")
        start = paper.text.find(quote)
        return Citation(n, paper.id, paper.title, quote, ABSTRACT, start, start + len(quote))
