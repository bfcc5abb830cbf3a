"""Atom feeds of arXiv."""

from datetime import date

import pytest

from store.readers.reading import Unreadable

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <title type="html">ArXiv Query: all:piles</title>
  <entry>
    <id>http://arxiv.org/abs/2401.01234v2</id>
    <updated>2024-02-01T10:00:00Z</updated>
    <published>2024-01-05T18:59:59Z</published>
    <title>On Computable Piles:
  A Study</title>
    <summary>  We pile things &amp; show that $a &lt; b$.
    It helps.
</summary>
    <author><name>Ada Lovelace</name>
      <arxiv:affiliation>MIT, Cambridge</arxiv:affiliation>
    </author>
    <author><name>Alan Turing</name></author>
    <arxiv:doi>10.1000/xyz</arxiv:doi>
    <arxiv:journal_ref>J. Piles 3 (2024)</arxiv:journal_ref>
    <link href="http://arxiv.org/abs/2401.01234v2" rel="alternate" type="text/html"/>
    <arxiv:primary_category term="cs.DS"/>
    <category term="cs.LG"/>
  </entry>
  <entry><id>http://arxiv.org/abs/math/0101001v1</id><title>Heaps</title></entry>
  <entry><id>http://arxiv.org/abs/2401.00000v1</id><title> </title></entry>
</feed>
"""


def test_entries_whole(reading):
    found = reading("query", FEED, taken_for="Atom feed")
    piles, heaps = found.papers
    assert piles.title == "On Computable Piles: A Study"
    assert piles.text == "We pile things & show that $a < b$. It helps."
    assert (piles.authors, piles.organisations) == (
        ("Ada Lovelace", "Alan Turing"),
        ("MIT, Cambridge",),
    )
    assert (piles.date, piles.date_known) == (date(2024, 1, 5), "day")
    assert (piles.arxiv, piles.doi, piles.category) == ("2401.01234", "10.1000/xyz", "cs.DS")
    assert (piles.venue, piles.url) == ("J. Piles 3 (2024)", "http://arxiv.org/abs/2401.01234v2")
    assert (heaps.title, heaps.arxiv, heaps.text) == ("Heaps", "math/0101001", "")
    assert [(p.line, p.unit, p.message) for p in found.problems] == [
        (3, "entry", "it has no title")
    ]


BOMB = """<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
<entry><title>&b;</title></entry></feed>"""


@pytest.mark.parametrize("text", [FEED[:700], BOMB, FEED.replace("UTF-8", "no-such")])
def test_what_is_not_whole_or_defines_entities(reading, text):
    with pytest.raises(Unreadable, match=r"its XML is not whole \(.*\); export it again"):
        reading("query.xml", text, taken_for="Atom feed")
