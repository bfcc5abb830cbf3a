"""In which order and under which headings the figures stand, in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.bootstrap import Figure
from eval.measures import RANKED
from eval.opinions import BESIDE
from eval.run import LATENCIES

PASSED = "passed: "

_SECTIONS: Mapping[str, Mapping[str, str]] = {
    "Sets": {
        "precision": "precision",
        "recall": "recall",
        "F1": "F1",
        "exact": "exact sets",
    },
    "Citations": {
        "verbatim": "precision: verbatim",
        "supporting": "precision: supporting",
        "supported": "recall: statements supported",
    },
    "Abstention": {
        "refused rightly": "refused, of those to be refused",
        "refused wrongly": "refused, of those to be answered",
    },
    "Retrieval of gold papers": {name: name for name in RANKED},
    "Cost of a question": {**{name: name for name in LATENCIES}, "tokens": "tokens"},
}


@dataclass(frozen=True, slots=True)
class Line:
    """One measure: its label, and a figure a system, None where there is none."""

    label: str
    figures: Sequence[Figure | None]
    digits: int = 3


@dataclass(frozen=True, slots=True)
class Section:
    """Measures that belong together."""

    title: str
    lines: Sequence[Line]


def sections(systems: Mapping[str, Mapping[str, Figure]]) -> list[Section]:
    """The figures of all systems; measures that nobody has are left out."""
    names = dict.fromkeys(name for figures in systems.values() for name in figures)
    kinds = {name: name.removeprefix(PASSED) for name in names if name.startswith(PASSED)}
    planned = {"Share passed": {**kinds, "passed": "all"}, **_SECTIONS}
    return [
        Section(
            title, [_line(label, name, systems) for name, label in own.items() if name in names]
        )
        for title, own in planned.items()
        if not names.keys().isdisjoint(own)
    ]


def opinions(judges: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    """A language model's opinions from a record: a row each, with a text for every system."""
    systems = judges["systems"].values()
    rows = []
    for name, measure in BESIDE.items():
        rows.append((name, [_share(own["figures"].get(name)) for own in systems]))
        agreeing = [_agreeing(own["agreements"].get(name)) for own in systems]
        rows.append((f"agrees with {measure}", agreeing))
    return rows


def _share(figure: Mapping[str, float] | None) -> str:
    if figure is None:
        return "–"
    return "{value:.3f} [{low:.3f}, {high:.3f}] of {count}".format(**figure)


def _agreeing(agreement: Mapping[str, Any] | None) -> str:
    if agreement is None:
        return "–"
    kappa = agreement["kappa"]
    return f"{agreement['share']:.3f}, kappa {'–' if kappa is None else f'{kappa:.2f}'}"


def _line(label: str, name: str, systems: Mapping[str, Mapping[str, Figure]]) -> Line:
    return Line(label, [own.get(name) for own in systems.values()], _digits(name))


def _digits(name: str) -> int:
    return 0 if name == "tokens" else 1 if name in LATENCIES else 3
