"""The first view is styled from its first frame."""

from playwright.sync_api import expect

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


def test_no_frame_shows_the_page_without_its_styles(chat_url, open_tab):
    tab = open_tab(chat_url)
    tab.page.add_init_script(FRAMES)
    tab.page.reload()
    expect(tab.box).to_be_focused()
    assert tab.page.evaluate("window.frames_seen") > 0
    assert tab.page.evaluate("window.unstyled") == 0
