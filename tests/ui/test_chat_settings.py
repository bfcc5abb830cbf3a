"""A tab's settings are used without a restart, by that tab alone, and its key is nowhere seen."""

import logging
import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from rag.chain import Chain
from rag.settings import Settings
from store.indexing import index_library
from store.library import Library
from tests.endpoints import replies
from tests.ui.conftest import any_port
from ui.chat import start

KEY = "sk-b3f1-never-to-be-seen"
RECORD = "CLAug 12, 2024\n{title}Ada Lovelace\nWe sort {what} in {n} steps by hand.\n"
# What the page hears of the server, streams too.
LISTEN = """
window.heard = "";
const fetched = window.fetch;
window.fetch = async (...call) => {
  const response = await fetched(...call);
  const reader = response.clone().body?.getReader();
  const letters = new TextDecoder();
  (async () => {
    for (let part; reader && !(part = await reader.read()).done; )
      window.heard += letters.decode(part.value, { stream: true });
  })().catch(() => {});
  return response;
};
"""
ASKED = "In how many steps is it sorted?"


@pytest.fixture(scope="module")
def piles(tmp_path_factory):
    home = tmp_path_factory.mktemp("piles")
    for title, what, n in (("Piles of Sand", "sand", 3), ("Piles of Stone", "stone", 9)):
        source = home / f"{what}.txt"
        source.write_text(RECORD.format(title=title, what=what, n=n), "utf-8")
        index_library(home / what, [source])
    return home


@pytest.fixture
def url(piles, serving):
    library = Library.open(piles / "sand")
    return serving(Chain(library), library, Settings(piles, library.directory))


@dataclass
class Drawer:
    """The settings of a tab."""

    tab: object

    def __post_init__(self):
        self.form = self.tab.page.locator("form.settings")
        self.told = self.tab.page.locator("#told [data-nonce]")

    def open(self):
        self.tab.press("Settings")
        expect(self.form.get_by_label("Papers to ask")).to_be_focused()

    def choose_model(self, name, address, key="", price=""):
        self.form.get_by_label("A language model").check()
        for label, value in (("Model", name), ("Address", address), ("Key", key), ("Price", price)):
            self.form.get_by_label(label, exact=True).fill(value)

    def use(self):
        self.tab.press("Use these")
        expect(self.form).to_be_hidden()


def test_a_library_is_chosen_for_one_tab(url, open_tab):
    mine, other = open_tab(url), open_tab(url)
    other.ask(ASKED)
    drawer = Drawer(mine)
    drawer.open()
    drawer.form.get_by_label("Papers to ask").select_option("stone")
    drawer.use()
    expect(mine.page.locator("#header p")).to_contain_text("1 paper in stone")
    expect(mine.page.locator("#panel .listing")).to_contain_text("Piles of Stone")
    mine.ask(ASKED)
    expect(mine.answers).to_contain_text("stone in 9 steps")
    other.ask(ASKED)
    expect(other.answers.last).to_contain_text("sand in 3 steps")
    expect(other.page.locator("#header p")).not_to_contain_text("stone")


def test_another_library_begins_a_new_conversation_and_the_old_one_keeps_its_own(url, open_tab):
    tab = open_tab(url)
    tab.ask(ASKED)
    drawer = Drawer(tab)
    drawer.open()
    drawer.form.get_by_label("Papers to ask").select_option("stone")
    drawer.use()
    expect(tab.questions).to_have_count(0)
    tab.ask(ASKED)
    expect(tab.answers).to_contain_text("stone in 9 steps")
    tab.page.locator("#listed button.open").nth(1).click()
    expect(tab.answers).to_contain_text("sand in 3 steps")
    tab.ask("In how many steps do they sort it by hand?")
    expect(tab.answers.last).to_contain_text("sand in 3 steps")


def test_a_reload_brings_the_settings_back_but_no_model_that_had_a_key(url, open_tab):
    tab = open_tab(url)
    drawer = Drawer(tab)
    drawer.open()
    drawer.form.get_by_label("Papers to ask").select_option("stone")
    drawer.choose_model("small", "http://127.0.0.1:1/v1", KEY)
    drawer.use()
    tab.page.reload()
    expect(tab.page.locator("#header p")).to_contain_text("in stone")
    drawer.open()
    expect(drawer.form.get_by_label("The papers’ own sentences")).to_be_checked()
    assert KEY not in tab.page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})")


def test_a_model_writes_for_the_tab_that_chose_it_and_its_cost_stands_below(llama, url, open_tab):
    mine, other = open_tab(url), open_tab(url)
    drawer = Drawer(mine)
    drawer.open()
    drawer.choose_model("tiny", llama, price="1,2")
    mine.press("Try the model")
    expect(drawer.told).to_contain_text(re.compile(r"^openai:tiny: \d+ ms, \d+ \+ \d+ tokens"))
    drawer.use()
    mine.type_and_enter(ASKED)
    expect(mine.page.locator("#chatbot .coverage")).to_contain_text(
        re.compile(r"openai:tiny.*, [\d,]+ tokens sent, [\d,]+ received, \$0\.\d{4}"),
        timeout=120_000,  # it really writes, and has the machine for itself only at times
    )
    other.ask(ASKED)
    expect(other.page.locator("#chatbot .coverage")).to_have_text("1 of 1 papers considered")


def test_a_key_is_nowhere_to_be_seen_once_it_is_given(misbehaving, url, open_tab, home, caplog):
    caplog.set_level(logging.DEBUG)
    server = misbehaving(*[replies("no")] * 8)
    tab = open_tab(url)
    tab.page.add_init_script(LISTEN)
    tab.page.reload()
    expect(tab.page.locator("#listed :is(ul, p)")).to_be_attached()
    drawer = Drawer(tab)
    drawer.open()
    drawer.choose_model("small", server.base_url, KEY)
    tab.press("Try the model")
    expect(drawer.told).to_be_visible()
    drawer.use()
    tab.ask(ASKED)
    drawer.open()
    key = drawer.form.get_by_label("Key", exact=True)
    expect(key).to_have_value("")
    expect(key).to_have_attribute("placeholder", "kept; type another to replace it")
    assert server.keys[-1] == f"Bearer {KEY}"
    assert KEY not in tab.page.content()
    heard = tab.page.evaluate("window.heard")
    assert "sand in 3 steps" in heard
    assert KEY not in heard
    assert KEY not in caplog.text
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert kept
    assert not any(KEY.encode() in path.read_bytes() for path in kept)


def test_what_cannot_be_used_is_said_and_nothing_changes(url, open_tab):
    tab = open_tab(url)
    drawer = Drawer(tab)
    drawer.open()
    drawer.choose_model("small", "ftp://127.0.0.1/v1")
    tab.press("Use these")
    expect(drawer.told).to_contain_text("That is no address of an endpoint")
    expect(drawer.form.get_by_label("Address")).to_have_value("ftp://127.0.0.1/v1")
    drawer.form.get_by_label("Address").fill("http://127.0.0.1:1/v1")
    tab.press("Try the model")
    expect(drawer.told).to_contain_text("cannot be reached; look whether it runs, and at the addr")
    tab.page.keyboard.press("Escape")
    expect(drawer.form).to_be_hidden()
    tab.ask(ASKED)
    expect(tab.page.locator("#chatbot .coverage")).to_have_text("1 of 1 papers considered")


def test_fewer_sources_can_stand_open_and_a_marker_opens_the_others(chat_url, open_tab):
    tab = open_tab(chat_url)
    tab.ask("Which papers target CPUs?")
    drawer = Drawer(tab)
    drawer.open()
    drawer.form.get_by_label("Shown beside an answer").select_option("3")
    drawer.use()
    expect(tab.page.locator("article.card").locator("visible=true")).to_have_count(3)
    expect(tab.page.locator("#src-1-4")).to_be_hidden()
    tab.page.locator('a.marker[href="#src-1-4"]').first.click()
    expect(tab.page.locator("#src-1-4")).to_be_in_viewport()


def test_a_link_opens_its_question_in_its_own_library(url, open_tab):
    mine = open_tab(url)
    mine.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    drawer = Drawer(mine)
    drawer.open()
    drawer.form.get_by_label("Papers to ask").select_option("stone")
    drawer.use()
    mine.ask(ASKED)
    mine.page.locator("summary", has_text="Save").click()
    mine.press("Copy link")
    expect(mine.page.get_by_role("button", name="Copied")).to_be_visible()
    link = mine.page.evaluate("navigator.clipboard.readText()")
    other = open_tab(link)
    other.wait_for_answers(1)
    expect(other.answers).to_contain_text("stone in 9 steps")


def test_a_link_to_a_library_that_is_not_there_says_so(url, open_tab):
    tab = open_tab(f"{url}?library=lost")
    expect(tab.page.get_by_text("There is no library 'lost' here")).to_be_visible()
    tab.ask(ASKED)
    expect(tab.answers).to_contain_text("sand in 3 steps")


def test_a_page_opened_after_indexing_shows_what_is_there_now(home, serving, open_tab):
    source = home.parent / "now.txt"
    source.write_text(RECORD.format(title="Piles of Sand", what="sand", n=3), "utf-8")
    index_library(home / "now", [source])
    library = Library.open(home / "now")
    url = serving(Chain(library), library, Settings(home, library.directory))
    early = open_tab(url)
    more = home.parent / "more.txt"
    more.write_text(RECORD.format(title="Heaps of Salt", what="salt", n=7), "utf-8")
    index_library(home / "now", [more])
    late = open_tab(url)
    expect(late.page.locator("#header p")).to_contain_text("Answers from 2 papers")
    expect(late.page.locator("#panel .listing")).to_contain_text("Heaps of Salt")
    early.ask("In how many steps is salt sorted?")
    expect(early.answers).to_contain_text("salt in 7 steps")


@pytest.mark.parametrize(("host", "closed"), [("127.0.0.1", False), ("0.0.0.0", True)])
def test_where_other_machines_reach_the_chat_no_tab_names_a_model(
    host, closed, piles, home, open_tab
):
    library = Library.open(piles / "sand")
    page, url = start(
        Chain(library),
        library,
        home / "conversations",
        settings=Settings(piles, library.directory),
        host=host,
        port=any_port(),
    )
    try:
        tab = open_tab(re.sub(r"//[^:]+:", "//127.0.0.1:", url))
        drawer = Drawer(tab)
        drawer.open()
        drawer.form.get_by_label("A language model").check()
        address = drawer.form.get_by_label("Address")
        expect(address).to_be_disabled() if closed else expect(address).to_be_enabled()
    finally:
        page.close(verbose=False)
