"""A prompt and what fills it agree to the letter, or nothing is sent."""

from __future__ import annotations

import pytest

from prompts.load import FOLDER, PromptError, load, parse

GOOD = "name: who is greeted\n---\nYou greet.\n---\nGreet {{name}}, and {{name}} again.\n"


def test_a_prompt_is_filled():
    assert parse("greet", GOOD).fill(name="Ada") == ("You greet.", "Greet Ada, and Ada again.")


def test_a_prompt_may_have_no_slots():
    assert parse("plain", "---\nTask.\n---\nQuestion.\n").fill() == ("Task.", "Question.")


def test_an_unknown_slot_fails_when_it_is_loaded():
    with pytest.raises(PromptError, match=r"uses \['nane'\]"):
        parse("greet", GOOD.replace("{{name}} again", "{{nane}} again"))


def test_a_slot_that_is_never_used_fails_when_it_is_loaded():
    with pytest.raises(PromptError, match=r"names \['tone'\] and does not use it"):
        parse("greet", f"tone: how\n{GOOD}")


@pytest.mark.parametrize("content", ["Just a text.", "---\nTask.", "no meaning\n---\na\n---\nb"])
def test_a_file_without_its_three_parts_fails(content):
    with pytest.raises(PromptError, match="three parts"):
        parse("greet", content)


def test_a_missing_slot_fails_when_it_is_filled():
    with pytest.raises(PromptError, match=r"lacks \['name'\]"):
        parse("greet", GOOD).fill()


def test_a_slot_too_many_fails_when_it_is_filled():
    with pytest.raises(PromptError, match=r"no slot \['title'\]"):
        parse("greet", GOOD).fill(name="Ada", title="Countess")


def test_what_fills_a_slot_opens_no_other():
    assert parse("greet", GOOD).fill(name="{{name}}")[1] == "Greet {{name}}, and {{name}} again."


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.md")))
def test_every_prompt_of_ours_loads(name):
    assert load(name).user
