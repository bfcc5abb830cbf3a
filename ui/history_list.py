"""The kept conversations as a list of HTML, each with what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from ui.history import Entry
from ui.text import escape

_LONGEST_NAME = 90


def listing(entries: Sequence[Entry], current: str, *, searched: bool = False) -> str:
    """Newest first; the current one is marked."""
    if not entries:
        none = "No conversation says that." if searched else "What you ask is kept here."
        return f'<p class="none">{none}</p>'
    items = "".join(_item(entry, current=entry.id == current) for entry in entries)
    return f"<ul>{items}</ul>"


def _item(entry: Entry, *, current: bool) -> str:
    name = entry.name if len(entry.name) <= _LONGEST_NAME else f"{entry.name[:_LONGEST_NAME]} …"
    mark = ' aria-current="true"' if current else ""
    return (
        f'<li{mark}><button type="button" class="act open" name="open" value="{entry.id}">'
        f'{escape(name)}</button><span class="small">{_when(entry.changed)}'
        f'<button type="button" class="act" name="rename" value="{entry.id}">Rename</button>'
        f'<button type="button" class="act" name="delete" value="{entry.id}">Delete</button>'
        "</span></li>"
    )


def _when(changed: datetime) -> str:
    """The day; that of today is told by its time."""
    local = changed.astimezone()
    today = datetime.now(UTC).astimezone().date() == local.date()
    shown = f"{local:%H:%M}" if today else f"{local.day} {local:%b %Y}"
    return f'<time datetime="{local.isoformat(timespec="minutes")}">{shown}</time>'
