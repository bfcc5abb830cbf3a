"""Proper names: systems, models, data sets and people that a claim speaks of."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from rag.support.plain import plain

_TOKEN = re.compile(r"[^\W_][\w.+]*(?:[-/][\w.+]+)*")
_LOOKS_LIKE_ONE = re.compile(r"[A-Z].*[A-Z]|[a-z].*[A-Z]|[A-Za-z].*\d|\d.*[A-Za-z]")
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:[xX]|%|[kKMBT]|ms|us|GB|MB|TB|[-]?fold|-bit|bit|-[a-z]+)?")
_TWO_NAMES = re.compile(r"(?P<first>[^\W_][\w.+-]*) (?=(?P<second>[A-Z][\w-]*))")
_UNIT = re.compile(r"[KMGT]B|[kMG]?Hz|[kMG]?W|FLOPs?")
_CAPITAL = re.compile(r"[A-Z]")


def names_in(text: str) -> list[str]:
    """The names of a plain text as written: capitals within a word, digits beside letters, or
    a capital where no sentence begins.
    """
    found = []
    for match in _TOKEN.finditer(text):
        token = match.group().rstrip(".")
        is_unit = _UNIT.fullmatch(token) and re.search(r"\d $", text[: match.start()])
        if _FIGURE.fullmatch(token) or is_unit:
            continue
        opens = not text[: match.start()].strip() or re.search(r"[.!?:]\W*$", text[: match.start()])
        if _is_name(token) or (_CAPITAL.match(token) and not opens):
            found.append(token)
    return found


def _is_name(token: str) -> bool:
    parts = re.split(r"[-/]", token)
    return any(_LOOKS_LIKE_ONE.search(p) and not _FIGURE.fullmatch(p) for p in parts)


def squeezed(name: str) -> str:
    """Lower case without hyphens, dots and a plural's s: "LLMs" and "llm" are one."""
    bare = re.sub(r"'s$", "", name)
    bare = bare[:-1] if re.search(r"[A-Z]s$", bare) else bare
    return re.sub(r"[\W_]+", "", bare).lower()


def strange_name(
    claim: str, spans: Sequence[str], own: Iterable[str], known: Container[str]
) -> str:
    """What is wrong with a claim's names; empty where each is in a span or among `own`.

    `own` are the names of the papers that are cited: their titles and what they introduce;
    `known` (squeezed) are those of all papers, so that one that begins a sentence is told
    from a common word.
    """
    texts = [plain(text) for text in (*spans, *own)]
    held = _held(texts)
    run = " ".join(texts).lower()
    text = plain(claim)
    if joined := _joined(text, _held([plain(span) for span in spans]), run, known):
        return f"the name {joined} does not stand in what it cites"
    opening = _TOKEN.search(text)
    first = [opening.group()] if opening and _CAPITAL.match(opening.group()) else []
    first = [word for word in first if squeezed(word) in known]
    for name in (*first, *names_in(text)):
        parts = [p for p in re.split(r"[-/]", name) if _is_name(p) or _CAPITAL.match(p)]
        whole = squeezed(name) in held
        if whole or (parts and _only_joins(name) and all(squeezed(p) in held for p in parts)):
            continue
        if not _stands_for(name, run):
            return f"the name {name} does not stand in what it cites"
    return ""


def _held(texts: Iterable[str]) -> set[str]:
    return {form for text in texts for token in _TOKEN.findall(text) for form in _forms(token)}


def _joined(claim: str, cited: Container[str], run: str, known: Container[str]) -> str:
    """A name that is made of the cited paper's own and of one beside it, as no text has it."""
    for match in _TWO_NAMES.finditer(claim):
        first, second = match["first"], match["second"]
        is_own = squeezed(first) in known and squeezed(first) not in cited
        if is_own and squeezed(second) in cited and f"{first} {second}".lower() not in run:
            return f"{first} {second}"
    return ""


def _forms(token: str) -> Iterable[str]:
    yield squeezed(token)
    parts = re.split(r"[-/]", token)
    if len(parts) > 1:
        yield from (squeezed(part) for part in parts)


def _only_joins(name: str) -> bool:
    """Whether a compound such as SLM-based is a name and words, not a longer name."""
    return any(part.islower() and part.isalpha() and len(part) > 2 for part in re.split("-", name))


def _stands_for(name: str, run: str) -> bool:
    """Whether an acronym's letters begin consecutive words: LLM for large language models."""
    letters = re.sub(r"s$", "", name).lower()
    if not letters.isalpha() or not 2 <= len(letters) <= 6:
        return False
    return re.search(r"[\s-]+".join(rf"\b{c}[a-z]+" for c in letters), run) is not None
