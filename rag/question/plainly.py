"""A question said plainly: without greeting, thanks or courtesy, and a bare "who?" in full."""

from __future__ import annotations

import re

from rag.language import wording
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.question.courtesy import ASKS, without_courtesy
from rag.question.elaborations import told_once
from rag.question.form_wanted import without_form
from rag.question.idioms import without_idioms
from rag.question.turns_of_phrase import without_plain_turns
from rag.records.code_cues import kept_by_code
from store.lexical import terms

_DO_WE_HOLD = re.compile(
    r"^(?P<and>(?:(?:and|but|so) )?)(?P<do>do|does) (?P<who>you|we|they|it|the library"
    r"|(?:the|this|our|your) collection) (?:(?:also|still|actually|perhaps|by any chance) )*"
    r"(?:hold|keep|own|possess|stock|carry|have) (?=(?:any|some|more|other|papers|articles|works))",
    re.I,
)
_BY_WHAT = re.compile(r"\bby (?:what|which) (?:factor|margin|amount|ratio|degree|extent)\b", re.I)
_TELL_ME = re.compile(
    r"^(?:please,? |kindly )?(?:(?:tell|show|let) (?:me|us)(?: know)?|(?:indicate|state"
    r"|specify|determine|find out|work out"
    r"|establish)(?: (?:for |to )(?:me|us))?),? (?:(?:briefly|quickly|shortly|again|exactly"
    r"|in short"
    rf"|in brief|in (?:a few|one or two) words|please),? )*(?={ASKS}.*\w)",
    re.I,
)
# "Explain to me the reason X does it" asks why, and not for an account of X.
_EXPLAIN_WHY = re.compile(
    r"^(?:please,? )?(?:explain|tell|describe|give|say|show)(?: (?:to )?(?:me|us))?,? "
    r"(?:(?:the|what (?:is|was|are) the) (?:main |real |very )?(?:reasons?|causes?)"
    r"(?: (?:why|that|for which|because of which))?|why)\b(?! (?:of|for|behind)\b)",
    re.I,
)
# "The Microsoft anomaly thing" is the paper on it; "the best thing about T-MAC" is none.
_THE_THING = re.compile(
    r"\bthe ((?:(?!best|worst|only|main|first|last|one|next|same|whole"
    r"|very)[\w-]+ ){1,6})thing(?=\W)",
    re.I,
)
_DROP_ALL_BUT = re.compile(
    r"\b(?:drop|remove|leave out|forget|skip|discard|delete|throw out|get rid of)"
    r" (?:all|everything|every one|them all) (?:but|except(?: for)?|apart from) ",
    re.I,
)
_BY_YEAR = re.compile(
    r"(?P<sorted>\b(?:sort|order|rank|arrange)(?:ed)?\b[^.?!;]{0,40}?) by "
    r"(?:(?:their|the) )?(?:years?|age|(?:publication|release) (?:dates?|years?))\b",
    re.I,
)
_PUT_FIRST = re.compile(
    r"^(?P<lead>\W*(?:(?:and|ok|now|then|please|(?:can|could) you)\W+)*)"
    r"(?:put|bring|move|place|show|list|have|with)(?: me)? (?:the |those |them )?"
    r"(?P<end>newest|latest|most recent|oldest|earliest)(?: (?:ones?|papers?))?"
    r" (?:first|(?:on|at|to) (?:the )?(?:top|front|start|beginning|head))\W*$",
    re.I,
)
_BY_TITLE = re.compile(
    r"(?P<sorted>\b(?:sort|order|rank|arrange)(?:ed)?\b[^.?!;]{0,60}?) by "
    r"(?:(?:their|the) )?(?:titles?|names?)(?=[\s.?!]*$)",
    re.I,
)
# "Who was it that wrote it?" is "who wrote it?".
_CLEFT = re.compile(rf"^(?P<asks>{ASKS}) (?:is|was|were|are) (?:it|they) (?:that|who|which) ", re.I)
_ITEMS = re.compile(
    r"\b(?:items|documents|texts|pieces|holdings) (?=(?:in|of|from) (?:the|this|that|your|our|my)"
    r" (?:whole |entire )?(?:collection|library|list|corpus|catalogue|catalog|archive)\b)",
    re.I,
)
# "Which items list Low?", at the head of a question, where things of papers are asked otherwise.
_ITEMS_ASKED = re.compile(
    r"^(?P<asks>\W*(?:(?:and|please|kindly|now)\W+)*(?:(?:retrieve|list|show|find|give|name"
    r"|display)"
    r" (?:me |us )?)?(?:which|what|all(?: the)?|any|the|are there(?: any)?) )"
    r"(?:items|documents|submissions|contributions|holdings|records|publications)\b"
    r"(?= (?:in (?:which|the|your)|with|without|on|about|that|which|from|by|under|are|were|have|had"
    r"|deal|come|came|list|carry|bear|show|name|state|report|use|mention|classified|tagged"
    r"|labell?ed|filed|dated|published|concern|treat|do|discuss|describe)\b)",
    re.I,
)
# "In which flight reports was …?": the papers, by another name. "Which paper reports …?" is none.
_REPORTS = re.compile(
    r"(?P<asks>(?:^|[,.;:?!]\s*|\b(?:in|from|for|by|with|of) )(?:(?:which|what)(?: of (?:the|these"
    r"|those|your|our|my))?|(?:these|those|all(?: the)?|any)) "
    r"(?:(?!(?:papers?|articles?|works?|stud(?:y|ies)|ones?|group|team)\b)[\w-]+ ){0,2}?)reports"
    r"(?= (?:is|are|was|were|do|did|have|had|can|use|deal|treat|rest|rely|say|show)\b|\W*$)",
    re.I,
)
_RETRIEVE = re.compile(
    r"^\W*(?:please,? |kindly )?(?:(?:retrieve|display|fetch|return)(?= (?:all|the|any|every)\b)"
    r"|(?:recommend|suggest|propose)(?: (?:to )?(?:me|us))?"
    r"(?= (?:[\w-]+ ){0,3}(?:papers?|articles?|works?|reading|something)\b))",
    re.I,
)
# "Papers on which Low is not named" are papers not by Low.
_NOT_ON_IT = re.compile(
    r"\b(?:(?:on|in|of|for|to) which|where|that) (?P<who>(?-i:[A-Z])[^?.!,;]{1,60}?)"
    r" (?:(?:is|are|was|were)(?: not|n['’]t) (?:present|involved|named|listed|mentioned|credited|on"
    r"|part of|among the authors|an author)|(?:has|have|had|did|does|do)(?: not"
    r"|n['’]t) (?:take part"
    r"|taken part|contribut\w+|appear|co-?writ\w+|co-?author\w*))(?=\W*$|[,;])",
    re.I,
)
# "Non-Bell papers with code" are papers not from Bell, with code.
_NON = re.compile(
    r"\bnon-(?P<who>(?-i:[A-Z](?![A-Z]))[\w.-]+(?: (?-i:[A-Z])[\w.-]+)?) "
    r"(?P<what>papers|works|articles|ones)\b",
    re.I,
)
# "Is it true that it was written in 1966?" is "was it written in 1966?".
_IS_IT_TRUE = re.compile(
    r"^(?:is it|it is|it['’]s)(?: really)? (?:true|correct|right|the case"
    r"|so) that (?P<who>[^?.!]{1,120}?)"
    r" (?P<is>is|was|are|were|has|have|did|does|do|comes?|came|appeared)(?= )",
    re.I,
)
_WHICH_THEN = re.compile(r"(?<=\?)\s*(?:(?:and|if so),? )*which(?: ones?)?\s*\?\s*$", re.I)
# Behind a sentence that says what on: "I work on tapes. Which ones would you recommend?"
_RECOMMENDED = re.compile(
    r"(?<=[\w)][.!?])\s+(?:and |so )?(?:which|what)(?: ones?| papers)? (?:would|could|can|do) you"
    r" (?:recommend|suggest|advise)\W*$",
    re.I,
)
_SENTENCES = re.compile(
    r"(?<=[?!.])(?<!\bi\.e\.)(?<!\bincl\.)(?<!\betc\.)(?<!\be\.g\.)(?<!\b[aA]l\.)(?<!vs\.)\s+"
)
_POINTS_BACK = re.compile(
    r"\b(?:this|it|then|them|there(?<!is there)(?<!are there))(?: (?:in|on|out|up|down|off|away"
    r"|back|well|better|faster|properly))?\W*$",
    re.I,
)
_BARE_ASK = re.compile(
    r"^\W*(?:(?:and|but|so|please|also|now|then|tell (?:me|us)) )*(?:(?:from )?(?P<date>when)"
    r"(?: (?:is|was|are|were) (?:it|th(?:at|is)"
    r"(?: one| paper)?|those|they|the paper)(?: from)?)?"
    r"|(?P<lead>who(?:['’]s| is| was| were) the (?:lead|leader|leading author|main one))"
    r"|(?P<author>who)(?: (?:did|does|made|has done) (?:it|that|this|them|those))?"
    r"|(?P<other>where|how many|with whom|who with)(?: in (?:all|total))?"
    r"|(?P<both>who(?:m)?(?:,? and|,| &| \+)? when|when(?:,? and|,| &| \+)? (?:by )?whom?))\W*$",
    re.I,
)
_ANY_NEWER = re.compile(
    r"^\W*(?:(?:and|but|are there|is there) )*(?:any(?:thing)?|something)(?: ones?)?"
    r"(?= (?:newer|older|earlier|later|more recent) than\b(?! (?:19|20)\d\d\W*$).{2,99}$)",
    re.I,
)
_THEIR_CODE = re.compile(
    r"^\W*(?:(?:and|what about|how about|is there) )*(?:(?:the|their|any) )?(?:source )?code"
    r"(?: available)?\W*\?*\W*$",
    re.I,
)
_BARE_ASKS = {
    "both": (
        "Who wrote it, and when was it published?",
        "Who wrote them, and when were they published?",
    ),
    "lead": ("Who is its first author?", "Who are their first authors?"),
    "how many": ("How many are those?", "How many are those?"),
    "when": ("When was it published?", "When were they published?"),
    "who": ("Who wrote it?", "Who wrote them?"),
    "with whom": ("Who wrote it?", "Who wrote them?"),
    "who with": ("Who wrote it?", "Who wrote them?"),
    "where": ("Which organisations is it from?", "Which organisations are they from?"),
}


# "Studies that put searching by hand up against …" compare manual searching with it.
_AGAINST = re.compile(
    r"\b(?P<lead>(?:that|which|who|to|papers?|studies|works|articles|anything|anyone"
    r"|anybody|does|do|did|(?:papers|studies|works|articles|ones) (?:on|about)(?: [\w-]+){1,5}?) )"
    r"(?:put|puts|pit|pits|set|sets|hold|holds|weigh|weighs) "
    r"(?P<one>[^,.;?!]{2,50}?) (?:up )?against ",
    re.I,
)
# "How many words … well, tokens, does it …?": what is meant is said second.
_FILLERS = (
    r"(?:(?:well|no|sorry|er+m?|uh+|wait|hm+|oops)(?:\s*,\s*|\s+(?=(?:no|sorry|wait|i mean)\b)))+"
)
_SLIP = re.compile(
    rf"\b[\w-]+\s*(?:(?:…|\.{{2,3}}|\s[–—-])\s*{_FILLERS}(?:i mean,?\s*)?"
    r"|,\s*(?:(?:no|sorry|wait|oops)(?:\s*,\s*|\s+(?=(?:no|sorry|wait|i mean)\b)))+(?:i mean,?\s*)?"
    r"|,\s*i (?:mean|meant),?\s*|,?\s*or rather,?\s*)(?P<meant>[\w-]+)"
    r"(?:\s*,(?P<more>\s+)|(?=\s*[?.!]))",
    re.I,
)


def said_plainly(text: str) -> str:
    """The text less greetings, thanks and courtesy, what is dropped said as what is kept."""
    text = _SLIP.sub(lambda slip: slip["meant"] + (slip["more"] or ""), text, count=1)
    text = told_once(without_form(without_courtesy(text)))
    text = _AGAINST.sub(r"\g<lead>compare \g<one> with ", without_plain_turns(text))
    text = _BY_WHAT.sub(
        "by how much", _DO_WE_HOLD.sub(r"\g<and>\g<do> \g<who> have ", text, count=1)
    )
    text = kept_by_code(_CLEFT.sub(r"\g<asks> ", text, count=1))
    text = _NON.sub(r"\g<what> not from \g<who>,", text)
    text = _IS_IT_TRUE.sub(_asked_outright, text, count=1)
    text = _NOT_ON_IT.sub(r"not by \g<who>", _ITEMS.sub("papers ", text))
    text = _RETRIEVE.sub("list", _ITEMS_ASKED.sub(r"\g<asks>papers", text, count=1), count=1)
    text = _REPORTS.sub(r"\g<asks>papers", without_idioms(text))
    text = _DROP_ALL_BUT.sub("only ", text)
    text = _BY_YEAR.sub(r"\g<sorted> by date", text)
    text = _BY_TITLE.sub(r"\g<sorted> in alphabetical order", text)
    text = _PUT_FIRST.sub(r"\g<lead>\g<end> first", text)
    text = _THE_THING.sub(r"the \1paper", text)
    text = _RECOMMENDED.sub("", text)
    text = _WHICH_THEN.sub("", _TELL_ME.sub("", text, count=1) or text)
    return _EXPLAIN_WHY.sub("why", text, count=1)


def _asked_outright(match: re.Match[str]) -> str:
    verb = match["is"].lower()
    if verb in ("come", "comes", "came", "appeared"):
        return f"did {match['who']} {verb}"
    return f"{verb} {match['who']}"


def spelled_out(text: str, *, of_several: bool) -> str:
    """The question that a bare "when?" or "any newer than it?" asks of one paper or of several."""
    text = _ANY_NEWER.sub("which papers are", text, count=1)
    if of_several and _THEIR_CODE.match(text):
        return "Which of them have code?"
    bare = _BARE_ASK.match(text)
    if bare is None:
        return text
    said = bare.lastgroup or ""
    said = said if said in _BARE_ASKS else bare[said].lower()
    return _BARE_ASKS[said][of_several]


def asking_sentence(text: str) -> str:
    """The sentences of several that say on what papers are asked for.

    The one that asks, where one does and says it by itself ("… What is there on owls?"); all
    that say something, where it points to the others ("It is too slow. What helps there?").
    """
    telling = [s for s in _SENTENCES.split(text) if set(terms(topic_of(s))) - GENERIC]
    asking = [s for s in telling if wording.LIST.search(s)]
    if len(asking) == 1 and not _POINTS_BACK.search(asking[0]):
        return asking[0]
    return " ".join(telling) or text
