"""A follow-up that says what was meant before, as one that asks: "no, I meant only the guides"."""

from __future__ import annotations

import re

from rag.conversation.narrowing import only_in_front

_DISSENT = re.compile(
    r"^\W*(?:not [\w -]{2,40}[,;] (?=i (?:mean|meant)\b)"
    r"|(?:(?:no|nope|nah|sorry|(?:my )?apologies|my (?:mistake|bad|fault)|correction|oops|hm+|well"
    r"|actually|wait|oh|not (?:quite|really)|(?:less|fewer|narrower) than (?:that|those)"
    r"|(?:let me|i(?:['’]ll| will)) (?:re-?phrase|re-?word|correct)(?: (?:that|it|this|myself))?"
    r"|(?:that(?:['’]s| is)|th(?:o|e)se are|there are)? ?(?:way |far |a bit |still )?"
    r"too (?:many|much)"
    r"(?: papers| results| of them| for me)?|that(?:['’]s| is| are) (?:quite |still |really )?a lot"
    r"(?: of (?:papers|them|results))?)\s*(?:[,.;:!]|\s[–-]|(?<=\w) (?=(?:sorry|no|nah|wait"
    r"|i (?:really |actually )?(?:mean|meant|want|wanted)|only|just)\b))\s*)+)(?=\w)",
    re.I,
)
_ONLY = r"(?:only|just|specifically|particularly|especially|in particular|more specifically)"
_SAY = r"say|write|type|ask(?: (?:for|about))?|know(?: about)?|search(?: for)?"
_SAID = r"said|written|typed|asked(?: (?:for|about))?"
# "Not CPUs, GPUs", "not language agents but game agents": the second in the place of the first.
_NOT_BUT = re.compile(
    r"^\W*not (?!(?:just|only|really|yet|sure"
    r"|even)\b)(?:[\w.+-]+ ){0,3}?[\w.+-]+(?:,? but(?: rather)?|,)"
    r" (?P<what>(?!(?:just|only|please|which|what|who|the (?:ones?|others?|rest)|those|these"
    r"|thanks?|all"
    r"|any|i|show|give|list|not|also|instead|but)\b)(?:[\w.+-]+ ){0,3}[\w.+-]+)\W*$",
    re.I,
)
# "Make it 2023", "change that to CPUs": another value for something in the question before.
_CHANGED = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|then|please|(?:can|could) (?:you|we)|let['’]?s)\W+)*"
    r"(?:make (?:it|that|this)|(?:change|switch|set|turn) (?:(?:it|that|this"
    r"|the [\w-]+) )?(?:in)?to"
    r"|use|try) (?P<what>(?!(?:more|less|shorter|longer|up|sure|short|brief|clear|simpler"
    r"|easier)\b)"
    r"[\w.+ -]{2,50}?)(?P<instead>,? (?:instead|then|please))*\W*$",
    re.I,
)
_MEANT = re.compile(
    r"^(?:what )?(?:i|we)(?:['’]m| am| was| were)? (?P<rather>(?:really|actually|rather) )?"
    rf"(?P<only>{_ONLY} )?(?:(?P<meant>(?:more|rather) interested in|meant?(?: to (?:{_SAY}))?"
    rf"|(?:want(?:ed)?|intend(?:ed)?) to (?:{_SAY})|should have (?:{_SAID})"
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
    if swapped := _NOT_BUT.match(text):
        return f"what about {swapped['what']}"
    if (changed := _CHANGED.match(text)) and _is_value(changed):
        return f"what about {changed['what']}"
    match = _MEANT.match(text)
    rest = text[match.end() :] if match else ""
    if match is None or not rest.strip(" ?.!"):
        return text
    rest = only_in_front(rest)
    only = match["only"] or match["only2"] or match["only3"] or rest.startswith("only ")
    if not (match["meant"] or match["rather"] or only):
        return text
    rest = rest.removeprefix("only ")
    return f"{'only' if of_several and (only or _PART.search(rest)) else 'what about'} {rest}"


def _is_value(changed: re.Match[str]) -> bool:
    """Whether a thing of the question is changed: "use" and "try" alone may ask anything."""
    return changed["instead"] is not None or not re.match(
        r"\W*(?:use|try)\b", changed.group(), re.I
    )
