"""Which of two papers has more of something: "which is faster, A or B?", "is A slower than B?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MORE_OF = r"(?:larger|bigger|higher|greater|better|more|the most|largest|biggest|highest|best)"
_LESS_OF = r"(?:smaller|lower|less|fewer|worse|the least|smallest|lowest|fewest)"
_BETWEEN = r"(?: (?!than\b|or\b|and\b)[\w@.-]+){0,2}? "
# What is measured -> how it is asked whether there is more of it, and less; the first is taken.
_ASKED: tuple[tuple[str, str, str], ...] = (
    (
        "speed",
        r"\b(?:faster|quicker|fastest|quickest|speedier|more quickly)\b"
        rf"|\b{_MORE_OF}{_BETWEEN}(?:speed-?ups?|accelerations?|throughputs?|speeds?)\b",
        rf"\b(?:slower|slowest)\b|\b{_LESS_OF}{_BETWEEN}(?:speed-?ups?|throughputs?|speeds?)\b",
    ),
    (
        "context length",
        r"\b(?:longer|longest|larger|bigger|largest)"
        r" (?:[\w-]+ )?(?:contexts?|windows?|sequences?|inputs?)\b"
        r"|\bmore tokens of context\b",
        r"\b(?:shorter|shortest|smaller) (?:[\w-]+ )?(?:contexts?|windows?|sequences?)\b",
    ),
    (
        "bit width",
        r"\b(?:more bits|higher bit[- ]?widths?)\b",
        r"\b(?:(?:fewer|fewest|less|lower) (?:number of )?bits?(?:[- ]widths?)?|lowest bits?)\b",
    ),
    (
        "model size",
        rf"\b{_MORE_OF} (?:language )?models?\b(?! of\b)|\bmore parameters\b",
        rf"\b{_LESS_OF} (?:language )?models?\b(?! of\b)|\bfewer parameters\b",
    ),
    (
        "memory",
        r"\b(?:more memory|larger memory|bigger memory)\b(?! saving)",
        r"\b(?:less memory|lower memory|smaller memory|least memory|more memory[- ]efficient"
        r"|(?:saves?|reduces?|cuts?) (?:more memory|memory more|the memory more))\b",
    ),
    (
        "energy",
        r"\b(?:more|higher) (?:energy|power|electricity)\b(?![- ](?:efficien|sav))",
        r"\b(?:(?:less|lower|least) (?:energy|power|electricity)|more (?:energy|power)[- ]efficient"
        r"|(?:saves?|reduces?|cuts?) (?:more (?:energy|power)|(?:energy|power) more))\b",
    ),
    (
        "latency",
        r"\b(?:higher|longer) latenc(?:y|ies)\b",
        r"\b(?:lower|shorter|less|lowest) latenc(?:y|ies)\b"
        r"|\b(?:reduces?|cuts?|lowers?) (?:the )?latency more\b",
    ),
    (
        "accuracy",
        rf"\bmore accurate\b|\b{_MORE_OF}{_BETWEEN}(?:accurac(?:y|ies)|scores?|success rates?|f1"
        r"|recall|precision|results?)\b|\b(?:does|do|is|are|scores?|performs?|works?) better\b"
        r"|\bbetter (?:on|at|in|than)\b|\bscores? higher\b",
        rf"\bless accurate\b|\b{_LESS_OF}{_BETWEEN}(?:accurac(?:y|ies)|scores?|success rates?)\b"
        r"|\b(?:does|do|is|are|scores?|performs?) worse\b|\bworse (?:on|at|in|than)\b",
    ),
)
_PATTERNS = tuple(
    (measure, re.compile(more, re.I), re.compile(less, re.I)) for measure, more, less in _ASKED
)
_HOW = re.compile(r"^\W*(?:how (?!much\b|many\b)|why\b|compare\b)", re.I)


@dataclass(frozen=True, slots=True)
class Rivalry:
    """What is measured, and whether the paper with more of it is asked for or that with less."""

    measure: str
    more: bool


def rivalry_in(text: str) -> Rivalry | None:
    """What of two papers a text wants weighed against each other; None where it asks no such."""
    if _HOW.search(text):
        return None
    for measure, more, less in _PATTERNS:
        for pattern, wants_more in ((less, False), (more, True)):
            if pattern.search(text):
                return Rivalry(measure, wants_more)
    return None
