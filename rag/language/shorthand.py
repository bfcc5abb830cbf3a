"""What people in a hurry cut short, written out: "attn" for attention, "w/o" for without."""

from __future__ import annotations

import re
from collections.abc import Set

from store.lexical import terms

# Small letters between words: "R" is a language, "n" a number.
_LETTERS = {"u": "you", "ur": "your", "r": "are", "n": "and"}
_BETWEEN = re.compile(r"(?<=[a-z,] )(?:ur?|r|n)(?= (?:[a-z]|NOT\b))|^n(?= [a-z])")
# "Compare w AnTKV", but not the weight of "w and b".
_W = re.compile(
    r"(?<=[a-z\d] )w(?= (?!(?:and|or|is|are|n|as|in|at|for)\b)[A-Za-z])|^w(?= [A-Za-z])"
)
_THEM = re.compile(
    r"(?<=\bof )['’]?em\b|(?<=[a-z] )['’]em\b"
    r"|(?<=[a-z] )['’]?em(?=\W*$| (?:all|both|out|up|together|with|to|by|for|on|in)\b)"
)
_DIFFERENCE = re.compile(
    r"(?<![\w-])diffs?(?= (?:between|in|with|b/w)\b)|(?<=the )diffs?(?=\W*$)"
    r"|^(?:any )?diffs?(?=\W*$)"
)
_DIFFERENT = re.compile(r"(?<![\w-])diff(?= (?:from|to|than)\b)|(?<=[a-z] )diff(?=\W*$)")
_THE_TWO = re.compile(
    r"(?:(?<=\bthe )|(?<=\bthese )|(?<=\bthose ))[23]"
    r"(?=\W*$| (?:papers|ones|differ|compare|is|are|have|has)\b)"
)
_SIGNED = {
    "w/o": "without",
    "w/": "with ",
    "tok/s": "tokens per second",
    "b/c": "because",
    "b/w": "between",
    "y/n": "yes or no",
}
_WITH_SIGN = re.compile(r"(?<![\w/])(?:w/o\b|b/[cw]\b|y/n\b|w/\s?(?=\w)|tok/s\b)")
_WORDS = {
    "plz": "please", "pls": "please", "thx": "thanks", "ppl": "people", "b4": "before",
    "nr": "number", "uni": "university", "Uni": "University", "univ": "university",
    "abt": "about", "smth": "something",
    "sth": "something", "smb": "somebody", "thru": "through", "tho": "though", "cuz": "because",
    "bc": "because", "gimme": "give me", "lemme": "let me", "wanna": "want to", "gonna": "going to",
    "gotta": "have to", "kinda": "kind of", "sorta": "sort of", "esp": "especially",
    "approx": "approximately", "refs": "references", "pubs": "publications", "lit": "literature",
    "info": "information", "intro": "introduction", "attn": "attention", "ctx": "context",
    "algo": "algorithm", "algos": "algorithms", "param": "parameter", "params": "parameters",
    "perf": "performance", "mem": "memory", "quant": "quantization", "distil": "distillation",
    "eval": "evaluation", "evals": "evaluations", "impl": "implementation", "seq": "sequence",
    "seqs": "sequences", "emb": "embedding", "embs": "embeddings", "vec": "vector",
    "vecs": "vectors", "config": "configuration", "prod": "production", "infra": "infrastructure",
    "hw": "hardware", "sw": "software", "db": "database", "dbs": "databases", "sys": "systems",
    "comms": "communication", "mgmt": "management", "govt": "government", "env": "environment",
    "dev": "development", "lang": "language", "langs": "languages", "nets": "networks",
    "stats": "statistics", "sim": "simulation", "sims": "simulations", "opt": "optimization",
    "repo": "repository", "repos": "repositories", "gen": "generation",
    "tmrw": "tomorrow", "tmr": "tomorrow", "wrt": "with regard to", "rly": "really",
    "tok": "token", "toks": "tokens", "orgs": "organisations", "org": "organisation",
    "yr": "year", "yrs": "years", "avail": "available", "src": "source", "affils": "affiliations",
}  # fmt: skip
_WORD = re.compile(rf"(?<![\w./-])(?:{'|'.join(_WORDS)})(?![\w/-])")
_HOW_MUCH = re.compile(r"\bhow much (?=papers\b)", re.I)


def written_out(text: str, stems: Set[str]) -> str:
    """The text with its shorthand in full, but for what a library with these stems writes."""

    def full(match: re.Match[str]) -> str:
        short = match.group()
        same = terms(short) == terms(_WORDS[short])  # "avail" is the stem of "available"
        written = not same and any(term in stems for term in terms(short))
        return short if written else _WORDS[short]

    text = _WITH_SIGN.sub(lambda match: _SIGNED[match.group().strip()], text)
    text = _THEM.sub("them", _W.sub("with", text))
    text = _DIFFERENT.sub("different", _DIFFERENCE.sub("difference", text))
    text = _THE_TWO.sub(lambda match: {"2": "two", "3": "three"}[match.group()], text)
    text = _BETWEEN.sub(lambda match: _LETTERS[match.group()], text)
    return _WORD.sub(full, _HOW_MUCH.sub("how many ", text))
