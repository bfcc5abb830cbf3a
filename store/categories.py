"""The usual names of arXiv's categories, for people who do not know the codes by heart."""

from __future__ import annotations

import re

_NAMES = {
    "cs.AI": "Artificial Intelligence",
    "cs.AR": "Hardware Architecture",
    "cs.CC": "Computational Complexity",
    "cs.CE": "Computational Engineering, Finance, and Science",
    "cs.CG": "Computational Geometry",
    "cs.CL": "Computation and Language",
    "cs.CR": "Cryptography and Security",
    "cs.CV": "Computer Vision and Pattern Recognition",
    "cs.CY": "Computers and Society",
    "cs.DB": "Databases",
    "cs.DC": "Distributed, Parallel, and Cluster Computing",
    "cs.DL": "Digital Libraries",
    "cs.DM": "Discrete Mathematics",
    "cs.DS": "Data Structures and Algorithms",
    "cs.ET": "Emerging Technologies",
    "cs.FL": "Formal Languages and Automata Theory",
    "cs.GL": "General Literature",
    "cs.GR": "Graphics",
    "cs.GT": "Computer Science and Game Theory",
    "cs.HC": "Human-Computer Interaction",
    "cs.IR": "Information Retrieval",
    "cs.IT": "Information Theory",
    "cs.LG": "Machine Learning",
    "cs.LO": "Logic in Computer Science",
    "cs.MA": "Multiagent Systems",
    "cs.MM": "Multimedia",
    "cs.MS": "Mathematical Software",
    "cs.NA": "Numerical Analysis",
    "cs.NE": "Neural and Evolutionary Computing",
    "cs.NI": "Networking and Internet Architecture",
    "cs.OH": "Other Computer Science",
    "cs.OS": "Operating Systems",
    "cs.PF": "Performance",
    "cs.PL": "Programming Languages",
    "cs.RO": "Robotics",
    "cs.SC": "Symbolic Computation",
    "cs.SD": "Sound",
    "cs.SE": "Software Engineering",
    "cs.SI": "Social and Information Networks",
    "cs.SY": "Systems and Control",
    "eess.AS": "Audio and Speech Processing",
    "eess.IV": "Image and Video Processing",
    "eess.SP": "Signal Processing",
    "eess.SY": "Systems and Control",
    "math.OC": "Optimization and Control",
    "q-bio.QM": "Quantitative Methods",
    "quant-ph": "Quantum Physics",
    "stat.ME": "Methodology",
    "stat.ML": "Machine Learning (Statistics)",
}


def category_name(code: str) -> str:
    """The name of an arXiv category, or "" where none is known; `CL` is read as `cs.CL`."""
    return _NAMES.get(code) or _NAMES.get(f"cs.{code}", "")


def categories_called(words: str) -> tuple[str, ...]:
    """The codes (without "cs.") that people mean by a name such as "computer vision".

    `words` is lower case. The name's whole, its part before "and", or a usual short form.
    """
    if words in _SHORT_FORMS:
        return (_SHORT_FORMS[words],)
    found = []
    for code, name in _NAMES.items():
        parts = re.split(r", | and |, and ", name.lower())
        if words == name.lower() or (len(parts[0].split()) > 1 and words == parts[0]):
            found.append(code.removeprefix("cs."))
    return tuple(found)


_SHORT_FORMS = {
    "ai": "AI",
    "nlp": "CL",
    "natural language processing": "CL",
    "computational linguistics": "CL",
    "vision": "CV",
    "ml": "LG",
    "hci": "HC",
    "hardware architecture": "AR",
    "computer architecture": "AR",
    "security": "CR",
    "cryptography": "CR",
    "database": "DB",
    "databases": "DB",
    "distributed computing": "DC",
    "parallel computing": "DC",
    "distributed systems": "DC",
    "robotics": "RO",
    "software engineering": "SE",
}
