"""Reads a file, a zip or a folder of papers. One bad file or record never stops the rest."""

from __future__ import annotations

import itertools
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from store.errors import ColumnError, SourceError
from store.papers import Paper
from store.readers import archive
from store.readers.columns import Columns
from store.readers.formats import format_of
from store.readers.reading import Content, NoSuchColumn, Problem, Reading, Unreadable

LARGEST_FILE = 512_000_000
"""Bytes; a file is held in memory while it is read."""

_LONGEST_TEXT = 5_000_000  # characters of one paper: a thousand pages and more
_LONGEST_TITLE = 1_000
_MOST_PROBLEMS = 100  # told of one file; the rest are counted
_HOPELESS = 1_000  # problems without a single paper: the file is something else
_MOST_FILES = 50_000
ENDINGS = frozenset(
    ".pdf .zip .bib .bibtex .ris .csv .tsv .json .jsonl .ndjson .xml .atom .md .markdown "
    ".txt .text".split()
)
"""Of files that are read where a folder or zip holds them, in lower case."""


def files_in(path: Path) -> list[Path]:
    """The files below a folder that may hold papers, in order; a file is itself.

    Hidden files and those with other endings are passed over, links are followed to files
    only. Raises SourceError for what is not there or holds too many files.
    """
    path = path.expanduser()
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise SourceError(f"Cannot read {str(path)!r} ({why}); name a file or folder.") from error
    if not stat.S_ISDIR(mode):
        return [path]
    found = list(itertools.islice(_below(path), _MOST_FILES + 1))
    if len(found) > _MOST_FILES:
        raise SourceError(
            f"{str(path)!r} holds more than {_MOST_FILES} files; name the folder of the papers."
        )
    return sorted(file for file in found if may_hold_papers(file.relative_to(path)))


def may_hold_papers(name: str | Path) -> bool:
    """Whether a file found in a folder or zip is worth reading: by its ending, if not hidden.

    A file that a person names is read whatever it is called.
    """
    path = Path(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not hidden and path.suffix.lower() in ENDINGS


def read(path: Path, columns: Columns | None = None) -> Reading:
    """The papers of a file, a zip or a folder, still without ids, and what could not be read.

    `Paper.source` is the place within a file: a line or a number, in a zip "member/line".
    For a folder a problem's `source` is its file. Raises SourceError if there is no paper.
    """
    files = files_in(path)
    if files == [path.expanduser()]:
        return _read_file(files[0], columns or Columns())
    papers: list[Paper] = []
    problems: list[Problem] = []
    for file in files:
        try:
            reading = _read_file(file, columns or Columns())
        except SourceError as error:
            problems.append(Problem(0, str(error), str(file)))
            continue
        place = str(file.relative_to(path.expanduser()))
        papers += [replace(p, source=_within(place, p.source)) for p in reading.papers]
        problems += [replace(p, source=str(file)) for p in reading.problems]
    if not papers:
        why = problems[0].message if problems else "there is no file of a known format in it"
        raise SourceError(f"No paper could be read from the folder {str(path)!r}: {why}")
    return Reading(tuple(papers), tuple(problems))


def original(path: Path, place: str) -> bytes:
    """The bytes that a paper at this place within a file was read from: the file's, or those of
    a member of a zip. Raises SourceError where they are not to be had.
    """
    try:
        content = Content(path.name, _bytes_of(path))
        if not archive.looks_like(content):
            return content.data
        for name, member in archive.members(content):
            if isinstance(member, Content) and _within(name, "1") == place:
                return member.data
    except (Unreadable, OSError) as error:
        raise SourceError(f"Cannot read {str(path)!r} ({error}).") from error
    raise SourceError(f"{str(path)!r} holds no {place!r} any more; look into the file.")


def _below(folder: Path) -> Iterator[Path]:
    """Every regular file below a folder that is not hidden, nor in a hidden folder."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            file = Path(parent, name)
            if not name.startswith(".") and _is_regular(file):
                yield file


def _is_regular(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # some systems refuse even to say what it is
        return False


def _read_file(path: Path, columns: Columns) -> Reading:
    try:
        reading = read_content(Content(path.name, _bytes_of(path), columns))
    except NoSuchColumn as error:
        raise ColumnError(f"{str(path)!r} cannot be read so: {error}.") from error
    except Unreadable as error:
        raise SourceError(f"No paper could be read from {str(path)!r}: {error}.") from error
    except OSError as error:
        raise SourceError(
            f"Cannot read {str(path)!r} ({error.strerror}); name a readable file."
        ) from error
    if not reading.papers:
        first = next(iter(reading.problems), None)
        why = f"{first.unit} {first.line}: {first.message}" if first else "it holds no record"
        raise SourceError(f"No paper could be read from {str(path)!r}: {why}.")
    return reading


def _bytes_of(path: Path) -> bytes:
    """The bytes of a regular file; a device or pipe could go on for ever."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable("it is no file; name a file, or a folder")
    if status.st_size > LARGEST_FILE:
        raise Unreadable(f"it is larger than {LARGEST_FILE // 1_000_000} MB; split it")
    return path.read_bytes()


def read_content(content: Content) -> Reading:
    """The papers and problems of a content; raises Unreadable where its whole cannot be read."""
    if archive.looks_like(content):
        return _gathered(_read_members(content))
    return _gathered(format_of(content).read(content))


def _read_members(content: Content) -> Iterator[Paper | Problem]:
    for name, member in archive.members(content):
        if not may_hold_papers(name):
            continue
        try:
            if isinstance(member, Unreadable):
                raise member
            reading = _gathered(format_of(member).read(member))
        except Unreadable as error:
            yield Problem(0, f"{name}: {error}")
            continue
        yield from (replace(p, source=_within(name, p.source)) for p in reading.papers)
        yield from (replace(p, message=f"{name}: {p.message}") for p in reading.problems)


def _within(name: str, place: str) -> str:
    """A place in a file of a folder or zip; a colon would end the name of the source."""
    return f"{name}/{place}".replace(":", "_")


def _gathered(found: Iterator[Paper | Problem]) -> Reading:
    """All papers; problems up to a number. A content of nothing but problems is given up."""
    papers: list[Paper] = []
    problems: list[Problem] = []
    left_out = 0
    for item in found:
        if isinstance(item, Paper) and not (fault := _fault(item)):
            papers.append(item)
            continue
        problem = item if isinstance(item, Problem) else Problem(int(item.source), fault)
        if len(problems) < _MOST_PROBLEMS:
            problems.append(problem)
        else:
            left_out += 1
        if not papers and left_out > _HOPELESS:
            break
    if left_out:
        problems.append(Problem(0, f"and {left_out} or more problems of this kind"))
    return Reading(tuple(papers), tuple(problems))


def _fault(paper: Paper) -> str:
    """What makes a paper too large to be one."""
    if len(paper.title) > _LONGEST_TITLE:
        return f"its title is longer than {_LONGEST_TITLE} characters"
    if len(paper.text) > _LONGEST_TEXT:
        return f"its text is longer than {_LONGEST_TEXT} characters; split it"
    return ""
