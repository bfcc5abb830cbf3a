"""Measures what indexing costs beside its embedder.

    python tests/cost.py 3000 [SEED] [--warm]

Abstracts are made of the halves of sentences of the papers that come with the project, as many
as asked for, and indexed from a file as a person would. In the same run every text that the
product embeds is embedded once more, bare: tokens of texts of like length, eight at a time,
through the same model with the same threads; and once again with a batch for each thread. All
take turns, a second or two each, so that whatever else the machine does falls on all. The
ratios are that of the run, less what is bare of it, to the bare parts: by the clock, and in
seconds of the processor. The goal is against the first; the second tells what is not embedding.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

BATCH, THREADS = 8, 2
TURN = 50 * BATCH  # texts: a second or two
GOAL = 1.15
WAYS = ("two threads a batch", "a batch a thread")


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
    """The model and its tokenizer, alone: one batch at a time, or one a thread."""

    def __init__(self, model: Path, vocabulary: Path, longest: int, *, abreast: int) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = THREADS // abreast
        self._abreast = abreast
        self._session = onnxruntime.InferenceSession(str(model), options)
        self._names = [argument.name for argument in self._session.get_inputs()]
        self._tokenizer = Tokenizer.from_file(str(vocabulary))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(longest)
        self.watch = Stopwatch()

    def embed(self, texts: Sequence[str]) -> None:
        """Embeds the texts, those of like length together, and forgets them."""
        with self.watch:
            encodings = sorted(self._tokenizer.encode_batch(list(texts)), key=lambda e: len(e.ids))
            batches = [encodings[a : a + BATCH] for a in range(0, len(encodings), BATCH)]
            if self._abreast == 1:
                for batch in batches:
                    self._run(batch)
            else:
                with ThreadPoolExecutor(self._abreast) as pool:
                    list(pool.map(self._run, batches))

    def _run(self, batch: Sequence[Any]) -> None:
        import numpy as np

        width = len(batch[-1].ids)
        ids = np.array([e.ids + [0] * (width - len(e.ids)) for e in batch])
        mask = np.array([[1] * len(e.ids) + [0] * (width - len(e.ids)) for e in batch])
        values = {"input_ids": ids, "attention_mask": mask, "token_type_ids": ids * 0}
        self._session.run(None, {name: values[name] for name in self._names})


class InTurns:
    """The product's embedder, after each of whose turns the bare ones have theirs."""

    def __init__(self) -> None:
        from store import embed

        self._own = own = embed.MiniLM()
        self.name, self.checksum, self.dimension = own.name, own.checksum, own.dimension
        self.texts = 0
        self.making = Stopwatch()
        with self.making:
            self.bare = [
                Bare(own._model, own._vocabulary, embed.MAX_TOKENS, abreast=abreast)
                for abreast in (1, THREADS)
            ]

    def embed(self, texts: Sequence[str], tick: Callable[[int], None] | None = None) -> object:
        import numpy as np

        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for first in range(0, len(order), TURN):
            places = order[first : first + TURN]
            turn = [texts[i] for i in places]
            vectors[places] = self._own.embed(turn, tick)
            for bare in self.bare:
                bare.embed(turn)
        self.texts += len(texts)
        return vectors


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


def indexed(records: Sequence[dict[str, object]]) -> InTurns:
    """Indexes the records in a library of their own, as a person would; what embedded them."""
    from store.indexing import index_library

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "abstracts.jsonl")
        file.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        embedder = InTurns()
        report = index_library(Path(folder, "library"), [file], embedder=embedder)
    assert (report.added, report.problems) == (len(records), ())
    return embedder


def measure(count: int, seed: int, *, warm: bool) -> float:
    """The ratio by the clock to the first of the bare embedders, once all have been printed.

    Warm, what a process pays once (libraries are imported, a first database is made) has been
    paid before the watch starts.
    """
    records = list(abstracts(count, seed))
    if warm:
        indexed(records[:BATCH])
    with (whole := Stopwatch()):
        embedder = indexed(records)
    print(f"{count} abstracts, {embedder.texts} texts embedded, {THREADS} threads")
    apart = [embedder.making, *(bare.watch for bare in embedder.bare)]
    ratios = {}
    for way, bare in zip(WAYS, embedder.bare, strict=True):
        for name in ("clock", "processor"):
            own = getattr(whole, name) - sum(getattr(watch, name) for watch in apart)
            reference = getattr(bare.watch, name)
            ratios[way, name] = own / reference
            print(
                f"{name:<10} {own:8.1f} s indexed  {reference:8.1f} s bare, {way}  "
                f"ratio {own / reference:.3f}"
            )
    return ratios[WAYS[0], "clock"]


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument != "--warm"]
    clock = measure(*numbers[:1], *(numbers[1:] or [1]), warm="--warm" in sys.argv)
    sys.exit(clock > GOAL)
