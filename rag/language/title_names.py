"""What a title calls its own thing: "WATFOR-The University …", "TRAC, A Procedure-…", "The
LRLTRAN Compiler", and whatever short stands before a colon.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

_SHORT = 4  # words before a colon that can be a name
# A name as systems have them: capitals or digits within, so that no word opens a sentence so.
_NAME = r"(?P<name>(?=[\w/.+-]*[A-Z][\w/.+]*[A-Z\d])[A-Z][\w/.+]*(?:-[IVX\d]+)?)"
_HEADS = (
    re.compile(rf"^{_NAME} ?(?:-{{1,2}}|[–—]) ?(?=(?:An?|The|Its|One|Some)\b)"),
    re.compile(rf"^{_NAME} (?:-{{1,2}}|[–—]) (?=\S)"),
    re.compile(rf"^{_NAME}, (?=(?:[Aa]n?|[Tt]he)\b)"),
    re.compile(rf"^{_NAME} \((?=[A-Za-z])"),
)
_CAPITAL = re.compile(r"(?<=\w)[A-Z]|\d")  # within a word: a coined name
_THE = re.compile(rf"^The {_NAME} (?P<sort>[A-Z][a-z]+)\W*(?:$|[:,.–—(-])")


def names_in_title(title: str, users: Mapping[str, int]) -> list[str]:
    """The names that a title gives its thing; `users` tells how many papers use a word.

    "The DNA Molecule" has none where other papers speak of DNA, too.
    """
    found = []
    head, colon, _ = title.partition(":")
    if colon and len(head.split()) <= _SHORT:
        found.append(head)
    for pattern in _HEADS:
        if (match := pattern.search(title)) and users.get(match["name"], 0) <= 1:
            found.append(match["name"])
    if (match := _THE.search(title)) and users.get(match["name"], 0) <= 1:
        found += [match["name"], f"{match['name']} {match['sort']}"]
    return list(dict.fromkeys(found))


def common_heads(texts: Mapping[str, str]) -> frozenset[str]:
    """The plain words before a title's colon that several papers speak of: "Atrial Flutter: …".

    `texts` are what the papers say, by their titles. Such words are a subject and no name.
    """
    heads = {title.partition(":")[0] for title in texts if ":" in title}
    keys = {key: head for head in heads if len(key := _words(head)) in range(2, _SHORT + 1)}
    users: Counter[str] = Counter()
    for text in texts.values():
        words = _words(text)
        starts = range(len(words))
        said = {words[i : i + n] for i in starts for n in range(2, _SHORT + 1)} & keys.keys()
        users.update(keys[key] for key in said)
    return frozenset(
        head for head, count in users.items() if count > 1 and not _CAPITAL.search(head)
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower()))
