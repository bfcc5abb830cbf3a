"""Reads tables with a header: values separated by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from store.papers import Paper
from store.readers.card import Fields, one_line, paper_of, phrases
from store.readers.days import day_of
from store.readers.people import people, tidy
from store.readers.reading import Content, NoSuchColumn, Problem, Unreadable

_SEPARATORS = ",;\t|"
_LONGEST_CELL = 10_000_000
_LONGEST_HEADER = 20_000
_DENIALS = frozenset(("no", "none", "false", "0", "0.0", "n", "n/a", "na", "nan", "null", "-", "–"))


def looks_like(content: Content) -> bool:
    """Whether the first line names columns, among them one of the title."""
    header = _header(content)
    if len(header) < 2:
        return content.suffix in (".csv", ".tsv")
    return "title" in content.columns.among(header) or content.suffix in (".csv", ".tsv")


def read(content: Content) -> Iterator[Paper | Problem]:
    """Each row with a title; raises Unreadable where no column is known to hold titles."""
    header = _header(content)
    if strange := content.columns.strange_to(header):
        raise NoSuchColumn(strange, header)
    columns = content.columns.among(header)
    if "title" not in columns:
        raise Unreadable(
            f"no column of {', '.join(header)[:200]!r} is known to hold titles; name the one that "
            "does: --column title=NAME"
        )
    rows = _rows(content)
    line = 0
    while True:
        begins = line + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable(f"row {begins} is no row of a table ({error})") from error
        line = rows.line_num
        if begins > 1 and any(row):
            yield _read_row(dict(zip(header, row, strict=False)), columns, begins)


def _read_row(row: Mapping[str, str], columns: Mapping[str, str], line: int) -> Paper | Problem:
    fields = fields_of(row, columns)
    if not fields.title:
        return Problem(line, f"the column {columns['title']!r} is empty")
    return paper_of(fields, str(line))


def fields_of(row: Mapping[str, Any], columns: Mapping[str, str]) -> Fields:
    """The fields of a row or object, where `columns` says which holds which."""
    value = {name: row.get(column) for name, column in columns.items()}
    names, cut = _people(value.get("authors"))
    return Fields(
        title=one_line(_text(value.get("title"))),
        text=one_line(_text(value.get("text"))),
        authors=names,
        authors_cut=cut,
        day=day_of(_text(value.get("date")), _text(value.get("year"))),
        doi=_text(value.get("doi")),
        arxiv=_text(value.get("arxiv")),
        url=_text(value.get("url")),
        venue=_text(value.get("venue")),
        keywords=_list(value.get("keywords")),
        category=(_text(value.get("category")).split() or [""])[0],
        organisations=_list(value.get("organisations")),
        source_id=one_line(_text(value.get("id"))),
        has_code=_says_yes(value.get("code")),
        code=_text(value.get("code")),
    )


def _says_yes(value: object) -> bool:
    """Whether a field for code holds an address, or anything but a denial."""
    said = _text(value).strip().lower()
    return bool(said) and said not in _DENIALS


def _people(value: object) -> tuple[tuple[str, ...], bool]:
    if not isinstance(value, list):
        return people(one_line(_text(value)))
    names = [_text(v.get("name")) if isinstance(v, dict) else _text(v) for v in value]
    return tidy(one_line(name) for name in names), False


def _list(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(dict.fromkeys(word for v in value if (word := one_line(_text(v)))))
    return phrases(_text(value))


def _text(value: object) -> str:
    """A value as text; "" for what is no text, number or list of them."""
    if isinstance(value, list):
        return " ".join(filter(None, map(_text, value)))
    return str(value) if isinstance(value, (str, int, float)) else ""


def _header(content: Content) -> list[str]:
    first = content.text.lstrip("\n")[:_LONGEST_HEADER].partition("\n")[0]
    try:
        return [name.strip() for name in next(csv.reader([first], delimiter=_separator(first)))]
    except (csv.Error, StopIteration):
        return []


def _separator(header: str) -> str:
    return max(_SEPARATORS, key=header.count)


def _rows(content: Content) -> Any:
    """Csv's own reader, which counts lines."""
    csv.field_size_limit(_LONGEST_CELL)
    text = content.text.lstrip("\n")
    first = text[:_LONGEST_HEADER].partition("\n")[0]
    return csv.reader(io.StringIO(text, newline="\n"), delimiter=_separator(first))
