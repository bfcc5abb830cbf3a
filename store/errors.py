"""Every way in which Footnote refuses, in one tree.

FootnoteError                      has .exit_status; its text is one sentence with the cure
├── CallError            (2)       the call was wrong: mend the call and try again
│   ├── QuestionError              the question is empty, too long or holds control characters
│   ├── BatchError                 a line of a batch file is not what it should be
│   ├── SourceError                a file of papers cannot be read
│   │   └── ColumnError            it has no such column as the call names
│   ├── TransferError              a file is no library as it was exported
│   ├── SettingError               a setting is not what it should be
│   └── EvalError                  what is to be measured with cannot be read
└── UnavailableError     (3)       a needed part was not to be had
    ├── LibraryMissingError        no library stands there yet
    ├── LibraryEmptyError          the library that stands there holds no paper
    ├── LibraryLockedError         another process is writing it
    ├── LibraryUnwritableError     the folder or its disk refuses
    ├── LibraryBrokenError         what is there cannot be used
    ├── EmbedderError              the embedding model cannot be loaded or has changed
    ├── ModelError                 the language model did not answer; .retryable, .wait
    │   ├── ModelUnreachableError  no connection, or no answer in time
    │   ├── ModelRefusedError      the key, the name or the request was refused
    │   ├── ModelBusyError         it was asked too often, or failed at its end
    │   └── ModelReplyError        what it said was cut off, empty or of no use
    └── ReplayError                only replies from the cache may be used, and one is not there
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


class ColumnError(SourceError):
    """A file has no such column as the call names."""


class TransferError(CallError):
    """A file is not a library as an export wrote it."""


class SettingError(CallError):
    """A setting is not what it should be."""


class EvalError(CallError):
    """Questions, a collection or an earlier report are not what they should be."""


class UnavailableError(FootnoteError):
    """A needed part was not to be had."""


class LibraryMissingError(UnavailableError):
    """No library stands in that folder yet."""


class LibraryEmptyError(UnavailableError):
    """The library holds no paper."""


class LibraryLockedError(UnavailableError):
    """Another process is writing this library."""


class LibraryUnwritableError(UnavailableError):
    """The library's folder or its disk refuses to be written."""


class LibraryBrokenError(UnavailableError):
    """The library's files are damaged or of another version."""


class EmbedderError(UnavailableError):
    """The embedding model cannot be loaded, or is not the one that made the index."""


class ModelError(UnavailableError):
    """The language model did not answer.

    `retryable` says whether asking again may help, `wait` after how many seconds the endpoint
    wants that (None: it did not say).
    """

    retryable = False

    def __init__(self, sentence: str, *, wait: float | None = None) -> None:
        """`sentence` says what happened, with the cure."""
        super().__init__(sentence)
        self.wait = wait


class ModelUnreachableError(ModelError):
    """No connection to the endpoint, or no answer in time."""

    retryable = True


class ModelRefusedError(ModelError):
    """The endpoint refuses the key, the model's name or the request."""


class ModelBusyError(ModelError):
    """The endpoint was asked too often, or failed at its own end."""

    retryable = True


class ModelReplyError(ModelError):
    """What the model said was cut off, empty or of no use."""

    retryable = True


class ReplayError(UnavailableError):
    """A reply is not in the cache, and nothing else may be used."""
