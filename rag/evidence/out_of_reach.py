"""Which questions the papers are not asked at all: of the world, of daily life, not in English."""

from __future__ import annotations

import re

from rag.evidence.everyday import is_everyday, is_surely_everyday, speaks_of_papers
from rag.evidence.silence import Silence, asks_help, greets, is_small_talk
from rag.evidence.worldly import worldly_in
from rag.language.foreign import in_other_scripts, is_in_another_language, is_in_another_script
from rag.records.catalog import Catalog
from rag.records.organisation_names import ORGANISATION_NAMES
from store.lexical import terms
from store.library import Library

_ARTICLE = re.compile(r"^the ", re.I)
_BETWEEN = frozenset("of the and & de la van von".split())


class OutOfReach:
    """Tells what one library is not asked."""

    def __init__(self, library: Library, catalog: Catalog) -> None:
        """Uses the sentences, and what papers and people are called."""
        self._library = library
        self._catalog = catalog
        self._organisations = {*catalog.organisations, *ORGANISATION_NAMES}

    def silence(self, text: str) -> Silence | None:
        """Why a question is not looked up; None for one that is."""
        if asks_help(text):
            return Silence.HELP
        if greets(text):
            return Silence.GREETED
        if is_small_talk(text) or is_surely_everyday(text) or self._is_of_world(text):
            return Silence.OFF_TOPIC
        if is_in_another_script(text) and not self._has(text):
            return Silence.FOREIGN
        return None

    def unanswered(self, text: str) -> Silence | None:
        """Why nothing answers a question, where it is not that the papers leave it out."""
        if is_in_another_language(text):
            return Silence.FOREIGN
        of_world = worldly_in(text) is not None and not speaks_of_papers(text)
        return Silence.OFF_TOPIC if of_world or is_everyday(text) else None

    def _is_of_world(self, text: str) -> bool:
        """Whether a fact of the world is asked for that no sentence tells."""
        asked = worldly_in(text)
        if asked is None or (asked.is_named and not self._is_name(asked.who)):
            return False
        if self._catalog.named_in(asked.who)[0]:
            return False  # a system has an age and a size
        return not any(asked.is_told(s.text) for s in self._library.sentences)

    def _is_name(self, who: str) -> bool:
        """Whether words name somebody or something: by their capitals, or since records know it."""
        plain = _ARTICLE.sub("", who)
        if (
            all(word[0].isupper() or word in _BETWEEN for word in plain.split())
            or plain.lower() in self._organisations
        ):
            return True
        if any(m.authors for m in self._catalog.people.mentions(f"papers by {plain}")):
            return True
        own = terms(plain, joined=False)
        return plain == who and bool(own) and own[-1] not in self._catalog.words

    def _has(self, text: str) -> bool:
        """Whether papers or their records have words of other scripts: those may be asked for."""
        words = in_other_scripts(text)
        known = any(term in self._catalog.words for word in words for term in terms(word))
        authors = " ".join(a.lower() for p in self._catalog.papers.values() for a in p.authors)
        return known or any(word in authors for word in words)
