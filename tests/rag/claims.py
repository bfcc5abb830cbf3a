"""A question, what a model may claim in answer to it, and how that is put."""

from __future__ import annotations

import json

from tests.endpoints import Misbehaving

QUESTION = "How much does ToP reduce the FLOPs of BERT?"
GOOD = "ToP cuts BERT's average FLOPs by 8.1×."
LIES = "ToP cuts BERT's average FLOPs by 9.9x."


def claims(*pairs: tuple[str, int]) -> str:
    """A model's reply: claims, each with the number of the sentence that it rests on."""
    return json.dumps({"claims": [{"text": text, "evidence": [n]} for text, n in pairs]})


def number_of(server: Misbehaving, quote: str) -> int:
    """The number under which a sentence was sent."""
    sent = server.asked[0]["messages"][1]["content"]
    (line,) = [line for line in sent.splitlines() if quote in line]
    return int(line[1 : line.index("]")])
