"""How a summary is asked for: of one paper, or of what many say."""

from __future__ import annotations

import re

from rag.language.wording import ONE_PAPER

IN_SO_MANY_LINES = re.compile(
    r"^\W*(?:one|two|three|a few|some|\d) (?:short |plain )?(?:lines|sentences) (?:on|about|of)\b",
    re.I,
)
SUMMARY_OF_ONE = re.compile(
    # From the start, and of few words: a search from every place takes minutes of a long text.
    r"\A(?=.*?\bthe (?:[\w-]+ ){0,12}[\w-]*(?:paper|work|benchmark|method|system)\b)"
    r".*?\b(?:summ?ar(?:y|i[sz]e)|sum up|tl;?dr|gist|overview|explain|describe)\b",
    re.I,
)
# What many papers say: "an overview of the debate on X", "sum up what the papers say about X".
SUMMARY_OF_SET = re.compile(
    r"\A(?=.{0,80}?\b(?:summ?ar(?:y|i[sz]e)|sum up|overview|survey|review|gist|tell me|what))"
    r".{0,80}?\b(?:(?:the )?(?:debates?|literature|research|state of the art|findings|evidence"
    r"|discussions?|papers|(?<=overview of )work|(?<=overview of the )work"
    r"|(?<=review of the )work)(?: (?:here|we have|you have|there is|done))? (?:on|about|around)"
    r"|(?:papers|articles|studies|library|collection|literature|research)(?: here)? "
    r"(?:say|says|tell us|tells us|know|knows|find|found) (?:about|on|of))(?= \w)",
    re.I,
)
ABSTRACT = re.compile(
    r"^\W*(?:(?:please )?(?:give|show|read|print|quote|copy|display|fetch|get|send|tell"
    r"|what(?:['’]s| is"
    r"| does)|(?:can|could|may) i (?:see|read|have)|i (?:want|need)(?: to (?:see|read))?"
    r"|let me (?:see|read))"
    r" (?:me |us |out )*)?(?:the |its |an? )?(?:full |whole |complete |entire |original )?abstract"
    r"(?: (?:text|say))?(?=\W*$| (?:of|for|from)\b| please\b)|['’]s? (?:full |whole )?abstract\W*$",
    re.I,
)
SUMMARY = re.compile(
    r"\bsumm?ar(?:y|i[sz]e)|\bsum up\b|\btl;?dr\b|\bgist\b|\boverview\b"
    r"|(?<!\bbad )(?<!\bwrong )\babout\s*[?.!]*$"
    r"|^\W*(?:(?:and|ok|so|please|some|any|a bit|give me|show me|the)\W+)*(?:more(?: details?"
    r"| info(?:rmation)?)?|details|info(?:rmation)?|elaborate|expand) (?:on|about|of|for)\s*[?.!]*$"
    r"|\bexplain\b|\btell me (?:more )?about\b|\bdescribe\b"
    r"|\b(?:main|central|core) (?:idea|point|contribution|story|message|thrust|argument)"
    r"|\btake-?aways?\b|\bwhat story\b"
    r"|\babout,? (?:in (?:short|brief|a nutshell|essence)|briefly|exactly|actually)\W*$"
    r"|\bin (?:a few|one|two|three|four|five|\d|a couple of) (?:short |plain )?"
    r"(?:sentences?|words|lines)\b"
    r"|\bkey (?:idea|contribution)|\bin a nutshell\b|\bshort (?:version|account)\b"
    r"|^\s*what(?:['’]s| is| are| does| do| did)\s*(?:the paper\s*)?(?:do|propose|present)?"
    r"(?: in \d{4})?\s*[?.!]*$",
    re.I,
)

_COUNTED = re.compile(
    r"(?P<how>\bhow (?:many|much)\b[^.?!;:]*?)\b(?:describe[sd]?|explain(?:s|ed)?)\b", re.I
)


def without_counted(text: str) -> str:
    """A text whose "describe" tells of nothing: "how many criteria does the paper describe?"."""
    return _COUNTED.sub(r"\g<how>name", text)


def of_one_or_many(text: str) -> str:
    """A request for a summary as one for the paper on a topic, or for the papers on it."""
    text = IN_SO_MANY_LINES.sub("summary of the paper on ", text)
    of_set = SUMMARY_OF_SET.sub("papers on", text)
    return of_set if SUMMARY.search(text) and not ONE_PAPER.search(of_set) else text
