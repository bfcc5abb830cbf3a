"""The fields of a record that are asked of a named paper in few words: "opevo - by?"."""

from __future__ import annotations

import re

from rag.question.scaffold import SCAFFOLD
from store.lexical import terms

_FIELDS = {
    "authors": """who whose whom by names people person persons folk folks writer writers author
        authors coauthor coauthors researcher researchers scientist scientists wrote""",
    "date": """when date dates dated day year month old out published publish appear appeared
        online posted released release age""",
    "category": "category categories section subject cat",
    "organisations": """organisation organization organisations organizations affiliation
        affiliations institution institutions institute institutes university universities lab labs
        company companies""",
    "code": "code repository repo github open available public",
}
_OF_FIELD = {word: field for field, words in _FIELDS.items() for word in words.split()}
_ONLY_WITH = frozenset("by names people person out old day age open available public".split())
_PLAIN = frozenset(
    """the a an of on in for to and or is was are were be it its that this these those what which
    give tell show list me us i we you can could would do does all both each first paper papers
    article work study put came come brought stand stands need know together with along side lack
    behind made name everyone worked works
        i.e namely am did yes no there any have has source""".split()
)
_PUT_OUT = frozenset("published publish online posted released release out".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")


def loose_fields(unnamed: str) -> tuple[str, ...]:
    """The fields that a question asks of a paper, `unnamed` being its words without the name.

    None where it has any word that is not of fields, lists or looking up: then it asks of what
    the paper says. A word such as "by" or "out" tells a field only where no other does.
    """
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(unnamed)]
    if any(not _is_of_records(word) for word in words):
        return ()
    if "code" in words:  # "code released?" asks no date
        words = [word for word in words if word not in _PUT_OUT]
    sure = [_OF_FIELD[word] for word in words if word in _OF_FIELD and word not in _ONLY_WITH]
    loose = [_OF_FIELD[word] for word in words if word in _ONLY_WITH and word != "by"]
    loose += ["authors"] if words[-1:] == ["by"] else []
    return tuple(dict.fromkeys(sure or loose))


def _is_of_records(word: str) -> bool:
    own = set(terms(word))
    return word in _OF_FIELD or word in _PLAIN or (bool(own) and own <= SCAFFOLD)
