"""Kinds of things that a question may ask for by their kind's name, and papers by their own: who
asks "on which hardware?" is answered by "on an A100".
"""

from __future__ import annotations

import re
from functools import lru_cache

from store.lexical import terms

_KINDS: tuple[tuple[str, str], ...] = (
    (
        r"hardware|gpus?|devices?|machines?|chips?|cards?|platforms?",
        r"\b(?:[A-Z]{1,3}\d{2,4}[A-Z]{0,2}|MI\d{3}X?|[GCTN]PUs?|FPGAs?|Raspberry Pi|Intel|AMD"
        r"|NVIDIA|ARM|Apple M\d|M\d-\w+)\b",
    ),
    (
        r"metrics?|measures?",
        r"\w@\w|\b(?:metric|accuracy|precision|recall|perplexity|F1|AUC|BLEU|ROUGE|score)\b",
    ),
    (
        r"(?:base |language )?models?|backbones?|llms?",
        r"\b[A-Z][\w-]*[a-zA-Z]-?\d[\w.-]*|\b(?:BERT|GPT|LLaMA|Llama|Mistral|Qwen|Phi|BitNet)\b",
    ),
    (r"data ?sets?|benchmarks?|corp(?:us|ora)", r"\b[A-Z][A-Za-z]*[A-Z\d][\w-]*\b"),
    (
        r"problems?|issues?|challenges?|bottlenecks?|shortcomings?|weakness(?:es)?|gaps?",
        r"\b(?:however|challeng|problem|issue|difficult|limit|costly|suffer|bottleneck|lack|slow"
        r"|inefficien|hard|fail|unfortunately)\w*",
    ),
    (r"techniques?|mechanisms?|tricks?|ideas?|strateg(?:y|ies)", r"\b(?:we|propos|introduc|by)\w*"),
)
_ASKED = tuple(
    (
        re.compile(
            rf"\b(?:what|which)(?: (?:kind|sort|type)s? of)? (?:[\w-]+ ){{0,2}}?(?P<kind>{kind})\b"
            r"(?! of\b)",
            re.I,
        ),
        re.compile(instance, re.I if instance.islower() else 0),
    )
    for kind, instance in _KINDS
)


@lru_cache(maxsize=64)  # asked anew for each sentence of a paper
def asked_kind(question: str) -> tuple[tuple[str, ...], re.Pattern[str]] | None:
    """The terms of the kind that a question asks for and what an instance of it looks like."""
    for asked, instance in _ASKED:
        if match := asked.search(question):
            return tuple(terms(match["kind"], joined=False)), instance
    return None
