"""What a question is about: its words less those that only say that papers are wanted."""

from __future__ import annotations

import re

from rag.language.treating import without_treating
from store.lexical import terms

FILLERS = frozenset(
    """
which what whose who who's who’s every show find give get tell name please pls me us we you i i'm
i’m do does did is are was were be been there any anything everything something all some other
else anyone anybody whatever
papers paper articles article works work publications publication studies study methods
method approaches approach systems system ones one techniques research titles records entries
projects here have has had of these those that this it its them they their our own the a an about
on to concerning regarding topic topics subject subjects use uses using having
in go goes down up at as by from with both first second third newest oldest older newer latest
earliest altogether top two three four five six seven eight nine ten category categories came
come comes many can could would like want need try tries meant works working worked target targets
targeting targeted appeared write wrote writes written co-author
coauthor co-authored coauthored him her hers he she ours theirs ever
among amongst both dated recently posted collect published
contributed optimised optimized designed author authors somewhere
""".split()
)
# Things of a library of any kind, in the plural: no verbs.
_OF_A_LIBRARY = (
    r"(?!(?:contains|holds|includes|covers|offers|shows|lists|knows|keeps|mentions|says|speaks"
    r"|deals|wants|needs|owns|gives|looks|papers|articles|works|records|entries|titles|publications"
    r"|studies|authors|does)\b)"
    r"[a-z]{4,}s\b"
)
_FILLER_PHRASES = (
    # Of "on list processing" it is the subject.
    r"(?<!\bon )(?<!\babout )(?<!\bfor )(?<!\bof )(?<!\bin )(?<!\bwith )(?<!\busing )list",
    r"(?:i['’]m|i am) interested in",
    r"in which|refer(?:s|red|ring)? to|cit(?:e|es|ing)",
    r"(?:act|serv)(?:s|es|ed|ing|e)? as(?= (?:an?|the|its|their)\b)|of (?:its|their) own making",
    r"(?:(?:(?:would|should|can|could|do) you |you(?: would|['’]d) )recommend"
    r"|recommendations?(?= (?:to|for) (?:some|any|an? |me\b|us\b)))"
    r"(?: (?:to|for) (?:some(?:one|body)|any(?:one|body)|an?(?: (?:new|total|complete|young|phd"
    r"|master['’]?s?|first-year))* (?:beginner|newcomer|student|reader|engineer|colleague|friend"
    r"|person)|me|us|people)(?: (?:who(?:['’]s| is| are)? )?(?:entirely |completely )?new)?)?",
    r"(?:(?:good|suitable|fit|easy|accessible|written|meant|made) )?(?:for|to) (?:an? |the )?"
    r"(?:(?:absolute|total|complete|real|true|new|young) )*(?:beginners?|newcomers?|novices?"
    r"|newbies?|lay(?:man|men|person|people))(?= on\b| in\b| about\b|\W*$)",
    r"(?:randomly (?:chosen|picked|selected)|random)(?= (?:papers?|articles?|publications?)\b)"
    r"|at random(?=\W*$)|pick(?: out)?(?= (?:an? |one |any |some )(?:papers?|articles?)\b)",
    r"at least(?= (?:on|about)\b)|more than one(?= paper)|(?:the )?most (?:relevant|useful|helpful"
    r"|interesting|important)(?= (?:for|to|on|about|in|when|if|papers?|works?|ones?)\b)",
    r"going by (?:the )?(?:[\w-]+ )?dates?",
    r"and (?:such|so on|so forth|the like)|write-?ups?",
    r"what(?:['’]s| (?:has|have|is|was|were|do|did))? (?:been )?(?:you|we|they)? ?"
    r"(?:got|have|done|there)",
    r"(?:do|does|did) (?:we|you|they|i) (?:hold|own|keep)(?= (?:from|by|of|on|about|in)\b|\W*$)",
    r"(?:i|we)(?:['’]ve)? (?:(?:keep|kept|have|often|always|once|just|never|am) )*(?:on )?"
    r"(?:hear|heard|hearing|read|reading|being told|been told)(?: it said)?(?: that\b)?",
    r"(?:you|we|they|i)['’]ve(?: got)?|(?:that )?(?:you|we|they) (?:hold|own|keep|store)(?=\W|$)",
    r"very(?= (?:latest|newest|oldest|earliest|first|last|(?:most )?recent)\b)",
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
    r"(?:i|we)(?:[’']?d| would| should) be (?:(?:very|most) )?(?:glad|grateful|happy"
    r"|thankful) (?:of|for)",
    r"(?:i|we)(?: am|[’']m| are|[’']re) after|(?:ha[sv]e?|did|do(?:es)?|is) any(?:one"
    r"|body)(?: here| else)?|any chance|(?:this|that|these|those) (?:sort|kind|type)s? of thing",
    r"also|tagged|comes? with|brand[- ]new|e\.g\.?|or so|related",
    r"makes? use",
    r"(?:an? )?(?:(?:handful|couple|bunch) of )?(?:sources|references|literature|evidence"
    r"|readings?)(?= (?:on|about|for|regarding|concerning|that)\b)",
    r"(?:can|could|would|will) you (?:please )?(?:pull|dig|gather|fetch|check|bring)\b(?: up| out)?"
    r"(?: (?:if|whether)\b)?",
    r"(?:i(?: am|['’]m) |we(?: are|['’]re) )?trying to (?:find out|figure out|see|learn)",
    r"(?:to )?(?:talk|read|speak)(?:s|ing)?(?= (?:(?:some|any)thing )?(?:about|on)\b)",
    r"as (?:an? |the |its |their )?(?:optimi[sz]ers?|tools?|means|basis)",
    r"in (?:the list|total)",
    r"(?:had|has|have|having) (?:a|their|his|her) (?:hand|part|share|name) (?:in|on)"
    r"|(?:took|takes?) part(?: in)?",
    r"(?:was|were|is|are|been) (?:involved|credited)(?: (?:in|on|with))?",
    r"co-?(?:write|writes|wrote|written|sign(?:ed)?)|penned|(?:bear|carr(?:y|ies)|bears|bearing) "
    r"(?:the|this|that) (?:date|name)(?: of)?",
    r"in (?:the|this|that|my|your|our) (?:whole )?(?:pile|stack|folder|set|bunch|batch|shelf|corpus"
    r"|bibliography|reading list)(?= of papers| (?:on|about)\b|\W*$| (?:claim|say|report|is|are"
    r"|ha[sv]|do"
    r"|deal)\w*\b)",
    r"(?:i|we)(?: would| should|['’]d)? (?:want|need|like|am looking for"
    r"|are looking for)(?: to see)?",
    r"rel(?:y|ies|ied|ying)(?: on)?",
    r"sth\.?",
    r"(?:came|comes?) out",
    r"(?:of )?(?:my|our|your) (?:papers|collection|list)",
    # The library of the papers: "a library", "library buildings" are of another one.
    rf"(?:(?:the|this|that|your|our|my|whole|entire|in|from|of) )+library(?! {_OF_A_LIBRARY})"
    r"|library(?= (?:papers|articles|records|entries|titles)\b)",
    # "Garbage collection" is no collection of papers.
    r"(?<![a-z] )(?<![a-z]-)collection|(?:(?:(?:an?|the|this|that|whole|entire|papers?|document"
    r"|article) )+)collection|collection(?= of (?:papers|articles|works)\b)",
    r"(?:(?:i(?: am|['’]m) |we(?: are|['’]re) )?(?:writing|preparing|working on|drafting|giving"
    r"|planning|putting together|compiling|assembling|drawing up|making)"
    r"|(?:i|we) (?:have|hold|prepare|must give|(?:need|have) to give"
    r"|will"
    r" give)(?: to (?:give|hold|prepare))?) (?:an?|my|our|the) (?:[\w-]+ )?(?:talk|survey"
    r"|review|thesis"
    r"|report|essay|lecture|chapter|seminar|proposal|overview|tutorial|list|bibliography|syllabus"
    r"|course|class|workshop|presentation|handout|guide)"
    r"(?: for (?:an?|my|our|the|some) [\w-]+(?: [\w-]+)?(?= (?:on|of|about)\b))?"
    r"(?: (?:on|of|about))?",
    r"(?:gather|collect|obtain|get|acquir)(?:e?d|ing|s|es)? (?:(?:their|its|the|any|all|some|most"
    r"|of|own|much) )*(?:data|information|material|figures|results) (?:by|with|through|from|via"
    r"|using|by means of)",
    r"(?:rests?|resting|draws?|drawing) (?:(?:its|their) case )?(?:up)?on"
    r"|(?:based|founded|grounded) (?:up)?on",
    r"(?:of |over )?(?:the|this|its|their) (?:whole|entire) (?:field|area|subject|topic"
    r"|literature)",
    r"(?:my|our|an?|the|some) (?:[\w-]+ )?(?:boss|supervisor|colleague|student|professor|teacher"
    r"|patron|reader|visitor|client|customer|friend|manager|director|reviewer|referee)s?"
    r" (?:(?:has|have|just|now) )*(?:asks?|asked|wants?|wanted|needs?|needed|[ei]nquired"
    r"|(?:is|are|was|were) (?:asking|looking))(?: (?:me|us))? (?:for|about|to know(?: about)?)",
    r"as such|per se|in its own right|in their own right",
    r"(?:they|we|you|i|he|she|it|that|there|who|what)['’](?:re|ve|ll|d|s)",
    r"(?:should|could|can|must|do) (?:i|we|one) (?:read|look at|start with|begin with|cite|consult"
    r"|study)",
    r"(?:if|when|in case|because|since) (?:i|we|one|somebody|someone) (?:want|wants|wish|need|needs"
    r"|would like|['’]d like) to (?:learn|read|know|understand|hear|find out)(?: more| something)?"
    r"(?: about| on)?",
    r"if (?:i|we) may(?: ask)?",
    r"pit(?:s|ted)?(?= (?:their|its|them|it|themselves|itself)\b)",
    r"teach(?:es|ing)?(?= (?:an? |the |its |their )?(?:[\w-]+ )?(?:llms?|slms?|models?|machines?"
    r"|networks?|agents?|robots?|computers?) (?:how )?to [a-z])",
    r"(?:existing|exists?)(?= (?:about|on|for|of|in|that|which)\b)",
    r"point (?:me|us) (?:to(?:wards?)?|at)",
    r"(?:what|which|anything) (?:can|could|should) (?:i|we|one) (?:read|look at)"
    r"(?: (?:if|when|to|about|on))?",
    r"what (?:is|['’]s)(?: there)? in (?:the|this|your|our|my) (?:collection|library|list|pile)",
    r"(?:and )?if (?:yes|so|any),? (?:which|what)(?: (?:ones?|papers?|are they|is it))?",
    r"(?:experiments|evaluations|measurements) (?:were|was|are) (?:done|run|made|carried out"
    r"|performed|conducted)",
    r"and which",
    r"(?:of|in) (?:some|any) (?:kind|sort|form|way)",
    r"kind of|(?<!human )being|out there|(?:has|have) (?:to do|something to do"
    r"|anything to do) with",
    r"as well(?: as)?",
    r"(?:most|more) recent(?:ly)?",
    r"how many",
    r"aim(?:ed|s)? at",
    r"(?:introduc|propos|present|describe|discuss|mention|involv|relat)\w*",
    r"(?:report|claim)(?:s|ed|ing)?",
)
_BELONGS = re.compile(
    r"\bbelong(?:s|ing)? (?:to|in) (?:the )?(?P<name>[\w.+-]+) (?:series|family|line)\b", re.I
)
# Words to begin with that are a subject elsewhere.
_OPENING = re.compile(
    r"^\W*(?:(?:search(?: for)?|pull(?: up| out)?|dig(?: up| out)|fetch|gather|look up"
    r"|topics?|subjects?)\b(?: for)?:?)(?= .)",
    re.I,
)
# What papers do with a topic, said in several verbs: "which propose, derive or validate a measure".
_DOING = (
    r"(?:propose|derive|validate|develop|devise|formulate|establish|define|assess|analy[sz]e|evaluate"
    r"|test|review|suggest|describe|present|discuss|study|examine|investigate|explore|introduce"
    r"|construct|criticis?e|criticize|justify|improve|extend|apply|implement|report|consider|treat"
    r"|address|look at|deal with)s?"
)
_DOINGS = re.compile(
    rf"(?P<who>\b(?:papers?|articles?|works|studies|publications|ones|that|which|who|to)) "
    rf"(?:(?:or|and),? )?{_DOING}(?:,? or |,? and |, ){_DOING}(?:(?:,? or |,? and |, ){_DOING})* "
    r"(?!(?:for|in|on|by|with|or|and)\b)(?=\w)",
    re.I,
)
_EITHER = "|".join((*_FILLER_PHRASES, *map(re.escape, sorted(FILLERS, reverse=True))))
_FILLER = re.compile(
    rf"(?<![\w-])(?:{_EITHER})(?![\w-])",
    re.I,
)


def topic_of(text: str) -> str:
    """The words that say what a paper must be about; none where only small words are left."""
    text = without_treating(_OPENING.sub(" ", text, count=1))
    text = _DOINGS.sub(r"\g<who> ", text, count=1)
    text = _BELONGS.sub(r"\g<name>", text)
    stripped = re.sub(r"['’]s\b|\(\s*\)", " ", _FILLER.sub(" ", text))
    topic = re.sub(r"[?!,;:\"]|\.(?=\s|$)|(?<=\s)-(?=\s)", " ", stripped)
    topic = re.sub(
        r"^(?:\W*\b(?:[Aa]nd|[Bb]ut|or|[Tt]hen|[Ss]o|[Nn]ow)\b)+|(?:\b(?:and|but|or)\b\W*)+$",
        " ",
        topic.strip(),
    )
    topic = re.sub(r"^(?:for|in|of|with|against) (?:and|or) ", "", topic, flags=re.I)
    topic = re.sub(r"\b(and|or)(?: (?:and|or)\b)+", r"\1", " ".join(topic.split()))
    return topic if terms(topic) else ""
