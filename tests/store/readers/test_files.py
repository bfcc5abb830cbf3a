"""Files, folders and zips: the reader chosen by content, and nothing stopped by one bad file."""

import io
import os
import zipfile

import pytest

from store.errors import SourceError
from store.readers import files, files_in, read

BIB = "@misc{a, title={Piles}}\n"
RIS = "TY  - JOUR\nTI  - Heaps\nER  - \n"
LIST = "CLAug 12, 2024\nStacksAda Lovelace\nWe stack.\n"


def zipped(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


def titles(reading):
    return [paper.title for paper in reading.papers]


@pytest.mark.parametrize(("content", "title"), [(BIB, "Piles"), (RIS, "Heaps"), (LIST, "Stacks")])
@pytest.mark.parametrize("name", ["papers", "papers.txt", "papers.csv"])
def test_what_is_in_a_file_tells_not_what_it_is_called(tmp_path, content, title, name):
    path = tmp_path / name
    path.write_text(content)
    assert titles(read(path)) == [title]


def test_a_folder_is_read_whole_in_order_and_a_bad_file_told(tmp_path):
    (tmp_path / "b.bib").write_text(BIB)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.ris").write_text(RIS)
    (tmp_path / "c.json").write_text("{")
    (tmp_path / ".hidden.bib").write_text(BIB)
    (tmp_path / "program.py").write_text("print()")
    (tmp_path / "list.zip").write_bytes(zipped(list_txt=LIST))
    found = read(tmp_path)
    assert titles(found) == ["Piles", "Heaps", "Stacks"]
    assert [paper.source for paper in found.papers] == [
        "b.bib/1",
        "deep/a.ris/1",
        "list.zip/list.txt/1",
    ]
    ((bad, line),) = [(problem.source, problem.line) for problem in found.problems]
    assert (bad, line) == (str(tmp_path / "c.json"), 0)
    assert [file.name for file in files_in(tmp_path)] == ["b.bib", "c.json", "a.ris", "list.zip"]


def test_a_zip_is_read_whole_and_a_bad_member_told(tmp_path):
    path = tmp_path / "all"
    path.write_bytes(zipped(a_bib=BIB, deep__b_ris=RIS, c_json="{", d_png=b"\x89PNG"))
    found = read(path)
    assert titles(found) == ["Piles", "Heaps"]
    assert [paper.source for paper in found.papers] == ["a.bib/1", "deep/b.ris/1"]
    ((line, message),) = [(problem.line, problem.message) for problem in found.problems]
    assert line == 0
    assert message.startswith("c.json: it is no whole JSON")


def test_the_place_in_a_file_never_holds_a_colon(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a:b.bib", BIB)
    path = tmp_path / "all.zip"
    path.write_bytes(buffer.getvalue())
    assert [paper.source for paper in read(path).papers] == ["a_b.bib/1"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (b"\n \n", "it is empty"),
        (b"Dear diary\n", "no short title line"),
        (b"\x00\x01\x02", "neither a text nor a PDF"),
        (b"\x89PNG\r\n", "it is a picture"),
        (b"\x1f\x8b\x08", "a gzip archive; unpack it"),
        (b"<!DOCTYPE html><html></html>", "it is a web page; save its text"),
        (b"<?xml version='1.0'?><rss/>", "XML but no Atom feed"),
        (b"PK\x03\x04broken", "its zip archive is damaged"),
        (zipped(mimetype="application/epub+zip"), "an office document or e-book"),
        (zipped(a_png="x"), "it holds no record"),
        (b"@misc{a, year=1999}", "line 1: the entry 'a' has no title"),
    ],
)
def test_a_file_without_any_paper_is_one_sentence_that_says_why(tmp_path, content, why):
    path = tmp_path / "papers.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=why) as caught:
        read(path)
    assert str(path) in str(caught.value)


def test_what_is_not_there_or_no_file(tmp_path):
    with pytest.raises(SourceError, match=r"Cannot read '.*gone\.txt' \(No such file"):
        read(tmp_path / "gone.txt")
    with pytest.raises(SourceError, match="no file of a known format"):
        read(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match="it is no file"):
        read(tmp_path / "pipe")


def test_a_folder_of_too_many_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_MOST_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}.bib").write_text(BIB)
    with pytest.raises(SourceError, match="holds more than 3 files; name the folder"):
        read(tmp_path)


def test_problems_are_told_up_to_a_number_and_then_counted(tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(BIB + "@misc{b, year=1999}\n" * 150)
    found = read(path)
    assert titles(found) == ["Piles"]
    assert len(found.problems) == 101
    assert found.problems[-1].message == "and 50 or more problems of this kind"


def test_a_text_too_long_for_a_paper_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_LONGEST_TEXT", 10)
    path = tmp_path / "refs.bib"
    path.write_text(BIB + "@misc{b, title={Heaps}, abstract={We heap and heap.}}\n")
    found = read(path)
    assert titles(found) == ["Piles"]
    assert [(p.line, p.message) for p in found.problems] == [
        (2, "its text is longer than 10 characters; split it")
    ]
