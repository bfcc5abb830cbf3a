"""Words that say how a question is put and not what it is about."""

from __future__ import annotations

import re

from rag.language.subjects import SUBJECTS, TERMS
from store.embed import whole_words
from store.lexical import terms

# Of so many commonest words of English one that no paper has may only be how a question is put
# ("already", "whatever"); a rarer one is what it is about.
_COMMONEST, _COMMON = 2400, 5500

GENERIC = frozenset(
    terms(
        """much many high low large big largest biggest greatest highest lowest
        smallest long fast quick quicker good well best most least name
        called kind type sort get gets give gives reach reached reaches take takes took make makes
        report reported reports achieve achieves show shows compared comparison relative versus vs
        please tell explain number figure share part paper papers work works authors author
        altogether exactly actually really way ways thing things possible bring brings brought
        end up happen using used does need needs needed come comes run runs ran find found
        know one ones new old earlier previous prior far say says think came become becomes
        help helps whole ordinary usual typical first second final start started before after
        lot answer question mean means doing there try tried test tested about want wanted keep
        still just against per rest made better result results go goes down approach method
        methods having everything anything something meant aimed whether told spend spending
        savings save more less fewer own design designs replace touching kept technique techniques
        two three themselves itself built build builds meet meets experiment experiments measure
        measures exploit exploits leverage leverages employ employs adopt adopts interested got
        against different various many stuff evaluate evaluates evaluated people known
        actually results purely mainly etc lots plain concern concerned concerns contain contains
        contained tackle tackles tackled address addresses addressed focus focuses focused handle
        handles handled look looks looked looking examine examines investigate investigates
        explore explores attempt attempts manage manages allow allows enable enables provide
        provides offer offers consider considers cover covers covered include includes including
        feature features demonstrate demonstrates prove proves claim claims argue argues suggest
        suggests discuss discusses treat treats involve involves involved relate relates related
        regarding dealing deal deals dealt done seen see study studies studied apply applies
        applied bear bears happens interesting relevant actual particular certain specifically
        specific especially mostly generally basically entirely fully partly simply instead even
        everyone anyone someone pick picks skill skills ability
        abilities capability capabilities nearly almost roughly folks guys
        researchers abstract abstracts boast boasts solve solves solved put forward number
        numbers according since whatever every exist exists existed anybody everybody anywhere
        somewhere out across between talk talks talking ideally preferably
        matter matters purpose purposes form forms case cases role roles play plays played
        existing current currently recently lately nowadays today already again once twice
        often sometimes always usually normally never ever somehow somewhat rather quite
        totally completely absolutely literally definitely certainly probably perhaps maybe
        possibly potentially explicitly directly solely primarily chiefly largely essentially
        ultimately eventually finally additionally additional extra further furthermore
        however therefore thus hence otherwise elsewhere away along inside aside alike
        another either neither several numerous single multiple overall main major
        important significant significantly useful helpful suitable appropriate relevant
        nice great cool neat smart clever fancy decent fair proper famous weird weirder odd
        aspect aspects issue issues idea ideas concept concepts notion trick tricks example
        examples instance instances item items entry entries piece pieces plenty bunch couple
        goal goals aim aims intention effort efforts contribution contributions strategy
        strategies style able unable suppose assume imagine guess hope wish feel wonder
        wondering curious thought thoughts opinion mind care cares cope copes close below
        above towards toward onto around within throughout via belong belongs fall falls
        revolve revolves dedicated devoted centred centered brag brags proven worth whichever
        wherever whenever whoever angle angles perspective viewpoint standpoint slant flavor
        flavour twist spirit ingredient ingredients candidate candidates gist
        scenario scenarios situation situations circumstance circumstances topic topics theme
        themes hint hints clue clues throw throws thrown throwing such sure vaguely yes no not
        describe describes represent represents titles title somebody nobody behind carried
        undertaken taken gone went gotten began begun because although though unless
        whereas lest june july
        august september october november december right left count counts little raise accept
        live doesn don didn isn aren wasn weren won couldn wouldn shouldn hasn haven hadn ain"""
    )
)


def common_terms(text: str) -> set[str]:
    """The terms of a text's words that are among the commonest of English."""
    ranks = whole_words()
    words = (word.strip("?!.,;:()\"'") for word in text.split())
    common = (word for word in words if ranks.get(word.lower(), _COMMONEST) < _COMMONEST)
    return {term for word in common for term in terms(word)}


def is_common(word: str) -> bool:
    """Whether a word, as it is written, is among the commonest of English."""
    return word.islower() and whole_words().get(word, _COMMONEST) < _COMMONEST


def is_known(word: str) -> bool:
    """Whether a word, as it is written, is among the common ones of English."""
    return whole_words().get(word, _COMMON) < _COMMON


def common_things(topic: str) -> set[str]:
    """The terms of a topic's common words that name things: their plural is common, too, and
    they have no -ing form, or they are what something may be about (`SUBJECTS`).

    "Drug" and "video" are as common as "already", and no way of putting a question.
    """
    words = [word.strip("?!.,;:()\"'").lower() for word in topic.split()]
    return {
        term for word in words if word in SUBJECTS or _names_a_thing(word) for term in terms(word)
    }


def _names_a_thing(word: str) -> bool:
    known = whole_words()
    single = word.removesuffix("s")
    plurals = {f"{word}s"} | ({word} if single != word and single in known else set())
    common = any(known.get(plural, _COMMON) < _COMMON for plural in plurals)
    return common and not any(f"{base}ing" in known for base in _bases(word))


_ADJECTIVE = re.compile(
    r".{2,}(?:[^uv]al|[^s]ic|ive|ous|[ai]ble|[^r]ary|[a-z]ar|[^m]ent|[a-z]{2}ant|less|ful"
    r"|[a-z]{3}ed)$"
)
_ADJECTIVES = frozenset(
    """public free human young old new early late local short long deep open closed dry wet hot cold
    warm soft hard rich poor thick thin wide narrow heavy light civil foreign rural urban male
    female adult""".split()
)


def is_adjective(word: str) -> bool:
    """Whether a word looks like one that only says of what kind something is."""
    return word in _ADJECTIVES or _ADJECTIVE.fullmatch(word) is not None


def is_counted(word: str) -> bool:
    """Whether a word names one of several things: its plural is a word of English, too."""
    known = whole_words()
    plural = f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"
    return word in known and plural in known and not word.endswith("s")


def freely_chosen(text: str) -> set[str]:
    """The terms of a text's words of English for which others could stand: "crack", "harsh".

    What names things or a subject ("battery", "latency") is mostly said by its name. So are
    words with a capital, and those that no English has ("dropout").
    """
    known, things = whole_words(), common_things(text)
    words = (word.strip("?!.,;:()\"'’") for word in f"{text[:1].lower()}{text[1:]}".split())
    free = (w for w in words if w in known and w not in SUBJECTS and w not in TERMS)
    return {term for word in free for term in terms(word)} - things


def subject_terms(text: str) -> set[str]:
    """The terms of a text's words that say what something is about, however it is put."""
    words = (word.strip("?!.,;:()\"'’").lower() for word in text.split())
    return {t for word in words if word in SUBJECTS or word in TERMS for t in terms(word)}


def leading_verb(topic: str) -> set[str]:
    """The terms of a topic's first word where that is a verb with an object: "stretch contexts".

    People choose verbs freely, so that one which no paper has says little. A verb is what has
    an -ing or an -ed form among the words of English, and names no subject ("stock market").
    """
    words = [word for word in topic.split() if terms(word)]
    first = words[0].lower() if len(words) > 1 else ""
    return set(terms(first)) if first not in SUBJECTS and _may_be_a_verb(first) else set()


def _may_be_a_verb(word: str) -> bool:
    known = whole_words().keys()
    return not {f"{base}{end}" for base in _bases(word) for end in ("ing", "ed")}.isdisjoint(known)


def is_verb(word: str) -> bool:
    """Whether a common word of English has an -ing and an -ed form beside it."""
    known = whole_words()
    return any({f"{base}ing", f"{base}ed"} <= known.keys() for base in _bases(word))


def _bases(word: str) -> set[str]:
    """What endings of a verb could stand behind: "split" and "splitt", "move" and "mov"."""
    bases = {word, *(word.removesuffix(end) for end in ("ing", "ed", "es", "s"))}
    bases |= {base[:-1] for base in bases if base[-2:-1] == base[-1:] or base.endswith("e")}
    return bases | {base + base[-1] for base in bases if base}


def cut_out(text: str, match: re.Match[str]) -> str:
    """The text without what was matched in it."""
    return f"{text[: match.start()]} {text[match.end() :]}"
