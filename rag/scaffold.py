"""Words of questions about records that are no subject: of lists, of looking up, of who asks."""

from __future__ import annotations

from store.lexical import terms

SCAFFOLD = frozenset(
    terms(
        """pull supply hand fetch dig grab collect gather compile supply provide deliver send print
        printed output item entry record line byline contributor contribution contribute credit
        credited sign signed share shared joint jointly team teamed represented represent separate
        distinct unique different total overall number sum collection library pile stack drawer
        section shelf folder database catalogue catalog set list listing reading bibliography
        citation reference footnote spreadsheet sheet table index boss colleague supervisor
        professor student friend thesis dissertation seminar lecture course class exam talk meeting
        project grant proposal report review corridor phone office group lab institute department
        name names named naming called somebody someone anybody everyone candidate forgot forget
        remember recall believe swear swears told confirm check sure wonder curious quick quickly
        urgent soon today tomorrow now please kindly thanks dear sort sorted order ordered top
        bottom begin beginning end both included inclusive stand stands standing appear appearing
        feature featuring mark marked label bear bears carry carries date dated day month year
        particulars detail details info information whatever anything everything whole entire
        complete full ever yet still already along together either neither sit sits lie lies got
        put wish want wanted like love prefer need needed search look looking hunt chase interest
        preparing writing drafting history graduate undergraduate phd master bachelor authority
        file archive subscription present presence absent participate participates affiliated
        affiliation organisation organization institution tag hold holds held own owns keep keeps
        store stores people person folk author authors coauthor writer writers researcher
        researchers scientist scientists
        """
    )
)
