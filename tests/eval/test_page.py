"""The report in Chromium: it stands alone, shows its plots and every failure, and is safe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from eval.opinions import judgement
from eval.page import write_report
from eval.record import as_record, figures_of, read_record
from eval.run import Run, figures
from store.errors import EvalError
from tests.eval.conftest import Timed


@pytest.fixture(scope="module")
def files(whole_run: Timed, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("report") / "new"
    return write_report(whole_run.run, as_record(whole_run.run), folder)


@pytest.fixture
def opened(browser: Browser, files: tuple[Path, Path]) -> Iterator[tuple[Page, list[str]]]:
    """The page, and every address that it asked for."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(files[0].as_uri())
    page.wait_for_load_state("networkidle")
    yield page, asked
    context.close()


def test_it_loads_nothing_but_itself(opened: tuple[Page, list[str]], files) -> None:
    page, asked = opened
    assert [url for url in asked if not url.startswith("data:")] == [files[0].as_uri()]
    assert page.locator("script, img, iframe, link[rel=stylesheet], object").count() == 0
    assert "url(http" not in page.content()


def test_it_shows_three_plots_with_their_marks(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    plots = page.locator("figure svg")
    assert plots.count() == 3
    for title, words, shapes in (
        ("Share passed by kind of question", ["fact", "list", "compare", "none"], 18),
        ("Risk over coverage", ["coverage", "risk", "Footnote", "dense top-5"], 3),
        ("Latency of a question", ["milliseconds", "BM25 top-5"], 3),
    ):
        plot = page.locator(f"figure svg[aria-label='{title}']")
        box = plot.bounding_box()
        assert box is not None
        assert box["width"] > 300
        assert box["height"] > 200
        text = plot.text_content() or ""
        assert all(word in text for word in [title, *words])
        assert plot.locator("path").count() >= shapes


def test_a_narrow_page_does_not_scroll_sideways(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    page.set_viewport_size({"width": 420, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 420


def test_the_table_holds_the_figures_of_all_systems(
    opened: tuple[Page, list[str]], whole_run: Timed
) -> None:
    page, _ = opened
    heads = page.locator("#figures thead th").all_inner_texts()
    assert heads == ["Measure", "Footnote", "dense top-5", "BM25 top-5"]
    line = page.locator("#figures tr", has=page.locator("td:text-is('F1')"))
    shown = line.locator("td").all_inner_texts()[1:]
    for cell, outcomes in zip(shown, whole_run.run.outcomes.values(), strict=True):
        f = figures(outcomes)["F1"]
        assert cell == f"{f.value:.3f} [{f.low:.3f}, {f.high:.3f}] {f.count}"


def test_every_failed_question_can_be_opened(
    opened: tuple[Page, list[str]], whole_run: Timed
) -> None:
    page, _ = opened
    failed = [o for o in whole_run.run.outcomes["Footnote"] if not o.is_passed]
    shown = page.locator("details").evaluate_all("all => all.map(one => one.id)")
    assert shown == [outcome.row.id for outcome in failed]
    first = page.locator("details").first
    first.locator("summary").click()
    assert first.locator("dt").all_inner_texts()[-5:] == [
        "Expected",
        "Answered",
        "Papers",
        "Retrieved",
        "Measures",
    ]
    assert first.locator("ol li").first.is_visible()


def test_what_an_answer_says_is_text(whole_run: Timed, tmp_path: Path, browser: Browser) -> None:
    evil = "<img src=x onerror=\"document.title='owned'\"> {{ 7 * 7 }}"
    outcomes = [
        replace(o, response=replace(o.response, markdown=evil), values={**o.values, "passed": 0.0})
        for o in whole_run.run.outcomes["Footnote"][:3]
    ]
    run = Run({"Footnote": outcomes})
    page = browser.new_page()
    page.goto(write_report(run, as_record(run), tmp_path)[0].as_uri())
    assert page.title() != "owned"
    assert page.locator("img").count() == 0
    assert page.locator("dd.answer").first.text_content() == evil
    page.close()


def test_a_models_opinion_has_a_table_of_its_own(
    whole_run: Timed, tmp_path: Path, browser: Browser
) -> None:
    run = Run({"Footnote": whole_run.run.outcomes["Footnote"][:2]})
    ids = [outcome.row.id for outcome in run.outcomes["Footnote"]]
    opinions = {i: {"faithful": True, "relevant": n == 0} for n, i in enumerate(ids)}
    found = asdict(judgement(run.outcomes["Footnote"], opinions))
    record = {**as_record(run), "judges": {"engine": "<b>wise", "systems": {"Footnote": found}}}
    page = browser.new_page()
    page.goto(write_report(run, record, tmp_path)[0].as_uri())
    assert page.get_by_role("heading", name="The opinion of <b>wise").is_visible()
    labels = page.locator("#opinions td:first-child").all_inner_texts()
    assert labels == ["faithful", "agrees with supported", "relevant", "agrees with passed"]
    # Both answers are faithful and supported, and always so: kappa can tell nothing.
    cells = page.locator("#opinions td:last-child").all_inner_texts()
    assert cells[:2] == ["1.000 [1.000, 1.000] of 2", "1.000, kappa –"]
    page.close()


def test_the_data_reads_back_as_the_figures(files: tuple[Path, Path], whole_run: Timed) -> None:
    record = read_record(files[1])
    for name, outcomes in whole_run.run.outcomes.items():
        assert figures_of(record, name) == figures(outcomes)
    assert record == json.loads(json.dumps(as_record(whole_run.run)))


def test_a_folder_that_refuses_is_named(whole_run: Timed, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(EvalError, match="name another folder"):
        write_report(whole_run.run, as_record(whole_run.run), tmp_path / "file")
