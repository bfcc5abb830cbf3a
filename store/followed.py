"""What a library follows: its sources, and the columns that calls have named of some of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from store.readers.columns import Columns

DEFAULT_NAME = "the default list"

Named = Mapping[str, Mapping[str, str]]
"""Source -> field -> the column that holds it."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Files and folders by the names that `sources.source_name` gives them."""

    sources: tuple[str, ...] = ()
    columns: Named = field(default_factory=dict)

    def columns_of(self, file: str) -> Columns:
        """How a file is read: as was said of it, or else of the nearest folder that holds it."""
        above = [source for source in self.columns if is_under(file, source)]
        return Columns(self.columns[max(above, key=len)]) if above else Columns()

    def with_more(self, sources: Sequence[str], columns: Columns) -> Followed:
        """These and more sources, whose columns are now those given, if any are.

        Where nothing at all is followed, the default list is from now on.
        """
        own = {source: columns.given for source in sources if columns.given}
        together = tuple(dict.fromkeys([*self.sources, *sources])) or (DEFAULT_NAME,)
        return Followed(together, {**self.columns, **own})

    def without(self, gone: Collection[str]) -> Followed:
        """These but for some sources and their columns."""
        return Followed(
            tuple(source for source in self.sources if source not in gone),
            {source: own for source, own in self.columns.items() if source not in gone},
        )


def is_under(name: str, source: str) -> bool:
    """Whether a file is this source or lies below it."""
    return name == source or Path(source) in Path(name).parents
