"""Which fields of a paper's record a question asks for."""

from __future__ import annotations

import re

from rag.records import identifiers
from rag.types import Filters

_PUBLISHED = (
    r"(?:publish|come out|came out|appear|written|wrote|released?|out\b|posted|date|presented"
    r"|submitted|put (?:up|online|out|on|in print)\b|(?:go|goes|went|gone|been) (?:online|public)\b"
    r"|uploaded|introduced|made public|from\W*$)"
)
_FIELDS: tuple[tuple[str, str], ...] = (
    (
        "authors",
        r"\bwho(?:['’]s| is| are| was| were|m)? ?(?:all |else |the people |first )?(?:wrote|writing"
        r"|written"
        r"|is behind|behind|authored|made|published|created|developed|invented|came up with|by\W*$"
        r"|responsible for|(?:the )?(?:first |last |lead |second |third |main )?(?:co-?)?authors?)"
        r"|\bwho(?:['’]s| is| are| was| were)\b[^?.!,;]{0,60}\b(?:papers?|works?|articles?|ones?)\b"
        r"[^?.!,;]{0,30} by\W*$"
        r"|\bwhose\b(?= (?:paper|work|article|idea|is|was)\b)"
        r"|\bauthors?\b|\bwritten by\b|\bby whom\b|\b(?:name|list) the people\b"
        r"|\bhow many people wrote\b",
    ),
    (
        "date",
        # "How fast is it when …?" asks no date.
        rf"(?:^(?:(?!\b(?:how|why)\b).)*|\b(?:and|,) )\bwhen\b(?=.*\b{_PUBLISHED})"
        r"|^\W*(?:and )?when (?:was|is|were) (?:the |our |its )?(?:very )?(?:first|last|oldest"
        r"|newest"
        r"|latest|earliest|most recent) (?:[\w.-]+ ){0,3}(?:paper|article|publication|one)\b"
        r"|\b(?:and|,) when\W*$|\bfrom when(?: (?:is|was|are|were)\b|\W*$)"
        r"|\b(?:what|which) (?:year|date|month|day|week-?day)\b|\bdates? of\b"
        r"|^\W*(?:on )?(?:the )?(?:week-?day|day of (?:the )?week)\b(?! ha[sd]\b)"
        r"|\bhow (?:old|recent|new)\b|\b(?:publication|release) (?:date|year)\b|\bdated?\W*$"
        r"|\bdates?(?=,? (?:and |or )?(?:the |its |their )?(?:authors?|categor|organi|title"
        r"|code)\b)"
        r"|\byear of publication\b|^\W*(?:and )?the years?(?: of\b[^?]{0,60})?\W*$"
        r"|^\W*(?:(?:and|so|the|their|its|all|papers)\W+)*(?:publication |release )?"
        r"(?:dates|years)\W*$"
        r"|\b(?:authors?|titles?|names?|categor(?:y|ies)|organi[sz]ations?|code)"
        r"(?:,| and|,? &|,? \+| plus) (?:their |the )?(?:publication )?(?:dates?|years?)\W*$"
        r"|\b(?:came|come|published|appeared) (?:out )?(?:first|earlier"
        r"|later)\b"
        r"|\bwhich (?:one )?(?:is|was) (?:the )?(?:older|newer|earlier|later|more recent)\b",
    ),
    (
        "category",
        r"\bcategor(?:y|ies)\b|\bfiled under\b|\b(?:what|which) (?:arxiv )?(?:section|subject"
        r"|class)\b"
        r"|\b(?:what|which) (?:sub)?field (?:is|does|was)\b",
    ),
    (
        "organisations",
        r"\b(?:organi[sz]ations?|institut(?:e|ion)s?|affiliations?|affiliated|universit(?:y|ies)"
        r"|(?<=which )lab|(?<=what )lab|(?<=whose )lab|(?<=the )lab(?= (?:is|are|was|behind"
        r"|that)))\b"
        r"|\bwhere\b(?!.*\b(?:get|got|take|took|draw|drew|collect|obtain|gather)\w*\b).*\bauthors?\b.*"
        r" (?:work|from)\b"
        r"|\bwhich compan(?!(?:y|ies) (?:use|deploy|run|adopt|employ|sell|buy|appl))|\bwho (?:do"
        r"|does) .*\bwork for\b",
    ),
    (
        "code",
        r"\bcode (?:is |are |was )?(?:available|released|public|flag|online|open)"
        r"|^\W*(?:and |is there )?(?:the |any )?code (?:for|of)\b"
        r"|\b(?:have|has|with|is there|is the|provide|release) (?:any |the |its |public )*code\b"
        r"|\bopen[- ]source"
        r"|(?<!per )(?<!each )(?<!every )(?<!whole )\b(?:git ?hub|repo(?:sitory)?)\b(?! planning)"
        r"(?! (?:issues?|projects?|commits?|users?|data|pull requests?|discussions?|copilot|actions"
        r"|comments|developers|bugs?)\b)"
        r"|\b(?:link|url|address) (?:to|of|for) (?:the |its )?(?:source )?code\b"
        r"|\bcode (?:link|url|repo(?:s|sitory)?)\b"
        r"|\bwhere (?:is|can|do|could|might|to) [^.?]{0,30}\b(?:source )?code\b",
    ),
    (
        "author count",
        r"\bhow many (?:co-?)?authors\b|\bhow many (?:people|folks|names|persons|researchers)"
        r" (?:teamed up|are|were|is|stand|signed)(?: together)?(?: (?:on|behind)|\W*$)"
        r"|\bhow many people (?=(?:\w+ )?(?:wr[io]te|written|author|co-?author|sign|are behind"
        r"|contribut|worked on|published|are (?:on|the authors)))"
        r"|^\W*(?:and )?how many people\W*$",
    ),
    (
        "title",
        r"\bwhat(?:['’]s| is) the (?:full )?title\b|\bfull title\b"
        r"|^\W*(?:(?:and|so|the|their|its|all|papers)\W+)*titles?\W*$",
    ),
    *identifiers.ASKED,
)
# Somebody may be asked for whom a paper credits, and who did not write it.
BRINGS_UP = re.compile(
    r"\bwho(?: first| originally)? (?:came up with|invent\w*|introduced|proposed|devised|discovered"
    r"|coined|developed|suggested|originated)\b",
    re.I,
)
ASKS_WHERE = re.compile(r"\b(?:where|link|url|address|web ?(?:site|page)|git ?hub|repo\w*)\b", re.I)
_LAST_AUTHOR = re.compile(r"\b(?:last|senior|corresponding|final) (?:and \w+ )?authors?\b", re.I)
_CONTACT = re.compile(r"\be-?mails?\b|\bcontact\b|\b(?:postal|mail) address|\bphone number", re.I)
_PATTERNS = tuple((name, re.compile(pattern, re.I)) for name, pattern in _FIELDS)
_DOINGS = (
    r"say|said|claim|train|use|report|propose|find|found|buil[dt]|show|choose|chose|call|think"
    r"|argue|mean|do|did|need|see|state|test|compare|measure|introduce|present|evaluate|note"
    r"|observe"
    r"|suggest|reach|get|got|achieve|conclude|describe|apply|design|attribute|explain|give|gave"
)
# Authors who do something are no question of who they are.
_AUTHORS_DO = re.compile(
    r"\baccording to (?:[\w.’'-]+ ){0,4}(?:co-?)?authors?\b"
    r"|\b(?:do|did|does|have|has|had) (?:[\w.’'-]+ ){0,4}?authors?\b"
    rf"|\bauthors?['’]? (?:(?:of|behind) (?:(?!(?:and|or)\b)[\w.-]+ ){{0,4}}?)?"
    rf"(?:{_DOINGS})(?:s|d|ed|ned)?\b"
    r"|\b(?:which|what) authors (?:have|has|had) (?!written|published|co-|contribut|taken|signed"
    r"|been)[a-z]+(?:ed|wn|en)\b"
    r"|\b(?:which|what) authors (?!wr[io]te|are\b|is\b|were\b|was\b|of\b|ha[ds]\b|have\b|appear"
    r"|publish|share|belong|co-?|contribut|took|take|sign)[a-z]+\b"
    r"|\band (?:his |her |their )?co-?authors\b(?! (?:of|are|is)\b)"
    r"|\bauthors['’] (?!names?\b|list\b|affiliations?\b)",
    re.I,
)
# A field that the question brought up itself: "it borrows from another field. Which field is it?"
# Or one of the paper's own things: "the recall for each attack category".
_SOME_FIELD = re.compile(
    r"\b(?:an?|another|some|other|one|different) (?:[\w-]+ ){0,2}(?:sub)?fields?\b"
    r"|\bfields? (?:did|does|do|was|were|is|are) (?:[\w-]+ ){0,4}?(?:borrow|taken|take|come|stem"
    r"|import|adopt|transfer)\w*"
    r"|\b(?:per|each|every) (?:[\w-]+ ){0,2}categor(?:y|ies)\b",
    re.I,
)
# "In what year did the agency approve it?" asks for a year in the text, not for a paper's.
_SOME_YEAR = re.compile(
    r"\b(?:what|which) (?:year|date|month|(?:week-?)?day(?: of (?:the )?week)?)"
    r" (?:did|do|does|was|were|has|had)\b(?P<what>[^?]*)",
    re.I,
)
_A_PAPERS_YEAR = re.compile(
    rf"\b{_PUBLISHED}|\b(?:write|papers?|articles?|works?|stud(?:y|ies)|reports?|it|they|he|she)\b"
    r"|\b(?:this|that|these|those|one)\W*$",
    re.I,
)
_FEW_WORDS = 3  # "What year did T-MAC come?" says no more of it
_FIELD_WORDS = re.compile(
    r"\b(?:years?|dates?|months?|days? of (?:the )?week|(?:week-?)?days?"
    r"|categor(?:y|ies)|authors?|organi[sz]ations?|institut\w+"
    r"|universit(?:y|ies)|affiliations?|compan(?:y|ies)|lab|fields?|code|title|full|publication"
    r"|publish(?:ed)?|filed|under|released?|available|appear(?:s|ed)?|count|number|among|carry"
    r"|carries|board|involved|flag(?:ged)?|marked|label(?:led)?|tag(?:ged)?|listed|out|hold"
    r"|wants?|things?|stuff|total|named|called|any(?:one|body)|some(?:one|body)"
    r"|affiliated|when|dois?|arxiv(?: (?:ids?|identifiers?|numbers?))?|links?|urls?|pdf"
    r"|(?:lead|senior|principal)(?= (?:and \w+ )?authors?\b))\b"
    r"|\bhow (?:many people|old|recent|new)\b"
    r"|\b(?:which|what) (?:journal|venue|conference)s?\b",
    re.I,
)


def asked_fields(text: str) -> tuple[str, ...]:
    """The fields asked for, in the order of the table."""
    found = [name for name, pattern in _PATTERNS if pattern.search(text)]
    if "authors" in found and _AUTHORS_DO.search(text):
        rest = _AUTHORS_DO.sub(" ", text)
        if not _PATTERNS[0][1].search(rest):
            found.remove("authors")
    if "category" in found and _SOME_FIELD.search(text):
        found.remove("category")
    if "date" in found and _is_of_text(text):
        found.remove("date")
    if {"authors", "author count"} <= {*found}:
        found.remove("authors")
    return tuple(found)


def _is_of_text(text: str) -> bool:
    """Whether the year of something is asked that is not the appearance of a paper."""
    year = _SOME_YEAR.search(text)
    if year is None or _A_PAPERS_YEAR.search(text):
        return False
    return len(year["what"].split()) > _FEW_WORDS


def asks_unrecorded(text: str, *, cut: bool) -> bool:
    """Whether more is asked of authors than a record has: where it is cut short, the last one."""
    return bool(_CONTACT.search(text) or (cut and _LAST_AUTHOR.search(text)))


def fields_of(filters: Filters) -> tuple[str, ...]:
    """The fields of a record that filters look at."""
    looked_at = {
        "authors": filters.authors,
        "author count": filters.author_count,
        "date": filters.since
        or filters.until
        or filters.spells
        or filters.months
        or filters.weekdays,
        "category": filters.categories,
        "organisations": filters.organisations or filters.organisation_count,
        "code": filters.has_code is not None,
        "title": filters.title_words or filters.titled,
        "venue": filters.venues,
    }
    stated = [name for name in (*filters.states, *filters.lacks) if name in looked_at]
    return tuple(dict.fromkeys([*(n for n, value in looked_at.items() if value), *stated]))


def without_fields(text: str) -> str:
    """The text less the words that name fields of a record."""
    return _FIELD_WORDS.sub(" ", text)
