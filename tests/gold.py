"""An endpoint that judges papers by the gold of the project's questions, for tests and measuring.

It stands for a language model that knows the field: it reads the papers that it is sent, says
yes to those of the gold set, and quotes a sentence that it was sent. `errs` of its verdicts,
always the same ones, are turned round.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Set

from tests.endpoints import Behaviour, Handler, replies

_PAPER = re.compile(r"^Paper \d+: (?P<title>.*)\n(?P<body>(?:- .*\n?)*)", re.M)
_QUESTION = re.compile(r"^Question: (.*)$", re.M)


def judges_by(gold: Mapping[str, Set[str]], errs: float = 0.0) -> Behaviour:
    """Verdicts by the titles that each question's gold set has; to all else it says nothing."""

    def behave(handler: Handler) -> None:
        sent = handler.server.asked[-1]["messages"][-1]["content"]
        asked = _QUESTION.search(sent)
        if "Papers that belong:" not in sent or not asked:
            return replies('{"claims": []}')(handler)
        belong = []
        for number, paper in enumerate(_PAPER.finditer(sent), start=1):
            title, sentences = paper["title"], paper["body"].splitlines()
            right = title in gold.get(asked[1], set())
            if sentences and right != _errs(asked[1] + title, errs):
                belong.append({"paper": number, "quote": sentences[0][2:][:120]})
        return replies(json.dumps({"belong": belong}))(handler)

    return behave


def _errs(what: str, share: float) -> bool:
    """A share of all things, the same ones each time."""
    return int(hashlib.sha256(what.encode()).hexdigest()[:8], 16) / 2**32 < share
