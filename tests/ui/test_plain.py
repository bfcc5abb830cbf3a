from dataclasses import dataclass, field
from datetime import date

import pytest

from rag.types import Kind
from store.papers import Paper
from ui.plain import from_plain, to_plain


@dataclass(frozen=True)
class Inner:
    name: str
    share: float = 0.0


@dataclass(frozen=True)
class Outer:
    inner: tuple[Inner, ...] = ()
    span: tuple[int, str] = (0, "")
    day: date | None = None
    kind: Kind = Kind.FACT
    counts: dict[str, int] = field(default_factory=dict)


WHOLE = Outer((Inner("a", 0.5),), (1, "x"), date(2024, 8, 2), Kind.LIST, {"b": 2})
PLAIN = {
    "inner": [{"name": "a", "share": 0.5}],
    "span": [1, "x"],
    "day": "2024-08-02",
    "kind": "list",
    "counts": {"b": 2},
}


def test_a_record_becomes_plain_values_and_comes_back():
    assert to_plain(WHOLE) == PLAIN
    assert from_plain(Outer, PLAIN) == WHOLE


def test_a_field_may_share_its_name_with_its_type():
    paper = Paper("a", "A", "One.", "", date=date(2024, 8, 2), fields={"title": (0, 1)})
    assert from_plain(Paper, to_plain(paper)) == paper


def test_what_an_earlier_version_lacks_has_its_default_and_what_it_had_more_is_passed_over():
    assert from_plain(Outer, {"gone": 1}) == Outer()
    assert from_plain(Inner, {"name": "a", "share": 1}) == Inner("a", 1.0)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"inner": {}},
        {"inner": [{"share": 1.0}]},
        {"inner": [{"name": 1}]},
        {"span": [1]},
        {"day": 5},
        {"kind": "shout"},
        {"counts": {"b": "2"}},
        {"counts": {"b": True}},
    ],
)
def test_anything_else_is_refused(data):
    with pytest.raises((TypeError, ValueError)):
        from_plain(Outer, data)
