"""What alternatives share, written out for each, and examples as alternatives."""

from __future__ import annotations

import re

from rag.language.attributes import with_noun_each
from rag.language.topic import FILLERS
from rag.language.words import GENERIC, is_verb
from store.lexical import terms

_ITEM = r"[\w/-]+(?: [\w/-]+){0,2}"
_ENUMERATED = re.compile(rf"(?P<items>(?:{_ITEM}, )+)(?P<one>{_ITEM}?),? or (?=\w)", re.I)
_NAMELY = re.compile(
    r",? (?:i\.e\.|namely|in other words),? |(?:,| [-–—]) that is(?: to say)?, "
    r"|, (?:such as|for instance|for example|e\.g\.|like|incl\.|including),? ",
    re.I,
)
# "… on owls, e.g. in towns": where it may be, and no other thing.
_FOR_INSTANCE = re.compile(
    r",? (?:e\.g\.|for (?:example|instance)|such as|say),? (?:on|in|at|by|from|under|over|when|with"
    r"|between|within|around|near)\b [^.?!;:()]*(?=[.?!\s]*$)",
    re.I,
)
_VERSIONS = re.compile(
    r"\b(?P<name>[A-Za-z][\w-]+) (?P<one>\d[\w.]*) (?:\(or (?P<more>\d[\w.]*)\)"
    r"|or (?P<other>\d[\w.]*))"
    r"(?![\w.%-])"
)
_SHARED_HEAD = re.compile(
    r"(?P<head>[\w-]+) (?P<of>of|for|in|on|over|with) (?P<one>[\w-]+(?: [\w-]+)?) or "
    r"(?P<other>(?!(?:of|for|in|on|over|with)\b)[\w-]+)",
    re.I,
)
_SHARED_TAIL = re.compile(
    r"\b(?P<one>[\w-]+) or (?P<other>[\w-]+) (?P<tail>(?:of|for|in|on|over)\b[^,;?]*)", re.I
)
# "Cycles or Hamiltonian circuits in graphs".
_SHARED_BY_TWO = re.compile(
    r"\b(?<!\bor )(?P<one>[\w-]+) or (?P<other>[\w-]+ [\w-]+) "
    r"(?P<tail>(?:of|for|in|on|over) (?!(?:it|them|this|that|these|those|which)\b)[^,;?]*)",
    re.I,
)
_SHARED_BOTH = re.compile(
    r"(?P<head>[\w-]+) (?P<of>of|for|in|on|over|with) (?P<one>[\w-]+) or (?P<other>[\w-]+) "
    r"(?P<tail>(?:of|for|in|on|over)\b[^,;?]*)",
    re.I,
)
_SHARED_OBJECT = re.compile(
    r"\b(?P<one>[a-z]{3,}ing) or (?P<other>[a-z]{3,}ing) "
    r"(?P<tail>(?!or\b)[\w-]+(?: (?!or\b)[\w-]+)?)(?=\W*$)",
    re.I,
)
# "DNA / PCR or other genetic evidence on birds": all of them on birds.
_SHARED_WITH_OTHER = re.compile(
    r"(?P<items>[\w-]+(?:(?:,| /| or) [\w-]+)*),? or (?:any |some )?other "
    r"(?P<other>[\w-]+(?: [\w-]+)?) (?P<tail>(?:of|for|in|on|over|from|with) [^,;?]*)",
    re.I,
)
# "How do scientists, doctors and other professionals find it?": each of them finds it.
_AND_OTHER = re.compile(
    r"\b(?P<items>[\w-]+(?:, [\w-]+)+),? and (?:any |some |all )?other "
    r"(?P<other>(?!things\b|ways?\b)(?:[\w-]+ )?[\w-]*(?:s|staff|personnel|people|men|children))\b"
    r"(?P<tail>(?: (?!- )[^,.;:?! ]+)*)",
    re.I,
)
_PARTICLES = frozenset("up out off down back away over in on".split())
_SHARED_SUBJECT = re.compile(r"(?P<subject>.*\w) (?P<one>\w+er) or (?P<other>\w+er)\b", re.I)

_SHARED_OUTCOME = re.compile(
    r"\b(?P<head>mak(?:e|es|ing)) (?P<one>[\w-]+) or (?P<other>[\w-]+) "
    r"(?P<tail>\w{3,}er|(?:more|less) \w+)\b",
    re.I,
)


def spread(text: str) -> str:
    """The text with what its alternatives share written out for each.

    "tuning of kernels or operators" is "tuning of kernels or tuning of operators", "millions
    or billions of items" is "millions of items or billions of items".
    """
    text = _NAMELY.sub(" or ", _FOR_INSTANCE.sub("", text))
    if (others := _AND_OTHER.search(text)) and others["tail"].strip():
        return _AND_OTHER.sub(_with_tail_each, text)
    text = with_noun_each(_AND_OTHER.sub(_with_tail_each, text))
    text = _VERSIONS.sub(
        lambda m: f"{m['name']} {m['one']} or {m['name']} {m['more'] or m['other']}", text
    )
    text = _ENUMERATED.sub(lambda m: f"{m['items'].replace(', ', ' or ')}{m['one']} or ", text)
    if _SHARED_WITH_OTHER.search(text):
        return _SHARED_WITH_OTHER.sub(_with_tail_each, text)
    outcome = r"\g<head> \g<one> \g<tail> or \g<head> \g<other> \g<tail>"
    if (shared := _SHARED_BY_TWO.sub(_with_tail_of_two, text)) != text:
        return shared
    text = _SHARED_OUTCOME.sub(outcome, text)
    text = _SHARED_OBJECT.sub(r"\g<one> \g<tail> or \g<other> \g<tail>", text)
    text = _SHARED_SUBJECT.sub(r"\g<subject> \g<one> or \g<subject> \g<other>", text)
    if _SHARED_BOTH.search(text):
        both = r"\g<head> \g<of> \g<one> \g<tail> or \g<head> \g<of> \g<other> \g<tail>"
        return _SHARED_BOTH.sub(both, text)
    if _SHARED_TAIL.search(text):
        return _SHARED_TAIL.sub(r"\g<one> \g<tail> or \g<other> \g<tail>", text)
    return _SHARED_HEAD.sub(_with_head_each, text)


def _with_tail_each(match: re.Match[str]) -> str:
    items = [*re.split(r",| / | or ", match["items"]), match["other"]]
    each = (f"{item.strip()} {match['tail'].strip()}" for item in items if item.strip())
    return " or ".join(item.strip() for item in each)


def _with_tail_of_two(match: re.Match[str]) -> str:
    words = (match["one"], *match["other"].split())
    if not all(map(_says_something, words)):
        return match.group()
    return f"{match['one']} {match['tail']} or {match['other']} {match['tail']}"


def _says_something(word: str) -> bool:
    plain = word.lower()
    return plain.isalpha() and plain not in FILLERS and bool(set(terms(plain)) - GENERIC)


def _with_head_each(match: re.Match[str]) -> str:
    """Both alternatives with their head; one that says nothing by itself is of the word before.

    "Cost figures in dollars or cents" is cost figures in either.
    """
    head = match["head"]
    lead = match.string[: match.start()].split()
    told = bool(lead) and _says_something(lead[-1]) and not is_verb(lead[-1])
    if told and head.lower() not in _PARTICLES and set(terms(head)) <= GENERIC:
        head = f"{lead[-1]} {head}"
    return f"{match['head']} {match['of']} {match['one']} or {head} {match['of']} {match['other']}"
