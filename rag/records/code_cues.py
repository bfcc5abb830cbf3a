"""How a question says that papers must come with code, or without it."""

from __future__ import annotations

import re

from rag.language.words import cut_out

_CODE = (
    r"(?:(?:an? |the |any |their |its |public(?:ly)? |released |available |open |some )*"
    r"(?:open[- ])?(?:source )?code\b(?![- ](?:\w+ing|\w+ion|\w+is|LLMs?|models?|search|repair"
    r"|reviews?|quality|agents?|written|snippets?|generators?|bases?)\b)"
    # "Code of compilers" is a topic; "code from 2024" and "code by Cao" say more of the papers.
    r"(?! (?:from|of) (?!(?:19|20)\d\d|last|this|the (?:last|first)|before|after|(?-i:[A-Z])))"
    r"|(?:an?|the|their|its|any) (?:open |public(?:ly)? |released |available "
    r"|own )*implementations?"
    r"(?=\W*$| (?:available|released|online|public)\b))"
)
_STANDS = r"(?:available|released|public|published|shared|online|listed|open(?:[- ]sourced?)?)"
_ON_RECORD = (
    r"recorded|given|noted|marked|indicated|stated|reported|registered|on record|flagged|known|said"
    r" to be|named|mentioned|attached|linked"
)
_AND_STANDS = rf"(?: (?:is |was |were |has been )?(?:{_STANDS}|online|flag(?:ged)?))*"
_THAT = r"(?:(?:that|which|who|and|but) )?"
_NOT = r"(?:n['’]?t\b| not\b| never\b)(?: (?:yet|even|actually|really))*"
_GIVE = (
    r"(?:hav(?:e|ing)|provid(?:e|ed)|releas(?:e|ed)|shar(?:e|ed)|ship(?:ped)?|c[ao]me with"
    r"|publish(?:ed)?|offer(?:ed)?|includ(?:e|ed)|put|give|list|open[- ]sourced?|made?)"
)
# "Papers on open source software" are about it; and what I maintain is no paper.
_NO_MATTER_OF_ITS_OWN = (
    r"(?! (?:software|projects?|communit|develop|maintain|contribut|licen[cs])\w*)"
)
_DROPPED = re.compile(
    r"\b(?:but not|(?<!\bdo )(?<!\bdoes )(?<!\bdid )not|except(?: for)?|excluding|exclude|skip"
    r"|leav(?:e|ing) out|ignore|drop|remove"
    r"|forget|delete|throw out)(?: for)? (?:(?:the|all|any|those|these|ones?|papers?|that|which) )*"
    r"(?:(?P<lacks>without|with no|ha(?:ve|s) no|having no|lack(?:s|ing)?"
    r"|(?:do|does)(?:n['’]t| not) have)|with|ha(?:ve|s)|having) "
    rf"{_CODE}(?:[,;.]? (?:and )?(?:what|which)(?: ones?)? (?:remains?|(?:is|are) left)\W*$)?",
    re.I,
)
_NO_CODE = re.compile(
    rf"\b{_THAT}(?:do|does|did|have|has|had){_NOT} {_GIVE} {_CODE}{_AND_STANDS}"
    rf"|\b{_THAT}never {_GIVE} {_CODE}{_AND_STANDS}"
    rf"|\b{_THAT}(?:have|has) yet to {_GIVE} {_CODE}{_AND_STANDS}"
    rf"|\b(?:whose|where the|and (?:their|its|the)) code (?:is|was|are|has been)"
    rf"(?:{_NOT}(?: been)?(?: publicly| freely)? {_STANDS}| unavailable| missing| closed)\b"
    rf"|\b{_THAT}(?:is|are){_NOT} open[- ]sourced?\b"
    r"|\b(?:(?:where|for which|whose) (?:there is )?no"
    r"|(?:but )?not with|without|with no|no|lack(?:s|ing)?|miss(?:es|ing)?|have no|has no)"
    rf" {_CODE}{_AND_STANDS}",
    re.I,
)
_WITH_CODE = re.compile(
    r"(?<!\bwork )(?<!\bworks )(?<!\bworking )(?<!\bdeal )(?<!\bdeals )(?<!\bdealing )(?<!\bdo )"
    r"\b(?:that |which |and )?(?:with|have|has|having|got|provide|provides|release|releases"
    r"|released|share|shares|ship|ships"
    r"|come with|comes with|publish|published|offer|offers|include|includes) "
    rf"{_CODE}(?: available| released| flag| online)*"
    r"|\b(?:that |which )?(?:with|ha(?:ve|s)|having|carr(?:y|ies)|carrying|bears?|shows?) "
    r"(?:an? |the )?[\"'“‘]?code[\"'”’]? (?:label|flag|mark(?:er)?|tag|badge|link)\b"
    r"|\bis there (?:any )?(?:released |public |open |source )*code"
    r"(?= (?:in (?:the|this|your|our) (?:library|collection|list)|here|at all)\b)"
    r"|\b(?:is|are) (?:the |their |its )?code (?:there|to be had)\b"
    r"|\bcode (?:is |was )?there\W*$"
    r"|\bcode (?:is |was |are |has been )?(?:(?:publicly|freely|openly) )?(?:available|released"
    r"|public|flag(?:ged)?|listed|online|out|shared|provided|published)\b"
    # "For how many papers is code recorded as available?", "for which is there any code?"
    rf"|\bcode (?:is |was |are )?(?:{_ON_RECORD})(?: as (?:being )?(?:{_STANDS}|there))?\b"
    rf"|(?<=[a-z] )(?:is|was|are) there (?=(?:any |some )?(?:released |public |open "
    rf"|source )*code\b)"
    r"(?:any |some )?(?:released |public |open |source )*code\b(?= (?:for|in|from|since|by)\b|\W*$)"
    r"|\b(?:where|for which) (?:i|we|you|one) can (?:grab|get|find|download|see) "
    r"(?:the |its |their )?code\b"
    r"|(?<!\w)\+ ?(?:with )?(?:source )?code\b"
    rf"|\bopen[- ]sourced?\b{_NO_MATTER_OF_ITS_OWN}",
    re.I,
)

# "Which category has the most code?" counts the papers that have any.
_SO_MUCH = re.compile(
    r"(?P<how>\b(?:most|fewest|least)) (?:of the )?(?:(?:open[- ]|public |released |available )*"
    r"(?:source )?code(?: (?:releases?|repositories|repos|links?|flags?))?(?! (?:available )?for\b)"
    r"|open[- ]sourced? (?:papers|projects|work)|repositories|repos)(?=\W*$|[,;?]| (?:in|from|here"
    r"|available|released|online|since|before|after)\b)",
    re.I,
)


def kept_by_code(text: str) -> str:
    """The text with what is dropped for its code said as what is kept.

    "Leave out those without code" is "only those with code".
    """

    def kept(match: re.Match[str]) -> str:
        return f"only those {'with' if match['lacks'] else 'without'} code"

    return _DROPPED.sub(kept, text)


def code_asked(text: str) -> tuple[bool | None, str]:
    """Whether papers must have code, None where it is all one; and the text without that."""
    text = _SO_MUCH.sub(r"\g<how> papers with code", kept_by_code(text))
    for pattern, value in ((_NO_CODE, False), (_WITH_CODE, True)):
        if match := pattern.search(text):
            return value, cut_out(text, match)
    return None, text
