"""Has a language model read a question that the rules could make nothing of.

What it says is believed as far as it can be checked: the reading keeps the person's words, adds
none but those of the conversation, names papers that there are, and dates that parse. The rules
then read it as if the person had put it so; what they read is what is answered.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Generator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import Any

from prompts.load import load
from rag.evidence.fence import closed, gives_orders
from rag.language.words import GENERIC
from rag.models.calls import Talk
from rag.models.model import Reply, Request, Schema
from rag.question.askable import check
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Filters, Kind, Progress, Question
from store.errors import QuestionError
from store.lexical import terms

_log = logging.getLogger(__name__)

_MOST = 200  # tokens of the reply
_TURNS, _TITLES = 3, 6  # of the conversation that is sent
_OF_PAPERS = (Kind.FACT, Kind.COMPARE, Kind.SUMMARY)  # records are the rules' own matter
# Words that say that somebody asks; a topic may leave them out, whatever the rules made of them.
_ASKING = frozenset(
    terms(
        """read reading recommend suggest wonder curious learn look looking see whatever whoever
        someone somebody anyone anybody remember interested study start nice great love tackled"""
    )
)
_TIMES = frozenset(terms("early late since until before after between during year month day"))
_SCHEMA: Schema = {
    "type": "object",
    "properties": {
        "kind": {"enum": [kind.value for kind in Kind]},
        "question": {"type": "string"},
        "topic": {"type": "string"},
        "papers": {"type": "array", "items": {"type": "string"}, "maxItems": 4},
        "since": {"type": "string"},
        "until": {"type": "string"},
    },
    "required": ["kind", "question", "topic", "papers", "since", "until"],
    "additionalProperties": False,
}


class Reader:
    """Reads questions about the papers of one library."""

    def __init__(self, catalog: Catalog) -> None:
        """Uses the names of the library's papers."""
        self._catalog = catalog

    def read(
        self, talk: Talk, asked: Question, history: Sequence[Answer]
    ) -> Generator[Progress, None, Question | None]:
        """What is done, and in the end another reading than `asked`, if there is a sound one.

        Raises ModelError and ReplayError.
        """
        said = _conversation(history)
        text, mark = closed("\n".join([*said, f"The question: {asked.text}"]))
        filled = load("read").fill(said=text, mark=mark)
        reply = ""
        for step in talk.stream(Request(*filled, _SCHEMA, _MOST)):
            yield Progress("Having the model read the question")
            reply = step.text if isinstance(step, Reply) else step
        found = self._sound(_object(reply), asked, said)
        return found if found != asked else None

    def _sound(
        self, data: Mapping[str, Any], asked: Question, said: Sequence[str]
    ) -> Question | None:
        """The question that was read, where everything about it can be vouched for."""
        whole, kind = str(data.get("question", "")), str(data.get("kind", ""))
        if kind in ("", Kind.NONE) or not _keeps(whole, asked.text, " ".join(said)):
            return None
        try:
            check(whole)
            read = understand(whole, self._catalog)
            filters = _within_dates(read.filters, data, whole)
        except (QuestionError, ValueError) as error:
            _log.info("What the model read is unsound: %s", error)
            return None
        named = self._named(data, f"{whole} {' '.join(said)}")
        if kind == Kind.LIST:
            topic = str(data.get("topic", "")).strip()
            less = _ASKING | (_times(whole) if filters != read.filters else frozenset())
            if read.kind is not Kind.LIST and _keeps(topic, read.topic or whole, whole, less):
                read = replace(read, kind=Kind.LIST, topic=topic, named=())
            read = replace(read, filters=filters if read.kind is Kind.LIST else read.filters)
        elif kind in _OF_PAPERS and named and not read.named:
            read = replace(read, kind=Kind(kind), named=named, topic=whole, filters=Filters())
        return replace(read, text=asked.text, scope=asked.scope)

    def _named(self, data: Mapping[str, Any], said: str) -> tuple[str, ...]:
        """The ids of the papers that were named, if each is one and was spoken of."""
        spoken, _ = self._catalog.named_in(said)
        given = data.get("papers")
        ids: list[str] = []
        for name in given if isinstance(given, list) else []:
            found, _ = self._catalog.named_in(str(name))
            if not found or not set(found) <= set(spoken):
                return ()
            ids += found
        return tuple(dict.fromkeys(ids))


def _conversation(history: Sequence[Answer]) -> list[str]:
    """The last turns, a line each."""
    lines = []
    for answer in history[-_TURNS:]:
        titles = [p.title for p in answer.papers[:_TITLES] if not gives_orders(p.title)]
        lines.append(f"Asked: {answer.question.whole} Answered with: {'; '.join(titles) or '-'}")
    return lines


def _keeps(text: str, own: str, said: str, less: Set[str] = frozenset()) -> bool:
    """Whether a text has all of the person's own words of content, and else only said ones."""
    has, wanted = _content(text), _content(own) - less
    return bool(has) and wanted <= has <= wanted | _content(said)


def _content(text: str) -> set[str]:
    return {term for term in terms(text, joined=False) if term not in GENERIC}


def _times(text: str) -> frozenset[str]:
    """The terms that say of which time papers are wanted, where days were made of them."""
    return _TIMES | frozenset(term for term in terms(text) if re.fullmatch(r"\d{4}", term))


def _within_dates(filters: Filters, data: Mapping[str, Any], whole: str) -> Filters:
    """The filters with the days that were read, of years that stand in the question.

    Raises ValueError for what is no day.
    """
    days = {name: str(data.get(name, "")).strip() for name in ("since", "until")}
    read = {name: date.fromisoformat(day) for name, day in days.items() if day}
    if any(str(day.year) not in re.findall(r"\d{4}", whole) for day in read.values()):
        raise ValueError(f"the question has no year of {read}")
    since = filters.since or read.get("since")
    return replace(filters, since=since, until=filters.until or read.get("until"))


def _object(text: str) -> Mapping[str, Any]:
    """The first JSON object in a reply; an empty one where there is none."""
    start = text.find("{")
    try:
        data, _ = json.JSONDecoder().raw_decode(text, max(start, 0))
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
