"""What a question keeps out of the set that it asks for: "without A", "other than B", "non-LLM"."""

from __future__ import annotations

import re

_WITHOUT = re.compile(
    r"[,;]?\s*\b(?:(?:that|which|who|and|but)\s+)*"
    r"(?:(?:are|is|was|were|do|does|did|have|has)(?:n['’]t|\s+not)(?:\s+(?:purely|only|just|mainly|solely|all"
    r"|specially|specifically|especially|really|primarily|necessarily))?"
    r"(?=\s+(?:about|on|of|for|deal|us|based|invol|touch|aim|meant|concern|target|made|built|need|requir"
    r"|name\b|list\b|include\b|mention\b|from\b|by\b|in\b|been\b|written|(?:co-?)?authored"
    r"|published|released|produced|come\b|dated|appear|out of))"
    r"|(?:have|has|having) nothing to do with|(?:leaving (?:out|aside)|skipping|ignoring|excluding)"
    r"|(?:with|have|has|having|contain(?:s|ing)?|us(?:e|es|ing)|involv(?:e|es|ing)"
    r"|employ(?:s|ing)?|need(?:s|ing)?|requir(?:e|es|ing)) no"
    r"|leave out|skip|minus"
    r"|but\s+(?:please |really |definitely )?(?:not|without|no|never)|and not|not|without"
    r"|never(?=\s+(?:by|with|in|from|on|about)\b)"
    r"|outside(?: of)?|except(?: for)?"
    r"|(?<=\ball)\s+but|(?<=\beverything)\s+but|(?<=\banything)\s+but"
    r"|(?:(?<=\ball papers)|(?<=\bany papers)|(?<=\bany paper)|(?<=\bevery paper))\s+but"
    r"|(?:(?<=\bthat )|(?<=\bwhich ))(?:are|is)n['’]t"
    r"|other than|apart from|aside from|besides)\b(?:\s+(?:the\s+)?(?:ones?\s+|those\s+)?"
    r"(?:of|for|about|on|in|by|us(?:e|ing)|touch(?:ing)?|deal(?:ing)? with|with|based on"
    r"|involv(?:e|ing)|need(?:ing)?|requir(?:e|ing)|name|list|include|mention"
    r"|concerned with|aimed at"
    r"|(?:meant|made|built) for)\b)?\s+(?P<what>(?:[^.?!]|\.(?=\w))+)",
    re.I,
)
_CONTRAST = re.compile(
    r"[,;]?\s*\b(?:rather than|instead of|as opposed to|in place of)\s+[^.?!,]+"
    r"|,\s*not an?\s+[\w-]+(?=\W*$)|,\s*no\s+[\w-]+(?: [\w-]+)?(?=\s*(?:$|[?.!:]))"
    r"|[,;]?\s*\bnot (?:just|only|merely)\s+[^.?!,]+|,?\s*\beven (?:for|if|when|though)\b[^.?!]*"
    r"|,\s*[\w-]+ included\b"
    r"|\bthan (?:it|they) (?:is|are|was|were) (?:trained|built|made|meant|designed)(?: (?:for|on))?"
    r"|,\s*not (?!by\b|about\b|on\b|in\b|for\b|of\b|with\b)[\w -]{2,40},(?=\s*\w)",
    re.I,
)
# A thing of which something is denied: "the model does not lose …" excludes no paper.
# People may be without a thing, and a paper on them is asked for.
_PEOPLE_WITHOUT = re.compile(
    r"\b(?:people|persons?|users|players|patients|students|pupils|children|kids|adults|those|anyone"
    r"|anybody|someone|developers|programmers|readers|women|men|families|countries|places|regions"
    r"|areas|machines|devices|computers)(?: (?:who|that|which)(?: (?:are|do|have))?)? *$",
    re.I,
)
_DENIED_OF = re.compile(
    r"\b(?:the|an?|its|their|each|every|any) (?:[\w-]+ ){1,3}"
    r"(?:do|does|did|is|are|was|were|can|could|will|would|should|need)\s*$"
    r"|\b(?:can|could|will|would|should|must|may|might)\s*$",
    re.I,
)
_AHEAD = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now)\W+)*(?:apart from|aside from|other than|besides|except(?: for)?"
    r"|excluding|ignoring|without|not counting|leaving (?:out|aside)|setting aside"
    r"|leaving(?=[^,]+ aside,))(?: the (?:ones|papers))?(?: (?:on|about))?"
    r" (?P<what>[^,.?!]{2,80}?)(?: aside)?, (?:and |then )?"
    r"(?=(?:which|what|how many|who|is there|are there|do we|do you|does any|any"
    r"|show|list|find|give|name)\b)",
    re.I,
)
_ASIDE = re.compile(r"\s*\(((?:not|but|without|no|excluding|except|minus)\b[^()]*)\)")
_REMARK = re.compile(r"\s*\((?=[^()]*(?:\s[^()]*){2,})(?!not\b|but\b|without\b|no\b)[^()]*\)")
_ITEM = r"[\w/-]+(?: [\w/-]+){0,2}"
_LISTED = re.compile(rf"(?P<items>(?:{_ITEM}, ){{1,20}})(?P<one>{_ITEM}?),? and (?=\w)", re.I)
_NEITHER = re.compile(
    rf"\b(?:(?:that|which|are|is|do|use) )*(?:about )?neither (?P<one>{_ITEM}?),? nor "
    rf"(?:(?:by|about|on|from|in) )?(?P<other>{_ITEM})",
    re.I,
)
# "Non-LLM papers", and what acronyms else are kept out; "non-linear" is a word of its own.
_NON = re.compile(
    r"\bnon[- ](?P<what>[A-Z]{2,}\w*|[a-z]{2,4}(?= (?:papers?|ones|works?|stuff)\b))[ ]?"
)
# "Papers other than A deal with B": what is kept out ends before the papers' verb.
_VERBS = (
    r"(?:also |still )?(?:are|were|is|was|have|has|had|use|do|does|did|can|could|deal|target|treat"
    r"|address|study|cover|concern|consider|discuss|mention|examine|investigate|explore|propose"
    r"|present|introduce|describe|report|build|develop|design|focus|look|work|run|rely|apply"
    r"|improve|speed|reduce|extend|evaluate|measure|compare|achieve|make|try|talk|came|come"
    r"|appeared|appear)"
)
_AMID = re.compile(
    r"\b(?P<of>papers|articles|works|studies|publications|ones|what else|who else|what|who),? "
    r"(?P<out>(?:other than|apart from|aside from|besides|except(?: for)?) "
    r"(?:(?!\b(?:that|which|who|whose)\b)[^.?!]){2,80}?),? "
    rf"(?={_VERBS}(?:e?s)?\b)",
    re.I,
)
# "Anything besides A that handles B", "any paper but A on B", of what is written like a name.
_NAMED = r"(?-i:[A-Z][\w-]*)(?: and (?-i:[A-Z][\w-]*))?"
_AMID_NAMED = re.compile(
    r"\b(?P<of>papers?|articles?|works?|studies|ones?|anything|something|everything) (?P<out>"
    rf"(?:but|other than|apart from|aside from|besides|except(?: for)?) "
    rf"(?!(?:not|no|without|from|by|for)\b){_NAMED}) "
    r"(?=(?:that|which|on|about|for|with|using)\b)",
    re.I,
)
# What is said of all papers after what some of them are not about.
_WHEN = (
    r"(?:(?:published|written|dated|out|appearing) )?(?:from|in|since|before|after|until|during)"
)
_YEAR = r"(?:the year )?(?:[a-z]+ )?(?:19|20)\d\d\b"
_WHENCE = r"(?:from|by|at|with authors (?:from|at)) (?-i:[A-Z])"
_OF_ALL = re.compile(rf"(?<!\bor)(?<!\band),? \b(?:{_WHEN} {_YEAR}|{_WHENCE}).*$", re.I)
_OF_ALL_APART = re.compile(
    rf", (?:and )?(?:{_WHEN} {_YEAR}|{_WHENCE}|published\b|written\b|dated\b).*$", re.I
)
# "Not from Bell Labs, with code, before 1970": what stands behind a comma is wanted.
_WANTED_AGAIN = re.compile(
    r"(?:\s*,)+\s*(?:(?:and|but) )?(?=(?:with|before|after|since|until|between|(?:in"
    r"|from) (?:the )?(?:year )?"
    r"(?:19|20)\d\d|in [A-Z][a-z]+ (?:19|20)\d\d)\b).*$"
)
# "Not written by A": the people, the place or the time are all that is excluded.
_SAID_OF = re.compile(
    r"(?:\s|\b(?:been|written|(?:co-?)?authored|published|released|produced|made|come|coming|came"
    r"|dated|appear(?:ed|ing)?|done|out|by|from|in|at|the|ones?|papers?|works?|anyone|anybody"
    r"|people)\b)*",
    re.I,
)
_NOT_DONE = re.compile(
    r"\b(?:(?:did|do|does|ha[sv]e?) (?P<who>(?-i:[A-Z])[^,.?!]{0,40}?) not"
    r"|(?:did|do|does|ha[sv]e?)n['’]t (?P<whom>(?-i:[A-Z])[^,.?!]{0,40}?)) "
    r"(?:(?:co-?)?(?:write|written|author(?:ed)?)|publish(?:ed)?|ma[dk]e|released?"
    r"|produced?|take part in|taken part in|work(?:ed)? on|contribute[d]? to)\b",
    re.I,
)
# "Neither A nor B, but C": what follows is wanted.
_BUT_STILL = re.compile(
    r",? \b(?:but|yet|and(?= (?:still|yet|nevertheless)\b))(?: (?:still|also|nevertheless|that"
    r"|which|they|do|does|are|is|instead))*(?= (?!(?:not|no|without|never|only|nor)\b)\w)",
    re.I,
)
_NOR_NOT = re.compile(
    r",? (?:(?:and|or|nor) )?not (?=(?:in|from|by|of|on|about)\b)|,? nor (?=\w)", re.I
)
_APART = re.compile(
    r"\b(?:but(?! (?:not|without|no)\b)|except|excluding|other than|apart from|aside from"
    r"|besides|minus|skip|outside|leave|leaving)\b",
    re.I,
)
# "Excluding A and B" leaves out each; "combining A and B" has them as one thing.
_EXCEPTED = re.compile(
    r"\b(?:except|excluding|other than|apart from|aside from|besides|minus|skip(?:ping)?"
    r"|leav(?:e|ing) (?:out|aside)|setting aside|not counting|ignoring)\b",
    re.I,
)
_AS_ONE = re.compile(
    r"\b(?:both|between|together|joint\w*|combin\w*|relat\w*|compar\w*|link\w*|interplay|trade-?offs?"
    r"|integrat\w*|that|which|who)\b",
    re.I,
)
_AND = re.compile(r",? and (?:also )?(?:(?:those|the ones|papers) )?(?:(?:on|about) )?(?=\w)", re.I)
_BE_IT = re.compile(r",\s*(?:be it|whether) [^,.?!]{1,80}? or [^,.?!]+", re.I)


# "Bearings (not the sliding ones): wear, noise": what is said behind it is wanted.
_ASIDE_AMID = re.compile(
    r"\s*\((?P<out>(?:not|but not|excluding|except)\b[^()]*)\)(?P<more>\s*(?::|\s[–—-]\s)[^.?!]*)"
)
# "Not the structural sort" is not structural.
_NOT_THE_SORT = re.compile(
    r"\b(?P<out>(?:but )?not|except|excluding) (?:of )?the (?P<what>[\w-]+) "
    r"(?:kind|type|variety|(?<=al )sort|(?<=ic )sort)(?=[\s.?!,;:)]*(?:$|[.?!,;:)]))",
    re.I,
)


def split_negation(text: str) -> tuple[str, str]:
    """The topic and what is excluded from it; what is only contrasted excludes nothing.

    Of a list each is excluded: "neither A nor B", "without A, B and C". What is excluded may
    stand first: "Apart from A, which papers …?".
    """
    text = _NOT_THE_SORT.sub(r"\g<out> \g<what>", text)
    text = _ASIDE_AMID.sub(r"\g<more>, \g<out>", text)
    text = _NEITHER.sub(r" not \g<one> or \g<other> ", text)
    text = " ".join(_NOT_DONE.sub(lambda m: f"not by {m['who'] or m['whom']}", text).split())
    if ahead := _AHEAD.match(text):
        return text[ahead.end() :], _each_of(ahead["what"])
    text = _last(text)
    text = _CONTRAST.sub(" ", _BE_IT.sub(" ", _REMARK.sub(" ", _ASIDE.sub(r", \1 ", text))))
    found = _WITHOUT.finditer(text)
    match = next((m for m in found if not _is_of_a_thing(text, m)), None)
    if not match:
        return text, ""
    lead = text[match.start() : match.start("what")]
    what, of_all = _of_some(lead, _NOR_NOT.sub(" or ", match["what"]))
    by = "by " if re.search(r"\bby\s+$", lead, re.I) else ""  # before a person's last name alone
    rest = f"{text[: match.start()]} {of_all} {text[match.end() :]}"
    return rest, _each_of(f"{by}{what}")


def each_excepted(text: str, excluded: str) -> str:
    """What a question excludes, with "A and B" as alternatives where it excepts both."""
    if not _EXCEPTED.search(text) or _AS_ONE.search(excluded):
        return excluded
    return _AND.sub(" or ", excluded)


def _last(text: str) -> str:
    """The text with what is excluded at its end: "non-LLM papers", "papers but A on B"."""
    if non := _NON.search(text):
        out, before, after = f"not about {non['what']}", text[: non.start()], text[non.end() :]
    elif amid := _AMID.search(text) or _AMID_NAMED.search(text):
        out = re.sub(r"^but\b", "except", amid["out"], flags=re.I)
        before, after = text[: amid.end("of")], text[amid.end() :]
    else:
        return text
    return f"{before.rstrip()} {after.strip(' .?!')}, {out}"


def _of_some(lead: str, what: str) -> tuple[str, str]:
    """What is excluded, and what after it is said of all papers.

    "Papers not about A from 2023" are of that year; of what is left out in "all but the papers
    on A from 2023", it is only after a comma.
    """
    of_all = _OF_ALL_APART if _APART.search(lead) else _OF_ALL
    if but := _BUT_STILL.search(what):
        return what[: but.start()], what[but.end() :]
    found = _WANTED_AGAIN.search(what) or of_all.search(what)
    if found is None or _SAID_OF.fullmatch(what, 0, found.start()):
        return what, ""
    return what[: found.start()], found.group()


def _each_of(what: str) -> str:
    """What is excluded, with "A, B and C" as alternatives."""
    return _LISTED.sub(lambda m: f"{m['items'].replace(', ', ' or ')}{m['one']} or ", what)


def _is_of_a_thing(text: str, match: re.Match[str]) -> bool:
    """Whether what is denied is denied of somebody or something in papers, and not of papers."""
    before = text[: match.start()]
    lacks = re.match(
        r"\W*(?:(?:that|which|who) )?(?:without|with no|ha(?:ve|s) no|having no)\b",
        match.group(),
        re.I,
    )
    return bool(_DENIED_OF.search(before) or (lacks and _PEOPLE_WITHOUT.search(before)))
