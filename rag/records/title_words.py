"""Words and phrases that titles are to have or not to have, where one word alone does not say it.

"Titles with both A and B", "titles that mention 'language models'", "titles without the word A",
"A or B in the title", "titles that contain the words language models".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.language.words import cut_out

_OPEN, _CLOSE = r"[\"'“‘]", r"[\"'”’]"
_ITEM = rf"(?:{_OPEN}[^\"”]{{1,60}}?{_CLOSE}(?!\w)|[\w+-]+)"
_PHRASE = rf"{_OPEN}[^\"”]{{1,60}}?\s[^\"”]{{1,60}}?{_CLOSE}(?!\w)"
_NOUN = r"(?:the )?(?:words?|terms?|phrases?|names?)"
_HAVE = r"(?:contain|mention|includ|have|has|with|say|us|featur|carr)(?:s|e|es|ing|y|ies|ying)?"
_HAVE_NOT = (
    r"(?:that |which )?(?:(?:do|does)(?: not|n['’]t) (?:contain|have|include|mention|use|say)"
    r"|without|lack(?:s|ing)?|not (?:containing|including|with|mentioning))"
)
_TITLES = r"(?:(?:whose|with(?: an?)?|the|have an?) ){0,3}titles? (?:that |which )?"
_IN_TITLES = r"in (?:the(?:ir)? |its |an? )?titles?\b"
_LACKING = re.compile(
    rf"\b{_TITLES}{_HAVE_NOT} (?:{_NOUN} (?P<one>{_ITEM})"
    rf"|(?P<quoted>{_OPEN}[^\"”]{{1,60}}?{_CLOSE}))"
    rf"|\b{_HAVE_NOT} (?:{_NOUN} (?P<one2>{_ITEM})|(?P<quoted2>{_OPEN}[^\"”]{{1,60}}?{_CLOSE}))"
    rf" {_IN_TITLES}",
    re.I,
)
_BOTH = re.compile(
    rf"\b{_TITLES}{_HAVE} (?:both (?:{_NOUN} )?|{_NOUN} (?=[^?]* and ))(?P<a>{_ITEM}) and"
    rf" (?:{_NOUN} )?(?P<b>{_ITEM})"
    rf"|\b(?:with |have |has )?both (?:{_NOUN} )?(?P<c>{_ITEM}) and (?P<d>{_ITEM}) {_IN_TITLES}",
    re.I,
)
_PHRASED = re.compile(
    rf"\b{_TITLES}{_HAVE} (?:{_NOUN} )?(?P<phrase>{_PHRASE})"
    rf"|(?:\b(?:with|have|has) )?(?:{_NOUN} )?(?P<phrase2>{_PHRASE}) {_IN_TITLES}",
    re.I,
)
_ANY = rf"{_ITEM}(?:(?:, {_ITEM})*,? or {_ITEM})+"
_EITHER = re.compile(
    rf"\b{_TITLES}{_HAVE} (?:either )?(?:{_NOUN} )?(?P<any>{_ANY})"
    r"(?=\W*$|[,;]| (?:and|from|by|in)\b)"
    rf"|\b(?:with|have|has|having) (?:either )?(?:{_NOUN} )?(?P<any2>{_ANY}) {_IN_TITLES}",
    re.I,
)
_MANY = r"(?:the )?(?:words|terms|phrase|expression)"
_SEVERAL = re.compile(
    rf"\b{_TITLES}{_HAVE} {_MANY} (?P<words>[\w+-]+(?: [\w+-]+){{1,4}})(?=\W*$)"
    rf"|\b(?:with|have|has|having) {_MANY} (?P<words2>[\w+-]+(?: [\w+-]+){{1,4}}) {_IN_TITLES}",
    re.I,
)


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What titles must have, all of it or one of it, and what they must not have; small letters."""

    every: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    omitted: tuple[str, ...] = ()


def title_words_in(text: str) -> tuple[TitleWords, str]:
    """The words that titles must and must not have, and what is left of the text."""
    if "title" not in text.lower():
        return TitleWords(), text
    if match := _LACKING.search(text):
        return TitleWords(omitted=_found(match)), cut_out(text, match)
    for pattern in (_BOTH, _PHRASED):
        if match := pattern.search(text):
            return TitleWords(_found(match)), cut_out(text, match)
    if match := _EITHER.search(text):
        named = re.findall(_ITEM, re.sub(r",|\bor\b", " ", match["any"] or match["any2"]))
        return TitleWords(one_of=tuple(map(_bare, named))), cut_out(text, match)
    if match := _SEVERAL.search(text):
        said = match["words"] or match["words2"]
        return TitleWords(tuple(said.lower().split())), cut_out(text, match)
    return TitleWords(), text


def _found(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(_bare(group) for group in match.groups() if group)


def _bare(word: str) -> str:
    return word.strip("\"'“”‘’ ").lower()
