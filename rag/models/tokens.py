"""Counts tokens as tiktoken does, from encodings that a package carries: nothing is fetched.

tiktoken downloads its encodings when they are first used. LlamaIndex carries them in its
package; that folder is read, and nothing of it is imported.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiktoken import Encoding

_NEWEST = "o200k_base"  # where the model is not OpenAI's, a count is an estimate
_SHIPPED = frozenset({"o200k_base", "cl100k_base"})
_OURS = "TIKTOKEN_CACHE_DIR"


def count_tokens(text: str, model: str = "") -> int:
    """How many tokens a text has for a model; for models of others a close estimate.

    Text that spells a special token counts as the plain text that it is.
    """
    return len(encoding_of(model).encode_ordinary(text))


@cache
def encoding_of(model: str) -> Encoding:
    """The encoding of a model's name, or the newest one."""
    import tiktoken

    try:
        name = tiktoken.encoding_name_for_model(model)
    except KeyError:
        name = _NEWEST
    return _encoding(name if name in _SHIPPED else _NEWEST)


@cache
def _encoding(name: str) -> Encoding:
    import tiktoken

    before = os.environ.get(_OURS)
    os.environ[_OURS] = str(_carried())
    try:
        return tiktoken.get_encoding(name)
    finally:
        if before is None:
            del os.environ[_OURS]
        else:
            os.environ[_OURS] = before


def _carried() -> Path:
    """The folder of encodings in LlamaIndex's package."""
    spec = find_spec("llama_index.core")
    assert spec
    assert spec.submodule_search_locations  # a declared dependency, and a package
    return Path(spec.submodule_search_locations[0], "_static", "tiktoken_cache")
