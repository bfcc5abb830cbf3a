"""Opens zip files: their members one by one, within bounds."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from store.readers.reading import Content, Unreadable

_LARGEST_MEMBER = 256_000_000  # bytes
_LARGEST_WHOLE = 2_000_000_000
_MOST_MEMBERS = 20_000
_OFFICE = ("[Content_Types].xml", "mimetype")
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


def looks_like(content: Content) -> bool:
    """Whether the bytes begin as a zip file's do."""
    return content.data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def members(content: Content) -> Iterator[tuple[str, Content | Unreadable]]:
    """Each member's name with its content, or with why it cannot be read.

    A member is unpacked up to a bound, whatever size it claims; raises Unreadable where the
    whole is no zip file, an office document, or would unpack to more than 2 GB.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(content.data))
    except _FAULTS as error:
        raise Unreadable(f"its zip archive is damaged ({error}); pack it again") from error
    with archive:
        inside = [info for info in archive.infolist() if not info.is_dir()]
        if any(info.filename in _OFFICE for info in inside):
            raise Unreadable("it is an office document or e-book; save it as PDF or plain text")
        if len(inside) > _MOST_MEMBERS:
            raise Unreadable(f"it holds more than {_MOST_MEMBERS} files; unpack it")
        unpacked = 0
        for info in inside:
            found = _unpacked(archive, info, content)
            unpacked += len(found.data) if isinstance(found, Content) else 0
            if unpacked > _LARGEST_WHOLE:
                raise Unreadable("it unpacks to more than 2 GB; unpack it and name its folder")
            yield info.filename, found


def _unpacked(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, content: Content
) -> Content | Unreadable:
    if info.flag_bits & 1:
        return Unreadable("it is locked with a password; unpack it")
    try:
        with archive.open(info) as file:
            data = file.read(_LARGEST_MEMBER + 1)
    except (*_FAULTS, NotImplementedError, MemoryError) as error:
        return Unreadable(f"it cannot be unpacked ({error}); pack it again")
    if len(data) > _LARGEST_MEMBER:
        return Unreadable("it unpacks to more than 256 MB; split it")
    return Content(info.filename, data, content.columns)
