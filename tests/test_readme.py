"""The README says what is so."""

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from rag.contract import to_contract
from rag.settings import load_settings
from rag.trace import AssessedPaper, CheckedClaim, RankedPaper, ReadSentence, Step, WeighedPaper

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
FOOTNOTE = str(Path(sys.executable).with_name("footnote"))
COMMANDS = re.findall(r"^footnote (.+)$", README, re.M)


def section(title):
    return re.split(r"^#+ ", README.partition(f"# {title}\n")[2], maxsplit=1, flags=re.M)[0]


def rows(title):
    """The first cells of a section's table, without its head; each may name several things."""
    cells = re.findall(r"^\| (`[^|]*) \|", section(title), re.M)
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


def test_the_two_commands_stand_at_the_top():
    assert re.findall(r"^(make \w+)", README, re.M)[:2] == ["make chat", "make test"]
    assert README.index("make chat") < 400


def test_every_make_target_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"\bmake (chat|test|check|format|lock|[a-z]+(?=`))", README)) <= targets


@pytest.mark.parametrize("command", sorted({re.match(r"[a-z ]*[a-z]", c)[0] for c in COMMANDS}))
def test_every_command_exists(command):
    words = command.split()
    words = words[: 2 if words[0] in ("library", "eval") else 1]
    asked = subprocess.run(
        [FOOTNOTE, *words, "--help"], check=False, capture_output=True, text=True
    )
    assert asked.returncode == 0, asked.stderr
    options = {option for c in COMMANDS if c.startswith(command) for option in _options(c)}
    assert all(option in asked.stdout for option in options)


def _options(command):
    return re.findall(r"--[a-z]+", command)


def test_every_command_is_in_the_readme():
    shown = subprocess.run([FOOTNOTE, "--help"], check=True, capture_output=True, text=True)
    known = re.findall(r"^│ ([a-z]+) ", shown.stdout, re.M)
    assert {"ask", "index", "chat", "doctor"} <= set(known)
    assert set(known) <= {command.split()[0] for command in COMMANDS}


def test_the_contracts_fields_are_those_of_an_answer(chain):
    assert rows("For other programs") == list(to_contract(chain.ask("Which papers target CPUs?")))


def test_the_steps_of_an_explanation_and_their_fields_are_told():
    steps = {step.__name__.lower(): step for step in get_args(Step)}
    title = "Why an answer is as it is"
    cells = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", section(title), re.M))
    assert list(cells) == list(steps)
    for name, told in cells.items():
        known = {field.name for field in fields(steps[name])}
        parts = {field.name for part in _PARTS.get(name, ()) for field in fields(part)}
        assert set(re.findall(r"`(\w+)`", told)) <= known | parts, name


_PARTS = {
    "ranked": [RankedPaper],
    "assessed": [AssessedPaper],
    "weighed": [WeighedPaper],
    "read": [ReadSentence],
    "checked": [CheckedClaim],
}


def test_the_settings_are_read(tmp_path):
    """Each of them alone changes what is read."""
    base = {"FOOTNOTE_HOME": "a", "FOOTNOTE_MODEL": "small", "OPENAI_API_KEY": "sk-1"}
    others = {
        "FOOTNOTE_HOME": str(tmp_path),
        "FOOTNOTE_LOG": "debug",
        "FOOTNOTE_MODEL": "large",
        "OPENAI_API_KEY": "sk-2",
        "OPENAI_BASE_URL": "http://127.0.0.1:11434/v1",
        "FOOTNOTE_CONTEXT": "4096",
        "FOOTNOTE_PRICE": "1,2",
        "FOOTNOTE_TIMEOUT": "5",
        "FOOTNOTE_CALLS": "1",
    }
    assert rows("Settings")[: len(others)] == list(others)
    before = load_settings(environment=base)
    for name, value in others.items():
        assert load_settings(environment={**base, name: value}) != before, name


def test_every_folder_is_in_the_map():
    folders = {
        f"{path.name}/"
        for path in ROOT.iterdir()
        if path.is_dir() and not path.name.startswith((".", "_")) and path.name not in _MADE
    }
    assert set(rows("Where things are")) == folders


_MADE = {"build", "dist"}


def test_links_lead_somewhere():
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
