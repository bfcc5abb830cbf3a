"""Readers: one file a format, each turning a content into papers and problems.

`read` takes a file, zip or folder and chooses the reader by what is in it.
"""

from store.readers.columns import Columns
from store.readers.files import ENDINGS, LARGEST_FILE, files_in, may_hold_papers, original, read
from store.readers.reading import Problem, Reading

__all__ = [
    "ENDINGS",
    "LARGEST_FILE",
    "Columns",
    "Problem",
    "Reading",
    "files_in",
    "may_hold_papers",
    "original",
    "read",
]
