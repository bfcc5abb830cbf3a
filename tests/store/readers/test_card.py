"""The paper that is made of the fields of an export."""

import pytest

from store.readers.card import Fields, paper_of


@pytest.mark.parametrize(
    ("url", "doi", "arxiv"),
    [
        ("https://doi.org/10.1000/XYZ.1", "10.1000/xyz.1", ""),
        ("http://dx.doi.org/10.1000/xyz", "10.1000/xyz", ""),
        ("https://doi.org/10.1000%2Fxyz", "10.1000/xyz", ""),
        ("https://arxiv.org/abs/2401.01234v2", "", "2401.01234"),
        ("https://www.arxiv.org/pdf/2401.01234", "", "2401.01234"),
        ("https://doi.org/10.48550/arXiv.2401.01234", "10.48550/arxiv.2401.01234", "2401.01234"),
        ("https://piles.example/10.1000/xyz", "", ""),
        ("https://piles.example/2401.01234", "", ""),
        ("https://doi.org/", "", ""),
        ("", "", ""),
    ],
)
def test_an_address_tells_the_doi_and_the_number_on_arxiv(url: str, doi: str, arxiv: str):
    paper = paper_of(Fields("On Piles", url=url), "export.json")
    assert (paper.doi, paper.arxiv) == (doi, arxiv)
    assert paper.url == url
    assert (f"doi:{doi}" in paper.record) == bool(doi)


def test_what_is_given_goes_before_the_address():
    fields = Fields("On Piles", doi="10.1000/given", url="https://doi.org/10.1000/other")
    assert paper_of(fields, "export.json").doi == "10.1000/given"
