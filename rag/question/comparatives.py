"""What a comparison is of where a question only says which has more: "is it faster than X?"."""

from __future__ import annotations

import re

_OF = {
    "speed": r"(?:fast|slow|quick)(?:er|est)|(?:more|less) quickly",
    "size": r"(?:small|larg|bigg)(?:er|est)",
    "cost": r"(?:cheap)(?:er|est)|(?:more|less|most|least) expensive",
    "accuracy": r"(?:more|less|most|least) (?:accurate|precise)",
    "memory": r"(?:light)(?:er|est)|(?:more|less) memory[- ]efficient",
}
_QUANTITIES = [(re.compile(rf"\b(?:{said})\b", re.I), noun) for noun, said in _OF.items()]


_LEAD = re.compile(
    r"^\W*(?:(?:and|but|so)\W+)?(?:which(?: one| of the two)?\W+)?(?:is|are|was|do|does|did|has)?\b"
    r"(?:\s+(?:run|work|perform|do|any|much|even)\b)*\s*",
    re.I,
)
_THAN = re.compile(r"\s*\bthan\b\s*", re.I)


def with_quantity(text: str) -> str:
    """The text with the quantity for the comparative, as papers report it by that name.

    "Is it faster on CPUs than …?" is a comparison "in speed on CPUs".
    """
    said = text
    for pattern, noun in _QUANTITIES:
        said = pattern.sub(noun, said)
    return text if said == text else _THAN.sub(" ", _LEAD.sub("in ", said, count=1))
