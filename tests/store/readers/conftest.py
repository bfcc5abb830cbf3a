"""What a file of a given name and content is read as."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.readers.columns import Columns
from store.readers.files import read_content
from store.readers.formats import format_of
from store.readers.reading import Content, Reading


@pytest.fixture
def reading() -> Callable[..., Reading]:
    """Reads a content as `footnote index` would, with the format that it must be taken for."""

    def read(name: str, text: str | bytes, *, taken_for: str, columns: Columns | None = None):
        data = text if isinstance(text, bytes) else text.encode()
        content = Content(name, data, columns or Columns())
        assert format_of(content).name == taken_for
        return read_content(content)

    return read
