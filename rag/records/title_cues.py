"""What a question wants of titles: how they begin or end, what marks and how many words they have.

That a word stands in a title is read in `rag.records.filters`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.language.bounds import Bounds, bounded
from rag.records.part_cues import QUOTED, with_papers_for, words_wanted

MARKS = {
    "a question mark": (re.compile(r"\?"), r"question marks?|\?"),
    "a colon": (re.compile(r":"), r"colons?|:"),
    "an exclamation mark": (re.compile(r"!"), r"exclamation (?:marks?|points?)|!"),
    "a comma": (re.compile(r","), r"commas?"),
    "a semicolon": (re.compile(r";"), r"semi-?colons?"),
    "a hyphen": (re.compile(r"[-‐‑]"), r"hyphens?|hyphenated words?"),
    "a dash": (re.compile(r"[–—]| - "), r"dash(?:es)?"),
    "brackets": (re.compile(r"[(\[]"), r"parenthes[ei]s|brackets?|something in (?:brackets"
                 r"|parentheses)"),
    "quotation marks": (re.compile(r"[\"“”«»]"), r"quotation marks?|quotes?|quotation"),
    "a number": (re.compile(r"\d"), r"numbers?|digits?|numerals?|figures?"),
}  # fmt: skip
"""What is called a mark -> how titles have it, and how questions call it."""
_MARK = "|".join(f"(?P<m{place}>{words})" for place, (_, words) in enumerate(MARKS.values()))
_MARK += r"|(?P<question>(?:phrased|put|written|in the form of|form of)? ?(?:as )?an? question)"
_ANY_MARK = "|".join(words for _, words in MARKS.values())
_ALSO = rf"(?P<also>(?:an? |any )?(?:{_ANY_MARK})(?: and|,| or|,? nor) )?"  # "a colon and a number"
_TITLES = r"titles?"
_AUX = r"(?:(?:that|which|who|do|does|is|are|ha(?:s|ve)) )?"
_BEHIND = re.compile(
    rf"\b(?:(?:whose|with(?: an?)?|the|have an?|has an?) ){{0,3}}{_TITLES} {_AUX}"
    r"(?P<not>(?:(?:do|does|is|are)(?: not|n['’]t)|without|with no|lack(?:s|ing)?|ha(?:ve|s) no"
    r"|not|never|no) )?"
    rf"(?:(?:contain|have|has|with|includ|us|carr|hav|feature|featur|end|hold|bear|show)"
    r"(?:s|e|es|ed|ing|y|ies|ying)? )?(?:with |in |as )?(?P<no>no |not "
    rf"|neither )?{_ALSO}(?:an? |any |the |some )?"
    rf"(?:{_MARK})(?=\W*$|[,;]| (?:in (?:it|them|\d|\w+ \d)|and|or|at the end|from|by|with|since"
    r"|before|after|that|which|published|among)\b)",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:(?:with|have|has|having|contain(?:s|ing)?|us(?:e|es|ing)|put(?:s|ting)?) )?"
    r"(?P<not>without |with no |no |neither |lack(?:s|ing)? |(?:do|does)(?: not|n['’]t) (?:have|use"
    rf"|contain) )?{_ALSO}(?:an? |any |some )?"
    rf"(?:{_MARK}) in (?:the(?:ir)? |its |an? )?{_TITLES}\b",
    re.I,
)
_STARTS = r"(?P<starts>start|begin|open)(?:s|ning|ing)?(?: off| out)?"
_ENDS_IN = r"(?:end|finish|clos)(?:s|es|e|ing)?"
_EDGES = re.compile(
    r"\b(?:(?:whose|with(?: an?)?|the) ){0,3}(?P<of>titles?|names?|papers|articles|those|ones"
    r"|works)"
    rf" (?:that |which |whose (?:titles?|names?) )?(?:{_STARTS}|{_ENDS_IN}) (?:with|in|on"
    r"|by) (?:the"
    r" )?(?P<kind>words? |letters? |terms? "
    rf"|phrase )?(?P<letter>an? (?=[\"'“]?(?-i:[A-Z])\b))?(?:{QUOTED}|(?P<bare>[\w+.-]*\w))",
    re.I,
)
_WORDS = re.compile(
    rf"\b(?:(?:whose|with(?: an?)?|the|have an?|has an?) ){{0,3}}{_TITLES} (?:(?:that|which|is"
    r"|are|has"
    r"|have"
    r"|having|with|of|contain(?:s|ing)?|consist(?:s|ing)? of|no) )*(?:long(?:er)? than (?P<over>)"
    rf"|shorter than (?P<under>))?{bounded('words?')}(?: long| in (?:it|them|length))?\b",
    re.I,
)
_WORDS_AHEAD = re.compile(
    rf"\b(?:(?:with|have|has) (?:an? )?)?{bounded('words?')} (?:in (?:the(?:ir)? "
    rf"|its )?)?{_TITLES}\b",
    re.I,
)
_ARTICLES = frozenset({"a", "an", "the", "what", "which"})


@dataclass(frozen=True, slots=True)
class Titled:
    """How a title must look: its beginning and end, the marks that it has and lacks, or has one of,
    how many words, those that it omits, and those of which it has one.

    Beginning and end are in small letters; where `whole`, they are words and not parts of one.
    """

    begins: str = ""
    ends: str = ""
    whole: bool = False
    has: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    words: Bounds | None = None
    omits: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()

    def holds(self, title: str) -> bool:
        """Whether a title looks so."""
        count, plain = len(title.split()), title.lower().strip(" \"'“”‘’.")
        after, before = (r"(?!\w)", r"(?<!\w)") if self.whole else ("", "")
        begins = not self.begins or re.match(rf"{re.escape(self.begins)}{after}", plain)
        ends = not self.ends or re.search(rf"{before}{re.escape(self.ends)}$", plain)
        return (
            bool(begins)
            and bool(ends)
            and all(MARKS[mark][0].search(title) for mark in self.has)
            and (not self.either or any(MARKS[mark][0].search(title) for mark in self.either))
            and not any(MARKS[mark][0].search(title) for mark in self.lacks)
            and not any(_begins_a_word(word, title) for word in self.omits)
            and (not self.one_of or any(_begins_a_word(word, title) for word in self.one_of))
            and (self.words is None or self.words.hold(count, count) is True)
        )

    def __str__(self) -> str:
        """In words, for the line that says how a question was read."""
        parts = [f"beginning with “{self.begins}”"] if self.begins else []
        parts += [f"ending with “{self.ends}”"] if self.ends else []
        parts += [f"with {mark}" for mark in self.has]
        parts += [f"with {' or '.join(self.either)}"] if self.either else []
        parts += [f"without {mark}" for mark in self.lacks]
        parts += [f"without “{word}”" for word in self.omits]
        parts += [f"with {' or '.join(f'“{word}”' for word in self.one_of)}"] if self.one_of else []
        noun = "word" if self.words and self.words.most == 1 else "words"
        parts += [f"of {self.words} {noun}"] if self.words else []
        return f"title {' and '.join(parts)}"


def _begins_a_word(word: str, title: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}", title, re.I) is not None


def titled_in(text: str) -> tuple[Titled | None, str]:
    """What a question wants of titles, and the text without the words that say so."""
    if (match := _EDGES.search(text)) and (titled := _edge(match)):
        return titled, with_papers_for(text, match)
    if "title" not in text.lower():
        return None, text
    for pattern in (_BEHIND, _AHEAD):
        if match := pattern.search(text):
            groups = match.groupdict()
            also = (_called(groups["also"]),) if groups["also"] else ()
            marks = (*also, _mark(groups))
            denied = groups["not"] or groups.get("no")
            if not denied and re.search(r"\bor $", groups["also"] or "", re.I):
                return Titled(either=marks), with_papers_for(text, match)
            titled = Titled(lacks=marks) if denied else Titled(has=marks)
            return titled, with_papers_for(text, match)
    for pattern in (_WORDS, _WORDS_AHEAD):
        if match := pattern.search(text):
            return Titled(words=words_wanted(match)), with_papers_for(text, match)
    return None, text


def _edge(match: re.Match[str]) -> Titled | None:
    """How titles begin or end; "papers that begin with a letter to the editor" say no title."""
    said = (match["quoted"] or match["bare"]).lower().strip()
    of_titles = match["of"].lower().startswith(("title", "name")) or "whose" in match.group()
    letter = bool(match["letter"]) or (match["kind"] or "").lower().startswith("letter")
    if not (of_titles or letter or match["quoted"] or match["kind"]):
        return None
    if match["bare"] and (said in _ARTICLES - {"the"} and not match["kind"]):
        return None
    whole = (bool(match["kind"]) and not letter) or (match["quoted"] or "").endswith(" ")
    return Titled(begins=said, whole=whole) if match["starts"] else Titled(ends=said, whole=whole)


def _mark(groups: dict[str, str | None]) -> str:
    if groups["question"]:
        return "a question mark"
    return next(name for place, name in enumerate(MARKS) if groups[f"m{place}"])


def _called(words: str) -> str:
    """The mark that a question calls so."""
    plain = re.sub(r"^(?:an?|any) |(?: and|,| or|,? nor) $", "", words, flags=re.I)
    return next(name for name, (_, w) in MARKS.items() if re.fullmatch(w, plain, re.I))
