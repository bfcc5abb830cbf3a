"""Five papers of several pages, set as LaTeX sets them, with facts that only their bodies hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typeset import Article, Typeset, typeset

from store.papers import Paper

NAMES = (
    *("Osier", "Bracken", "Sedge", "Tansy", "Yarrow", "Fescue", "Mallow", "Teasel", "Vetch"),
    *("Campion", "Burdock", "Clover", "Sorrel", "Nettle", "Bramble", "Hawkbit", "Medick"),
    *("Plantain", "Speedwell", "Toadflax", "Betony", "Comfrey", "Dropwort", "Eyebright"),
    *("Figwort", "Groundsel", "Harebell", "Ivory", "Knapweed", "Lovage", "Meadowsweet"),
    *("Navelwort", "Orpine", "Pennywort", "Ragwort", "Saxifrage", "Thistle", "Valerian"),
    *("Willowherb", "Woodruff", "Agrimony", "Bistort", "Catmint", "Dittany", "Elecampane"),
    *("Fumitory", "Gromwell", "Hyssop", "Juniper", "Kingcup"),
)
KINDS = (
    ("The {} scheduler holds {} requests in its waiting room.",
     "How many requests does the {} scheduler hold in its waiting room?"),
    ("On the {} benchmark our classifier reaches an accuracy of {} percent after finetuning.",
     "What accuracy does the classifier reach on the {} benchmark?"),
    ("Training the {} network took {} hours on a single workstation.",
     "How many hours did training the {} network take?"),
    ("The {} corpus has {} annotated dialogues from five offices.",
     "How many annotated dialogues does the {} corpus have?"),
    ("We set the temperature of the {} sampler to {} in every run.",
     "What is the temperature of the {} sampler set to?"),
)  # fmt: skip
TITLES = (
    "Waiting Rooms for Impatient Requests",
    "Classifiers That Admit Their Doubts",
    "Workstations Are Enough: Training in the Small",
    "Office Talk as a Source of Dialogue",
    "Cold Samplers and Warm Starts",
)


@dataclass(frozen=True)
class Fact:
    """A question, and what the sentence that answers it must hold."""

    question: str
    sentence: str
    section: str
    title: str


def long_papers(filler: Sequence[Paper]) -> tuple[list[Typeset], list[Fact]]:
    """Five PDFs whose running text is the filler's abstracts, and ten facts in each."""
    printed, facts = [], []
    for number, title in enumerate(TITLES):
        said, asked = KINDS[number]
        own = NAMES[10 * number : 10 * number + 10]
        sections = []
        for place, heading in enumerate(("Introduction", "Method", "Experiments", "Discussion")):
            abstracts = [filler[(7 * number + 3 * place + k) % len(filler)] for k in range(3)]
            texts = [". ".join(paper.text.split(". ")[:4]).rstrip(".") + "." for paper in abstracts]
            names = own[place::4]
            for k, name in enumerate(names):
                value = 100 + 37 * (10 * number + own.index(name))
                sentence = said.format(name, value)
                # In the middle of a paragraph, where lines, columns and pages divide it.
                head, dot, tail = texts[k].partition(". ")
                texts[k] = f"{head}{dot}{sentence} {tail}"
                section = f"{place + 1} {heading}"
                facts.append(Fact(asked.format(name), sentence, section, title))
            sections.append((heading, tuple(" ".join(text.split()) for text in texts)))
        article = Article(
            title=title,
            authors=("Ada Lovelace", "Alan Turing"),
            places=("University of Piles",),
            abstract="This is a paper on piles of paper. All the rest is told below.",
            sections=tuple(sections),
            references=tuple(
                f"[{k}] A. Writer and B. Author. Cited work number {k}. In Proceedings of Heaps, "
                f"pages {k}-{k + 9}, 2019."
                for k in range(1, 12)
            ),
            note="Correspondence to the first author, at the address above, please.",
            caption="Figure 1: The pile over time, as more and more sheets are put on top of it.",
        )
        printed.append(typeset(article))
    return printed, facts
