"""What came of it: the end of a paper, where nothing more is asked: "what did they recommend?".

Papers seldom say "recommend" where they do so; they say what should be done. Where no sentence is
of that sort, nothing is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.lexical import terms
from store.papers import Sentence

_AT_MOST = 2
_ADVICE = re.compile(
    r"\b(?:recommend\w*|should|ought to|advis\w+|advocat\w+|urge[sd]?|in our opinion|preferable"
    r"|of choice|(?:is|are|seems?) (?:needed|necessary|indicated|justified|warranted)|we suggest"
    r"|it is suggested|call(?:s|ed|ing)? for)\b",
    re.I,
)
_CONCLUSION = re.compile(
    r"\b(?:conclu\w+|it (?:is|was) (?:found|shown|felt|believed|suggested)"
    r"|we (?:found|find|show|believe|suggest)|(?:results?|findings?|data|evidence) (?:\w+ )?(?:show"
    r"|suggest|indicate|reveal|demonstrate|support|confirm|were|was|are)\w*|suggests? that"
    r"|indicat(?:es?|ed|ing) that|in our opinion)\b",
    re.I,
)
_ASKED = (
    (
        re.compile(r"\b(?:recommend\w*|advi[sc]e[sd]?|suggest\w*|urge[sd]?|advocat\w*)\b", re.I),
        _ADVICE,
    ),
    (re.compile(r"\b(?:conclu\w+|outcomes?|upshot|verdict|turn(?:ed)? out)\b", re.I), _CONCLUSION),
)
_SAYS_NO_MORE = frozenset(
    terms(
        "recommend recommended recommendation advise advised advice suggest suggested suggestion"
        " urge advocate conclude concluded conclusion outcome upshot verdict turn turned end final"
        " finally eventually overall main authors paper study article work people doctors"
    )
)


def outcome_of(sentences: Sequence[Sentence], wanted: Sequence[str], text: str) -> list[Sentence]:
    """The sentences of a paper that say what came of it, where a text asks for nothing else.

    `wanted` are the terms of the text that the paper should have.
    """
    asked = next((told for asks, told in _ASKED if asks.search(text)), None)
    if asked is None or not set(wanted) <= _SAYS_NO_MORE:
        return []
    return [sentence for sentence in sentences if asked.search(sentence.text)][-_AT_MOST:]
