"""Every way in which Footnote refuses, in one tree.

FootnoteError                      has .exit_status; its text is one sentence with the cure
├── CallError            (2)       the call was wrong: mend the call and try again
│   ├── QuestionError              the question is empty, too long or holds control characters
│   ├── BatchError                 a line of a batch file is not what it should be
│   ├── SourceError                a file of papers cannot be read
│   ├── TransferError              a file is no library as it was exported
│   └── EvalError                  what is to be measured with cannot be read
└── UnavailableError     (3)       a needed part was not to be had
    ├── LibraryMissingError        no library stands there yet
    ├── LibraryLockedError         another process is writing it
    ├── LibraryUnwritableError     the folder or its disk refuses
    ├── LibraryBrokenError         what is there cannot be used
    └── EmbedderError              the embedding model cannot be loaded or has changed
"""

from __future__ import annotations


class FootnoteError(Exception):
    """Something Footnote cannot do, said in one sentence with its cure."""

    exit_status = 3


class CallError(FootnoteError):
    """The call was wrong."""

    exit_status = 2


class QuestionError(CallError):
    """The question cannot be asked as it stands."""


class BatchError(CallError):
    """A line of a batch file is not a question."""


class SourceError(CallError):
    """A file of papers cannot be read; `source` names it."""

    def __init__(self, message: str, source: str = "") -> None:
        """The sentence, and how the library calls the file where it does."""
        super().__init__(message)
        self.source = source


class TransferError(CallError):
    """A file is not a library as an export wrote it."""


class EvalError(CallError):
    """Questions, a collection or an earlier report are not what they should be."""


class UnavailableError(FootnoteError):
    """A needed part was not to be had."""


class LibraryMissingError(UnavailableError):
    """No library stands in that folder yet."""


class LibraryLockedError(UnavailableError):
    """Another process is writing this library."""


class LibraryUnwritableError(UnavailableError):
    """The library's folder or its disk refuses to be written."""


class LibraryBrokenError(UnavailableError):
    """The library's files are damaged or of another version."""


class EmbedderError(UnavailableError):
    """The embedding model cannot be loaded, or is not the one that made the index."""
