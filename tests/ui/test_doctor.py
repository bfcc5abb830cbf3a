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
from store.library import chroma_folder, snapshot_folder
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
