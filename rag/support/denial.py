"""What a claim denies and its spans say, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.words import GENERIC
from rag.support.plain import clauses, is_family
from store.lexical import terms

NEGATION = re.compile(
    r"\b(?:not|no|never|without|cannot|neither|nor|lacks?|lacking|fails? to|unable to|hardly"
    r"|instead of|rather than|no longer|avoids?|avoiding|eliminat(?:es?|ing)|removes?|removing"
    r"|dispens(?:es?|ing) with|do(?:es|ing)? away with|gets? rid of|leav(?:es?|ing) out"
    r"|(?:little|no|less) attention to|ignor(?:es?|ing)|neglect(?:s|ing)?|overlook(?:s|ing)?"
    r"|omit(?:s|ting)?|skip(?:s|ping)?|bypass(?:es|ing)?|discard(?:s|ing)?|free of|nothing|none"
    r"|drop(?:s|ping)(?= (?!from|to|by|below|in|with|of|when|as|even|on|at|and)[a-z]))\b"
    r"|n't\b|\bnon-",
    re.I,
)
_PLAIN_DENIAL = re.compile(r"\b(?:not|never|cannot)\b|n't\b", re.I)
_ONE_MORE = re.compile(r"\b(?:not(?! only)|never|cannot|no|without|hardly)\b|n't\b", re.I)
# Words that a careful reader may put as a denial: what is hard is not easy.
_NEAR_DENIAL = re.compile(
    r"\b(?:only|limit\w*|restrict\w*|constrain\w*|bound\w*|hard|difficult\w*|challeng\w*|beyond"
    r"|prevent\w*|fail\w*|unable|rarely|scarce\w*|unlike|un\w{4,}|in(?:feasible|sufficient\w*"
    r"|efficien\w*|effectiv\w*|accura\w*)|impossible|independent\w*|regardless|minimal|little|few"
    r"|fall\w* short|keep\w*|remain\w*|preserv\w*|ambigu\w*|overlook\w*|ignor\w*|neglect\w*)\b"
    r"|-free\b|\bnon\w+",
    re.I,
)
# What falls short of something may be put as a denial of it: insufficient training is not enough.
_SHORT_OF = re.compile(
    r"\b(?:insufficient\w*|inadequate\w*|incomplete\w*|lack\w*|little|limited|scarc\w+|rarely"
    r"|seldom|hard to|difficult to|neglect\w*|overlook\w*|ignor\w*|inferior|poor\w*|weak\w*"
    r"|fragile|constrain\w*|restrict\w*|struggl\w*|suffer\w*|fail\w*|hinder\w*|debate\w*"
    r"|question\w*|wast\w*|eliminat\w*|compromis\w*|otherwise|unsatisf\w*|beyond|decline\w*)\b"
    r"|-free\b|\bnon",
    re.I,
)
_PRUNES = re.compile(r"\bprun(?:es?|ed|ing)\b", re.I)
_REMOVES = re.compile(r"\b(?:remov|discard|drop|eliminat)(?:e?s|p?ing|e)\b", re.I)
# Done without, in the passive: what stands before it is denied.
_DROPPED = re.compile(
    r"\b(?:be|is|are|was|were|been|being)\b(?: \w+)? (?:skipped|removed|eliminated|omitted|left out"
    r"|discarded|dropped|bypassed|avoided)\b",
    re.I,
)
_REACH = 3  # content words that a negation governs, up to the next of these
_ENDS = frozenset("at with for because since so while without although where when".split())
_CONTRAST = re.compile(
    r"\b(?:unlike|different(?:ly)? from|in contrast (?:to|with)|as opposed to|replac(?:es?|ing))\b",
    re.I,
)
_CONTRASTED = 6  # content words that a contrast sets aside
WORD = re.compile(r"\w[\w.%-]*")


def _negated(claim: str, spans: Sequence[str]) -> str:
    """Something that the claim denies and the spans say, or the other way round."""
    denials, said = _denials(claim)
    denied = frozenset().union(*denials)
    held = [_denials(span) for span in spans]
    held_denials = [scope for scopes, _ in held for scope in scopes]
    held_denied = frozenset().union(*held_denials)
    held_said = frozenset().union(*(s for _, s in held))
    near = frozenset().union(*(_nearly_denied(span) for span in spans))
    for scope in denials:
        denied_said = [t for t in sorted(scope) if any(_is_of(t, s) for s in held_said)]
        if scope & near:
            continue
        if denied_said and not scope & held_denied and not _undone(scope, held_said):
            return f"it denies “{denied_said[0]}”, which what it cites says"
    for scope in held_denials:
        wrong = (scope & said) - held_said
        if len(wrong) >= min(2, len(scope)) and not scope & denied and not _undone(scope, said):
            return f"it says “{sorted(wrong)[0]}”, which what it cites denies"
    return ""


def wrongly_denied(claim: str, spans: Sequence[str]) -> str:
    """What a claim denies and its spans say, or the other way round; empty where nothing."""
    why = _negated(claim, spans)
    if why and any(_PRUNES.search(span) for span in spans):
        return _negated(_REMOVES.sub("prunes", claim), spans)  # the same, and it denies nothing
    return why


def denied_alone(claim: str, spans: Sequence[str]) -> str:
    """A plain denial of what is cited where nothing in that comes near to one, or one too many."""
    if max(map(_in_one_clause, clauses(claim)), default=0) > 1 and not any(
        _in_one_clause(clause) > 1 for span in spans for clause in clauses(span)
    ):
        return "it denies a denial, which what it cites does not"
    denial = _PLAIN_DENIAL.search(claim)
    if denial and not any(NEGATION.search(s) or _NEAR_DENIAL.search(s) for s in spans):
        return f"it says “{denial.group()}” where what it cites denies nothing"
    return ""


def _nearly_denied(span: str) -> frozenset[str]:
    """The terms beside a word that a careful reader may put as a denial: insufficient training."""
    found: set[str] = set()
    for clause in clauses(span):
        for match in _SHORT_OF.finditer(clause):
            found |= set(content_of(clause[match.end() :])[:_REACH])
            found |= set(content_of(clause[: match.start()])[-_REACH:])
    return frozenset(found)


def _in_one_clause(clause: str) -> int:
    """How many denials a clause holds, a plain one among them: "never needs no"."""
    return len(_ONE_MORE.findall(clause)) if _PLAIN_DENIAL.search(clause) else 0


def _is_of(term: str, other: str) -> bool:
    return term == other or is_family(term, other)


def _undone(scope: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a text denies by a prefix: unsolvable, non-uniform, training-free."""
    return any(f"{prefix}{term}" in said for term in scope for prefix in ("un", "non", "in"))


def _denials(text: str) -> tuple[list[frozenset[str]], frozenset[str]]:
    """What each negation of a text governs, and the content terms that none does."""
    scopes: list[frozenset[str]] = []
    said: set[str] = set()
    for clause in clauses(text):
        place = 0
        if dropped := _DROPPED.search(clause):
            words = [w for w in WORD.findall(clause[: dropped.start()]) if not w.endswith("ly")]
            subject = content_of(" ".join(words))[-_CONTRASTED:]
            scopes += [frozenset(subject)] if subject else []
            place = dropped.end()
        for match in sorted(_set_aside(clause), key=lambda found: found.start()):
            said |= set(content_of(clause[place : match.start()]))
            reach = _CONTRASTED if _CONTRAST.fullmatch(match.group()) else _REACH
            inside: list[str] = []
            begun = False  # "not in March" is of March, "hardly explored in March" is not
            for word in WORD.findall(clause[match.end() :]):
                ends = word.lower() in _ENDS and (inside or (begun and word.lower() != "at"))
                if word.lower() in ("or", "nor"):
                    reach = len(inside) + _REACH  # each of several things is denied
                if len(inside) >= reach or ends:  # what one is not good at is denied, too
                    break
                begun = begun or bool(terms(word))
                inside += content_of(word)
            if inside:
                scopes.append(frozenset(inside))
            place = match.end() + _length(clause[match.end() :], inside)
        said |= set(content_of(clause[place:]))
    return scopes, frozenset(said)


def _set_aside(clause: str) -> list[re.Match[str]]:
    """Where a clause denies something, or contrasts it with what is said."""
    return [*NEGATION.finditer(clause), *_CONTRAST.finditer(clause)]


def _length(rest: str, inside: Sequence[str]) -> int:
    """How far into the rest the governed words reach."""
    left = len(inside)
    for match in WORD.finditer(rest):
        left -= len(content_of(match.group()))
        if left <= 0:
            return match.end()
    return len(rest)


def content_of(text: str) -> list[str]:
    """The index terms of a text that say what it is about, in order; compounds in parts."""
    return [t for t in terms(text, joined=False) if t not in GENERIC and len(t) > 1]
