"""How papers speak of a topic, as numbers."""

import pytest

from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.selection.aboutness import FEATURES, Aboutness


def test_a_paper_is_measured_by_its_abstract_as_a_whole(retriever: Retriever) -> None:
    """As well as by its best sentence, and all the more where words of the topic are nowhere."""
    about = Aboutness(retriever, Catalog(retriever.library.papers))
    plain, _, _ = about.features("pruning of speech models")
    strange, _, _ = about.features("xylophonic pruning of speech models")
    passage, where_absent = (FEATURES.index(n) for n in ("passage", "passage where absent"))
    nearest = retriever.ids[int(plain[:, passage].argmax())]
    assert "Speech Recognition" in retriever.library.papers[nearest].title
    assert not plain[:, where_absent].any()
    assert strange[:, where_absent].argmax() == strange[:, passage].argmax()
    assert 0 < strange[:, where_absent].max() < strange[:, passage].max()


def test_a_paper_is_measured_against_the_one_that_says_most(retriever: Retriever) -> None:
    about = Aboutness(retriever, Catalog(retriever.library.papers))
    features, _, _ = about.features("pruning of speech models")
    whole = features[:, FEATURES.index("best sentence")]
    below = features[:, FEATURES.index("best sentence, below the best")]
    assert below.max() == 0
    assert (below < 0).any()
    assert below.argmax() == whole.argmax()


@pytest.mark.parametrize(
    ("topic", "least", "most"),
    [
        ("pruning of speech models", 0.0, 0.0),
        ("quantum pruning of models", 0.8, 1.0),  # an established term
        ("handy pruning of models", 0.0, 0.7),  # which may be put otherwise
        ("music", 1.0, 1.0),
        ("pruning of models for malaria", 1.0, 1.0),  # a thing with a name and no other
        ("", 1.0, 1.0),
    ],
)
def test_how_much_of_a_topic_no_paper_speaks_of(
    retriever: Retriever, topic: str, least: float, most: float
) -> None:
    about = Aboutness(retriever, Catalog(retriever.library.papers))
    assert least <= about.unspoken(topic) <= most
