"""The map of a library: whole, kept with the state that it is of, made again where it is not."""

import shutil

import pytest

from store.atlas import atlas_of
from store.indexing import index_library
from store.library import Library, snapshot_folder


@pytest.fixture
def copy(library_dir, tmp_path):
    shutil.copytree(library_dir, tmp_path / "copy")
    return Library.open(tmp_path / "copy")


def kept(library):
    return snapshot_folder(library.directory, library.manifest) / "atlas.json"


def test_every_paper_has_a_spot_in_a_group(copy):
    atlas = atlas_of(copy)
    assert atlas.spots.keys() == copy.papers.keys()
    sizes = [group.size for group in atlas.groups]
    assert sum(sizes) == 50
    assert sizes == sorted(sizes, reverse=True)
    for number, group in enumerate(atlas.groups):
        assert sum(spot.group == number for spot in atlas.spots.values()) == group.size
        assert group.name


def test_it_is_made_once_for_a_state_and_read_from_then_on(copy, monkeypatch):
    first = atlas_of(copy)
    monkeypatch.setattr("store.atlas.laid_out", None)
    assert atlas_of(copy) == first


@pytest.mark.parametrize("content", ["", "{}", '{"spots": {}, "groups": []}', "[3]"])
def test_a_damaged_one_is_made_again(copy, content):
    first = atlas_of(copy)
    kept(copy).write_text(content)
    assert atlas_of(copy) == first


def test_a_new_state_gets_a_new_map_and_the_old_one_goes(small, write_list):
    before = Library.open(small)
    atlas_of(before)
    index_library(small, [write_list(("Stacks", "They fall."), name="other.txt")])
    assert not kept(before).exists()
    assert len(atlas_of(Library.open(small)).spots) == 3
