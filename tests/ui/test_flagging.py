from store import flags
from store.flags import Verdict
from ui.conversation import Turn
from ui.flagging import VERDICTS, flag


def test_every_verdict_can_be_given():
    assert set(VERDICTS) == {verdict.value for verdict in Verdict}


def test_a_verdict_is_kept_with_the_questions_before(tmp_path, answer):
    turns = (Turn("One?", answer=answer("1.")), Turn("failed"), Turn("Two?", answer=answer("2.")))
    flag(tmp_path, turns, 3, "wrong fact")
    (kept,) = flags.read(tmp_path).flags
    assert (kept.verdict, kept.question, kept.history) == (Verdict.WRONG_FACT, "Two?", ("One?",))
    assert (kept.answer, kept.kind, kept.abstained) == ("2.", "fact", False)


def test_what_was_never_answered_has_no_verdict(tmp_path):
    flag(tmp_path, (Turn("q"),), 1, "good")
    assert flags.read(tmp_path).flags == ()
