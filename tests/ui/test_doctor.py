"""The doctor finds what is wrong and names its cure."""

from __future__ import annotations

import shutil
from importlib import metadata
from pathlib import Path

import pytest

from rag.settings import Settings, load_settings
from store import manifest
from store.embed import MiniLM
from store.errors import EmbedderError
from store.indexing import index_library
from store.library import chroma_folder, snapshot_folder
from tests.endpoints import replies, status
from ui.doctor import Finding, examine


def found(settings: Settings) -> dict[str, Finding]:
    return {finding.name: finding for finding in examine(settings)}


@pytest.fixture
def own_library(library_dir, tmp_path) -> Path:
    """A copy that a test may damage."""
    return shutil.copytree(library_dir, tmp_path / "library")


def test_all_is_well(library_dir):
    findings = examine(load_settings(library_dir))
    assert {finding.state for finding in findings} == {"ok"}
    assert {finding.cure for finding in findings} == {""}


def test_no_library_yet_is_no_failure(home):
    finding = found(load_settings())["library"]
    assert (finding.state, finding.cure) == ("warn", "run `footnote index`")
    assert not home.exists()


def test_a_damaged_manifest(own_library):
    (own_library / "manifest.json").write_text("{")
    assert found(load_settings(own_library))["library"].state == "bad"


def test_a_library_without_papers(tmp_path):
    file = tmp_path / "piles.txt"
    file.write_text("CLAug 12, 2024\nPiles of SandAda Lovelace\nPiles run on CPUs.\n", "utf-8")
    index_library(tmp_path / "library", [file])
    file.unlink()
    index_library(tmp_path / "library", prune=True)
    finding = found(load_settings(tmp_path / "library"))["library"]
    assert (finding.state, ": 0 papers" in finding.detail) == ("bad", True)
    assert finding.cure == f"run `footnote index FILE --library {tmp_path}/library` to add some"


def test_a_folder_in_the_place_of_the_manifest_has_one_cure(own_library):
    (own_library / "manifest.json").unlink()
    (own_library / "manifest.json").mkdir()
    finding = found(load_settings(own_library))["library"]
    assert finding.state == "bad"
    assert (
        finding.cure == f"move it away and run `footnote index --rebuild --library {own_library}`"
    )
    assert "run" not in finding.detail


def test_a_text_that_was_changed(own_library):
    state = manifest.read(own_library)
    assert state is not None
    path = snapshot_folder(own_library, state) / "papers.jsonl"
    path.write_text(path.read_text("utf-8").replace("SwiftPruner", "SwiftPrunex"), "utf-8")
    finding = found(load_settings(own_library))["papers"]
    assert finding.state == "bad"
    assert "footnote index --rebuild" in finding.cure


def test_missing_rows_in_chroma(own_library):
    state = manifest.read(own_library)
    assert state is not None
    shutil.rmtree(chroma_folder(own_library, state))
    finding = found(load_settings(own_library))["Chroma"]
    assert finding.state == "bad"
    assert "footnote index --rebuild" in finding.cure


def test_a_damaged_embedder(monkeypatch, library_dir):
    def damaged(_: MiniLM) -> None:
        raise EmbedderError("The embedding model is damaged.")

    monkeypatch.setattr(MiniLM, "verify", damaged)
    assert found(load_settings(library_dir))["embedder"].state == "bad"


def test_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "file").touch()
    findings = examine(load_settings(tmp_path / "file" / "library"))
    assert any(finding.state == "bad" and finding.cure for finding in findings)


def test_a_package_that_is_missing(monkeypatch, library_dir):
    real = metadata.version

    def version(name: str) -> str:
        if name == "bm25s":
            raise metadata.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(metadata, "version", version)
    assert found(load_settings(library_dir))["bm25s"].state == "bad"


def test_no_model_is_named(library_dir):
    assert "no model is named" in found(load_settings(library_dir))["engine"].detail


def test_the_model_that_is_named_is_called_once(library_dir, misbehaving):
    server = misbehaving(replies('{"word": "footnote"}', usage=(40, 6)))
    finding = found(named(library_dir, server.base_url))["engine"]
    assert finding.state == "ok"
    assert "openai:small" in finding.detail
    assert "40 + 6 tokens" in finding.detail
    assert "no structured output" not in finding.detail
    assert len(server.asked) == 1


def test_a_model_without_structured_output(library_dir, misbehaving):
    server = misbehaving(replies("The word is footnote."))
    finding = found(named(library_dir, server.base_url))["engine"]
    assert finding.state == "ok"
    assert "no structured output" in finding.detail


def test_a_model_that_cannot_be_had(library_dir, misbehaving):
    finding = found(named(library_dir, misbehaving(status(401)).base_url))["engine"]
    assert finding.state == "bad"
    assert finding.detail.endswith("refuses the key (401)")
    assert finding.cure == "look at OPENAI_API_KEY"


def test_a_real_model(library_dir, llama):
    assert found(named(library_dir, llama))["engine"].state == "ok"


def named(library_dir: Path, base_url: str) -> Settings:
    environment = {"FOOTNOTE_MODEL": "small", "OPENAI_BASE_URL": base_url}
    return load_settings(library_dir, environment)
