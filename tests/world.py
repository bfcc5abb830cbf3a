"""A folder of papers that changes, for `torture.py`."""

from __future__ import annotations

import random
from pathlib import Path

State = dict[str, str]
"""Title -> abstract, of every paper."""


class World:
    """A folder of lists that changes from round to round."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        folder.mkdir()
        self._folder = folder
        self._dice = dice
        self._made = 0
        self._files: dict[str, dict[str, str]] = {}
        for _ in range(4):
            self._add_file()

    @property
    def state(self) -> State:
        return {title: text for own in self._files.values() for title, text in own.items()}

    def change(self) -> None:
        """One change of each of some kinds: a text, a paper more or less, a file more or less."""
        for kind in self._dice.sample(
            [self._rewrite, self._add, self._take, self._add_file, self._take_file], 2
        ):
            kind()

    def _rewrite(self) -> None:
        name = self._any_file()
        title = self._dice.choice(list(self._files[name]))
        self._files[name][title] = self._text()
        self._write(name)

    def _add(self) -> None:
        name = self._any_file()
        self._files[name][f"Report {self._next()} on Sand"] = self._text()
        self._write(name)

    def _take(self) -> None:
        name = self._any_file()
        if len(self._files[name]) > 1:
            del self._files[name][self._dice.choice(list(self._files[name]))]
            self._write(name)

    def _add_file(self) -> None:
        name = f"list{self._next()}.txt"
        self._files[name] = {f"Report {self._next()} on Sand": self._text() for _ in range(2)}
        self._write(name)

    def _take_file(self) -> None:
        if len(self._files) > 2:
            name = self._any_file()
            del self._files[name]
            (self._folder / name).unlink()

    def _any_file(self) -> str:
        return self._dice.choice(list(self._files))

    def _next(self) -> int:
        self._made += 1
        return self._made

    def _text(self) -> str:
        number = self._next()
        return f"We sort sand in {number} steps. The method measures {number + 1} grains a second."

    def _write(self, name: str) -> None:
        records = [
            f"CLAug 12, 2024\n{title}Ada Lovelace\n{text}\n"
            for title, text in self._files[name].items()
        ]
        (self._folder / name).write_text("\n".join(records), "utf-8")
