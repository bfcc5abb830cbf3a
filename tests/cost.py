"""Measures what indexing costs beside its embedder.

    python tests/cost.py 3000 [SEED]

Abstracts are made of the halves of sentences of the papers that come with the project, as many
as asked for, and indexed from a file as a person would. In the same run every text that the
product embeds is embedded once more, bare: tokens of texts of like length, eight at a time,
through the same model with the same threads. The two take turns all along, a few seconds each,
so that whatever else the machine does falls on both. The ratio is that of the whole run, less
the bare part of it, to the bare part: by the clock, and in seconds of the processor.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

BATCH, THREADS = 8, 2
TURN = 50  # batches: a second or two
GOAL = 1.15


class Stopwatch:
    """Seconds by the clock and of the processor, added up over the times that it runs."""

    def __init__(self) -> None:
        self.clock = self.processor = 0.0

    def __enter__(self) -> None:
        self._began = time.perf_counter(), time.process_time()

    def __exit__(self, *_: object) -> None:
        self.clock += time.perf_counter() - self._began[0]
        self.processor += time.process_time() - self._began[1]


class Bare:
    """The model and its tokenizer, and nothing around them."""

    def __init__(self, model: Path, vocabulary: Path, longest: int) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = THREADS
        self._session = onnxruntime.InferenceSession(str(model), options)
        self._names = [argument.name for argument in self._session.get_inputs()]
        self._tokenizer = Tokenizer.from_file(str(vocabulary))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(longest)

    def batches(self, texts: Sequence[str]) -> Iterator[int]:
        """Embeds the texts, those of like length together; gives the size of each batch."""
        import numpy as np

        encodings = sorted(self._tokenizer.encode_batch(list(texts)), key=lambda e: len(e.ids))
        for first in range(0, len(encodings), BATCH):
            own = encodings[first : first + BATCH]
            width = len(own[-1].ids)
            ids = np.array([e.ids + [0] * (width - len(e.ids)) for e in own])
            mask = np.array([[1] * len(e.ids) + [0] * (width - len(e.ids)) for e in own])
            values = {"input_ids": ids, "attention_mask": mask, "token_type_ids": ids * 0}
            self._session.run(None, {name: values[name] for name in self._names})
            yield len(own)


class InTurns:
    """The product's embedder, which now and then lets the bare one have a turn."""

    def __init__(self, watch: Stopwatch) -> None:
        from store import embed

        self._own, self._watch = embed.MiniLM(), watch
        self.name, self.checksum = self._own.name, self._own.checksum
        self.dimension, self.texts = self._own.dimension, 0
        with watch:
            self._bare = Bare(self._own._model, self._own._vocabulary, embed.MAX_TOKENS)

    def embed(self, texts: Sequence[str], tick: Callable[[int], None] | None = None) -> object:
        bare = self._bare.batches(texts)
        waiting = 0

        def turn(count: int) -> None:
            nonlocal waiting
            waiting += 1
            if waiting == TURN:
                self._take(bare, waiting)
                waiting = 0
            if tick:
                tick(count)

        vectors = self._own.embed(texts, turn)
        self._take(bare, len(texts))
        self.texts += len(texts)
        return vectors

    def _take(self, bare: Iterator[int], batches: int) -> None:
        with self._watch:
            for _ in range(batches):
                if next(bare, None) is None:
                    break


def abstracts(count: int, seed: int) -> Iterator[dict[str, object]]:
    """Records of made-up papers: each sentence the first half of one and the second of another."""
    from store.readers.listing import parse_listing
    from store.segment import sentence_spans
    from store.sources import DEFAULT_LIST

    dice = random.Random(seed)
    papers = parse_listing(DEFAULT_LIST.read_bytes()).papers
    texts = [[p.text[a:b].split() for a, b in sentence_spans(p.text)] for p in papers]
    sentences = [sentence for text in texts for sentence in text]
    names = sorted({name for paper in papers for name in paper.authors})

    def mixed(pieces: Sequence[Sequence[str]]) -> str:
        first, second = dice.choice(pieces), dice.choice(pieces)
        return " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])

    titles = [paper.title.split() for paper in papers]
    for number in range(count):
        yield {
            "title": f"{mixed(titles)} {number}",
            "authors": dice.sample(names, 3),
            "date": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "abstract": " ".join(mixed(sentences) for _ in dice.choice(texts)),
        }


def measure(count: int, seed: int) -> tuple[float, float]:
    """The two ratios, by the clock and of the processor, once they have been printed."""
    whole, bare = Stopwatch(), Stopwatch()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "abstracts.jsonl")
        lines = [json.dumps(record) for record in abstracts(count, seed)]
        file.write_text("\n".join(lines), encoding="utf-8")
        with whole:
            from store.indexing import index_library

            embedder = InTurns(bare)
            report = index_library(Path(folder, "library"), [file], embedder=embedder)
    assert (report.added, report.problems) == (count, ())
    print(f"{count} abstracts, {embedder.texts} texts embedded, {THREADS} threads")
    ratios = []
    for name in ("clock", "processor"):
        own, reference = getattr(whole, name) - getattr(bare, name), getattr(bare, name)
        ratios.append(own / reference)
        print(f"{name:<10} {own:8.1f} s indexed  {reference:8.1f} s bare  ratio {ratios[-1]:.3f}")
    return ratios[0], ratios[1]


if __name__ == "__main__":
    clock, _ = measure(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    sys.exit(clock > GOAL)
