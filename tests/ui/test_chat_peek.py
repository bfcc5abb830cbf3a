"""Under the pointer a marker shows what it cites."""

from playwright.sync_api import expect


def test_a_marker_shows_its_quote_while_the_pointer_is_on_it(
    two_answers, library, serving, open_tab
):
    tab = open_tab(serving(two_answers, library))
    tab.ask("first")
    tab.ask("second")
    peek = tab.page.locator("#peek")
    tab.answers.last.locator("a.marker").hover()
    expect(peek).to_contain_text("SPANN: Highly-efficient Billion-scale")
    expect(peek.locator("p")).to_contain_text("faster than the state-of-the-art ANNS solution")
    expect(peek.locator(".katex").first).to_be_attached()
    expect(peek).to_be_in_viewport(ratio=0.99)
    tab.box.hover()
    expect(peek).to_have_count(0)
