"""What a record says of where a paper is to be had: its DOI, its number on arXiv, its address."""

from __future__ import annotations

from store.papers import Paper

ASKED: tuple[tuple[str, str], ...] = (
    ("doi", r"\bdois?\b"),
    (
        "arxiv",
        r"\barxiv(?:['’]s)?[ -](?:ids?|identifiers?|numbers?|no\.?|links?|urls?|address|page"
        r"|eprint)\b"
        r"|\beprint\b",
    ),
    (
        "link",
        r"(?<!code )(?<!arxiv )\b(?:links?|urls?|web (?:address|page)|pdf) (?:to|of|for)\b"
        r"(?! (?:the |its |their |any )?(?:source )?(?:code|repo|git|weights|data|model\b|demo))"
        r"|\bits (?:link|url|pdf|web address)\b|^\W*(?:and )?(?:the |a )?(?:link|url|pdf)\W*$",
    ),
)
"""The fields and the patterns that ask for them."""

IDENTIFIERS = tuple(name for name, _ in ASKED)

_CALLED = {"doi": "DOI", "arxiv": "number on arXiv", "link": "address"}


def identified(paper: Paper, name: str) -> tuple[str, str]:
    """What the record says, and the field of it that says so; ("", "") where it says nothing."""
    doi = (f"https://doi.org/{paper.doi}", "doi") if paper.doi else ("", "")
    arxiv = (f"https://arxiv.org/abs/{paper.arxiv}", "arxiv") if paper.arxiv else ("", "")
    if name == "doi":
        return (paper.doi, "doi") if paper.doi else ("", "")
    if name == "arxiv":
        return (paper.arxiv, "arxiv") if paper.arxiv else ("", "")
    return next((one for one in (doi, arxiv, (paper.url, "url")) if one[0]), ("", ""))


def said_to_identify(paper: Paper, name: str) -> str:
    """The same in a sentence."""
    found, _ = identified(paper, name)
    if not found:
        return f"**{paper.title}**: the record names no {_CALLED[name]}."
    is_at = "is at" if name == "link" else f"has the {_CALLED[name]}"
    return f"**{paper.title}** {is_at} {found}."
