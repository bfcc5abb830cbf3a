"""Whether a text speaks of the very score that is asked for: a word error rate is no accuracy."""

from __future__ import annotations

import re

# Ways to say one score; only such as no paper calls otherwise.
_NAMES = (
    r"word[- ]error[- ]rates?|WERs?",
    r"character[- ]error[- ]rates?|CERs?",
    r"equal[- ]error[- ]rates?|EERs?",
    r"(?:Sacre)?BLEU(?:-\d)?",
    r"ROUGE(?:-[\dL]+)?",
    r"perplexit(?:y|ies)|PPL",
    r"mAP(?:@\d+)?|mean average precision",
    r"m?IoU|intersection[- ]over[- ]union",
    r"FID|fr[ée]chet inception distance",
    r"PSNR|peak signal[- ]to[- ]noise ratio",
    r"n?DCG(?:@\d+)?",
    r"MRR(?:@\d+)?|mean reciprocal rank",
    r"RMSE|root[- ]mean[- ]squared? error",
    r"AUCs?|AUROC|area under the (?:ROC )?curve",
)
# "Which exact WER", "what is the final perplexity", "how low was its WER".
_ASKED = (
    r"\b(?:what|which|how (?:high|low|good|large))(?:['’]s| is| was| are| were)?"
    r"(?: (?:the|its|their|an?))?(?: (?!of\b|in\b|for\b|by\b|and\b)[\w-]+){0,2}?"
)
_SCORES = tuple(
    (re.compile(rf"{_ASKED} (?:{names})\b", re.I), re.compile(rf"\b(?:{names})\b", re.I))
    for names in _NAMES
)


def lacks_score(question: str, text: str) -> bool:
    """Whether a question asks for a score by its name, and the text never names it."""
    return any(
        asked.search(question) is not None and named.search(text) is None
        for asked, named in _SCORES
    )
