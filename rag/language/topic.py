"""What a question is about: its words less those that only say that papers are wanted."""

from __future__ import annotations

import re

from store.lexical import terms

_WITHOUT = re.compile(
    r"[,;]?\s*\b(?:(?:that|which|who|and|but)\s+)*"
    r"(?:(?:are|is|do|does)(?:n['’]t|\s+not)(?:\s+(?:purely|only|just|mainly|solely|all"
    r"|specially|specifically|especially|really|primarily|necessarily))?"
    r"(?=\s+(?:about|on|of|for|deal|us|based|invol|touch|aim|meant|concern|target|made|built"
    r"|name\b|list\b|include\b|mention\b))"
    r"|(?:have|has|having) nothing to do with|(?:leaving (?:out|aside)|skipping|ignoring|excluding)"
    r"|(?:with|have|has|having|contain(?:s|ing)?|us(?:e|es|ing)) no"
    r"|leave out|skip|minus"
    r"|but\s+(?:please |really |definitely )?(?:not|without|no)|and not|not|without"
    r"|outside(?: of)?|except(?: for)?"
    r"|other than|apart from)\b(?:\s+(?:the\s+)?(?:ones?\s+|those\s+)?"
    r"(?:of|for|about|on|in|by|us(?:e|ing)|touch(?:ing)?|deal(?:ing)? with|with|based on"
    r"|involv(?:e|ing)|name|list|include|mention|concerned with|aimed at"
    r"|(?:meant|made|built) for)\b)?\s+(?P<what>[^.?!]+)",
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
_SPARED = re.compile(
    r"\b(?:without|with no) (?:(?:any|further|additional|extra|more|having to|needing(?: to)?"
    r"|the need (?:for|to)) )*"
    r"(?:(?!using|touching|involving|dealing|being|having)(?:[a-z]+-)?[a-z]{3,}ing\b"
    r"|retrain|train|fine-?tune|(?:[a-z]+ )?loss\b)",
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
    r"(?=(?:which|what|who|is there|are there|do we|do you|does any|any"
    r"|show|list|find|give|name)\b)",
    re.I,
)
# "Not from Bell Labs, with code, before 1970": what stands behind a comma is wanted.
_WANTED_AGAIN = re.compile(
    r"(?:\s*,)+\s*(?:(?:and|but) )?(?=(?:with|before|after|since|until|between|(?:in"
    r"|from) (?:the )?(?:year )?"
    r"(?:19|20)\d\d|in [A-Z][a-z]+ (?:19|20)\d\d)\b)"
)
_ASIDE = re.compile(r"\s*\(((?:not|but|without|no|excluding|except|minus)\b[^()]*)\)")
_REMARK = re.compile(r"\s*\((?=[^()]*(?:\s[^()]*){2,})(?!not\b|but\b|without\b|no\b)[^()]*\)")
FILLERS = frozenset(
    """
which what whose who who's who’s show find give get tell name please pls me us we you i i'm
i’m do does did is are was were be been there any anything everything something all some other
else papers paper articles article works work publications publication studies study methods
method approaches approach systems system ones one techniques research titles records entries
projects here have has had of these those that this it its them they their our own the a an about
on to concerning regarding topic topics subject subjects collection library use uses using having
in go goes down up at as by from with both first second third newest oldest older newer latest
earliest altogether top two three four five six seven eight nine ten category categories came
come comes many can could would like want need try tries meant works working worked target targets
targeting targeted appeared write wrote writes written co-author
coauthor co-authored coauthored him her hers he she ours theirs ever
among amongst both dated recently posted collect published
contributed optimised optimized designed author authors somewhere
""".split()
)
_FILLER_PHRASES = (
    # Of "on list processing" it is the subject.
    r"(?<!\bon )(?<!\babout )(?<!\bfor )(?<!\bof )(?<!\bin )(?<!\bwith )(?<!\busing )list",
    r"(?:i['’]m|i am) interested in",
    r"in which",
    r"going by (?:the )?(?:[\w-]+ )?dates?",
    r"and (?:such|so on|the like)",
    r"what(?:['’]s| (?:has|have|is|was|were|do|did))? (?:been )?(?:you|we|they)? ?"
    r"(?:got|have|done|there)",
    r"(?:do|does|did) (?:we|you|they|i) (?:hold|own|keep)(?= (?:from|by|of|on|about|in)\b|\W*$)",
    r"(?:you|we|they|i)['’]ve(?: got)?",
    r"(?:in |from |of )?(?:any|whatever|whichever|no matter (?:the|which|what)) years?",
    r"who (?:looks?|works?|does|do) (?:at|on|into|that|this|it)(?: that| this| it)?",
    r"(?:how (?:do|does|can) (?:people|they|others|one) )?deal(?:s|ing)? with",
    r"everything (?:that )?(?:we|you|they|there) (?:have|has|is|are|got)",
    r"(?:benchmark|evaluat|experiment|measur)(?:s|e|es|ed|ing)? (?:with|on|against)",
    r"i\.e\.?",
    r"et al\.?",
    r"and (?:others|colleagues|co-?workers)",
    r"(?:which|that|who|them|those|these|papers|articles|works|ones) (?:do |does )?concern(?:s|ed)?"
    r"(?: with)?",
    r"stuff|in here|so-called|qualif(?:y|ies)|work(?:s|ing|ed)? out",
    r"(?:i(?: am|['’]m)|we(?: are|['’]re)) (?:collecting|gathering|reading up on|searching for"
    r"|hunting for|looking (?:into|for))",
    r"in (?:the|its) (?:broadest|widest|strict(?:est)?) sense|shows? up|and similar",
    r"tagged|comes? with|brand[- ]new|e\.g\.?|or so|related",
    r"makes? use",
    r"(?:an? )?(?:(?:handful|couple|bunch) of )?(?:sources|references|literature|evidence"
    r"|readings?)(?= (?:on|about|for|regarding|concerning|that)\b)",
    r"(?:can|could|would|will) you (?:please )?(?:pull|dig|gather|fetch|check|bring)\b(?: up| out)?"
    r"(?: (?:if|whether)\b)?",
    r"(?:i(?: am|['’]m) |we(?: are|['’]re) )?trying to (?:find out|figure out|see|learn)",
    r"(?:to )?(?:talk|read|speak)(?:s|ing)?(?= about\b)",
    r"as (?:an? |the |its |their )?(?:optimi[sz]ers?|tools?|means|basis)",
    r"in (?:the list|total)",
    r"(?:had|has|have|having) (?:a|their|his|her) (?:hand|part|share|name) (?:in|on)"
    r"|(?:took|takes?) part(?: in)?",
    r"(?:was|were|is|are|been) (?:involved|credited)(?: (?:in|on|with))?",
    r"co-?(?:write|writes|wrote|written|sign(?:ed)?)|penned|(?:bear|carr(?:y|ies)|bears|bearing) "
    r"(?:the|this|that) (?:date|name)(?: of)?",
    r"in (?:the|this|that|my|your|our) (?:whole )?(?:pile|stack|folder|set|bunch|batch|shelf|corpus"
    r"|bibliography|reading list)(?= of papers|\W*$)",
    r"(?:i|we)(?: would| should|['’]d)? (?:want|need|like|am looking for"
    r"|are looking for)(?: to see)?",
    r"rel(?:y|ies|ied|ying)(?: on)?",
    r"sth\.?",
    r"(?:came|comes?) out",
    r"(?:i(?: am|['’]m) |we(?: are|['’]re) )?(?:writing|preparing|working on|drafting|giving"
    r"|planning|putting together) (?:an?|my|our|the) (?:[\w-]+ )?(?:talk|survey|review|thesis"
    r"|report|essay|lecture|chapter|seminar|proposal|overview|tutorial)(?: (?:on|of|about))?",
    r"(?:should|could|can|must|do) (?:i|we|one) (?:read|look at|start with|begin with|cite|consult"
    r"|study)",
    r"point (?:me|us) (?:to(?:wards?)?|at)",
    r"(?:what|which|anything) (?:can|could|should) (?:i|we|one) (?:read|look at)"
    r"(?: (?:if|when|to|about|on))?",
    r"what (?:is|['’]s)(?: there)? in (?:the|this|your|our|my) (?:collection|library|list|pile)",
    r"(?:and )?if (?:yes|so|any),? (?:which|what)(?: (?:ones?|papers?|are they|is it))?",
    r"(?:experiments|evaluations|measurements) (?:were|was|are) (?:done|run|made|carried out"
    r"|performed|conducted)",
    r"and which",
    r"(?:of|in) (?:some|any) (?:kind|sort|form|way)",
    r"kind of",
    r"(?:most|more) recent(?:ly)?",
    r"how many",
    r"aim(?:ed|s)? at",
    r"(?:introduc|propos|present|describe|discuss|mention|involv|relat)\w*",
    r"(?:report|claim)(?:s|ed|ing)?",
)
# Words to begin with that are a subject elsewhere.
_OPENING = re.compile(
    r"^\W*(?:(?:search(?: for)?|pull(?: up| out)?|dig(?: up| out)|fetch|gather|look up"
    r"|topics?|subjects?)\b(?: for)?:?)(?= .)",
    re.I,
)
_EITHER = "|".join((*_FILLER_PHRASES, *map(re.escape, sorted(FILLERS, reverse=True))))
_FILLER = re.compile(
    rf"(?<![\w-])(?:{_EITHER})(?![\w-])",
    re.I,
)

_ITEM = r"[\w/-]+(?: [\w/-]+){0,2}"
_NOR_NOT = re.compile(r",? (?:(?:and|or|nor) )?not (?=(?:in|from|by|of|on|about)\b)", re.I)
_LISTED = re.compile(rf"(?P<items>(?:{_ITEM}, ){{1,20}})(?P<one>{_ITEM}?),? and (?=\w)", re.I)
_NEITHER = re.compile(
    rf"\b(?:(?:that|which|are|is|do|use) )*(?:about )?neither (?P<one>{_ITEM}?),? nor "
    rf"(?:(?:by|about|on|from|in) )?(?P<other>{_ITEM})",
    re.I,
)
_BE_IT = re.compile(r",\s*(?:be it|whether) [^,.?!]{1,80}? or [^,.?!]+", re.I)


def is_done_without(text: str) -> bool:
    """Whether an exclusion is of an effort that a paper may say it spares: "without retraining"."""
    return _SPARED.search(text) is not None


def split_negation(text: str) -> tuple[str, str]:
    """The topic and what is excluded from it; what is only contrasted excludes nothing.

    Of a list each is excluded: "neither A nor B", "without A, B and C". What is excluded may
    stand first: "Apart from A, which papers …?".
    """
    text = _NEITHER.sub(r" not \g<one> or \g<other> ", text)
    if ahead := _AHEAD.match(text):
        return text[ahead.end() :], _each_of(ahead["what"])
    text = _CONTRAST.sub(" ", _BE_IT.sub(" ", _REMARK.sub(" ", _ASIDE.sub(r", \1 ", text))))
    found = _WITHOUT.finditer(text)
    match = next((m for m in found if not _is_of_a_thing(text, m)), None)
    if not match:
        return text, ""
    by = "by " if re.search(r"\bby\s+$", text[match.start() : match.start("what")], re.I) else ""
    again = _WANTED_AGAIN.search(match["what"])
    end = match.start("what") + again.start() if again else match.end()
    what = f"{by}{text[match.start('what') : end]}"  # a last name alone is a person's after "by"
    return f"{text[: match.start()]} {text[end:]}", _each_of(what)


def _each_of(what: str) -> str:
    """What is excluded, with "A, B and C" as alternatives."""
    what = _NOR_NOT.sub(" or ", what)
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


def topic_of(text: str) -> str:
    """The words that say what a paper must be about; none where only small words are left."""
    text = _OPENING.sub(" ", text, count=1)
    stripped = re.sub(r"['’]s\b|\(\s*\)", " ", _FILLER.sub(" ", text))
    topic = re.sub(r"[?!,;:\"]|\.(?=\s|$)|(?<=\s)-(?=\s)", " ", stripped)
    topic = re.sub(r"^(?:\W*\b(?:and|but|or)\b)+|(?:\b(?:and|but|or)\b\W*)+$", " ", topic.strip())
    topic = re.sub(r"\b(and|or)(?: (?:and|or)\b)+", r"\1", " ".join(topic.split()))
    return topic if terms(topic) else ""
