"""The charts: bars of the right length, each a link that filters."""

import re
from collections import Counter

from ui.shelf.charts import by_category, by_group, by_time, category_label, papers_of
from ui.shelf.wanted import Wanted


def links(svg):
    return re.findall(r'<a href="([^"]*)"[^>]*aria-label="([^"]*)"', svg)


def test_a_bar_a_year_that_filters():
    svg = by_time(Counter({"2021": 1, "2023": 4, "none": 2}), Wanted(q="sand"))
    assert links(svg) == [
        ("/library?q=sand&amp;year=2021", "2021: 1 paper"),
        ("/library?q=sand&amp;year=2023", "2023: 4 papers"),
    ]
    heights = [float(h) for h in re.findall(r'class="bar"[^>]*height="([\d.]+)"', svg)]
    assert heights == [22.0, 88.0]
    assert ">2022</text>" in svg  # a year without papers has its place


def test_the_chosen_bar_takes_its_filter_away():
    svg = by_time(Counter({"2021": 1, "2023": 4}), Wanted(year="2023"))
    assert 'href="/library" class="on" aria-current="true"' in svg


def test_many_years_are_labelled_here_and_there():
    svg = by_time(Counter({str(year): 1 for year in range(1950, 2000)}), Wanted())
    assert len(re.findall('class="label"', svg)) == 7
    assert svg.count('class="n hint"') == 50


def test_without_dates_there_is_no_chart():
    assert by_time(Counter({"none": 3}), Wanted()) == ""
    assert by_category(Counter({"none": 3}), Wanted()) == ""


def test_the_commonest_categories_and_the_chosen_one():
    counts = Counter({f"c{n}": 20 - n for n in range(12)})
    names = [name for _, name in links(by_category(counts, Wanted(category="c11")))]
    assert names[0] == "c0 20 papers"
    assert names[-1] == "c11 9 papers"
    assert len(names) == 8
    assert "and 4 more" in by_category(counts, Wanted())


def test_categories_have_names():
    assert category_label("CL") == "CL · Computation and Language"
    assert category_label("none") == "No category"
    assert category_label("x" * 100) == "x" * 40 + "…"


def test_a_hostile_category_is_text():
    svg = by_category(Counter({'"><script>alert(1)</script>': 1}), Wanted())
    assert "<script" not in svg


def test_groups_are_told_in_words(atlas):
    text = by_group(Counter({"0": 2}), atlas, Wanted(group="1"))
    assert "sand, stones" in text
    assert "mixed" in text
    assert text.count("aria-current") == 1


def test_numbers_of_papers():
    assert (papers_of(1), papers_of(0), papers_of(1200)) == ("1 paper", "0 papers", "1,200 papers")
