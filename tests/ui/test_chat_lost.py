"""A server that goes away shows as lost; when it is back, so is the conversation."""

from playwright.sync_api import expect

from ui.chat import start


def test_a_lost_server_shows_and_the_conversation_comes_back(
    scripted, answer, library, home, open_tab
):
    page, url = start(scripted([answer("First.")]), library, home)
    tab = open_tab(url)
    tab.ask("one")
    tab.box.fill("half a question")
    page.close(verbose=False)
    alert = tab.page.get_by_role("alert")
    expect(alert).to_contain_text("The server is not answering.", timeout=20_000)
    port = int(url.rstrip("/").rpartition(":")[2])
    page, _ = start(scripted([answer("Second.")]), library, home, port=port)
    expect(alert).to_have_count(0, timeout=20_000)
    expect(tab.answers).to_contain_text("First.")
    expect(tab.box).to_have_value("half a question")
    tab.ask("two")
    expect(tab.answers).to_have_count(2)
    page.close(verbose=False)
