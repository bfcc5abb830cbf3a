"""Sentences of papers as numbered data for a model: fenced, and none that gives orders."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence

from rag.types import Evidence
from store.papers import Paper

_SET_ASIDE = (
    r"\b(?:ignore|disregard|forget|override|bypass|skip|pay no attention to"
    r"|do not (?:follow|heed|obey|regard|pay attention to))\b.{0,40}"
    r"\b(?:instructions?|prompts?|rules?|guidelines?|commands?|orders|tasks?|context|directions"
    r"|above|previous|prior|earlier|told)\b"
)
_ROLE = (
    r"\b(?:you are|act as|pretend to be) (?:now )?(?:an? |the )?(?:\w+ )?"
    r"(?:assistant|ai|model|bot|chatbot)\b"
    r"|^\W*(?:system|assistant|developer|instructions?|ai)\W{0,3}:"
    r"|\bas an? (?:ai|assistant|chatbot)\b"
    r"|\b(?:note|message|attention|instructions?|dear)\b,? (?:to |for )?(?:all |any |the )?"
    r"(?:ai|llms?|language models?|assistants?|chatbots?)\b"
    r"|<\|?/?(?:im_start|im_end|system|assistant|user|endoftext)\|?>|\[/?(?:INST|SYSTEM)\]"
)
_SAY = r"(?:answer|reply|respond|output|print|say|write|repeat|return)"
_ANSWER = (
    rf"^\W*(?:please )?{_SAY}\b.{{0,30}}"
    r"\b(?:only|exactly|with|just|nothing but|the (?:word|text|phrase|following))\b"
    # A few words and no more; a title may be as short.
    r"|^\W*(?:(?:please|kindly|now|instead|stop)[,.]? )?(?:answer|reply|respond|say|print):? "
    r"\S+\W*$"
    r"|\bwhen (?:asked|summari[sz]ing)\b.{0,40}[, ]" + _SAY + r"\b"
    r"|\b(?:instead of answering|(?:do not|don't) answer|from now on)\b"
    r"|\b(?:every|the only|correct) (?:answer|reply|response) (?:must|should|is)\b"
    r"|\b(?:system|developer) (?:prompt|message)\b|\bdo not follow\b"
    r"|\bnew (?:instructions?|tasks?)\s*:"
)
# Of other languages the commonest, with the same two words.
_ELSEWHERE = (
    r"\b(?:ignore[zr]|oublie[zr]|ignorier|vergiss|vergessen sie|ignora|ignor[ae]|olvida|esque[cç]a"
    r"|dimentica)\w*\b.{0,40}\b(?:instru[ckçz]|consigne|anweisung|befehl|istruzion|orden)\w*"
    r"|(?:忽略|忽视|无视|無視|忘记|忘れ).{0,20}(?:指令|指示|命令|说明)"
    r"|(?:指令|指示|命令).{0,10}(?:無視|忘れ)"
    r"|(?:игнорируй|забудь)\w*.{0,40}(?:инструкци|указани|команд)\w*"
)
# Papers speak of what was done, and to nobody: of 12,000 sentences of abstracts none says "you".
_YOU = r"(?<!\ball )\byou\b|\byour (?:\w+ )?(?:answer|reply|response|task|instructions?)\b"
# Letters of two alphabets in one word, or letters one by one, are there to hide it.
_HIDDEN = r"[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]|(?:\b[a-z] ){5}"
_ORDER = re.compile("|".join((_SET_ASIDE, _ROLE, _ANSWER, _ELSEWHERE, _YOU, _HIDDEN)), re.I)


def gives_orders(text: str) -> bool:
    """Whether a sentence speaks to whoever reads it rather than of its paper's matter.

    Such a sentence is never sent: a weak model would obey it however well it is fenced.
    """
    shown = (c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return _ORDER.search(" ".join("".join(shown).split())) is not None


def fenced(evidence: Sequence[Evidence], papers: Mapping[str, Paper]) -> tuple[str, str]:
    """The sentences, numbered from 1, each paper's under its title; and the fence's line.

    A title that gives orders is left out.
    The line is made of a digest of what it fences, so that no text can hold it.
    """
    lines, paper_id = [], ""
    for number, sentence in enumerate(evidence, start=1):
        if sentence.paper_id != paper_id:
            paper_id = sentence.paper_id
            lines.append(f"Paper: {_title(papers[paper_id])}")
        lines.append(f"[{number}] {_line(sentence.text)}")
    return closed("\n".join(lines))


def fenced_papers(shown: Sequence[tuple[Paper, Sequence[Evidence]]]) -> tuple[str, str]:
    """Papers, numbered from 1, each with sentences of its own; and the fence's line.

    A title that gives orders is left out.
    """
    lines = []
    for number, (paper, sentences) in enumerate(shown, start=1):
        lines.append(f"Paper {number}: {_title(paper)}")
        lines += [f"- {_line(sentence.text)}" for sentence in sentences]
    return closed("\n".join(lines))


def closed(text: str) -> tuple[str, str]:
    """The text, and a line for both its ends."""
    return text, f"===== {hashlib.sha256(text.encode()).hexdigest()[:8]} ====="


def _title(paper: Paper) -> str:
    return "" if gives_orders(paper.title) else _line(paper.title)


def _line(text: str) -> str:
    """On one line: a sentence with a line break could forge the number of another."""
    return " ".join(text.split())
