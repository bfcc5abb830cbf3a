"""What a tab chooses is read strictly, and a key goes to no other address than its own."""

import pytest

from rag.settings import ModelSettings, Price
from store.errors import SettingError
from ui.setup import Rules, Setup, read_setup, shown_address, shown_price

RULES = Rules(("default", "piles"), None)
HERE = "http://127.0.0.1:8080/v1"
STARTED = ModelSettings("big", api_key="sk-server", base_url=HERE, price=Price(1, 2))


def model(now=None, rules=RULES, **given):
    fields = {"writer": "model", "model": "small", "address": HERE, "key": "", "price": ""}
    return read_setup(fields | given, now or Setup(), rules).model


def test_the_fields_of_the_form_become_the_setup():
    given = {"library": "piles", "writer": "own", "shown": "5", "model": "small"}
    assert read_setup(given, Setup(), RULES) == Setup("piles", None, 5)


@pytest.mark.parametrize("data", [None, 7, [], "x", {}, {"library": ""}, {"other": "x"}])
def test_what_is_left_out_stays_as_it_was(data):
    now = Setup("piles", STARTED, 5)
    assert read_setup(data, now, RULES) == now


def test_a_library_that_is_not_there_is_refused():
    with pytest.raises(SettingError, match=r"There is no library '\.\./else' here"):
        read_setup({"library": "../else"}, Setup(), RULES)


@pytest.mark.parametrize("shown", ["4", "-1", "1e9", "٣", "²", "99999999999999999999"])
def test_only_offered_numbers_of_sources_count(shown):
    assert read_setup({"shown": shown}, Setup(), RULES).shown == 0


def test_a_model_has_its_name_address_key_and_price():
    found = model(key="sk-mine", price="0.15, 0.60")
    assert (found.name, found.base_url, found.api_key) == ("small", HERE, "sk-mine")
    assert found.price == Price(0.15, 0.60)


def test_how_much_a_model_reads_is_the_servers(monkeypatch):
    monkeypatch.setenv("FOOTNOTE_CONTEXT", "4096")
    assert model().context == 4096


def test_a_kept_key_stays_with_its_address():
    now = Setup(model=model(key="sk-mine"))
    assert model(now, model="other").api_key == "sk-mine"
    assert not model(now, address="http://127.0.0.1:9/v1").has_key


def test_the_servers_key_goes_to_the_servers_address_alone():
    rules = Rules(("default",), STARTED)
    assert model(rules=rules).api_key == "sk-server"
    assert not model(rules=rules, address=HERE + "/else").has_key
    assert not model(rules=rules, address="http://127.0.0.1:8081/v1").has_key


def test_the_environments_key_goes_nowhere(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-environment")
    assert not model().has_key
    with pytest.raises(SettingError, match="Give the endpoint's address"):
        model(address="")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"model": " "}, "Name the model"),
        ({"address": ""}, "Give the endpoint's address"),
        ({"address": "file:///etc/passwd"}, "no address of an endpoint"),
        ({"address": "http://127.0.0.1:99999/v1"}, "no address of an endpoint"),
        ({"address": "http://me:sk-x@127.0.0.1/v1"}, "Give the key in its own field"),
        ({"address": "http://127.0.0.1/v1?key=sk-x"}, "Give the key in its own field"),
        ({"price": "cheap"}, "The price is two numbers"),
        ({"price": "-1,2"}, "The price is two numbers"),
        ({"model": "gguf:/etc/passwd"}, "named where the chat is started"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(given, said):
    with pytest.raises(SettingError, match=said) as refused:
        model(**given)
    assert "sk-x" not in str(refused.value)


def test_where_others_reach_the_chat_only_the_model_of_its_start_can_write():
    rules = Rules(("default",), STARTED, closed=True)
    assert model(rules=rules, model="big", price="1,2") is STARTED
    for given in ({"model": "other"}, {"model": "big", "address": "http://10.0.0.1/v1"}):
        with pytest.raises(SettingError, match="can be reached from other machines"):
            model(rules=rules, **given)


def test_a_file_that_the_chat_was_started_with_can_be_chosen_again():
    started = ModelSettings("gguf:/models/small.gguf")
    rules = Rules(("default",), started)
    assert model(rules=rules, model="gguf:/models/small.gguf", address="") is started


def test_what_is_shown_of_a_model_holds_no_secret():
    hidden = ModelSettings("m", base_url="http://me:sk-x@host:1/v1?key=sk-y", price=Price(0.15, 2))
    assert shown_address(hidden) == "http://host:1/v1"
    assert shown_price(hidden) == "0.15,2"
