"""The chat in a real browser. `open_page` sees to it that no request leaves the machine."""

import re
import signal
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import expect

from rag.types import Partial, Progress
from store.errors import QuestionError, UnavailableError
from store.indexing import index_library
from store.library import Library

# Gradio's own calls of pandas; as errors they would break Gradio's queue in mid-event.
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*no_silent_downcasting"),
    pytest.mark.filterwarnings("ignore:The copy keyword is deprecated"),
]

CPU_QUESTION = "Which papers target CPUs?"
CPU_PAPERS = [
    "SwiftPruner",
    "Constraint-aware and Ranking-distilled Token Pruning",
    "T-MAC",
    "Gold-Medal-Level Olympiad Geometry Solving",
]
HOSTILE = """\
CLAug 12, 2024Code
Attack <script>alert(1)</script> on [Links](javascript:alert(2)) <img src=x onerror=alert(3)>\
Eve Mallory, Bob Adams et al. · evil-lab
We attack readers with <img src="http://evil.example/a.png" onerror="alert(4)"> tags. \
The ![pixel](http://evil.example/p.png) image sees <http://evil.example> at $x<y$, $5 and $10.

LGMar 3, 2025
Zebra Stripes: A Plain StudyAda Byron, Alan Kay · pku
Zebras are counted on a farm. We count 40$\\times$ more zebras than before.
"""


def ask(page, question):
    page.locator("#question textarea").fill(question)
    page.keyboard.press("Enter")


def answers(page):
    return page.locator('[data-testid="bot"]')


def wait_for_answers(page, count):
    expect(page.locator("#chatbot .coverage")).to_have_count(count)
    expect(page.locator("#send")).to_be_visible()


@pytest.fixture(scope="module")
def hostile_library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    source = folder / "papers.txt"
    source.write_text(HOSTILE, encoding="utf-8")
    index_library(folder / "library", [source])
    return Library.open(folder / "library")


# The main job, on the default library and the real chain


def test_the_cpu_question_names_the_four_papers(chain, library, serving, open_page):
    page = open_page(serving(chain, library))
    ask(page, CPU_QUESTION)
    wait_for_answers(page, 1)
    for title in CPU_PAPERS:
        expect(answers(page).last).to_contain_text(title)
    expect(page.locator("#chatbot .coverage")).to_contain_text("50 of 50 papers considered")


def test_a_marker_brings_its_card_into_view_with_the_quote_highlighted(
    chain, library, serving, open_page
):
    citations = list(chain.stream(CPU_QUESTION, []))[-1].citations
    page = open_page(serving(chain, library), height=500)
    ask(page, CPU_QUESTION)
    wait_for_answers(page, 1)
    expect(page.locator("article.card")).to_have_count(len(citations))
    last = citations[-1]
    card = page.locator(f"#src-1-{last.n}")
    expect(card).not_to_be_in_viewport()
    page.get_by_role("link", name=f"Source {last.n}: {last.title}").first.click()
    expect(card).to_be_in_viewport()
    expect(card).to_be_focused()
    expect(card).to_have_class(re.compile(r"\bfound\b"))
    expect(card.locator("mark")).to_have_text(last.quote)
    expect(card.locator("h3")).to_contain_text(last.title)


def test_a_follow_up_knows_the_conversation(chain, library, serving, open_page):
    page = open_page(serving(chain, library))
    ask(page, CPU_QUESTION)
    wait_for_answers(page, 1)
    ask(page, "Which of them have code?")
    wait_for_answers(page, 2)
    expect(answers(page)).to_have_count(2)


# Markers and cards


@pytest.fixture
def two_answers(library, scripted, cite, answer):
    """A chain with two answers, the second with mathematics in what it quotes."""
    spann = next(p for p in library.papers.values() if p.title.startswith("SPANN"))
    faster = next(s for s in spann.text.split(". ") if "DiskANN to reach" in s)
    first = cite(library, 1, spann.id, spann.title, "title")
    second = cite(library, 1, spann.id, faster)
    return scripted(
        [answer("It is SPANN. [1]", first)],
        [answer(f"{faster} [1]", second, understood="How fast SPANN is")],
    )


def test_markers_of_an_older_answer_lead_to_its_own_cards(two_answers, library, serving, open_page):
    page = open_page(serving(two_answers, library))
    ask(page, "first")
    wait_for_answers(page, 1)
    ask(page, "second")
    wait_for_answers(page, 2)
    expect(page.locator("#src-2-1")).to_be_visible()
    expect(page.locator("#src-1-1")).to_be_hidden()
    answers(page).first.locator("a.marker").click()
    expect(page.locator("#src-1-1")).to_be_in_viewport()
    expect(page.locator("#src-2-1")).to_be_hidden()


def test_marker_and_card_lead_to_each_other_by_keyboard(two_answers, library, serving, open_page):
    page = open_page(serving(two_answers, library))
    ask(page, "first")
    wait_for_answers(page, 1)
    marker = page.locator("a.marker")
    marker.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#src-1-1")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(marker).to_be_focused()


def test_mathematics_is_set_in_the_answer_and_in_the_highlighted_quote(
    two_answers, library, serving, open_page
):
    page = open_page(serving(two_answers, library))
    ask(page, "first")
    wait_for_answers(page, 1)
    ask(page, "second")
    wait_for_answers(page, 2)
    expect(page.locator("#chatbot .understood")).to_have_text("Understood: How fast SPANN is")
    for place in (answers(page).last, page.locator("#src-2-1 mark")):
        expect(place.locator(".katex").first).to_contain_text("×")
        expect(place).not_to_contain_text("$")


def test_a_long_passage_unfolds(two_answers, library, serving, open_page):
    page = open_page(serving(two_answers, library))
    ask(page, "first")
    wait_for_answers(page, 1)
    ask(page, "second")
    wait_for_answers(page, 2)
    card = page.locator("#src-2-1")
    expect(card.locator(".rest").first).to_be_hidden()
    card.get_by_role("button", name="Whole passage", expanded=False).click()
    expect(card.locator(".rest").first).to_be_visible()
    card.get_by_role("button", name="Less", expanded=True).click()
    expect(card.locator(".rest").first).to_be_hidden()


def test_hostile_papers_show_as_text(hostile_library, scripted, cite, answer, serving, open_page):
    paper = next(p for p in hostile_library.papers.values() if "Attack" in p.title)
    title = cite(hostile_library, 1, paper.id, paper.title, "title")
    text = cite(hostile_library, 2, paper.id, paper.text)
    script = [answer(f"- **{paper.title}** [1]\n- {paper.text} [2]", title, text)]
    page = open_page(serving(scripted(script), hostile_library))
    ask(page, "<img src=x onerror=alert(5)> [a](http://evil.example) # *b*")
    wait_for_answers(page, 1)
    expect(page.locator('[data-testid="user"]')).to_have_text(
        "<img src=x onerror=alert(5)> [a](http://evil.example) # *b*"
    )
    expect(page.locator("#src-1-1 mark")).to_have_text(paper.title)
    for place in (answers(page), page.locator("#src-1-2 mark")):
        expect(place.locator(".katex")).to_have_count(1)
        expect(place).to_contain_text('with <img src="http://evil.example/a.png" onerror="alert(4)')
        expect(place).to_contain_text("![pixel](http://evil.example/p.png) image")
        expect(place).to_contain_text(", $5 and $10.")
    # Pictures and links that are ours: none, and the markers with their ways back.
    expect(page.locator("#chatbot img, #panel img, #chatbot script, #panel script")).to_have_count(
        0
    )
    links = page.locator("#chatbot a, #panel a").evaluate_all("all => all.map(a => a.hash)")
    assert links == ["#src-1-1", "#src-1-2", "#ref-1-1", "#ref-1-2"]


def test_hostile_papers_can_be_asked_about(hostile_library, serving, open_page):
    chain_module = pytest.importorskip("rag.chain")
    page = open_page(serving(chain_module.Chain(hostile_library), hostile_library))
    expect(page.locator("#panel .listing")).to_contain_text("Attack <script>alert(1)</script>")
    ask(page, "What do attacks on readers use?")
    wait_for_answers(page, 1)
    ask(page, "How many more zebras are counted?")
    wait_for_answers(page, 2)


# Progress, stopping, failing


def test_progress_and_checked_sentences_show_as_they_come(
    library, scripted, answer, serving, open_page
):
    searched, checked = threading.Event(), threading.Event()
    script = [
        Progress("Searching 50 papers"),
        lambda: searched.wait(30),
        Partial("A first checked sentence.", ()),
        lambda: checked.wait(30),
        answer("A first checked sentence. A second one."),
    ]
    page = open_page(serving(scripted(script), library))
    ask(page, "q")
    expect(page.locator("#chatbot .progress")).to_have_text("Searching 50 papers")
    expect(page.locator("#stop")).to_be_visible()
    expect(page.locator("#question textarea")).to_have_value("")
    searched.set()
    expect(answers(page)).to_contain_text("A first checked sentence.")
    checked.set()
    wait_for_answers(page, 1)
    expect(answers(page)).to_contain_text("A second one.")
    expect(page.locator("#chatbot .progress")).to_have_count(0)
    expect(page.locator("#stop")).to_be_hidden()


def test_stop_keeps_what_was_checked_and_the_next_question_works(
    library, scripted, answer, serving, open_page
):
    go_on = threading.Event()
    chain = scripted(
        [Partial("A checked sentence.", ()), lambda: go_on.wait(30), answer("Never shown.")],
        [answer("The second answer.")],
    )
    page = open_page(serving(chain, library))
    ask(page, "first")
    expect(answers(page)).to_contain_text("A checked sentence.")
    page.locator("#stop").click()
    expect(page.locator("#chatbot .note")).to_have_text("Stopped.")
    expect(answers(page)).to_contain_text("A checked sentence.")
    go_on.set()
    ask(page, "second")
    wait_for_answers(page, 1)
    expect(answers(page).last).to_contain_text("The second answer.")
    expect(page.locator("#chatbot")).not_to_contain_text("Never shown.")
    assert chain.asked[1] == ("second", [])


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (QuestionError("The question is too long: shorten it."), "The question is too long"),
        (RuntimeError("a <b>secret</b> detail"), "Something went wrong while answering"),
    ],
)
def test_a_failure_shows_as_a_message_and_the_next_question_works(
    failure, said, library, scripted, answer, serving, open_page
):
    page = open_page(serving(scripted([failure], [answer("An answer.")]), library))
    ask(page, "first")
    expect(page.locator("#chatbot .note")).to_contain_text(said)
    expect(page.locator("#chatbot")).not_to_contain_text("secret")
    ask(page, "second")
    wait_for_answers(page, 1)
    expect(answers(page).last).to_contain_text("An answer.")


def test_an_empty_question_is_met_gently(library, scripted, answer, serving, open_page):
    chain = scripted([answer("An answer.")])
    page = open_page(serving(chain, library))
    ask(page, "   ")
    expect(page.locator(".toast-wrap")).to_contain_text("Type a question first.")
    expect(answers(page)).to_have_count(0)
    assert chain.asked == []
    ask(page, "something")
    wait_for_answers(page, 1)


def test_a_huge_question_gets_one_sentence(chain, library, serving, open_page):
    page = open_page(serving(chain, library))
    ask(page, "a" * 100_000)
    expect(page.locator("#chatbot .note")).to_be_visible()
    ask(page, CPU_QUESTION)
    wait_for_answers(page, 1)


def test_asking_twice_at_once_asks_once(library, scripted, answer, serving, open_page):
    go_on = threading.Event()
    chain = scripted([lambda: go_on.wait(30), answer("An answer.")])
    page = open_page(serving(chain, library))
    page.locator("#question textarea").fill("once")
    page.locator("#send").dblclick(delay=60)  # the second click comes where Stop is by then
    expect(page.locator("#chatbot .progress")).to_be_visible()
    ask(page, "the next")
    go_on.set()
    wait_for_answers(page, 1)
    assert chain.asked == [("once", [])]
    expect(page.locator("#question textarea")).to_have_value("the next")


# The rest of the page


def test_a_starter_asks_itself_and_new_begins_again(library, scripted, answer, serving, open_page):
    chain = scripted([answer("An answer.")], [answer("Another.")])
    page = open_page(serving(chain, library))
    page.get_by_text("What is a starter?").click()
    wait_for_answers(page, 1)
    expect(page.get_by_text("What would you like to know?")).to_have_count(0)
    page.locator("#new").click()
    expect(page.get_by_text("What would you like to know?")).to_be_visible()
    expect(answers(page)).to_have_count(0)
    ask(page, "again")
    wait_for_answers(page, 1)
    assert chain.asked == [("What is a starter?", []), ("again", [])]


def test_tabs_at_once_get_their_own_answers(library, answer, serving, open_page):
    together = threading.Barrier(3, timeout=30)

    class Echo:
        def stream(self, question, history):
            together.wait()  # passes only when three questions are under way at once
            yield answer(f"Echo of {question}, after {len(history)}.")

        def starters(self):
            return []

    url = serving(Echo(), library)
    pages = {name: open_page(url) for name in ("one", "two", "three")}
    for turn in range(2):
        for name, page in pages.items():
            ask(page, name)
        for name, page in pages.items():
            wait_for_answers(page, turn + 1)
            expect(answers(page).last).to_contain_text(f"Echo of {name}, after {turn}.")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_the_page_fits_the_window(width, height, dark, two_answers, library, serving, open_page):
    page = open_page(serving(two_answers, library), width, height, dark)
    ask(page, "first " * 40)
    wait_for_answers(page, 1)
    for name in ("#header h1", "#chatbot", "#question", "#send", "#new"):
        expect(page.locator(name)).to_be_in_viewport(ratio=0.99)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sideways = "e => e.scrollWidth - e.clientWidth"
    assert page.locator("#chatbot .bubble-wrap").evaluate(sideways) <= 0
    assert page.locator("#sources").evaluate(sideways) <= 0
    page.locator("a.marker").click()
    expect(page.locator("#src-1-1")).to_be_in_viewport()


def test_what_is_on_the_page_has_names(two_answers, library, serving, open_page):
    page = open_page(serving(two_answers, library))
    expect(page).to_have_title("Footnote")
    expect(page.get_by_role("heading", name="Footnote", level=1)).to_be_visible()
    expect(page.get_by_role("textbox", name="Your question")).to_be_focused()
    for name in ("Ask", "New"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()
    ask(page, "first")
    wait_for_answers(page, 1)
    expect(page.get_by_role("article")).to_have_count(1)
    expect(page.get_by_role("link", name=re.compile("^Source 1: SPANN"))).to_be_visible()
    expect(answers(page)).to_have_attribute("aria-label", "Answer")


def test_a_taken_port_is_said_in_one_sentence(library, scripted):
    from ui.chat import start

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(
            UnavailableError, match=rf"on 127\.0\.0\.1, port {port} is not to be had"
        ):
            start(scripted(), library, port=port)


def test_serving_ends_when_it_is_interrupted():
    program = """
from types import SimpleNamespace
from ui.chat import serve
chain = SimpleNamespace(starters=list)
serve(chain, SimpleNamespace(papers={}), on_ready=lambda url: print(url, flush=True))
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        with ThreadPoolExecutor() as pool:
            url = pool.submit(process.stdout.readline).result(timeout=60)
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=30)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\n", url)
    assert (process.returncode, rest, errors) == (0, "", "")


def test_an_address_of_another_machine_is_told(library, scripted):
    from ui.chat import start

    with pytest.raises(UnavailableError, match=r"'192\.0\.2\.1' is no address of this machine"):
        start(scripted(), library, host="192.0.2.1")
