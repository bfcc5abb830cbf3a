"""What a question asks for, a number, a name, a reason, and which sentences have such a thing."""

from __future__ import annotations

import re

from rag.evidence.outright import gives_outright
from rag.evidence.quantity import counted_in, gives_count
from rag.language.instances import asked_kind
from rag.language.numbers import WORDS
from rag.language.words import GENERIC
from store.lexical import terms

_RATIO_ASKED = re.compile(
    r"\b(?:faster|quicker|speed-?ups?|speed|times|factor|how fast|accelerat\w+)\b", re.I
)
_HOW_MUCH = re.compile(
    r"\bhow (?:many|much|high|large|big|long|far|fast|small|good|well|low|often|old|late)\b", re.I
)
# What has a figure may be asked of without asking for the figure: "why is the latency poor?".
_OTHERWISE = re.compile(
    r"^\W*(?:and |but |so )?(?:why|who|where|how (?:do|does|did|can|could|is|are|was|were|has|have)"
    r"|does|do|did|is|are|was|were|can|could|has|have|will|may|must|should)\b",
    re.I,
)
_MEASURED = re.compile(
    r"\b(?:speed-?ups?|accuracy|score|rate|percent\w*|share|factor|figure|number|size|gain|gains"
    r"|reduction|improvement|recall|precision|perplexity|throughput|latency|pass@\d|cost|points"
    r"|values?|count"
    r"|faster|quicker|slower|times)\b",
    re.I,
)
_NUMBER = re.compile(
    r"(?<![A-Za-z\d_.-])\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|single|twice|half"
    r"|dozens?|million|billion)\b|orders? of magnitude",
    re.I,
)
_RATIO = re.compile(
    r"\d\s*\$?\s*(?:\\times|[x×]\b|X\b|-?fold)|orders? of magnitude|\d\s*times|faster|speedup", re.I
)
_A_NAME = r"(?<=[\w,;] )(?:[A-Z][\w+#-]*[A-Z\d+#][\w+#-]*|[A-Z][a-z]+)\b"
_COINED = r"[A-Z][\w@-]*[A-Z@\d][\w@-]*"
# What is asked -> what a sentence with such a thing looks like, and what that is worth beside the
# words in common; the first that is asked for counts.
_KINDS: tuple[tuple[str, str, float], ...] = (
    (
        r"\b(?:which|what|who|whom)\b[^?]*\b(?:beat|beats|beaten|outperform\w*|outrun\w*|outdo(?:es)?"
        r"|outpace\w*|surpass\w*|overtake\w*|competitors?|rivals?|baselines?)\b",
        r"\b(?:[Oo]utperform\w*|[Ss]urpass\w*|[Bb]eat\w*|[Ee]xceed\w*|over|than|compared|against|versus)\b"
        r".*?(?<=[ (])[A-Z][\w-]*[A-Za-z\d]",
        0.5,
    ),
    (
        r"\b(?:since when|when (?:was|were|did|has|have)|in (?:which|what) (?:year|decade))\b"
        r"|^\W*(?:and )?when\W*$",
        r"(?<![\d.])(?:1[5-9]|20)\d\d(?:s\b|(?![\d.]\d))",
        1.0,
    ),
    (
        r"\bwhat(?:['’]s| is| was| are| were)? (?:the|its|their) (?:[\w-]+ )?names?\b"
        r"|\bnames? (?:of|for) (?:the|its|their|this|that)\b|\b(?:called|named|dubbed)\W*$"
        r"|\bwhat do(?:es)? (?:they|it|the authors) call\b|\bgo(?:es)? by (?:what|which) name\b",
        r"(?i:\b(?:called|named|dubbed|termed)\b(?! (?:for|on|by)\b))"
        r"|\b(?:[Pp]resents?|[Ii]ntroduc\w+|[Pp]ropos\w+|[Dd]evelop(?:ed)?|[Ii]mplement\w*"
        rf"|[Bb]uil[dt])\b.{{0,60}}?\b{_COINED}"
        rf"|[a-z], {_COINED}(?=[,.(]| which| that)"
        r"|\b(?:tool|system|prototype|framework|language)s? [A-Z][\w-]+",
        0.5,
    ),
    (
        r"\b(?:which|what) (?:[\w-]+ ){0,2}?(?:languages?|computers?|machines?|hardware|gpus?|cpus?"
        r"|processors?|devices?|data ?sets?|benchmarks?|models?|compan(?:y|ies)|search engine"
        r"|countr(?:y|ies))\b",
        _A_NAME,
        0.5,
    ),
    (
        r"\b(?:which|what) (?:[\w-]+ ){0,2}?(?:disciplines?|domains?|fields?|areas?"
        r"|branch(?:es)?)\b(?! of\b)",
        r"\b(?:domains?|fields?|areas?|disciplines?|borrow\w*|inspir\w*|adapt(?:s|ed|ing)"
        r"|transferr?\w*)\b",
        0.5,
    ),
    (
        r"\bwhere\b[^.?!]*\bfrom\b|\b(?:from|out of) (?:where|which|what)\b"
        r"|\b(?:what|which) [^.?!]*\bfrom\W*$|\bsources?\b",
        r"\b(?:from|extract\w*|deriv\w*|collect\w*|obtain\w*|crawl\w*|sourc\w*|drawn|recruit\w*"
        r"|databases?|registr(?:y|ies)|claims|sample of)\b",
        0.3,
    ),
    (
        r"\bhypothes[ie]s\b",
        r"\bhypothes[ie]s (?:that|is|was|of)\b|\bhypothesi[sz]e\b|\b(?:suspect|conjectur|assum)\w*"
        r" that\b",
        0.5,
    ),
    (
        r"\b(?:suspect|hypothesi[sz]|assum|presum|conjectur|suppos)(?:s|e|es|ed|ing)?\b",
        r"\b(?:hypothes\w+|suspect\w*|assum\w+|conjectur\w*|attribut\w+|insufficien\w+)\b",
        0.5,
    ),
    (
        r"\bwhy\b|\b(?:reasons?|causes?|caused|blam\w+|responsible"
        r"|explanations?)\b|\bwhat makes?\b",
        r"\b(?:because|due to|owing to|caus\w+|attribut\w+|hypothes\w+|reasons?|stems? from"
        r"|results? (?:from|in)|leads? to|leading to|so that|so as|in order to|cannot|unable"
        r"|effect|purpose|aims?|goals?|objectives?|to (?:prevent|avoid|keep|eliminate))\b",
        0.5,
    ),
    (
        r"\bwrong with\b|\b(?:drawback|shortcoming|weakness|limitation|downside|disadvantage|flaw)"
        r"(?:s|es)?\b",
        r"\b(?:lack\w*|suffer\w*|fail\w*|limit\w*|struggl\w*|in(?:efficien|accura|flexib|sufficien)\w*"
        r"|cannot|unable|overhead|poor\w*|slow\w*|costly|expensive|hinder\w*|short of|restrict\w*"
        r"|difficult\w*|neglect\w*|overlook\w*|ignor\w*|drawback\w*|issues?|unstable|prone)\b",
        0.5,
    ),
    (
        r"\b(?:what|which)\b[^?]*\b(?:no longer|not (?:be )?(?:need|requir|necess)\w*"
        r"|unnecessary|unneeded"
        r"|superfluous|obsolete|redundant|(?:do|does|done|go|gets?) (?:away with|without)"
        r"|dispens\w+"
        r"|skipped|left out|spared)\b",
        r"\b(?:bypass\w*|eliminat\w*|without|no longer|avoid\w*|obviat\w*|skip\w*|unnecessary"
        r"|remov\w+"
        r"|dispens\w+|omit\w*|spar(?:es?|ed|ing))\b",
        0.7,
    ),
    (
        r"\bwhat (?:role|part|function|job)\b|\bwhat (?:is|was) the (?:role|function|job) of\b"
        r"|\b(?:role|function|job) of\b.*\bwhat\b",
        r"\b(?:acts?|acted|acting|serv\w+|functions?|works?|used|plays?|take\w*) (?:\w+ )?(?:as"
        r"|the role)\b",
        0.5,
    ),
    (
        r"\bas (?:what|which)\b",
        r"\bas an?\b|\b(?:formulat|cast|treat|view|model|regard|reframe)\w* ",
        0.5,
    ),
    (
        r"\bgranularit\w+\b|\b(?:at|on) (?:what|which) levels?\b",
        r"[- ]wise\b|\bper[- ]|[- ]level\b|[- ]grained\b|\beach\b",
        0.5,
    ),
    (
        r"\bwhat(?:['’]?s| is| are| was| were) the (?:[\w-]+ )?(?:conditions?|prerequisites?"
        r"|requirements?|proviso)\b|\b(?:on|under) (?:what|which) conditions?\b"
        r"|\bwhat must (?:hold|be true)\b",
        r"\b(?:(?:so|as) long as|provided|if|unless|whenever|only when|conditions?|requires?)\b",
        0.7,
    ),
    (
        r"\bwhen (?:do|does|should|is|are|can|must|will|would)\b|\b(?:under|in) (?:what|which)"
        r" (?:circumstances|conditions?|cases?)\b"
        r"|\b(?:so|as) long as what\b",
        r"\b(?:when(?:ever)?|if|unless|in (?:the )?cases?|provided|only|(?:so|as) long as)\b",
        0.3,
    ),
    (
        r"\b(?:which|what)\b[^.?!]*\b(?:best|better|worst|fastest|most|least)\b",
        r"\b(?:best|better|superior|outperform\w*|worst|most|least|[a-z]{3,}est)\b",
        0.3,
    ),
    (
        r"\b(?:what|which) (?:did|do|does|has|have|was|were|are|is|can|be)\b.*\b(?:f[io]und|finds?"
        r"|conclu\w+|show|showed|shown|discover\w*|learn\w*|results?|findings?|outcomes?"
        r"|come out)\b"
        r"|\b(?:results?|findings?|conclusions?|outcomes?) (?:of|from|in)\b",
        r"^(?:results?|conclusions?|findings)\b|\bconclu\w+|\bwe (?:find|found|show|showed)\b"
        r"|\b(?:results?|findings?|experiments?|evaluations?|analys[ei]s|data|study) (?:\w+ )?"
        r"(?:show|indicat|suggest|reveal|demonstrat|support|confirm|identif|yield|resulted)"
        r"|\b(?:was|were) (?:found|observed|associated|significant)\b|\brevealed\b"
        r"|\b(?:achiev|outperform|surpass)\w*",
        0.5,
    ),
    (
        r"^\W*who(?:m|se)?\b",
        r"\b[A-Z][a-z]+,? (?:[A-Z]\.,? ?)?[A-Z][a-z]+\b|\b[A-Z]\. ?[A-Z][a-z]+",
        0.3,
    ),
    (
        r"^\W*how (?:do|does|did|can|is|are|was|were)\b"
        r"|\b(?:by|through|with) (?:what|which) (?:kind|sort|type|means|way)s?\b",
        r"\b(?:by|via|through)\b|\b(?:us(?:es|ed|ing)|employ\w*|leverag\w*|utiliz\w*|introduc\w*"
        r"|propos\w*|mechanism|technique|transform\w*)\b",
        0.2,
    ),
)
_TABLE = tuple(
    (re.compile(asked, re.I), re.compile(has, re.I if has.islower() else 0), worth)
    for asked, has, worth in _KINDS
)
# "Which three stages?" is answered where three are spoken of.
_SO_MANY = re.compile(rf"\b(?:which|what) (?P<number>{'|'.join(WORDS[2:])}|[2-9])\b", re.I)
_AS_MANY = 0.7
_OF_OTHERS = 0.7  # what a number is worth that counts other things than those asked for
# "Which equations …?" is answered by "Poisson's equation", "courses such as …".
_OF_A_KIND = re.compile(
    r"\b(?:which|what) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]{3,})s"
    r" (?:do|does|did|is|are|was|were|has|have|can|could|the|its|it|they)\b",
    re.I,
)
_INSTANCES = r"(?<!^)\b[A-Z][\w’'-]* (?:[\w-]+ )?{0}s?\b|\b{0}s?,? (?:[A-Z]|such as|including|like)"
_INSTANCE = 0.3
_FOCUS = re.compile(
    r"\bhow many (?!times|more|fell\b|won\b|lost\b|stood\b|rose\b|kept\b)(?P<many>[\w-]+)"
    r"|\b(?:what|which) (?P<what>(?:[\w-]+ ){0,3}?[\w-]+) "
    r"(?:do|does|did|is|are|was|were|has|have)\b"
    r"|\b(?:what|which) (?P<plural>(?:[a-z-]+ ){0,2}?[a-z-]{3,}s) "
    r"(?=took\b|take\b|gave\b|made\b|[a-z]{3,}ed\b)"
    r"|^\W*(?:please )?(?:state|give|report|quote|provide|name) (?:me |us )?(?:the|its|their) "
    r"(?P<told>(?:[\w-]+ ){0,3}?[\w-]+) (?:of|for|on|in|that|which|reached|achieved)\b",
    re.I,
)


def focus_of(question: str) -> list[str]:
    """The terms of the thing asked for: "batch", "size" of "What batch size does it use?"."""
    match = _FOCUS.search(question)
    asked = next(filter(None, match.groups()), "") if match else ""
    return [term for term in terms(asked, joined=False) if term not in GENERIC]


def expected(question: str, sentence: str) -> float:
    """How far the sentence has the sort of thing asked for: 1 a ratio or number, less a reason."""
    given = gives_outright(question, sentence)
    if given is not None:
        return float(given)
    otherwise = _OTHERWISE.match(question)
    if _RATIO_ASKED.search(question) and not otherwise:
        return 1.0 if _RATIO.search(sentence) and _NUMBER.search(sentence) else 0.0
    if _HOW_MUCH.search(question) or (_MEASURED.search(question) and not otherwise):
        if not _NUMBER.search(sentence):
            return 0.0
        counted = counted_in(question)
        return 1.0 if not counted or gives_count(counted, sentence) else _OF_OTHERS
    if kind := asked_kind(question):
        return 1.0 if kind[1].search(sentence) else 0.0
    if (many := _SO_MANY.search(question)) and _counts_so_many(many["number"], sentence):
        return _AS_MANY
    for asked, has, worth in _TABLE:
        if asked.search(question):
            return worth if has.search(sentence) else 0.0
    if own := _OF_A_KIND.search(question):
        return _INSTANCE if re.search(_INSTANCES.format(own["noun"]), sentence) else 0.0
    return 0.0


def _counts_so_many(number: str, sentence: str) -> bool:
    """Whether a sentence has a number that is written as a word or as a figure."""
    place = WORDS.index(number.lower()) if number.lower() in WORDS else int(number)
    return re.search(rf"\b(?:{WORDS[place]}|{place})\b(?![.,%]\d)", sentence, re.I) is not None
