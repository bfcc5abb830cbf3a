"""Courtesy changes no question."""

import pytest

from rag.question.plainly import said_plainly


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        ("could you please show me papers on MoE?", "show me papers on MoE?"),
        ("Would you mind telling me which papers have code?", "which papers have code?"),
        ("hi, which papers are about pruning?", "which papers are about pruning?"),
        ("Hello! What speedup does T-MAC reach?", "What speedup does T-MAC reach?"),
        ("I'm wondering how fast T-MAC is", "how fast T-MAC is"),
        ("do you know of any paper on tapes?", "any paper on tapes?"),
        ("Could you tell me which papers prune?", "which papers prune?"),
        ("tell me who wrote it", "who wrote it"),
        ("Tell me briefly what T-MAC is.", "what T-MAC is."),
        ("Lovely. Which papers prune? 😅", "Which papers prune?"),
        ("interesting papers on MoE", "interesting papers on MoE"),
        ("tell me about T-MAC", "tell me about T-MAC"),
        ("drop all but the oldest", "only the oldest"),
        ("leave out those without code", "only those with code"),
        ("drop the ones that have code, what remains?", "only those without code"),
        ("forget it, who wrote T-MAC?", "who wrote T-MAC?"),
        ("Is there one in databases? Which?", "Is there one in databases?"),
        ("who did the ad pruning thing?", "who did the ad pruning paper?"),
        ("what is the best thing about T-MAC?", "what is the best thing about T-MAC?"),
        ("ok thanks, and who wrote it?", "and who wrote it?"),
        ("Which papers deal with pruning? Thanks!", "Which papers deal with pruning?"),
        ("who wrote it, thank you very much", "who wrote it"),
        ("may I ask which papers use brain signals?", "which papers use brain signals?"),
        ("Thanks!", "Thanks!"),
        ("How many words… well, tokens, does it make?", "How many tokens does it make?"),
        ("Which papers use GPUs, no sorry, CPUs?", "Which papers use CPUs?"),
        ("papers on phones, I mean browsers?", "papers on browsers?"),
        ("Which papers use CPUs, no GPUs?", "Which papers use CPUs, no GPUs?"),
        (
            "I look for papers on tapes. Which ones could you recommend?",
            "I look for papers on tapes.",
        ),
        ("Which ones would you recommend?", "Which ones would you recommend?"),
        ("any text to speech?", "any text-to-speech?"),
        ("move text to the end", "move text to the end"),
        ("Is it fast – well, how fast?", "Is it fast – well, how fast?"),
        ("Which papers say thanks?", "Which papers say thanks?"),
        ("who was it that wrote T-MAC?", "who wrote T-MAC?"),
        ("I would be grateful for the names on it", "the names on it"),
        ("Is it true that T-MAC was published in 2024?", "was T-MAC published in 2024?"),
        ("Is it true?", "Is it true?"),
        ("which items in the collection are old?", "which papers in the collection are old?"),
        ("how many items has the scale?", "how many items has the scale?"),
        ("non-Bell papers on owls", "papers not from Bell, on owls"),
        ("non-linear papers", "non-linear papers"),
        ("hi there!", "hi there!"),
        ("Which papers say hello?", "Which papers say hello?"),
        ("can you hear me?", "can you hear me?"),
    ],
)
def test_greetings_and_courtesy_are_left_out(polite: str, plain: str) -> None:
    assert said_plainly(polite) == plain
