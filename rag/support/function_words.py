"""Words that join others or name little: a text that has one more has nothing invented."""

from __future__ import annotations

from store.lexical import terms

FUNCTION_WORDS = frozenset(
    terms(
        """although though since because whereas while until unless already yet still even again
        also just only so such thus hence therefore however instead rather another other others
        either neither nor both each every all any some none no not never ever once then now here
        there where when whenever wherever whether why how about above across after against along
        among around as at before behind below beneath beside besides between beyond by despite
        down during except for from in inside into like near of off on onto out outside over past
        per than through throughout till to toward towards under underneath up upon versus via
        with within without quite fairly rather very too almost nearly merely hardly somewhat much
        more most less least many few several can could may might must shall should will would do
        does did done be been being is are was were have has had having this that these those it
        its they them their he his she her we us our you your one ones itself themselves what
        which who whom whose""",
        joined=False,
    )
)
"""The closed classes of English as index terms: what comes of prepositions, conjunctions,
pronouns, auxiliaries, and adverbs of degree and of place in a text."""

LIGHT_VERBS = frozenset(
    terms(
        """take takes took taken make makes made give gives given hold holds held keep keeps kept
        set sets put puts get go goes come comes stand stands lie lies live lives turn turns turned
        carry carries carried work works worked run runs serve serves bring brings let lets mean
        means seem seems appear appears become becomes begin begins call called known see seen
        think do say says need needs needed""",
        joined=False,
    )
)
"""Verbs that say little by themselves ("takes time", "holds for"), as index terms."""
