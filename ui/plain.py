"""Frozen records as plain values for JSON, and back again, strictly.

What is read may be of an earlier version: fields that it lacks get their defaults, those that
are no more are passed over. Anything of the wrong kind raises TypeError or ValueError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Only dicts, lists, texts, numbers, booleans and None."""
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def from_plain(kind: type[T], data: Any) -> T:
    """The record that `to_plain` was called on."""
    found: T = _read(kind, data)
    return found


def _read(kind: Any, data: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _record(kind, data)
    if origin in (Union, UnionType):
        return _one_of(inner, data)
    if origin is Literal:
        return _must(data in inner, kind, data)
    if origin is tuple:
        return _tuple(inner, _must(isinstance(data, list), kind, data))
    if origin is not None and issubclass(origin, Mapping):
        _must(isinstance(data, dict), kind, data)
        return {key: _read(inner[1], value) for key, value in data.items()}
    if kind is date:
        return date.fromisoformat(_must(isinstance(data, str), kind, data))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(data)
    if kind is float:
        return float(_must(isinstance(data, (int, float)), kind, data))
    return _must(type(data) is kind, kind, data)


def _record(kind: Any, data: Any) -> Any:
    _must(isinstance(data, dict), kind, data)
    hints = _hints(kind)
    return kind(**{name: _read(hints[name], data[name]) for name in hints if name in data})


def _tuple(inner: tuple[Any, ...], data: list[Any]) -> tuple[Any, ...]:
    if inner[-1] is Ellipsis:
        return tuple(_read(inner[0], each) for each in data)
    return tuple(_read(kind, each) for kind, each in zip(inner, data, strict=True))


def _one_of(kinds: tuple[Any, ...], data: Any) -> Any:
    for kind in kinds:
        try:
            return None if kind is type(None) and data is None else _read(kind, data)
        except (TypeError, ValueError):
            continue
    return _must(False, kinds, data)


def _must(fits: bool, kind: Any, data: Any) -> Any:
    if not fits:
        raise TypeError(f"{str(data)[:80]!r} is no {kind}")
    return data


@cache
def _hints(kind: Any) -> dict[str, Any]:
    own = {field.name for field in fields(kind)}
    return {name: hint for name, hint in get_type_hints(kind).items() if name in own}
