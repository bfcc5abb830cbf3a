"""The page's addresses, called by hand: what is refused, and that nothing else changes then."""

import http.client
import json
from urllib.parse import quote, urlsplit

import pytest

from store import ledger, manifest, readers, removals
from ui.shelf.wanted import ADDRESS

OURS = {"X-Footnote": "page"}
BIB = b"@article{a, title = {Sand in Motion}, author = {Bo Li}, year = 2020}"


@pytest.fixture
def call(serve_own):
    """Sends a request and gives its status and what was answered."""

    def send(method, path, body=b"", **headers):
        connection = http.client.HTTPConnection(urlsplit(serve_own).netloc, timeout=30)
        connection.request(method, path, body, headers={**OURS, **headers})
        response = connection.getresponse()
        content = response.read().decode()
        connection.close()
        return response, json.loads(content) if content.startswith(("{", "[")) else content

    return send


def state(library):
    uploads = library / "uploads"
    kept = sorted(path.name for path in uploads.iterdir()) if uploads.exists() else []
    return manifest.read(library), ledger.read(library), removals.read(library), kept


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../../escape.bib", "is named to leave its folder; rename it."),
        ("/etc/cron.bib", "is named to leave its folder; rename it."),
        ("..\\escape.bib", "is named to leave its folder; rename it."),
        ("", "is named to leave its folder; rename it."),
        (".hidden.bib", "is hidden or holds control characters; rename it."),
        ("a\x00.bib", "is hidden or holds control characters; rename it."),
        ("sand.exe", "has no ending of a format that is read"),
    ],
)
def test_a_name_that_cannot_be_kept_is_refused_in_a_sentence(call, own, name, why, tmp_path):
    before, files = state(own), set(tmp_path.rglob("*.bib"))
    response, answer = call("POST", f"{ADDRESS}/files?name={quote(name)}", BIB)
    assert response.status == 400
    assert why in answer["error"]
    assert state(own) == before
    assert set(tmp_path.rglob("*.bib")) == files


def test_a_file_over_the_limit_is_refused_before_it_is_sent(call, own):
    size = str(readers.LARGEST_FILE + 1)
    response, answer = call("POST", f"{ADDRESS}/files?name=a.bib", **{"Content-Length": size})
    assert response.status == 400
    assert answer["error"].endswith("it is larger than 512 MB; split it.")


@pytest.mark.parametrize("path", ["files?name=a.bib", "remove", "restore"])
@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}], ids=["site", "file"]
)
def test_another_site_changes_nothing(call, own, path, headers):
    before = state(own)
    response, answer = call("POST", f"{ADDRESS}/{path}", b'["lovelace2024piles"]', **headers)
    assert response.status == 403
    assert "own page" in answer["error"]
    assert state(own) == before


def test_a_form_of_another_site_cannot_set_the_header(serve_own, own):
    connection = http.client.HTTPConnection(urlsplit(serve_own).netloc, timeout=30)
    connection.request("POST", f"{ADDRESS}/remove", b'["lovelace2024piles"]')
    assert connection.getresponse().status == 403
    connection.close()


@pytest.mark.parametrize("body", [b"", b"{}", b"[3]", b'["a"', b"[]", b"\xff", b'[["a"]]'])
def test_what_is_no_list_of_ids_is_refused(call, own, body):
    response, answer = call("POST", f"{ADDRESS}/remove", body)
    assert response.status == 400
    assert answer == {"error": "That is no list of papers."}


def test_the_page_lets_no_script_in_and_nothing_out(call):
    response, content = call("GET", f"{ADDRESS}?q=%3Cscript%3Ealert(1)%3C/script%3E")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    nonce = policy.rpartition("'nonce-")[2].partition("'")[0]
    assert content.count("<script") == content.count(f'<script nonce="{nonce}"') == 2
    assert "“&lt;script&gt;alert(1)&lt;/script&gt;”" in content
    again, _ = call("GET", ADDRESS)
    assert nonce not in again.headers["Content-Security-Policy"]


def test_a_get_changes_nothing(call):
    for path in ("files?name=a.bib", "remove", "restore"):
        assert call("GET", f"{ADDRESS}/{path}")[0].status == 405
