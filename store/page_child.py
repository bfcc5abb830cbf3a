"""Draws one page of the PDF on standard input: a program of its own, as for reading.

pdfium is C++: what a damaged file does to it must not happen to the process that serves the
chat, and a process can be stopped when it takes too long or too much memory.
"""

from __future__ import annotations

import io
import sys
from contextlib import suppress

import pypdfium2
from PIL import Image

from store.readers.pdf_text import turn_upright

_MEMORY = 3_000_000_000  # bytes
_MOST_SCALE = 2.6  # pixels a point: a sheet of paper becomes 1,600 wide and can be enlarged
_WIDEST, _HIGHEST = 2_000, 4_000  # pixels
_OFF_GREY = [255 * (abs(value - 128) > 6) for value in range(256)]


def main() -> None:
    """Writes the page that the call names, counted from 1: a line with its width and height in
    points, then a PNG. Ends with another status than 0 where there is no such page.
    """
    with suppress(ImportError, ValueError, OSError):  # there is no such bound on some platforms
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    sys.stdout.buffer.write(_drawn(sys.stdin.buffer.read(), int(sys.argv[1])))


def _drawn(data: bytes, number: int) -> bytes:
    document = pypdfium2.PdfDocument(data)
    if not 1 <= number <= len(document):  # Python would take page 0 for the last one
        sys.exit(f"There is no page {number}.")
    page = document[number - 1]
    turn_upright(page)  # as it was read, so that the places of quotes are places on it
    width, height = page.get_size()
    scale = min(_MOST_SCALE, _WIDEST / width, _HIGHEST / height)
    picture = page.render(scale=scale).to_pil()
    if picture.mode != "L" and not _is_coloured(picture):
        picture = picture.convert("L")  # a third of the size, as most pages of papers are
    file = io.BytesIO(f"{width:.1f} {height:.1f}\n".encode())
    file.seek(0, io.SEEK_END)
    picture.save(file, "PNG", compress_level=4)
    return file.getvalue()


def _is_coloured(picture: Image.Image) -> bool:
    """Whether any pixel of a picture is more than a shade off grey."""
    _, blue, red = picture.convert("YCbCr").split()
    return any(part.point(_OFF_GREY).getbbox() for part in (blue, red))


if __name__ == "__main__":
    main()
