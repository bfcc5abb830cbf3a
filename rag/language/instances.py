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
        r"|NVIDIA|ARM|Apple M\d|M\d-\w+|[A-Z]{2,6}[- ]\d{1,4}[\w/-]*)\b",
    ),
    (
        r"metrics?|measures?|yardsticks?|criteri(?:on|a)|gauges?",
        r"\w@\w|\b(?:metric|accuracy|precision|recall|perplexity|F1|AUC|BLEU|ROUGE|score)\b",
    ),
    (
        r"(?:base |language )?models?|backbones?|llms?",
        r"\b[A-Z][\w-]*[a-zA-Z]-?\d[\w.-]*|\b(?:BERT|GPT|LLaMA|Llama|Mistral|Qwen|Phi|BitNet)\b",
    ),
    (r"data ?sets?|benchmarks?|corp(?:us|ora)", r"\b[A-Z][A-Za-z]*[A-Z\d][\w-]*\b"),
    (
        r"problems?|issues?|challenges?|bottlenecks?|shortcomings?|weakness(?:es)?|gaps?|dangers?"
        r"|risks?|threats?|pitfalls?|drawbacks?|obstacles?|difficult(?:y|ies)|flaws?|caveats?",
        r"\b(?:however|challeng|problem|issue|difficult|limit|costly|suffer|bottleneck|lack|slow"
        r"|inefficien|hard|fail|unfortunately|risk|danger|threat|pitfall|drawback|obstacle|caveat)\w*",
    ),
    (
        r"techniques?|mechanisms?|tricks?|ideas?|strateg(?:y|ies)",
        r"\b(?:propos|introduc|combin|employ|leverag|utiliz|consist|based on|via|using|by [a-z]+ing"
        r"|called|named)\w*",
    ),
)
_LANGUAGES = (
    r"\b(?:FORTRAN|Fortran|ALGOL|Algol|LISP|Lisp|COBOL|Cobol|PL/\S+|APL|SNOBOL\d?|BASIC|P(?:ASCAL|ascal)"
    r"|COMIT|IPL(?:-V)?|JOVIAL|MAD|S(?:IMULA|imula)|BCPL|BLISS|ASSEMBLER|Python|CUDA|Triton|Java"
    r"|JavaScript|TypeScript|[A-Z]\w*Lang|Rust|Julia|M(?:ATLAB|atlab)|Prolog|Haskell|Scala|OCaml|Perl|Ruby|SQL|C)\b"
    r"|\bC\+\+|(?i:\bassembl[ey]|\bassembly[- ]|\bmachine[- ](?:language|code))|\b[A-Z][\w-]*"
    r" (?:programming )?language\b|\blanguages?,? (?:called |named |such as )?[A-Z][A-Z\d]"
    r"|\b(?:written|coded|programmed|implemented) (?:entirely |mostly )?in (?:the )?[A-Z]"
)
_COMPUTERS = (
    r"\b(?:IBM|CDC|PDP|U(?:NIVAC|nivac)|Burroughs|Honeywell|ICL|ILLIAC|DEC|VAX|SDS|XDS|C(?:RAY|ray)"
    r"|A(?:TLAS|tlas)|S(?:TRETCH|tretch)|Ferranti|Philco|Bendix|RCA|NCR|Control Data"
    r"|General Electric"
    r"|Digital Equipment|System/\d+|[CGTN]PUs?|FPGAs?|NVIDIA|Nvidia|Intel|AMD|ARM|Apple"
    r"|Raspberry Pi"
    r"|Snapdragon|laptops?|smartphones?|mobile|phones?|servers?|browsers?)\b"
    r"|\b[A-Z]{1,6}[- ]?\d{2,5}"
    r"|(?<=[a-z,] )[A-Z][\w-]+ (?:I+ |\d+ )?(?:computer|machine|mainframe|workstation)s?\b"
    r"|\b(?:computers?|machines?),? (?:called |named |such as |like )?(?:the )?[A-Z]"
)
_DONE_ON = (
    r"[^?]{0,80}\b(?:runs?|ran|running|implemented|used?|tested|programmed|coded|executed"
    r"|built|on)\b"
)
# Kinds of which a paper that answers must name one: "the GPU" does not say which GPU.
_WHICH = r"\b(?:what|which)(?: (?:kind|sort|type|model)s? of)? (?:{})s?\b"
_NAMED_KINDS = tuple(
    (re.compile(_WHICH.format(kind), re.I), re.compile(instance))
    for kind, instance in (
        (
            "GPU|graphics card",
            r"\b(?:[A-Z]{1,3}\d{2,4}[A-Z]{0,2}|MI\d{3}X?|[RG]TX|NVIDIA|AMD|Intel|Apple|Adreno|Mali)\b",
        ),
        (
            "universit(?:y|ie)|college",
            r"\b[A-Z][\w.-]+ (?:University|College|Institute)\b|\b(?:University|Institute) of [A-Z]"
            r"|\bM\.?I\.?T\b|\b[A-Z]{3,}\b",
        ),
        (
            r"(?:hospital|clinic)(?= (?:is|was|were|did|does|do|ran|runs|took|treated|in|at)\b)",
            r"\b(?:Hospital|Clinic|Infirmary|Medical (?:Cent(?:er|re)|School|College)"
            r"|University)\b",
        ),
        (
            r"(?:programming|computer|source|implementation) language"
            r"|language(?=[^?]{0,80}\b(?:written|coded|programmed|implemented|write|program)\b)",
            _LANGUAGES,
        ),
        (rf"(?:computer|mainframe|machine(?! learning))(?= {_DONE_ON})", _COMPUTERS),
        (
            "(?:web )?browser",
            r"\b(?:Chrome|Chromium|Firefox|Mozilla|Safari|Opera|Brave|Microsoft Edge"
            r"|Edge (?:and|or)|Internet Explorer|Netscape|WebKit)\b",
        ),
        (
            "CPU|processor|chip",
            r"\b(?:Intel|AMD|ARM|Arm|Xeon|EPYC|Ryzen|Snapdragon|Apple|Cortex|Raspberry Pi"
            r"|[A-Z]+[- ]?\d+)\b|\d{4}",
        ),
    )
)
# Who paid, and by whom a paper says it was paid.
_PAID = re.compile(
    r"\bwho (?:funded|paid|sponsored|financed)\b|\b(?:which|what) (?:[\w-]+ ){0,2}?(?:compan(?:y"
    r"|ies)"
    r"|agenc(?:y|ies)|foundations?|sponsors?) (?:funded|paid|sponsored|financed|supported)\b",
    re.I,
)
_PAYS = re.compile(
    r"\b(?:fund(?!amental)\w*|grants?|sponsor\w*|supported by|financ\w*|paid)\b", re.I
)
_ASKED = tuple(
    (
        re.compile(
            rf"(?:(?<!\bas )\b(?:what|which)(?: (?:kind|sort|type)s? of)?"
            r"|\bnames? of (?:the|its|their|this|that)) "
            rf"(?:[\w-]+ ){{0,2}}?(?P<kind>{kind})\b"
            + ("" if kind.startswith("problem") else r"(?! of\b)"),
            re.I,
        ),
        re.compile(instance, re.I if instance.islower() else 0),
    )
    for kind, instance in _KINDS
)


# Whether a paper needs one is answered by what it runs on: "entirely on CPUs".
_NEEDED = re.compile(
    r"\b(?:needs?|needed|requires?|required|do without|(?:runs?|depends?|rel(?:y|ies)|works?) on)"
    r" (?:(?:an?|any|the|special(?:i[sz]ed)?|powerful|expensive|dedicated|fast|big|modern) )*"
    r"(?P<kind>[gctn]pus?|graphics cards?|accelerators?|hardware)\b",
    re.I,
)
_RUNS_ON = re.compile(
    r"\b(?:[GCTN]PUs?|FPGAs?|Raspberry Pi|Snapdragon|mobile (?:devices|phones)|edge devices"
    r"|(?:in-)?browsers?)\b"
)


@lru_cache(maxsize=64)  # asked anew for each sentence of a paper
def asked_kind(question: str) -> tuple[tuple[str, ...], re.Pattern[str]] | None:
    """The terms of the kind that a question asks for and what an instance of it looks like."""
    for asked, instance in _ASKED:
        if match := asked.search(question):
            return tuple(terms(match["kind"], joined=False)), instance
    if match := _NEEDED.search(question):
        return tuple(terms(match["kind"], joined=False)), _RUNS_ON
    for kind, instance in _NAMED_KINDS:
        if match := kind.search(question):
            return tuple(terms(match.group(), joined=False)), instance
    return None


def names_none(question: str, text: str) -> bool:
    """Whether a question asks which one of a kind, and the text names none of that kind."""
    if _PAID.search(question) and not _PAYS.search(text):
        return True
    asked = (instance for kind, instance in _NAMED_KINDS if kind.search(question))
    return any(not instance.search(text) for instance in asked)
