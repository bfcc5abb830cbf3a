"""Somebody told of and then asked about: "I was told of Cao. What of hers is there?"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rag.language.topic import topic_of
from rag.records.names_anywhere import names_in
from rag.records.people import People

_SENTENCE = re.compile(r"(?<=[\w)])\s*(?:[.!:;](?!\w)|\s[–-](?=\s))\s+")
_ASKS = re.compile(
    r"^\W*(?:(?:so|and|please|now|ok),? )*(?:which|what|who|whose|where|when|how|list|show|find"
    r"|name"
    r"|give|tell|are|is|do|does|did|has|have|can|could|any|anything|something|everything|papers|all)\b",
    re.I,
)
_OWN = re.compile(r"\bof (?:hers|his|theirs)\b", re.I)
_WHOSE = re.compile(
    r"\b(?:his(?:/her)?|her(?:/his)?|their)(?= (?:[\w-]+ ){0,2}?(?:papers?|works?|articles?"
    r"|publications?|stud(?:y|ies)|stuff|research|co-?authors?)\b)",
    re.I,
)
_ANY = re.compile(r"\b(?:papers|works|articles|publications|ones)\b", re.I)
_ALONE = re.compile(r"\b(?:he|she|him|her|they|them)(?:/(?:he|she|him|her))?\b", re.I)


def with_somebody_named(text: str, people: People, words: Mapping[str, object]) -> str:
    """The sentence that asks, with the one author of the sentences before it in place of "he".

    The text as it was where these name nobody, or several, or the question points at no one;
    `words` are the terms of all papers.
    """
    for end in _SENTENCE.finditer(text):
        lead, rest = text[: end.start()], text[end.end() :]
        if "?" in lead or not _ASKS.match(rest):
            continue
        named = list(names_in(lead, people, words))
        if len({one.name for one in named}) != 1 or " " not in named[0].name:
            continue
        if list(names_in(rest, people, words)):
            continue
        spoken = _spoken_for(rest, named[0].name)
        if (
            spoken == rest
            and end.group().strip() in ".!"
            and _ANY.search(rest)
            and not topic_of(rest)
        ):
            asked = rest.rstrip(" ?.!")
            spoken = f"{asked} by {named[0].name}{rest[len(asked) :]}"
        return text if spoken == rest else spoken[0].upper() + spoken[1:]
    return text


def _spoken_for(text: str, name: str) -> str:
    """A text with a name in the place of the first kind of words that point at a person."""
    for pattern, said in ((_OWN, f"by {name}"), (_WHOSE, f"{name}'s"), (_ALONE, name)):
        if pattern.search(text):
            return pattern.sub(said, text)
    return text
