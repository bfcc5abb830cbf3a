"""A follow-up that says what was meant before, as one that asks: "no, I meant only the guides"."""

from __future__ import annotations

import re

from rag.conversation.narrowing import only_in_front

_DISSENT = re.compile(
    r"^\W*(?:not [\w -]{2,40}[,;] (?=i (?:mean|meant)\b)"
    r"|(?:(?:no|nope|nah|sorry|oops|hm+|well|actually|wait|oh|not (?:quite|really)"
    r"|(?:that(?:['’]s| is)|th(?:o|e)se are|there are)? ?(?:way |far |a bit |still )?"
    r"too (?:many|much)"
    r"(?: papers| results| of them| for me)?|that(?:['’]s| is| are) (?:quite |still |really )?a lot"
    r"(?: of (?:papers|them|results))?)\s*(?:[,.;:!]|\s[–-]|(?<=\w) (?=(?:sorry|no|nah|wait"
    r"|i (?:really |actually )?(?:mean|meant|want|wanted)|only|just)\b))\s*)+)(?=\w)",
    re.I,
)
_ONLY = r"(?:only|just|specifically|particularly|especially|in particular|more specifically)"
_MEANT = re.compile(
    r"^(?:what )?(?:i|we)(?:['’]m| am| was| were)? (?:really |actually )?"
    rf"(?P<only>{_ONLY} )?(?:(?P<meant>(?:more|rather) interested in|meant?"
    rf"|thinking (?P<only3>{_ONLY} )?(?:of|about))|looking for|after"
    r"|asking (?:for|about)|want(?:ed)?|need(?:ed)?|care about|interested in)(?: (?:was|is))? "
    rf"(?:to (?:see|have) )?(?P<only2>{_ONLY} )?(?:about )?",
    re.I,
)
_MEANT_BEHIND = re.compile(r"^\W*(?P<what>[^,;?.]{2,60}?),? (?:is what )?i mean(?:t)?\W*$", re.I)
_PART = re.compile(
    r"^(?:for|on|in|with|from|by|before|after|since|until|the ones?|those|ones)\b"
    r"|\bones\W*$",
    re.I,
)


def said_as_asked(text: str, *, of_several: bool) -> str:
    """The text as what it asks of the answer before, which has several papers or one.

    Where it says a part of them, "only" that; else "what about" that.
    """
    text = _DISSENT.sub("", text, count=1)
    if behind := _MEANT_BEHIND.match(text):
        text = f"i meant {behind['what']}"
    match = _MEANT.match(text)
    rest = text[match.end() :] if match else ""
    if match is None or not rest.strip(" ?.!"):
        return text
    rest = only_in_front(rest)
    only = match["only"] or match["only2"] or match["only3"] or rest.startswith("only ")
    if not (match["meant"] or only):
        return text
    rest = rest.removeprefix("only ")
    return f"{'only' if of_several and (only or _PART.search(rest)) else 'what about'} {rest}"
