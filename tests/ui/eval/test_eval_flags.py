"""`footnote eval flags`: verdicts as rows of questions."""

from __future__ import annotations

from eval.questions import read_questions
from store import flags
from store.flags import Flag, Verdict
from tests.ui.conftest import one_sentence

LISTED = Flag(
    Verdict.MISSING_PAPER,
    "Which papers are about abaci?",
    "1 paper \x1b[31mfits.",
    "list",
    abstained=False,
    papers=("Loom",),
    right=("Kite",),
)


def test_verdicts_are_shown_as_rows_with_what_is_still_open(footnote, tmp_path):
    flags.add(tmp_path, LISTED)
    flags.add(tmp_path, Flag(Verdict.WRONG_FACT, "How old is Kite?", "7", "fact", abstained=False))
    shown = footnote("eval", "flags", "--library", tmp_path)
    assert (shown.status, shown.err) == (0, "")
    assert "Which papers are about abaci?" in shown.out
    assert "missing paper" in shown.out
    assert "to fill in gold, patterns" in " ".join(shown.out.split())
    assert "\x1b" not in shown.out
    assert "Verdicts: 2; rows proposed: 2." in shown.out


def test_rows_of_verdicts_are_written_once_after_they_are_shown(footnote, tmp_path):
    flags.add(tmp_path, LISTED)
    file = tmp_path / "rows.jsonl"
    first = footnote("eval", "--library", tmp_path, "flags", "--write", file)
    assert "abaci" in first.out
    assert f"Rows added to {file}: 1" in first.err
    written = file.read_bytes()
    (row,) = read_questions(file)
    assert (row.q, row.gold) == (LISTED.question, ("Kite",))
    second = footnote("eval", "flags", "--write", file, "--library", tmp_path)
    assert "rows proposed: 0" in second.out
    assert file.read_bytes() == written


def test_a_line_that_is_no_verdict_is_named_and_the_others_shown(footnote, tmp_path):
    (tmp_path / flags.FILE).write_text("no verdict\n", "utf-8")
    flags.add(tmp_path, LISTED)
    shown = footnote("eval", "flags", "--library", tmp_path)
    assert shown.status == 0
    assert "line 1: This is no verdict." in shown.err
    assert "abaci" in shown.out


def test_verdicts_of_no_library_are_a_wrong_call(footnote, tmp_path):
    outcome = footnote("eval", "flags", "--library", tmp_path / "nowhere")
    assert "There is no library in" in one_sentence(outcome, 3)
