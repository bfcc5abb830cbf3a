"""Settings are read once, from the call, the environment and a `.env`, in this order."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.settings import ModelSettings, Price, load_settings
from store.errors import SettingError

AT = {"OPENAI_BASE_URL": "http://127.0.0.1:8080/v1"}


def model(environment: dict[str, str], named: str | None = None) -> ModelSettings | None:
    return load_settings(environment=environment, model=named).model


def test_a_key_alone_names_no_model():
    assert model({"OPENAI_API_KEY": "sk-1"}) is None


def test_an_address_alone_names_no_model():
    assert model(AT) is None


def test_the_environment_names_a_model():
    found = model({**AT, "FOOTNOTE_MODEL": "small"})
    assert found
    assert (found.name, found.base_url) == ("small", "http://127.0.0.1:8080/v1")


def test_the_call_goes_before_the_environment():
    found = model({**AT, "FOOTNOTE_MODEL": "small"}, "large")
    assert found
    assert found.name == "large"


def test_the_call_can_name_none():
    assert model({**AT, "FOOTNOTE_MODEL": "small"}, "") is None


def test_context_price_and_limits_can_be_set():
    found = model(
        {
            "OPENAI_API_KEY": "sk-1",
            "FOOTNOTE_CONTEXT": "32000",
            "FOOTNOTE_PRICE": "0.15, 0.60",
            "FOOTNOTE_TIMEOUT": "5.5",
            "FOOTNOTE_CALLS": "2",
        },
        "large",
    )
    assert found == ModelSettings(
        "large", "sk-1", None, context=32_000, price=Price(0.15, 0.6), timeout=5.5, at_once=2
    )


def test_a_price_is_for_a_million_tokens():
    assert Price(0.15, 0.6).of(2_000_000, 500_000) == pytest.approx(0.6)


def test_a_gguf_file_must_be_named():
    with pytest.raises(SettingError, match="gguf:PATH"):
        model({}, "gguf: ")


def test_a_gguf_file_needs_no_address():
    found = model({}, "gguf:~/small.gguf")
    assert found
    assert found.gguf == Path("~/small.gguf").expanduser()


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"OPENAI_BASE_URL": ""}, "OPENAI_API_KEY"),
        ({"OPENAI_BASE_URL": "localhost:8080"}, "OPENAI_BASE_URL"),
        ({"OPENAI_BASE_URL": "http://[::1/v1"}, "OPENAI_BASE_URL"),
        ({"OPENAI_BASE_URL": "http://host:port/v1"}, "OPENAI_BASE_URL"),
        ({"FOOTNOTE_CONTEXT": "many"}, "FOOTNOTE_CONTEXT"),
        ({"FOOTNOTE_CONTEXT": "10"}, "FOOTNOTE_CONTEXT"),
        ({"FOOTNOTE_TIMEOUT": "nan"}, "FOOTNOTE_TIMEOUT"),
        ({"FOOTNOTE_PRICE": "0.15"}, "FOOTNOTE_PRICE"),
        ({"FOOTNOTE_PRICE": "cheap,dear"}, "FOOTNOTE_PRICE"),
        ({"FOOTNOTE_PRICE": "-1,2"}, "FOOTNOTE_PRICE"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_its_cure(changes, named):
    with pytest.raises(SettingError, match=named) as caught:
        model({**AT, **changes}, "small")
    assert caught.value.exit_status == 2


def test_no_secret_is_shown():
    found = model({"OPENAI_API_KEY": "sk-secret", "OPENAI_BASE_URL": "http://me:pw@host/v1"}, "x")
    assert "secret" not in repr(found)
    assert "pw" not in repr(found)


@pytest.fixture
def dotenv(tmp_path, monkeypatch):
    """Writes the `.env` of the folder that the test then is in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOOTNOTE_MODEL")
    return (tmp_path / ".env").write_text


def test_a_dotenv_is_read(dotenv):
    dotenv("FOOTNOTE_MODEL=small\nexport OPENAI_API_KEY='sk-1'\n")
    found = load_settings().model
    assert found
    assert (found.name, found.api_key) == ("small", "sk-1")


def test_the_environment_goes_before_a_dotenv(dotenv, monkeypatch):
    dotenv("FOOTNOTE_MODEL=small\nOPENAI_API_KEY=sk-1\n")
    monkeypatch.setenv("FOOTNOTE_MODEL", "")
    assert load_settings().model is None


def test_an_address_from_a_dotenv_gets_no_key_from_the_environment(dotenv, monkeypatch):
    dotenv("FOOTNOTE_MODEL=small\nOPENAI_BASE_URL=http://elsewhere/v1\n")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    found = load_settings().model
    assert found
    assert found.api_key == "none"


def test_a_dotenv_that_is_no_text_is_named(dotenv):
    Path(".env").write_bytes(b"FOOTNOTE_MODEL=\xff\xfe\n")
    with pytest.raises(SettingError, match=r"\.env"):
        load_settings()
