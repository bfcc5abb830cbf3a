"""The first view comes within two seconds, and is styled from its first frame."""

import gradio as gr
import pytest
from playwright.sync_api import expect

from tests.ui.conftest import any_port

FRAMES = """
window.unstyled = 0;
window.frames_seen = 0;
(function look() {
  if (document.querySelector("#header, #chatbot, #history, #sources")) {
    window.frames_seen += 1;
    const ground = getComputedStyle(document.documentElement).getPropertyValue("--ground");
    if (!ground) window.unstyled += 1;
  }
  requestAnimationFrame(look);
})();
"""
# Milliseconds from asking for the page to the frame that has the box and what it can be asked.
SEEN = """
(function look() {
  const there = (name) => document.querySelector(name)?.offsetHeight;
  if (there("#question :is(input, textarea)") && there("#chatbot .example, #bare"))
    window.seen = performance.now();
  else requestAnimationFrame(look);
})();
"""
TRIES = 4


@pytest.fixture
def bare_url():
    """A page of Gradio's with a line to type in and a line of text: as little as it can be."""
    with gr.Blocks() as page:
        gr.HTML('<p id="bare">Ask.</p>')
        gr.Textbox(elem_id="question")
    _, url, _ = page.launch(
        server_port=any_port(),
        prevent_thread_lock=True,
        quiet=True,
        ssr_mode=False,
        run_history=False,
    )
    yield url
    page.close(verbose=False)


def first_view(browser, url):
    """Milliseconds to the first view in a browser that has nothing of the page yet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(SEEN)
    page.goto(url, wait_until="commit")
    page.wait_for_function("window.seen")
    seen = page.evaluate("window.seen")
    context.close()
    return seen


def test_the_first_view_comes_within_two_seconds(browser, chat_url, bare_url):
    # By turns, and the best of each: a machine may have more to do than this. Once is no measure,
    # for the first page of each server is its slowest; who is in time twice need not try again.
    pairs: list[tuple[float, float]] = []
    in_time = False
    while len(pairs) < 2 or (len(pairs) < TRIES and not in_time):
        pairs.append((first_view(browser, chat_url), first_view(browser, bare_url)))
        chat, bare = (min(times) for times in zip(*pairs, strict=True))
        # Where even a bare page takes longer than one second, two of them stand for the two.
        in_time = chat < max(2_000, 2 * bare) and chat < 3 * bare
    assert in_time, pairs


def test_no_frame_shows_the_page_without_its_styles(chat_url, open_tab):
    tab = open_tab(chat_url)
    tab.page.add_init_script(FRAMES)
    tab.page.reload()
    expect(tab.box).to_be_focused()
    assert tab.page.evaluate("window.frames_seen") > 0
    assert tab.page.evaluate("window.unstyled") == 0
