"""Papers written as Markdown and as plain text."""

from datetime import date

import pytest

from store.readers.files import read_content
from store.readers.reading import Content, Unreadable

NOTE = """---
title: "On Computable Piles"
authors:
  - Ada Lovelace
  - Alan Turing
date: 2024-05-12
doi: 10.1000/xyz
tags: [piles, heaps]
---

# Another heading

We pile **things** up, see [the site](https://example.org).
It [helps][1] `a lot`.

```python
not_prose = True
```

![A picture](evil.png)

| a | b |
|---|---|
| 1 | 2 |

## Method

- Piles first.
- Heaps later.

[1]: https://example.org/help
"""


def test_a_paper_with_fields_at_its_front(reading):
    (paper,) = reading("note.md", NOTE, taken_for="Markdown").papers
    assert paper.title == "On Computable Piles"
    assert paper.authors == ("Ada Lovelace", "Alan Turing")
    assert (paper.date, paper.doi, paper.keywords) == (
        date(2024, 5, 12),
        "10.1000/xyz",
        ("piles", "heaps"),
    )
    assert "We pile things up, see the site. It helps a lot." in paper.text
    assert "Piles first." in paper.text
    assert [(s.name, paper.text[s.start : s.end]) for s in paper.sections] == [
        ("Beginning", "We pile things up, see the site. It helps a lot."),
        ("Method", "Piles first.\n\nHeaps later."),
    ]
    assert "not_prose" not in paper.text
    assert "picture" not in paper.text


def test_a_paper_without_fields(reading):
    text = "# On Piles\n\nAda Lovelace, Alan Turing\n\n## Abstract\n\nWe pile.\n"
    (paper,) = reading("whatever", text, taken_for="Markdown").papers
    assert (paper.title, paper.authors) == ("On Piles", ("Ada Lovelace", "Alan Turing"))
    assert paper.text == "We pile."
    assert [section.name for section in paper.sections] == ["Abstract"]


def test_markdown_of_a_heading_alone_is_no_paper(reading):
    with pytest.raises(Unreadable, match="without a heading for a title and text below it"):
        reading("note.md", "# On Piles\n", taken_for="Markdown")


@pytest.mark.parametrize(
    ("text", "authors", "body"),
    [
        (
            "On Piles\nby Ada Lovelace and Alan Turing\n\nWe pile\nhigh.\n\nThen heap.",
            2,
            "We pile high.\n\nThen heap.",
        ),
        ("On Piles\n\nWe pile high.", 0, "We pile high."),
        ("\n\n  On Piles\n\nAuthors: Ada Lovelace et al.\n\nWe pile.", 1, "We pile."),
    ],
)
def test_plain_text(reading, text, authors, body):
    (paper,) = reading("note.txt", text, taken_for="plain text").papers
    assert (paper.title, len(paper.authors), paper.text) == ("On Piles", authors, body)


@pytest.mark.parametrize("text", ["Dear diary", "x" * 301 + "\n\nText."])
def test_what_is_no_paper(reading, text):
    with pytest.raises(Unreadable, match="no short title line"):
        reading("note.txt", text, taken_for="plain text")


def test_plain_text_under_headings():
    text = """On Piles

Abstract

We pile high.

1. INTRODUCTION
Piles are old.

They fall.

1.1 Falling Piles

One fell.

References

[1] A. Heap. Cited. 1999.
"""
    content = Content("note.txt", text.encode())
    (paper,) = read_content(content).papers
    assert [(s.name, paper.text[s.start : s.end]) for s in paper.sections] == [
        ("Abstract", "We pile high."),
        ("1 Introduction", "Piles are old.\n\nThey fall."),
        ("1.1 Falling Piles", "One fell."),
    ]
    assert paper.text[: paper.opening] == "We pile high."
