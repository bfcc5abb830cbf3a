"""Whatever the bytes, a reader gives papers or one clear sentence, in bounded time and memory."""

import io
import random
import re
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.papers import Paper
from store.readers import Columns
from store.readers.archive import looks_like as is_zip
from store.readers.files import read_content
from store.readers.formats import FORMATS
from store.readers.reading import Content, Unreadable

# Pieces that readers look for: random bytes alone would seldom get past their first line.
PIECES = {
    "Atom feed": [
        b'<feed xmlns="http://www.w3.org/2005/Atom">',
        b"<entry>",
        b"</entry>",
        b"<title>",
        b"&#0;",
        b"</title>",
        b"<author><name>",
        b"</name></author>",
        b"<!DOCTYPE x [",
        b"&x;",
        b"</feed>",
        b"<published>2024-13-45</published>",
        b"<id>arxiv 2401.01234</id>",
        b"<![CDATA[",
        b"]]>",
    ],
    "page of arXiv": [
        b"[1] arXiv:2401.01234 [pdf]",
        b"arXiv:hep-th/9999999",
        b"Title:",
        b"Authors: Ada Lovelace, ",
        b"Abstract:",
        b"Subjects: (cs.CL)",
        b"Submitted 31 February 2024",
        b"Monday, 12 Aug 2024",
    ],
    "listing": [
        *(b"CLAug 12, 2024Code", b"CLFeb 30", b"On PilesAda Lovelace et al.", b" \xc2\xb7 "),
        *(b"1. 2024-99-12", b"12 Aug 2024CL", b"Ada Lovelace, Alan Turing", b"- "),
    ],
    "page of results": [
        b"A Lovelace - Nature, 2024 - nature.com",
        b"12 Aug 2024",
        b"a/b \xe2\x80\xa2 \xe2\x80\xa2 1 May 2023",
        b"+3 authors",
        b"Authors:",
        b"Submitted by",
        b"Cited by 12",
        b"On Piles",
        b"Abstract",
        b"Published on Feb 30, 2024",
    ],
    "RIS": [
        b"TY  - JOUR",
        b"TI  - ",
        b"AU  - ",
        b"ER  - ",
        b"PY  - 2024/99/99",
        b"ZZ  - ",
        b"UR  -",
    ],
    "BibTeX": [
        b"@article{k,",
        b"@string{a = ",
        b"title = {",
        b'author = "',
        b" and ",
        b"\\'",
        b"{",
        b"}",
        b"$",
        b"\\frac",
        b"% ",
        b"@comment",
        b"month = jan # 3,",
        b"year = 99999",
    ],
    "JSON": [
        b'{"title":',
        b'"x"',
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
        b":",
        b"null",
        b"1e999",
        b'"\\ud800"',
        b'"abstract_inverted_index":',
        b'"authorships":',
        b'"externalIds":',
        b'"results":',
        b"NaN",
    ],
    "table": [b"title,abstract", b'"', b",", b";", b'""', b"\t", b"authors,doi,year", b"10.1/x"],
    "Markdown": [
        b"# ",
        b"---",
        b"title: ",
        b"- ",
        b"> ",
        b"```",
        b"[a](",
        b")",
        b"![",
        b"|",
        b"<b>",
    ],
    "plain text": [b"On Piles", b"by Ada Lovelace", b"Abstract", b"\xff\xfe", b"\xed\xa0\x80"],
}
ENDS = [b"\n", b"\r\n", b" ", b"", b"\x00", b"\xef\xbb\xbf"]
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
TEXTS = [known for known in FORMATS if known.name != "PDF"]  # those have a test of their own
assert {known.name for known in TEXTS} == PIECES.keys()


def bytes_like(name):
    pieces = st.sampled_from([*PIECES[name], *ENDS])
    return st.lists(st.one_of(pieces, pieces, st.binary(max_size=8)), max_size=40).map(b"".join)


def outcome(reading):
    """The papers, and the sentence that says why there are none."""
    try:
        return reading(), ""
    except Unreadable as error:
        return [], str(error)


def check(papers, refusal):
    assert re.fullmatch(r"[^\n]{0,600}", refusal)
    for paper in papers:
        assert paper.title.strip() == paper.title != ""
        for text in (paper.title, paper.text, paper.record, *paper.authors, paper.url):
            assert not CONTROL.search(text)
        for start, end in paper.fields.values():
            assert 0 <= start < end <= len(paper.record)
        assert type(paper).from_json(paper.to_json()) == paper


@pytest.mark.parametrize("known", TEXTS, ids=lambda known: known.name)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_bytes_give_papers_or_one_sentence(known, data):
    content = Content("papers", data.draw(bytes_like(known.name)), Columns())
    known.looks_like(content)
    check(*outcome(lambda: [p for p in known.read(content) if isinstance(p, Paper)]))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    name=st.sampled_from(["a", "a.csv", "a.bib", "a.md"]),
    raw=st.one_of(st.binary(max_size=300), *(bytes_like(name) for name in PIECES)),
)
def test_any_file_is_read_or_refused(name, raw):
    check(*outcome(lambda: read_content(Content(name, raw)).papers))


def test_a_damaged_zip_is_read_or_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.bib", "@misc{a, title={Piles}}\n" * 20)
        archive.writestr("b.ris", "TY  - JOUR\nTI  - Heaps\nER  - \n")
    whole, chance = buffer.getvalue(), random.Random(7)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        content = Content("a.zip", bytes(data))
        assert is_zip(content)
        check(*outcome(lambda content=content: read_content(content).papers))


def bomb(size):
    """A zip whose one member unpacks to this many bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.bib", b" " * size)
    return buffer.getvalue()


MB = 1_000_000
HOSTILE = {
    "one long line": b"x" * 20 * MB,
    "one long title": b"@misc{a, title={" + b"x" * 5 * MB + b"}}",
    "open braces": b"@misc{a, title=" + b"{" * MB,
    "nested LaTeX": b"@misc{a, title={" + b"{\\'" * 100_000 + b"}" * 100_000 + b"}}",
    "entries without end": b"@a{\n" * 300_000,
    "names without end": b"@misc{a, title={T}, author={" + b"A and " * 100_000 + b"B}}",
    "nested JSON": b"[" * 5 * MB,
    "nested JSON lines": (b'{"a":' * 1_000 + b"\n") * 500,
    "empty JSON lists": b"[" + b"[]," * MB + b"[]]",
    "an index that claims far places": b'{"title": "T", "abstract_inverted_index": {"w": ['
    + b"999999999," * 100_000
    + b"1]}}",
    "an open quote": b'title,abstract\n"' + b"x,\n" * MB,
    "columns without end": b"title" + b",a" * MB,
    "nested XML": b'<feed xmlns="http://www.w3.org/2005/Atom">' + b"<a>" * 300_000,
    "nested quotes": b"# T\n\n" + b"> " * 100_000 + b"x",
    "open links": b"# T\n\n" + b"[a](" * 20_000,
    "open emphasis": b"# T\n\n" + b"**a " * 20_000,
    "front without end": b"---\n" + b"a: b\n" * 200_000 + b"# T",
    "records without end": b"TY  - JOUR\n" * 300_000,
    "headers without end": b"CLAug 12, 2024\n" * 200_000,
    "bylines without end": b"A\n12 Aug 2024\n" * 100_000,
    "dashes without end": (b"A - " * 60 + b"\n") * 20_000,
    "numbers of arXiv without end": b"arXiv:2401.01234\nTitle: A\n" * 60_000,
    "markers without end": b"- " * 2_000_000,
    "commas in a title": b"CLAug 12, 2024\n" + b"A, " * 30_000 + b"\nText.\n",
    "a zip bomb": bomb(400 * MB),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_cost_little(name):
    content = Content("papers", HOSTILE[name])
    started = time.process_time()
    outcome(lambda: read_content(content).papers)
    # Seconds of this machine's processor, with room for one five times slower.
    assert time.process_time() - started < 20


def test_memory_stays_within_some_ten_times_the_file():
    lines = b'{"title": "Piles", "abstract": "We pile."}\n' * 4_000
    content = Content("papers.jsonl", lines)
    tracemalloc.start()
    try:
        assert len(read_content(content).papers) == 4_000
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20 * MB + 60 * len(lines)
