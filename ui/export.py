"""Answers to take along: Markdown with footnotes, BibTeX and CSV, made from a conversation.

What papers and people wrote stays text in each of them: Markdown's signs are escaped but for
the answer's own, BibTeX's and a spreadsheet's too.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from store.papers import Paper
from ui.cards import authors_line, section_name
from ui.conversation import Source, Turn
from ui.history import Conversation
from ui.text import pieces, tidy

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~!&$@]|:(?=//))")
# An answer's own Markdown keeps its emphasis, lists and tables; what could link, load or run
# does not, and its markers become footnotes.
_MARKER = r"(?<!\\)\[(?P<n>\d{1,4})\]"
_FOREIGN = re.compile(
    rf"{_MARKER}|\\(?P<escaped>[!-/:-@\[-`{{-~])|(?P<sign>[<>&`~@\[\]\\!]|:(?=//))"
)
_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "&": r"\&",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run
_COLUMNS = (
    "question", "source", "paper", "title", "authors", "date", "category", "organisations",
    "code", "section", "start", "end", "quote",
)  # fmt: skip


def as_markdown(conversation: Conversation, turns: Sequence[int]) -> str:
    """The turns of these numbers under the conversation's name, each source a footnote."""
    parts = [f"# {_literal(conversation.name)}"] if len(turns) > 1 else []
    for number in turns:
        parts.append(_turn(conversation.turns[number - 1], number))
    return "\n\n".join(parts) + "\n"


def _turn(turn: Turn, number: int) -> str:
    answer = turn.answer
    seen = answer.coverage if answer else None
    about = [answer.understood] if answer and answer.understood else []
    about += [f"{seen.papers_considered} of {seen.papers_total} papers considered"] if seen else []
    parts = [
        f"## {_literal(turn.question)}",
        _answer(turn.markdown, number),
        _literal(turn.note),
        f"*{_literal('; '.join(about))}*" if about else "",
        "\n".join(_footnote(source, number) for source in turn.sources),
    ]
    return "\n\n".join(part for part in parts if part)


def _answer(markdown: str, number: int) -> str:
    def replace(match: re.Match[str]) -> str:
        if match["n"]:
            return f"[^{number}-{match['n']}]"
        return "\\" + (match["escaped"] or match["sign"])

    return "".join(
        f"${' '.join(piece.split())}$" if maths else _FOREIGN.sub(replace, piece)
        for maths, piece in pieces(markdown)
    )


def _footnote(source: Source, number: int) -> str:
    citation, paper = source.citation, source.paper
    facts = [authors_line(paper), paper.date.isoformat() if paper.date else ""]
    facts += [paper.category, section_name(citation.section)]
    said = "; ".join(_literal(fact) for fact in facts if fact)
    quote = _literal(citation.quote)
    return f"[^{number}-{citation.n}]: **{_literal(paper.title)}**. {said}. “{quote}”"


def _literal(text: str) -> str:
    """One line of Markdown that shows a text; its mathematics stays mathematics."""
    line = " ".join(text.split())
    return "".join(
        f"${piece}$" if maths else _SIGNS.sub(r"\\\1", tidy(piece)) for maths, piece in pieces(line)
    )


def as_bibtex(sources: Iterable[Source]) -> str:
    """An entry for each paper, once, in the order of their first citation."""
    papers = {source.paper.id: source.paper for source in sources}
    return "\n".join(_entry(paper) for paper in papers.values())


def _entry(paper: Paper) -> str:
    people = [*paper.authors, *(["others"] if paper.authors_cut else [])]
    # A name of words in braces is not taken apart, whatever stands in it.
    names = " and ".join(p if p == "others" else _name(p) for p in people)
    fields = {"title": f"{{{_bibtex(paper.title)}}}", "author": names}
    if paper.date:
        fields["year"] = str(paper.date.year)
    if paper.date and paper.date_known != "year":
        fields["month"] = _MONTHS[paper.date.month - 1]
    fields |= {"howpublished": paper.venue, "doi": paper.doi, "eprint": paper.arxiv}
    fields |= {"url": paper.url, "keywords": paper.category}
    for name in ("howpublished", "doi", "eprint", "url", "keywords"):
        fields[name] = _bibtex(fields[name])
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    ]
    key = re.sub(r"[^A-Za-z0-9:_-]", "", paper.id)
    return "\n".join([f"@misc{{{key},", *lines, "}", ""])


def _name(person: str) -> str:
    plain = re.fullmatch(r"[\w.'’ -]+", person) and " and " not in f" {person.lower()} "
    return _bibtex(person) if plain else f"{{{_bibtex(person)}}}"


def _bibtex(text: str) -> str:
    line = " ".join(text.split())
    return "".join(
        f"${piece}$"
        if maths and piece.count("{") == piece.count("}")
        else "".join(_BIBTEX.get(sign, sign) for sign in piece)
        for maths, piece in pieces(line)
    )


def as_csv(turns: Iterable[Turn]) -> str:
    """A row for each source of each turn; UTF-8 with a mark, so that spreadsheets see it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(_COLUMNS)
    for turn in turns:
        for source in turn.sources:
            writer.writerow([_cell(value) for value in _row(turn, source)])
    return f"\ufeff{file.getvalue()}"


def _row(turn: Turn, source: Source) -> tuple[object, ...]:
    citation, paper = source.citation, source.paper
    return (
        turn.question, citation.n, paper.id, paper.title, authors_line(paper),
        paper.date.isoformat() if paper.date else "", paper.category,
        ", ".join(paper.organisations), "yes" if paper.has_code else "no",
        citation.section, citation.start, citation.end, citation.quote,
    )  # fmt: skip


def _cell(value: object) -> object:
    """A text that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
