"""What stands beside the product: plain retrieval of five chunks, dense and by BM25.

Dense is the tutorial's way over LlamaIndex, with its default splitter and the embedder that
the product uses. Without a language model the answer is the five chunks themselves, each
cited, each under its paper's name. That is generous: what is asked for may stand in any.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Sequence

from llama_index.core import Document, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.schema import BaseNode, MetadataMode, TextNode

from eval.questions import Row
from eval.responses import Response
from rag.types import Citation
from store.embed import Embedder
from store.lexical import LexicalIndex, terms
from store.library import Library
from store.papers import ABSTRACT, Paper

TOP = 5
Ranked = Sequence[tuple[TextNode, float]]


def baselines(library: Library, embedder: Embedder) -> list[Baseline]:
    """The baselines without a language model; both rank the same chunks."""
    chunks = nodes(library)
    return [_Dense(library, chunks, embedder), _Bm25(library, chunks)]


class Baseline(ABC):
    """Answers every question with the five chunks that it ranks first; it never refuses."""

    name: str

    def __init__(self, library: Library) -> None:
        """Knows the papers by their ids."""
        self._papers = library.papers

    def answer(self, row: Row) -> Response:
        """The chunks nearest to the question; earlier questions stand before it."""
        started = time.perf_counter()
        ranked = self._ranked("\n".join([*row.history, row.q]))
        citations = tuple(self._citation(n, node) for n, (node, _) in enumerate(ranked[:TOP], 1))
        lines = [f"- {_named(self._papers[c.paper_id])}: {c.quote} [{c.n}]" for c in citations]
        taken = (time.perf_counter() - started) * 1000
        titles = [self._papers[paper_id(node)].title for node, _ in ranked]
        return Response(
            markdown="\n".join(" ".join(line.split()) for line in lines),
            abstained=False,
            papers=tuple(dict.fromkeys(citation.title for citation in citations)),
            citations=citations,
            retrieved=tuple(dict.fromkeys(titles)),
            confidence=ranked[0][1] if ranked else None,
            latency_ms=taken,
        )

    @abstractmethod
    def _ranked(self, text: str) -> Ranked:
        """Every chunk with its score, best first."""

    def _citation(self, n: int, node: TextNode) -> Citation:
        paper = self._papers[paper_id(node)]
        start, end = node.start_char_idx or 0, node.end_char_idx or 0
        return Citation(n, paper.id, paper.title, paper.text[start:end], ABSTRACT, start, end)


class _Dense(Baseline):
    """LlamaIndex's vector index in memory, with its default settings."""

    name = f"dense top-{TOP}"

    def __init__(self, library: Library, nodes: Sequence[TextNode], embedder: Embedder) -> None:
        super().__init__(library)
        index = VectorStoreIndex(list(nodes), embed_model=Embedding(embedder))
        self._retriever = index.as_retriever(similarity_top_k=len(nodes))

    def _ranked(self, text: str) -> Ranked:
        found = self._retriever.retrieve(text)
        return [(as_text(hit.node), float(hit.score or 0.0)) for hit in found]


class _Bm25(Baseline):
    """The same chunks by BM25, with the words cut as the product cuts them."""

    name = f"BM25 top-{TOP}"

    def __init__(self, library: Library, nodes: Sequence[TextNode]) -> None:
        super().__init__(library)
        self._nodes = nodes
        texts = [node.get_content(MetadataMode.EMBED) for node in nodes]
        self._index = LexicalIndex.build(texts)

    def _ranked(self, text: str) -> Ranked:
        scores = self._index.scores(terms(text))
        order = sorted(range(len(self._nodes)), key=lambda i: -scores[i])
        return [(self._nodes[i], float(scores[i])) for i in order]


class Embedding(BaseEmbedding):
    """The product's embedder as LlamaIndex wants it."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder) -> None:
        """Embeds nothing yet."""
        super().__init__(model_name=embedder.name)
        self._embedder = embedder

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [[float(x) for x in vector] for vector in self._embedder.embed(texts)]

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def nodes(library: Library) -> list[TextNode]:
    """The papers' texts through LlamaIndex's default splitter, with the record as metadata."""
    documents = [
        Document(
            id_=paper.id,
            text=paper.text,
            metadata={
                "title": paper.title,
                "authors": ", ".join(paper.authors),
                "date": paper.day,
            },
        )
        for paper in library.papers.values()
    ]
    return [as_text(node) for node in SentenceSplitter().get_nodes_from_documents(documents)]


def as_text(node: BaseNode) -> TextNode:
    """A node that holds text, as all chunks do."""
    assert isinstance(node, TextNode)
    return node


def paper_id(node: BaseNode) -> str:
    """The paper that a chunk is from."""
    return node.ref_doc_id or ""


def _named(paper: Paper) -> str:
    facts = "; ".join(part for part in (", ".join(paper.authors), paper.day) if part)
    return f"**{paper.title}** ({facts})"
