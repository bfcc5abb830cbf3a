"""What is asked in wordings that leave no doubt of what answers, before all other kinds."""

from __future__ import annotations

from rag.evidence.data_size import asks_data_size, gives_data_size
from rag.evidence.defined import defines, definition_asked
from rag.evidence.supposed import gives_supposed, supposed_in


def gives_outright(question: str, sentence: str) -> bool | None:
    """Whether a sentence gives a figure that is supposed, a meaning or a size of data.

    None where none of these is asked for.
    """
    if supposed_in(question):
        return gives_supposed(question, sentence)
    if meant := definition_asked(question):
        return defines(meant, sentence)
    return gives_data_size(sentence) if asks_data_size(question) else None
