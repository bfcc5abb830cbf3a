"""Words of the field that mean the same to a person who asks for papers.

Pairs that stemming and the library's own acronyms do not bring together. Each line is a set
of terms or phrases; the judge treats any of them as any other.
"""

from __future__ import annotations

from functools import cache

from store.lexical import terms

# "a, b" are the same; "a > b, c" says that whoever asks for a means b and c too.
_LINES = """
cpu, processor, central processing unit
gpu, graphics card, graphics processing unit
phone, smartphone, mobile phone
phone > mobile device, mobile
edge device > mobile device, resource-constrained device, on-device, smartphone, edge
mobile device > smartphone, phone, on-device
browser, in-browser
math, maths, mathematics, mathematical
programming > code generation, coding, codebase, code
generating code, code generation, codebase generation
code generation > competitive programming, codebase
quantization > low-bit, quantized, int8, int4
quantizing, quantized, quantization
pruning, prune, pruned
compression > pruning, quantization, distillation, prune, low-bit
distillation, distill, distilled
lookup table, table lookup, look-up table, lut
llm, large language model
language model > llm, slm
kv cache, key-value cache, key-value (KV) cache
long context, long-context
long context > context window
context window, context length, context
nas, neural architecture search
mcts, monte carlo tree search
rl, reinforcement learning
reinforcement learning > rlvr, grpo
energy, power
advertising, ad, advertisement
blockchain > ethereum, cryptocurrency
openai > gpt-4, gpt-4o, gpt, o1, o1-preview, o1-mini, o3-mini, chatgpt
anthropic > claude
meta > llama
dataset, data set, corpus
corpus > benchmark
dataset > benchmark
training data > dataset, pre-training data, corpus
speech recognition, asr
fine-tuning, finetuning
vision > image, visual, vit
evolutionary, evolution
compiler > kernel generation, kernel
parallelism, parallelization, parallelize, parallel
sparse, sparsity
hardware > accelerator
accelerator > hardware accelerator
physics > partial differential equation, pde
security > intrusion, cryptographic, cryptography, attack, piracy, privacy
time series, time-series
speedup, speed-up, faster, quicker, accelerate
speed > speedup, faster
url, link, github, repository, https
outperform, outdo, beat, surpass, better
reduce, reduction, lower, decrease, cut, drop, save, less, smaller, shrink
gain, improvement, improve, increase, gains
competitor, baseline, state-of-the-art
size, large, parameters
keep, retain, maintain, preserve
lose, drop, degradation, decrease, loss
"""


@cache
def spellings() -> dict[tuple[str, ...], str]:
    """Stemmed phrase -> the phrase as it is written."""
    phrases = ", ".join(_LINES.strip().splitlines()).replace(" > ", ", ").split(", ")
    return {tuple(terms(phrase, joined=False)): phrase for phrase in reversed(phrases)}


@cache
def synonyms() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Stemmed phrase -> all phrases that mean the same, itself among them."""
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for line in _LINES.strip().splitlines():
        head, directed, tail = line.partition(" > ")
        phrases = [tuple(terms(phrase, joined=False)) for phrase in (tail or head).split(", ")]
        heads = [tuple(terms(head, joined=False))] if directed else phrases
        for phrase in heads:
            found[phrase] = tuple(dict.fromkeys((phrase, *found.get(phrase, ()), *phrases)))
    return found
