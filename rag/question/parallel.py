"""What is said once and asked of two things: "the results of A with those of B".

Such words in front of the first thing are none of its own; they belong to what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PREPOSITIONS = "of|in|for|with|from|by|on|at|after|under"
_THOSE = re.compile(
    r"^(?:that|those|the ones?(?= of\b)) (?:\w+(?:ed|en|wn) )?"
    rf"(?P<how>{_PREPOSITIONS}) (?P<thing>\S.*)$",
    re.I,
)
_BEGINS = re.compile(rf"^(?P<how>{_PREPOSITIONS}) (?P<thing>\S.*)$", re.I)
_DOES = r"(?:do|does|did|is|are|was|were|has|have|had|can|could)"
_OF_IT = rf"(?!{_DOES}\b)\w+"
# "When is the peak in A, and when in B?": what is asked is asked again, and what of it is left out.
_ASKED_TWICE = re.compile(
    rf"^\W*(?P<asks>(?P<wh>(?:(?:{_PREPOSITIONS}) )?(?:when|where|how(?: {_OF_IT})?"
    rf"|(?:what|which)(?: {_OF_IT}){{0,2}}))(?: {_DOES})?) (?P<one>\S.*?),? (?:and|but|while) "
    rf"(?P=wh)(?: {_DOES})? (?!of (?:them|these|those|it)\b)(?P<other>\S.*?)\W*$",
    re.I,
)
_DONE = re.compile(
    r" (?P<done>\w{2,}ed|done|made|held|built|found|written|run|shown|carried out|set up)$", re.I
)
_DID = re.compile(r"\b(?:do|does|did)$", re.I)
_DOING = re.compile(
    r" (?P<done>start|begin|end|stop|take place|happen|appear|come out|last|take|cost|find|say|show"
    r"|report|conclude|use|reach|cover|run|do)$",
    re.I,
)
_THING = re.compile(r"^(?:the|that|an?) |^(?=[A-Z])")


class Parallel(NamedTuple):
    """Two things, and what is asked of both."""

    one: str
    other: str
    shared: str


def in_parallel(one: str, other: str) -> Parallel:
    """Two things without what the first says for both; as they were where it says nothing."""
    if those := _THOSE.match(other):
        before, how, thing = one.partition(f" {those['how']} ")
        if how:
            return Parallel(thing, those["thing"], f"{before}{how}".strip())
        return Parallel(one, those["thing"], "")
    if begins := _BEGINS.match(other):
        own = f" {one}"
        before, how, thing = own.rpartition(f" {begins['how']} ")
        if how:
            return Parallel(thing, begins["thing"], f"{before}{how}".strip())
    return Parallel(one, other, "")


def asked_twice(text: str) -> Iterator[Parallel]:
    """The things of which a question asks the same, one after the other; none for any other."""
    match = _ASKED_TWICE.match(text)
    if match is None:
        return
    one, other, done = match["one"], match["other"], ""
    if _BEGINS.match(other):
        one, other, shared = in_parallel(one, other)
        if not shared:
            return
        yield Parallel(one, other, f"{match['asks']} {shared}")
    elif _THING.match(one) and _THING.match(other):
        if is_done := _DONE.search(one) or (_DID.search(match["asks"]) and _DOING.search(one)):
            one, done = one[: is_done.start()], is_done["done"]
        yield Parallel(one, other, f"{match['asks']} {done}".strip())
