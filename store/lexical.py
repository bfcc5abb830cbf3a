"""BM25 over sentences and passages: the words that must be there, whatever the vectors say."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import bm25s
    from Stemmer import Stemmer

Scores = NDArray[np.float32]

K1, B = 0.9, 0.4  # the defaults of Anserini, found good over many collections

STOP_WORDS = frozenset(
    """a about all also am an and any are as at be been being both but by can could did do does
    doing each few for from had has have having he her here him his how i if in into is it its
    just let like may me might more most must my no nor not of on only or other our over own per
    powerful same shall she should so some such than that the their them then there these they
    this those through to too under up upon us use used uses using very via was we were what when
    where which while who whom whose why will with within without would you your""".split()
)
_TEX = re.compile(r"\\[A-Za-z]+|[${}~^_]|\\(?=[%&#$])")
_INDEX = re.compile(r"\\?\b(?P<name>ell|[A-Za-z])_\{?(?P<index>\d)\}?")  # "$\ell_0$" is "L0"
_ACRONYM_PLURAL = re.compile(r"\b([A-Z][A-Za-z]*[A-Z]|[A-Z]+\d+)s\b")  # CPUs, H100s
_BRITISH_Z = re.compile(r"is(e|ed|er|ers|es|ing|ation|ations)$")  # on both sides: "quantise"
_NUMBERED = re.compile(r"([^\W\d_]{3,})\d+(?:\.\d+)?")  # "AIME24" is also "AIME"
_PROCESSOR_PLURAL = re.compile(r"[a-z]pus")
# Things of their own, which the stemmer takes for doings: a transformer is no transformation.
_AGENTS = re.compile(r"(?:accelerator|adapter|operator|processor|server|transformer)(?=s?$)")
_COMPOUND = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:[-/+][^\W_]+(?:[.,]\d+)*)*")


def terms(text: str, *, joined: bool = True) -> list[str]:
    """The index terms of a text, in order: lower case, stemmed, no TeX commands.

    A hyphened compound gives its parts and the whole run together ("T-MAC": t, mac, tmac),
    so that "KV-cache", "KV cache" and "T MAC" meet, unless `joined` is false; "2,048" is "2048".
    """
    levelled = _INDEX.sub(lambda m: m["name"].replace("ell", "l") + m["index"], _folded(text))
    plain = _ACRONYM_PLURAL.sub(r"\1", _TEX.sub(" ", levelled))
    return [term for word in _COMPOUND.findall(plain) for term in _terms_of(word, joined)]


def _folded(text: str) -> str:
    """Compatible forms and accents levelled, so that "naïve" meets "naive"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=200_000)  # few different words make up most of all texts
def _terms_of(compound: str, joined: bool) -> tuple[str, ...]:
    words = _words(compound, joined)
    return tuple(_stem(word) for word in words if word.lower() not in STOP_WORDS)


def _words(compound: str, joined: bool) -> Iterator[str]:
    parts = re.split(r"[-/+]", compound.replace(",", ""))
    yield from parts
    if joined and len(parts) > 1:
        yield "".join(parts)
    if joined:
        yield from (match[1] for part in parts if (match := _NUMBERED.fullmatch(part)))


def _stem(word: str) -> str:
    if not word.isalpha() or (len(word) > 2 and word.isupper()):
        return word.lower()  # an acronym has no endings: AIME is not "aims"
    word = word.lower()
    if agent := _AGENTS.match(word):
        return agent.group()
    word = _BRITISH_Z.sub(r"iz\1", word) if len(word) > 6 else word
    word = word.replace("our", "or") if len(word) > 6 else word
    if _PROCESSOR_PLURAL.fullmatch(word):  # the stemmer takes "cpus" for a word like "opus"
        return word[:-1]
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Stemmer:
    from Stemmer import Stemmer

    return Stemmer("english")


@cache
def _bm25s() -> Any:
    """The library, which sets its own logger to DEBUG when it is imported."""
    import bm25s

    logging.getLogger("bm25s").setLevel(logging.WARNING)
    return bm25s


class LexicalIndex:
    """BM25 (Lucene's variant; Robertson and Zaragoza 2009) over a fixed list of texts."""

    def __init__(self, index: bm25s.BM25 | None, size: int) -> None:
        """Wraps a bm25s index over `size` texts; None where no text has a term."""
        self._index = index
        self._size = size

    @classmethod
    def build(cls, texts: Sequence[str]) -> LexicalIndex:
        """Indexes the texts; scores come back in their order."""
        bm25s = _bm25s()
        tokens = [terms(text) for text in texts]
        if not any(tokens):
            return cls(None, len(texts))
        index = bm25s.BM25(k1=K1, b=B)
        index.index(tokens, show_progress=False)
        return cls(index, len(texts))

    def save(self, folder: Path) -> None:
        """Writes the index into a folder of its own."""
        folder.mkdir(parents=True)
        if self._index is not None:
            self._index.save(folder, show_progress=False)

    @classmethod
    def load(cls, folder: Path, size: int) -> LexicalIndex:
        """Reads what `save` wrote; `size` is the number of texts."""
        bm25s = _bm25s()
        if not any(folder.iterdir()):
            return cls(None, size)
        return cls(bm25s.BM25.load(folder, show_progress=False), size)

    def scores(self, query_terms: Sequence[str]) -> Scores:
        """The BM25 score of every text, shape (size,); zeros where nothing matches."""
        known = [t for t in query_terms if self._index and t in self._index.vocab_dict]
        if self._index is None or not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)
