"""Words of questions about records that are no subject: of lists, of looking up, of who asks."""

from __future__ import annotations

import re

from rag.language import wording
from rag.language.words import GENERIC
from store.lexical import terms

_SETS = rf"(?:{wording.SETS}|items?|stuff)"
_SAYS_WHAT = (
    r"(?:on|about|regarding|concerning|covering|into|using|uses?|involving|for|with|of|in"
    r"|against|between|towards?|that|which)"
)
_ABOUT = r"(?:on|about|regarding|concerning|into|using|for|with|in|of)"

SCAFFOLD = frozenset(
    terms(
        """pull hand dig grab provide deliver send printed output item entry line byline contributor
        contribution contribute credit credited sign signed joint jointly represented
        represent separate distinct different total overall number collection library pile
        stack drawer section shelf folder catalogue catalog list listing reading
        bibliography citation reference footnote spreadsheet sheet boss colleague
        supervisor professor student friend thesis dissertation seminar lecture exam talk
        meeting corridor phone office added add institute department name names named
        naming called somebody someone anybody everyone candidate forgot forget remember
        recall believe swear swears told confirm check sure wonder curious quick quickly
        urgent soon today tomorrow now please kindly thanks dear top bottom begin beginning
        end both included inclusive stand stands standing appear appearing mark marked bear
        bears carry carries date dated day month year particulars detail details info
        information whatever anything everything whole entire complete full ever yet still
        already along together either neither sit sits lie lies got put wish want wanted
        like love prefer need needed look looking hunt chase preparing writing drafting
        graduate undergraduate phd master bachelor authority file archive subscription
        present presence absent participate participates affiliated affiliation
        organisation organization institution tag hold holds held own owns keep keeps folk
        behind marker flag label badge online internet web posted put frequently frequent
        frequency turn turns going go season period quarter half calendar time order rank
        publication published publish came come january february march april may june july
        august september october november december
        author authors coauthor writer writers researcher researchers scientist scientists
        """
    )
)


def is_said_to_be_about(text: str, topic: str) -> bool:
    """Whether something in a text says that a word of the topic is what papers are to be about.

    "Papers by Low on owls", "Low's owl papers", "papers of 2020 that use owls"; not "my boss
    wants all of Low".
    """
    content = (word for word in topic.split() if set(terms(word)) - GENERIC - SCAFFOLD)
    return any(
        _is_subject(word, text, rf"{_SAYS_WHAT}\W+(?:[\w-]+\W+){{0,3}}?") for word in content
    )


def is_no_topic(text: str, topic: str) -> bool:
    """Whether all words of a topic are of lists and of looking up, and none is said to be more.

    "Quick, all of Low", but not "papers by Low on search".
    """
    words = topic.split()
    if any(set(terms(word)) - GENERIC - SCAFFOLD for word in words):
        return False
    return not any(_is_subject(word, text, rf"{_ABOUT}\W+(?:[\w-]+\W+){{0,2}}?") for word in words)


def _is_subject(word: str, text: str, before: str) -> bool:
    there = re.escape(word)
    spoken_of = rf"\b{before}{there}\b|\b{there}(?: [\w-]+){{0,2}} {_SETS}\b(?! (?:date|year)s?\b)"
    return re.search(spoken_of, text, re.I) is not None
