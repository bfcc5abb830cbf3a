"""What a title calls its own thing: "WATFOR-The University …", "TRAC, A Procedure-…", "The
LRLTRAN Compiler", and whatever short stands before a colon.
"""

from __future__ import annotations

import re
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
