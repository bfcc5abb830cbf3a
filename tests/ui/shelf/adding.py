"""Files to be added on the library's page, and what shows there of them."""

import io
import zipfile

from typeset import Article, typeset

from store import ledger, manifest

BIB = "@article{{a, title = {{{}}}, author = {{Bo Li}}, year = 2020, abstract = {{{}}}}}"
SAND = BIB.format("Sand in Motion", "The Drift model moves sand by 73 percent.")
ARTICLE = Article(
    "Waiting Rooms for Impatient Requests",
    ("Ada Lovelace",),
    ("Pile Institute",),
    "The scheduler holds requests in a waiting room. It is fair to all of them.",
    (("Introduction", ("Requests wait for their turn in a waiting room of the scheduler.",) * 4),),
)


def zipped(**members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


FORMATS = {
    "paper.pdf": typeset(ARTICLE).data,
    "sand.bib": SAND,
    "rice.ris": "TY  - JOUR\nTI  - Rice Is Counted\nAU  - Wei, Bo\nPY  - 2019\nER  - \n",
    "corn.csv": "title,abstract,year\nCorn in Rows,Corn stands in rows.,2018\n",
    "oats.tsv": "title\tabstract\tyear\nOats in Lines\tOats stand in lines.\t2018\n",
    "rye.json": '[{"title": "Rye on Hills", "abstract": "Rye grows.", "year": 2017}]',
    "teff.jsonl": '{"title": "Teff for All", "abstract": "Teff is fine.", "year": 2016}\n',
    "flax.md": "# Flax Is Blue\n\nAda Byron\n\nFlax is blue in June, as we measure.\n",
    "feed.atom": (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.00001v1'
        "</id><title>Hemp in Ropes</title><summary>Hemp makes ropes.</summary><author><name>Ada "
        "Byron</name></author><published>2024-01-01T00:00:00Z</published></entry></feed>"
    ),
    "list.txt": "CLAug 12, 2024\nMillet on PlainsAda Byron\nMillet grows on plains.\n",
    "pile.zip": zipped(**{"beans.bib": BIB.format("Beans at Night", "Beans sleep.")}),
}


def files(contents):
    return [
        {
            "name": name,
            "mimeType": "application/octet-stream",
            "buffer": content if isinstance(content, bytes) else content.encode(),
        }
        for name, content in contents.items()
    ]


def add(page, chosen):
    if page.locator("#adding").is_hidden():
        page.get_by_role("button", name="Add papers").click()
    page.locator("#drop input").set_input_files(chosen)


def row(page, name):
    return page.locator("#files li", has=page.get_by_text(name, exact=True))


def state(library):
    return manifest.read(library), ledger.read(library)
