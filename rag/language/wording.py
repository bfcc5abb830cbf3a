"""How people word questions: the patterns that tell one kind from another."""

from __future__ import annotations

import re

SETS = (
    r"(?<!-)(?:papers?|articles?|works?|publications?|stud(?:y|ies)|methods?|approach(?:es)?|systems?"
    r"|ones?(?! (?:year|month|week|day|hour|minute|time|hundred|thousand|million)s?\b)"
    r"|techniques|research|titles?|records?|entries|projects)"
)
HELD = r"(?:material|stuff|literature|holdings|contents?)"
"""What a library has, as a whole or a part of it, in words that count no papers."""
COMPARE = re.compile(
    r"\bvs\b|\bversus\b|\bcompar|\bdiffer|\bcontrast|\bapart from\b|\bdistinguish|\bor\b"
    r"|\b(?:they|each|both|two|three)\b|\bsame\b|\brelate|\bin common\b|\bsimilar|\bside by side\b"
    r"|\bagainst\b|\bwhat(?:['’]s| is| has| have| was)? (?:been |is )?(?:chang\w+|new\b"
    r"|improved\b|added\b)"
    r"|\b(?:better|worse|faster|slower|stronger) than\b|\bpros and cons\b|\bwhich\b",
    re.I,
)
# "How many variants are compared in the paper on salt?" sets no papers side by side.
ARE_COMPARED = re.compile(
    r"\b(?:how many|which|what) (?!of\b)(?!papers|articles|works)(?:[\w-]+ ){1,4}"
    r"(?:is|are|was|were) compared\b(?! (?:with|to|and)\b)",
    re.I,
)
CONTRASTS = re.compile(r"\b(?:vs|versus|compar\w*|differ\w*|contrast\w*)\b", re.I)
PAPERS = re.compile(
    r"\b(?:which|what|any|all|list|show|find|other|how many|more|are there)\b"
    r" (?:(?!paper)[\w-]+ ){0,2}?(?:papers|articles|publications)\b|^\W*papers\b",
    re.I,
)
PAPERS_ABOUT = re.compile(  # "Which papers are about SPANN?", its name taken out
    r"\b(?:papers|articles|publications)\b(?: (?:that|which))?(?: (?:are|were|do|deal|speak))?"
    r" (?:about|on|with|of)\W*$",
    re.I,
)
PAPER_KIND = (  # what people call one paper of a list, however they call all of them
    r"(?:paper|article|study|report|review|survey|trial|experiment|book)"
)
PAPER_KINDS = (  # what people call single papers by what kind of paper they are
    r"(?:papers?|articles?|stud(?:y|ies)|reports?|meta-?analys[ie]s|reviews?|surveys?|trials?"
    r"|pilots?|case(?: reports?| stud(?:y|ies))?|comments?|reply|replies|rejoinders?|critiques?"
    r"|replications?|essays?|theses|thesis|notes?|letters?)"
)
COMPARE_PAPER = re.compile(
    r"(?:\bvs\b|\bversus\b|\bcompar|\bdiffer|\bcontrast|\bapart from\b).*\bpaper\b"
    r"|\bpaper\b.*(?:\bvs\b|\bversus\b|\bcompar|\bdiffer|\bcontrast)",
    re.I,
)
OF_ITS_DOING = re.compile(r"^\W*(?:(?:in|by) \w+,? )?what (?:did|does|do)\b", re.I)
NO_MORE = re.compile(r"(?:\W|\b(?:and|or)\b)*$", re.I)
"""What is left of a question that names papers and asks nothing of them."""
# "Which disks are examples in the study of …?" asks for disks.
_OF_ONE = (
    r"\bbelongs? to\b|\b(?:in|on|from|by|for|with|at|to|as|behind) "
    r"(?:the|this|that|its|their) (?![\w-]*papers)|(?<=[a-z]) of an? (?![\w-]*paper)"
)
# What papers do: "which target CPUs?" asks for papers, "which type of policy gave …?" does not.
_DO = (
    r"(?:address|aim|analy[sz]e|apply|avoid|beat|build|combine|compare|compress|concern|consider|cover"
    r"|describe|develop|discuss|evaluate|examine|explore|extend|focus|handle|improve|introduce"
    r"|investigate|involve|learn|look|make|measure|mention|need|offer|present|propose|prove|prune"
    r"|quanti[sz]e|reduce|report|require|run|scale|show|solve|speak|speed|study|support|tackle|talk"
    r"|target|test|touch|train|treat|try|tune|work)"
)
LIST = re.compile(
    rf"\b(?:which|what(?!(?:['’]s| is| was| does| did) (?:the|its|this|that|their)\b"
    r"| (?:do|does|did|would|will) (?:one|each|every|an?|it|this|that)\b)"
    rf"|whose|list|show|find|give (?:me|us)|any|all|are there|is there|other)\b"
    # "What story does the T-MAC paper tell?" asks for the story.
    r"(?! (?:(?!papers|articles|works|ones)[\w-]+ ){1,3}(?:does|did) (?:the|this|that)"
    r" (?!library|collection))"
    rf"(?:(?!{_OF_ONE})[^,.?]){{0,40}}\b{SETS}\b(?! (?:does|did|should|would)\b)"
    r"|^\W*(?!how|why|when|where|do|does|did|can|is|are|was|according"
    r"|who\b.*\bthe [\w.+-]+ works?\W*$|who (?:fund|paid|financ|sponsor|support))"
    r"(?:(?:the|all|any|more|some) )?"
    r"[\w\s/&+-]{0,60}"
    r"\b(?:papers|works?(?! (?:at|well|best|only|without)\b)|articles|publications)\b"
    rf"|^\W*{SETS} (?:on|about|that|which|with|by|from|in|using|for|of|where|before|after|between"
    r")\b"
    rf"|^\W*(?:give|get|name)\b[^,.?]{{0,40}}\b{SETS}\b"
    r"|^\W*(?:list|show|find|everything|anything|something)\b"
    r"|^\W*(?:is|are|has|have|was|were) any(?:one|body|thing)\b|\banywhere\b|\brelated\W*$"
    r"|\bwhat (?:has |have )?appeared\b|\bwhere (?:are|is|was|were) (?:they|it) (?:used|applied)\b"
    r"|\b(?:i|we)(?: would|['’]d)? (?:want|need|like|am looking for|are looking for)"
    r"(?: [\w-]+){0,2} (?:papers|articles|works|publications)\b"
    r"|\bwhat['’]s there\b|\bremember (?:an?|the|some) papers?\b"
    r"|^\W*where (?:do|did) (?:the )?(?:authors|researchers|people|they)\b"
    r"|(?:^|[:;,.?!]|\s[–-]\s)\W*who (?!is\b|was\b|wrote\b|has\b|does\b"
    r"|published\b|made\b)[a-z]+s\b"
    r"|\bwhat (?:did (?:we|you|they) collect|have (?:we|you|they) got|do (?:we|you|they) have"
    r"|is there|came out(?! of\b)|else|was published|['’]s there"
    r"|(?:is|was|were|has been|have been) (?:done|written|known|published) (?:on|about|with|in))\b"
    r"|^\W*which "
    rf"(?:(?:of (?:the )?)?(?:abstracts|authors|groups|teams|people|researchers)|{_DO})\b"
    r"(?!.*\b(?:does|do|did|is|are|was|were|has|have|had|can|could|will|would)\b)"
    r"|^\W*how (?:do|does|can|could) (?:people|others|one|researchers|papers|methods|systems)\b"
    r"|^\W*how (?:can|could) (?!i\b|you\b|we\b)[^,.?]+ be (?:made )?\w+"
    r"|^\W*where (?:is|are|was|were) [^,.?]{3,50} (?:used|applied|employed|adopted)\b"
    r"|\bwho (?:looks|works) (?:at|on|into)\b"
    r"|\b(?:is|are) there (?:any(?:thing|one|body)?|some(?:thing|one)?|work)\b"
    r"|\b(?:do|does|did|ha(?:s|ve)) any(?:one|body)?\b"
    r"|\bany of (?:them|these|those|this)\b|^\W*who(?:['’]s| is| else| has| have)? "
    r"(?:us|work|do|deal|report|make|propos|stud|train|quanti|need|build|try|tri)"
    r"|\bwho does (?:that|this|it|so)\b"
    r"|\bwhich (?:of (?:them|these|those)|ones?|deal|rely|use|do|are)\b"
    r"|\b(?:do|does) (?:you|we|it|(?:the|this) (?:library|collection)) (?:have|contain|hold|cover)"
    r" (?:any(?:thing)?|some(?:thing)?|papers?|work)\b"
    r"|\bwhat (?:do|does) (?:(?:the|this|your|our|my) )?(?:you|we|they|library|collection|list"
    r"|pile) (?:have|contain|hold|offer|say) (?:on|about)\b"
    r"|\bwhich (?:papers|articles|works|ones|publications) (?:should|could|can|must) (?:i|we|one)"
    r" (?:read|look|start|begin|cite|consult|study)\b"
    r"|^\W*(?:which|what) (?:experiments|evaluations|measurements) (?:were|was|are) (?:done|run"
    r"|made|carried out|performed|conducted) (?:on|with|in|using)\b"
    r"|^\W*(?:in|for|from|by|with|on|at) which (?:of (?:the|these|those|your|our) )?(?:[\w-]+ )?"
    r"(?:papers|studies|articles|works|publications)\b"
    r"|\bwhat(?: is|['’]s)(?: there)? in (?:the|this|your|our|my) (?:collection|library|list"
    r"|pile)\b|\b(?:what|which) (?:can|could|should) (?:i|we|one) read\b"
    r"|\b(?:do|does) (?:you|we|they) have\b[^.?]{0,60}\b(?:papers|studies|works|articles)\b"
    r"|\b(?:i['’]m|we['’]re|i am|we are) (?:looking for|after) (?:[\w-]+ ){0,2}"
    r"(?:papers|articles|works?|studies|publications|research)\b"
    r"|^\W*(?:which|what) (?:surveys|trials|experiments|investigations|reports|reviews|tools"
    r"|frameworks|labs|scientists|physicians|doctors|clinicians|investigators|engineers|authors"
    r"|groups|teams|researchers)"
    r" (?!(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|wrote)\b)[a-z]+"
    r"|\bpreparing a (?:talk|survey|review)\b",
    re.I,
)
# Of papers that are not named, who did something is which papers did it.
WHO_DID = re.compile(
    r"(?:^|[:;,.?!])\W*who (?!(?:wrote|published|funded|paid|sponsored|financed|supported|invented"
    r"|authored|needed|named|called|first|originally)\b)"
    r"[a-z]+ed (?:it |them )?(?:their|its|an?|the|on|in|with|for|out|against|by)\b"
    r"|^\W*who (?:(?:here|in (?:this|the|my|your|our) [a-z]+|among (?:them|these|those)) )?"
    r"(?:claims?|boasts?|reports?|says?) (?:to|that|of)\b",
    re.I,
)
WROTE = re.compile(
    r"\b(?:wr[io]tes?|written|publish(?:ed)?|(?:co-?)?author(?:ed)?"
    r"|(?:done|do|work(?:ed|s)?|say|said) (?:about|on|with))\b",
    re.I,
)
OWN_PAPER = re.compile(
    r"\b[^\W\d_][\w-]+(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){0,2}?(?:paper|article|study|report)\b"
)
ONE_PAPER = re.compile(
    r"\bthe (?:[\w-]+ ){0,6}?(?:paper|work|benchmark|system|method|article|study|report|survey)\b",
    re.I,
)
# "I need the data set used in the speech paper": a thing of one paper, and no papers.
THING_OF_ONE = re.compile(
    r"^\W*(?:i|we)(?: would|['’]d)? (?:just |only |still )?(?:need|want|like)"
    r"(?: to (?:know|have|find))?"
    r" the (?!papers?\b|articles?\b|works?\b|ones?\b)[^.?!]{3,60}"
    r"\b(?:in|of|from|by|with) (?:the|that) (?:[\w-]+ ){0,5}?(?:paper|article|study|report)\b",
    re.I,
)
# What stands between two names, once they are taken out: "What did … and … find?".
EACH_OF = re.compile(
    r"\b(?:and|or)\W*(?:(?:in|for|of|by|at|with|from|to|on)\W*)?$"
    r"|\b(?:do|does|did|is|are|was|were|has|have|had|in|for|of|by|at|with|from|to|on) (?:and|or)\b",
    re.I,
)
OUTRIGHT = re.compile(  # asked for yes or no
    r"^\W*(?:and |but |so )?(?:does|do|did|is|are|was|were|has|have|had|can|could|will)\b", re.I
)
MORE_THAN = re.compile(r"\b(?:more|less|fewer|(?!rath|oth)[a-z]+er) (?:[\w-]+ ){0,3}than\b", re.I)
IN_TIME = re.compile(
    r"\A(?=.*\b(?:before|after|earlier|later|first|older|newer|predate\w*|precede\w*)\b)"
    r".*\b(?:publish\w*|c[ao]me out|appear\w*|released?|written|written|older|newer|predate\w*"
    r"|precede\w*|c[ao]me)\b",
    re.I,
)
WHICH_OF = re.compile(r"^\W*(?:and )?(?:which|what) (?:(?:ones? )?of|ones?|papers?)\b", re.I)
YES_NO = re.compile(r"^\W*(?:is|was|were|are|did|does|do|has|have)\b", re.I)
SHARES = r"(?:share|fraction|percent(?:age)?|proportion|portion)"
"""What a part of all is called; a pattern."""
IN_PERCENT = re.compile(rf"\b{SHARES}\b|\bhow much of (?:the|our|my|your)\b|\bas (?:an? )?%", re.I)
"""Of papers that are counted: whether their share of all is wanted."""
_SHARE = (
    rf"\b(?:what (?:is the |['’]s the )?)?{SHARES} of (?:[\w.-]+ ){{0,3}}papers\b"
    rf"|^\W*(?:and )?what {SHARES}(?: of (?:them|these|those|all|it))?"
    rf"(?= (?:is|are|was|were|has|have|comes?|deals?|names?|lists?)\b)|\b{SHARES} papers\b"
    r"|\bwhat number of (?:all |the |these )*papers\b"
)
COUNTING = re.compile(
    rf"{_SHARE}|(?:^\W*(?:(?:please|kindly),? )?[a-z]+ (?:(?:me|us"
    r"|to me) )?)?\b(?:the )?number of\b"
    r"|\bcount (?:the|all|of)\b"
    r"|\b(?:total )?(?:size|length) of\b|\bhow (?:big|large|long) is\b",
    re.I,
)
FAMILY = re.compile(
    r"\b(?:the|both|all|two|three)(?: (?:two|three|both))? (?P<name>[\w.+-]+)"
    r" (?:papers|works|variants|versions|systems|methods)\b",
    re.I,
)
_FEW = r"(?:(?!(?:do|does|did|is|are|was|were|has|the|this)\b)[\w.&+'-]+ ){0,5}?"
# Papers are counted, and not "how many method variants" there are.
_COUNTED = (
    r"(?:(?<=s)|(?<=research)|(?=\W*$|\W* (?:do|does|did|is|are|was|were|has|have|had|can|by"
    r"|from|on"
    r"|about|in|with(?:out)?|that|which|there|here|before|after|since|use|mention)\b))\b"
)
COUNT = re.compile(
    rf"{_SHARE}|\bhow many (?:of (?:the|these|those|them|all) ?)?(?:{_FEW}{SETS}{_COUNTED}"
    r"|are|is that|have|came out|appeared|(?:by|from|before|after|since)(?= \w)"
    r"|were(?= (?:published|written|released|posted|dated|from|by)\b))(?:\b|$)"
    rf"|\bnumber of {_FEW}{SETS}\b|\bcount (?:the|all)\b"
    r"|\b(?:size|length) of (?:the|this|your|our|my) (?:whole |entire )?"
    r"(?:library|collection|list|corpus|pile)\b"
    r"|\bhow (?:big|large|long) is (?:the|this|your|our|my) (?:whole |entire )?"
    r"(?:library|collection|list|corpus|pile)\b",
    re.I,
)
HOW_MANY_THINGS = re.compile(
    rf"\bhow many (?!(?:[\w.-]+ ){{0,2}}{SETS}\b"
    r"|(?:of|are|is|have|do|by|from|in|before|after|since|until|were|was|with|without|came"
    r"|appeared)\b)"
    r"(?=\w)",
    re.I,
)
# Things of papers, not papers: "how many methods was it trained on?"
HOW_MANY_OF_ITS = re.compile(
    r"\bhow many (?:[\w-]+ ){0,2}?(?:methods|approaches|systems|techniques|ones|records|entries"
    r"|titles|projects|works) (?:was|were|is|are|does|do|did|has|have|can) (?!there\b)",
    re.I,
)
ASKS_MORE = re.compile(
    r"\b(?:licen[cs]e|language|who|how many|how much|lines"
    r"|which (?!of\b|ones?\b|has\b|have\b|is\b|are\b|paper))\b",
    re.I,
)
SAYS_WHICH = re.compile(r"\bwhich\b(?! (?:licen[cs]e|language))", re.I)
ASKING = re.compile(
    r"^\W*(?:(?:and|but|so|then|on|in|by|for|with|from|at|to|of|against|under) )?(?:what|which|who"
    r"|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|should|has"
    r"|have|tell|write|explain|ignore|give|make|say|print|sing|translate|compute|act|pretend"
    r"|help)\b"
    r"|\b(?:what|why|how|when|where|whom|tell me)\b"
    r"(?! (?:do|does|can|could) (?:people|they|others|one))"
    r"|[.?!]\s+(?:and |but |so )?(?:which|is|are|was|were|do|does|did|can)\b"
    r"|(?<!of )(?<![a-rt-z]s )(?<!people )(?<!children )(?<!men )(?<!those )\bwho(?! else)\b"
    r"|[,;:–-]\s*(?:is|are|do|does|did|which|can)\b"
    r"|[,;:]\s*(?:(?:in|on|for|by|from|with|at|to) )?(?:what|when|where|why|how) (?!about\b|else\b)"
    r"(?!(?:is|are|was|were) (?:it|they|that|those)\W*$"
    r"|(?:do|does|can|could) (?:people|others|one)\b)"
    r"|['’]s (?:the|an?|your)\b|\d+\s*[*+/×]\s*\d+",
    re.I,
)


def counts_papers(read: str, unnamed: str, named: int) -> bool:
    """Whether papers are counted, and not what the papers that are named have or do."""
    things = named and HOW_MANY_THINGS.search(unnamed)
    own = named == 1 and HOW_MANY_OF_ITS.search(read)
    return bool(COUNT.search(unnamed)) and not things and not own
