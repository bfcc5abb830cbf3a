from datetime import UTC, datetime

from ui.history import Entry
from ui.history_list import listing

DAY = datetime(2024, 8, 2, 12, tzinfo=UTC)


def test_each_conversation_can_be_opened_renamed_and_deleted():
    shown = listing([Entry("ab", "Why <b>?", DAY), Entry("cd", "x" * 100, DAY)], "cd")
    assert (
        '<li><button type="button" class="act open" name="open" value="ab">Why &lt;b&gt;?<' in shown
    )
    assert 'name="rename" value="ab"' in shown
    assert 'name="delete" value="ab"' in shown
    assert (
        '<li aria-current="true"><button type="button" class="act open" name="open" value="cd">'
        in shown
    )
    assert f"{'x' * 90} …<" in shown
    assert ">2 Aug 2024</time>" in shown


def test_nothing_kept_and_nothing_found_are_told_apart():
    assert "What you ask is kept here." in listing([], "")
    assert "No conversation says that." in listing([], "", searched=True)
