"""A library in one file: what an export writes, and the only thing that an import takes.

The file is a zip of a header and a snapshot's papers, records and vectors, with the sha256 of
each in the header. Chroma's database and the BM25 index are not carried: they are made anew,
so that nothing from a stranger is ever opened as a database. Nothing is unpacked onto the disk
either: only members of these names are read, and no more of them than the header states.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from store import ledger, manifest, removals, snapshot, splits
from store.embed import Vectors
from store.errors import TransferError
from store.followed import Followed
from store.ledger import Entry, State
from store.library import snapshot_folder
from store.manifest import Manifest
from store.papers import Paper
from store.records import Kept, Record
from store.removals import Removals
from store.splits import Splits

FORMAT = 1
_HEADER = "footnote.json"
_TEXTS = ("papers.jsonl", "records.jsonl")
_VECTORS = ("sentences.npy", "passages.npy")
_LARGEST_HEADER = 64 * 2**20  # bytes
_MOST_INFLATED = 20  # times the file's size: texts shrink to a fourth, vectors hardly at all
_SPARE = 2**20  # bytes, for libraries so small that this says nothing
_ID = re.compile(r"[a-z0-9]+(?:-[0-9a-f]+)?")
_DAMAGED = (ValueError, TypeError, KeyError, AttributeError, RuntimeError, EOFError)
"""What reading a hostile zip, JSON or npy raises, besides errors of zipfile's own."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a file holds, verified; `vectors` maps each text to what the embedder made of it."""

    embedder: tuple[str, str]
    followed: Followed
    papers: list[Paper]
    kept: Kept
    splits: Splits
    removed: Removals
    vectors: dict[str, Vectors]


def pack(file: Path, directory: Path, state: Manifest) -> None:
    """Writes the library of this state to a new file."""
    folder = snapshot_folder(directory, state)
    members = {}
    for name in (*_TEXTS, *_VECTORS):
        with (folder / name).open("rb") as member:
            digest = hashlib.file_digest(member, "sha256").hexdigest()
        members[name] = {"sha256": digest, "bytes": (folder / name).stat().st_size}
    header = {
        "format": FORMAT,
        **asdict(state),
        "files": {name: asdict(entry) for name, entry in ledger.read(directory).files.items()},
        "splits": sorted(sorted(pair) for pair in splits.read(directory).pairs),
        "removed": removals.to_json(removals.read(directory)),
        "members": members,
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(_HEADER, json.dumps(header))
        for name in members:
            packed.write(folder / name, name)


def read(file: Path) -> Carried:
    """What an exported file holds, once all of it has been compared with its header.

    Raises TransferError for anything that an export would not have written.
    """
    try:
        if not file.is_file() and file.exists():  # a pipe would be waited for
            raise OSError("it is no file")
        with zipfile.ZipFile(file) as packed:
            _check_sizes(packed, file.stat().st_size)
            header = json.loads(packed.read(_HEADER))
            if (header["format"], header["schema"]) != (FORMAT, manifest.SCHEMA):
                raise ValueError(f"it is of format {header['format']}, schema {header['schema']}")
            contents = {name: _member(packed, name, header) for name in (*_TEXTS, *_VECTORS)}
        return _verified(header, contents)
    except OSError as error:
        raise TransferError(
            f"Cannot read {str(file)!r} ({error.strerror or error}); name an exported library."
        ) from error
    except (*_DAMAGED, zipfile.BadZipFile, zlib.error) as error:
        why = str(error) or type(error).__name__
        raise TransferError(
            f"{str(file)!r} is not a library as it was exported ({why:.200}); nothing of it was "
            "taken; export it again with `footnote library export`."
        ) from error


def _check_sizes(packed: zipfile.ZipFile, size: int) -> None:
    """Before anything is inflated: the right members, each once, and of a likely size."""
    names = [member.filename for member in packed.infolist()]
    if sorted(names) != sorted((_HEADER, *_TEXTS, *_VECTORS)):
        raise ValueError(f"it holds {', '.join(map(repr, names[:6]))}")
    inflated = sum(member.file_size for member in packed.infolist())
    if inflated > _MOST_INFLATED * size + _SPARE:
        raise ValueError(f"its {size} bytes would become {inflated}")
    if packed.getinfo(_HEADER).file_size > _LARGEST_HEADER:
        raise ValueError("its header is too large")


def _member(packed: zipfile.ZipFile, name: str, header: Mapping[str, Any]) -> bytes:
    """A member's bytes; zipfile itself reads no more than the size that it states."""
    content = packed.read(name)
    wanted = header["members"][name]
    if (len(content), hashlib.sha256(content).hexdigest()) != (wanted["bytes"], wanted["sha256"]):
        raise ValueError(f"{name} is not what its header says")
    return content


def _verified(header: Mapping[str, Any], contents: Mapping[str, bytes]) -> Carried:
    papers = [Paper.from_json(json.loads(line)) for line in contents["papers.jsonl"].splitlines()]
    if {paper.id: paper.content_hash for paper in papers} != header["papers"]:
        raise ValueError("a paper's text is not the one that was exported")
    for paper in papers:
        _check_paper(paper)
    records: dict[str, list[Record]] = {}
    for line in contents["records.jsonl"].splitlines():
        record = Record.from_json(json.loads(line))
        _check_paper(record.paper)
        if not isinstance(record.file, str) or not isinstance(record.gone, bool):
            raise ValueError("a record has a field of another type")
        records.setdefault(record.file, []).append(record)
    files = {
        name: _check_entry(Entry(**{**entry, "state": State(entry["state"])}))
        for name, entry in header["files"].items()
    }
    if not isinstance(header["sources"], list):
        raise ValueError("its sources are no list")
    return Carried(
        embedder=(str(header["embedder"]), str(header["embedder_checksum"])),
        followed=Followed(
            tuple(str(source) for source in header["sources"]),
            {
                str(source): {str(name): str(column) for name, column in named.items()}
                for source, named in header["columns"].items()
            },
        ),
        papers=papers,
        kept=Kept({name: records.get(name, []) for name in files}, files),
        splits=Splits(frozenset(frozenset(map(str, pair)) for pair in header["splits"])),
        removed=removals.from_json(header.get("removed", ())),
        vectors=_vectors(papers, [contents[name] for name in _VECTORS]),
    )


def _check_paper(paper: Paper) -> None:
    """That the values have their types and the places lie in the record."""
    texts = (
        *(paper.title, paper.text, paper.record, paper.category, paper.source, paper.source_id),
        *(paper.id, paper.doi, paper.arxiv, paper.url, paper.venue),
        *paper.authors,
        *paper.organisations,
        *paper.keywords,
        *paper.also_in,
        *(section.name for section in paper.sections),
    )
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("a paper has a field that is no text")
    if not isinstance(paper.has_code, bool) or not isinstance(paper.authors_cut, bool):
        raise ValueError("a paper has a field that is neither true nor false")
    if paper.id and not _ID.fullmatch(paper.id):
        raise ValueError(f"{paper.id!r} is no paper's id")
    spans = [(*span, len(paper.record)) for span in paper.fields.values()]
    spans += [(section.start, section.end, len(paper.text)) for section in paper.sections]
    spans += [(line.start, line.end, len(paper.text)) for line in paper.lines]
    if not all(0 <= start <= end <= length for start, end, length in spans):
        raise ValueError(f"a part of {paper.id!r} lies nowhere")
    for line in paper.lines:
        if not all(isinstance(number, int | float) for number in (line.page, *line.sides)):
            raise ValueError(f"a line of {paper.id!r} stands nowhere")


def _check_entry(entry: Entry) -> Entry:
    """The entry, if its values have their types."""
    texts = (entry.sha256, entry.time, entry.reason)
    if not all(isinstance(text, str) for text in texts) or not isinstance(entry.papers, int):
        raise ValueError("a file's entry is none of the ledger's")
    if entry.time:
        datetime.fromisoformat(entry.time)
    return entry


def _vectors(papers: list[Paper], contents: list[bytes]) -> dict[str, Vectors]:
    """The vectors by their texts; raises ValueError unless there is a sound one for each."""
    by_id = {paper.id: paper for paper in papers}
    sentences, passages = snapshot.cut(papers)
    found: dict[str, Vectors] = {}
    for pieces, content in ((sentences, contents[0]), (passages, contents[1])):
        vectors = _matrix(content, len(pieces))
        if not np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3):
            raise ValueError("the vectors are not of length 1")
        texts = (snapshot.embedded_text(piece, by_id) for piece in pieces)
        found |= dict(zip(texts, vectors, strict=True))
    return found


def _matrix(content: bytes, rows: int) -> Vectors:
    """The matrix in a .npy file; nothing is made of the shape that it claims before it is true."""
    file = io.BytesIO(content)
    if np.lib.format.read_magic(file) != (1, 0):
        raise ValueError("the vectors are of another format")
    shape, by_column, kind = np.lib.format.read_array_header_1_0(file)
    start = file.tell()
    whole = len(shape) == 2 and shape[0] * shape[1] * 4 == len(content) - start
    if kind != np.float32 or by_column or not whole or shape[0] != rows:
        raise ValueError("the vectors do not belong to the papers")
    return np.frombuffer(content, dtype=np.float32, offset=start).reshape(shape)
