"""How people word questions: the patterns that tell one kind from another."""

from __future__ import annotations

import re

SETS = (
    r"(?:papers?|articles?|works?|publications?|stud(?:y|ies)|methods?|approach(?:es)?|systems?"
    r"|ones?|techniques|research|titles?|records?|entries|projects)"
)
INTRODUCES = re.compile(
    r"\b(?:introduce|propose|present|build|develop|contribute|construct|create|design)s?\b "
    r"(?:(?:an?|the|any|some|new|novel|their|its|own|first) )*(?!methods?\b|approach|systems?\b"
    r"|techniques?\b|ways?\b|work\b|solutions?\b|frameworks?\b|algorithms?\b|results?\b)\w"
    r"|\bcomes? with (?:an? )?(?:brand[- ]new|new|novel)\b|\bof (?:their|its) own\b",
    re.I,
)
USES = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|benchmark(?:s|ed)? on|builds? (?:up)?on|report(?:s|ed|ing)?|evaluat\w*"
    r"|test(?:s|ed)?(?![ -]time)|results?"
    r"|rel(?:y|ies|ying)|employ\w*|mention\w*|savings?|saves?|compar(?:e|es|ed|ing)|adopt\w*"
    r"|leverag\w*|exploit\w*|appl(?:y|ies)|beats?|outperform\w*|measured?|experiments?)\b",
    re.I,
)
COMPARE = re.compile(
    r"\bvs\b|\bversus\b|\bcompar|\bdiffer|\bcontrast|\bapart from\b|\bdistinguish|\bor\b"
    r"|\b(?:they|each|both|two)\b|\bsame\b|\brelate|\bin common\b|\bsimilar",
    re.I,
)
COMPARE_PAPER = re.compile(
    r"(?:\bvs\b|\bversus\b|\bcompar|\bdiffer|\bcontrast|\bapart from\b).*\bpaper\b"
    r"|\bpaper\b.*(?:\bvs\b|\bversus\b|\bcompar|\bdiffer|\bcontrast)",
    re.I,
)
SUMMARY_OF_ONE = re.compile(
    r"(?=.*\bthe [\w -]*(?:paper|work|benchmark|method|system)\b)"
    r".*\b(?:summ?ar(?:y|i[sz]e)|sum up|tl;?dr|gist|overview|explain|describe)\b",
    re.I,
)
SUMMARY = re.compile(
    r"\bsumm?ar(?:y|i[sz]e)|\bsum up\b|\btl;?dr\b|\bgist\b|\boverview\b|\babout\s*[?.!]*$"
    r"|\bexplain\b|\btell me (?:more )?about\b|\bdescribe\b|\bmain (?:idea|point|contribution)"
    r"|\bkey (?:idea|contribution)|\bin a nutshell\b|\bshort (?:version|account)\b"
    r"|^\s*what(?:['’]s| is| are| does)\s*(?:the paper\s*)?(?:do|propose|present)?\s*[?.!]*$",
    re.I,
)
LIST = re.compile(
    rf"\b(?:which|what|whose|list|show|find|give|get|any|all|are there|is there|name|other)\b"
    rf"[^,.?]{{0,40}}\b{SETS}\b(?! (?:does|did)\b)"
    r"|^\W*(?:(?:the|all|any|more|some) )?[\w\s/&+-]{0,60}"
    r"\b(?:papers|works?|articles|publications)\b"
    rf"|^\W*{SETS} (?:on|about|that|which|with|by|from|in|using|for|of|where|before|after|between"
    r")\b"
    r"|^\W*(?:list|show|find|everything|anything|something)\b"
    r"|\bwhat['’]s there\b|\bremember (?:an?|the|some) papers?\b"
    r"|(?:^|[:;,.?!])\W*who (?!is\b|was\b|wrote\b|has\b|does\b"
    r"|published\b|made\b)[a-z]+s\b"
    r"|\bwhat (?:did (?:we|you|they) collect|have (?:we|you|they) got|do (?:we|you|they) have"
    r"|is there|came out|else|was published|['’]s there"
    r"|(?:is|was|were|has been|have been) (?:done|written|known|published) (?:on|about|with|in))\b"
    r"|^\W*where (?:is|are|was|were) [^,.?]{3,50} (?:used|applied|employed|adopted)\b"
    r"|\bwho (?:looks|works) (?:at|on|into)\b"
    r"|\b(?:is|are) there (?:any(?:thing|one|body)?|some(?:thing|one)?|work)\b"
    r"|\bdoes any(?:one|body)?\b"
    r"|\bdo any\b|\bany of (?:them|these|those)\b|^\W*who(?:['’]s| is| else| has| have)? "
    r"(?:us|work|do|deal|report|make|propos|stud|train|quanti|need|build|try|tri)"
    r"|\bwho does (?:that|this|it|so)\b"
    r"|\bwhich (?:of (?:them|these|those)|ones?|deal|rely|use|do|are)\b"
    r"|\bpreparing a (?:talk|survey|review)\b",
    re.I,
)
COUNT = re.compile(
    rf"\bhow many (?:of (?:the|these|those|them|all) ?)?(?:(?:[\w-]+ ){{0,3}}?{SETS}\b"
    r"|are|is that|have)(?:\b|$)"
    rf"|\bnumber of (?:[\w-]+ ){{0,3}}{SETS}\b|\bcount the\b",
    re.I,
)
HOW_MANY_THINGS = re.compile(rf"\bhow many (?!{SETS}\b|of\b|are\b|is\b|have\b|do\b)", re.I)
MOST_YEAR = re.compile(r"\b(?:which|what) year\b.*\bmost\b|\bmost\b.*\bper year\b", re.I)
ASKS = (
    (
        "authors",
        re.compile(
            r"\b(?:who (?:wrote|is behind|are (?:the )?authors|authored|made|published)"
            r"|whose|authors?\b(?! use)|written by|who(?:['’]s| is) (?:the )?(?:first )?author)",
            re.I,
        ),
    ),
    (
        "date",
        re.compile(
            r"\bwhen\b(?=.*\b(?:publish|come out|came out|appear|written|released|out|posted|date))"
            r"|\b(?:what|which) (?:year|date|month|day)\b|\bdate of\b|\bhow (?:old|recent)\b"
            r"|\b(?:came|come|published|appeared) (?:out )?(?:first|earlier|later)\b",
            re.I,
        ),
    ),
    ("category", re.compile(r"\bcategor(?:y|ies)\b", re.I)),
    (
        "organisations",
        re.compile(
            r"\b(?:organi[sz]ations?|institutions?|affiliations?|affiliated|universit(?:y|ies)|lab)\b"
            r"|\bwhere .*\bauthors?\b.* (?:work|from)\b|\bwhich compan",
            re.I,
        ),
    ),
    (
        "code",
        re.compile(
            r"\bcode (?:available|released|public|flag|online|open)"
            r"|^\W*(?:and |is there )?(?:the |any )?code (?:for|of)\b"
            r"|\b(?:have|has|with|is there|is the|provide|release) "
            r"(?:any |the |its |public )*code\b|\bopen[- ]source",
            re.I,
        ),
    ),
    ("title", re.compile(r"\bwhat(?:['’]s| is) the (?:full )?title\b|\bfull title\b", re.I)),
)
ASKS_MORE = re.compile(r"\b(?:licen[cs]e|language|where|who|how many|which|how much|lines)\b", re.I)
ASKING = re.compile(
    r"^\W*(?:(?:and|but|so|then|on|in|by|for|with|from|at|to|of|against|under) )?(?:what|which|who"
    r"|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|should|has"
    r"|have|tell|write|explain|ignore|give|make|say|print|sing|translate|compute|act|pretend|help)\b"
    r"|\b(?:what|why|how|when|where|whom|tell me)\b"
    r"(?! (?:do|does|can|could) (?:people|they|others|one))"
    r"|(?<!of )\bwho(?! else)\b|[,;:–-]\s*(?:is|are|do|does|did|which|can)\b"
    r"|['’]s (?:the|an?|your)\b|\d+\s*[*+/×]\s*\d+",
    re.I,
)
