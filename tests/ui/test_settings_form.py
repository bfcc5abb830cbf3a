"""The form shows what holds now, says for whom, and never a key."""

from dataclasses import replace

from rag.settings import ModelSettings, Price
from ui.settings_form import form, told
from ui.setup import Rules, Setup

MODEL = ModelSettings('m"<b>', "sk-secret", "http://127.0.0.1:1/v1", price=Price(0.15, 0.6))
RULES = Rules(("default", "<i>piles</i>"), None)


def test_what_holds_now_is_filled_in_and_escaped():
    shown = form(Setup("<i>piles</i>", MODEL, 5), RULES)
    assert '<option value="&lt;i&gt;piles&lt;/i&gt;" selected>' in shown
    assert 'value="m&quot;&lt;b&gt;"' in shown
    assert 'value="http://127.0.0.1:1/v1"' in shown
    assert 'value="0.15,0.6"' in shown
    assert '<option value="5" selected>5 at first</option>' in shown
    assert 'value="model" checked' in shown


def test_a_key_is_never_in_it():
    for setup in (Setup(model=MODEL), Setup()):
        assert "sk-secret" not in form(setup, replace(RULES, model=MODEL))
    assert "kept; type another to replace it" in form(Setup(model=MODEL), RULES)
    assert "kept; type" not in form(Setup(), RULES)


def test_it_says_what_is_the_tabs_and_what_the_servers():
    shown = form(Setup(), replace(RULES, model=MODEL))
    assert "this tab of the browser alone" in shown
    assert (
        "For the whole server, set where it is started: a new tab begins with the library "
        "<strong>default</strong> and m&quot;&lt;b&gt;; a model reads and writes 8,192 tokens a "
        "call and has 120 s."
    ) in shown


def test_where_others_reach_the_chat_the_models_fields_are_shut():
    shown = form(Setup(), replace(RULES, closed=True))
    for name in ("model", "address"):
        assert f'name="{name}" value=""' in shown
    assert shown.count(" disabled>") == 3
    assert "can be reached from other machines" in shown


def test_what_came_of_a_try_is_told_in_the_words_of_the_form():
    assert told("Look at OPENAI_BASE_URL <b>.", good=False, nonce="1") == (
        '<p class="bad" data-nonce="1">Look at the address &lt;b&gt;.</p>'
    )
