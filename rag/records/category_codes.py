"""The categories that a question names: by code ("cs.AR", "CL or LG") or by their usual names."""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from rag.language.words import cut_out
from store.categories import categories_called, category_name

_CODE = r"(?:(?:cs|eess|math|stat|q-bio)\.[A-Za-z]{2}|[a-z-]+\.[A-Z]{2})"
_MORE_CODES = rf"(?:(?:,| ?/|,? (?:and|or|nor|&)) ?(?:in |more )?(?:{_CODE}\b|[A-Z]{{2}}\b))*"
_CATEGORY = re.compile(
    r"\b(?:in |from |of )?(?:the )?(?:(?:arxiv )?categor(?:y|ies) )?"
    rf"\(?(?P<code>{_CODE}{_MORE_CODES})\)?(?: categor(?:y|ies))?"
    rf"|\b(?:(?:in |under )?(?:categor(?:y|ies)|cats?\.?)|under"
    rf"|in) (?P<bare>[A-Z]{{2}}\b{_MORE_CODES})"
    rf"|\((?P<within>[A-Z]{{2}})\)"
    rf"|^\W*(?P<alone>[A-Z]{{2}}{_MORE_CODES})\W*$"
    rf"|\b(?P<before>[A-Z]{{2}}\b{_MORE_CODES})(?: \([\w ]+\))? (?:category|papers?|ones)\b"
)
_CAPITALS = re.compile(rf"(?<![\w./-])(?P<codes>[A-Z]{{2}}(?![\w./-]){_MORE_CODES})(?![\w-])")
_ONE_CODE = re.compile(rf"{_CODE}\b|\b[A-Z]{{2}}\b")
_IN_CATEGORY = re.compile(
    r"\b(?:in|under|from|of) (?:the )?(?:arxiv )?(?P<noun>category|section)(?: of| called| named)? "
    r"[\"'“‘]?(?P<words>[a-z]+(?:[- ][a-z]+){0,2}?)[\"'”’]?"
    r"(?=\s*(?:[?.!,;]|$)| (?:from|in|with|by|since)\b)",
    re.I,
)
_FIELD = re.compile(
    r"(?:\b(?:in|from|of|under) (?:the )?(?:(?:field|area|category) of )?)?"
    r"\b(?P<words>[a-z]+(?:(?:[- ]| & )[a-z]+){0,2}?) (?P<noun>categor(?:y|ies)|papers?)\b"
    r"|\b(?:in|under) (?P<words3>[a-z]+(?:[- ][a-z]+){0,2}) as (?:an? |the |its |their )?"
    r"(?:arxiv |main |first )?(?P<noun3>category)\b"
    r"|\b(?:in|under) (?:the )?(?:(?:field|area|category) of )?"
    r"(?P<words2>[a-z]+(?:[- ][a-z]+){0,2})\s*[?.!]*$",
    re.I,
)
_NAME_WORDS = 4  # of a category's usual name
_SMALL = frozenset(("and", "in", "&"))
_PAPERS = re.compile(r"\s+(?:papers?|articles?|ones|publications?)$", re.I)


def categories_in(
    text: str, used: Set[str], is_acronym: Callable[[str], bool]
) -> tuple[tuple[str, ...], str]:
    """The categories that a text names, without "cs.", and the text without the words for them.

    `used` are those of the records. Two capitals may stand anywhere for the code that they are,
    unless the papers use them for something (`is_acronym`).
    """
    for match in _CATEGORY.finditer(text):
        codes = _codes(next(filter(None, match.groups())), used)
        if codes and (match["code"] or {*codes} <= used):
            return codes, _without_name(cut_out(text, match), match.start(), codes[0])
    for match in _CAPITALS.finditer(text):
        codes = _codes(match["codes"], used)
        if codes and {*codes} <= used and not any(map(is_acronym, codes)):
            return codes, f"{text[: match.start()]} papers {text[match.end() :]}"
    return _by_name(text, used)


def _codes(text: str, used: Set[str]) -> tuple[str, ...]:
    """The codes of a list such as "cs.AI or ML", where a short form stands for its code."""
    found: list[str] = []
    for match in _ONE_CODE.finditer(text):
        field, dot, letters = match.group().rpartition(".")
        code = f"{field}{dot}{letters.upper()}".removeprefix("cs.")
        meant = categories_called(code.lower()) if not dot and code not in used else ()
        found += meant or (code,)
    return tuple(dict.fromkeys(found))


def _by_name(text: str, used: Set[str]) -> tuple[tuple[str, ...], str]:
    for match in (*_IN_CATEGORY.finditer(text), *_FIELD.finditer(text)):
        groups = match.groupdict()
        words = next(filter(None, map(groups.get, ("words", "words2", "words3")))).lower()
        # The longest run of words before "papers" or "category" that names a category.
        for skip in range(len(words.split())):
            tail = " ".join(words.split(" ")[skip:])
            plain = tail.replace("&", "and")
            codes = categories_called(plain) or categories_called(plain.replace("-", " "))
            if codes and (
                set(codes) & used
                or (groups["noun"] or groups.get("noun3") or "").lower().startswith("categ")
            ):
                start = match.start() + match.group().lower().find(tail)
                return codes, f"{text[:start]} papers {text[match.end() :]}"
    return (), text


def _without_name(text: str, place: int, code: str) -> str:
    """The text less the category's name, wherever it stands whole or in part before its code."""
    before, after = text[:place].rstrip(" ("), text[place:].lstrip(" )")
    words = _PAPERS.sub("", before).split()
    own = {*category_name(code).lower().split()}
    for skip in range(max(0, len(words) - _NAME_WORDS), len(words)):
        said = " ".join(words[skip:]).lower().replace("-", " ").split()
        called = categories_called(" ".join(said).replace("&", "and"))
        if code in called or ({*said} <= own | _SMALL and {*said} & own - _SMALL):
            return f"{' '.join(words[:skip])} papers {after}"
    return re.sub(re.escape(category_name(code)), " ", f"{before} {after}", flags=re.I)
