r"""Text of unknown origin made safe and readable in a page.

A paper's text may hold anything: HTML, links, images, half a TeX document. On its way to
the page it is split into mathematics and prose; prose is tidied and escaped, mathematics is
fenced with `\(` and `\)`, which are the only delimiters that the page's KaTeX is told of.
So a `$` that reaches the page is a dollar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# What opens and closes mathematics in TeX sources. A single pair of dollars is mathematics
# only where `_is_maths` says so. An escaped `\[2\]` is no formula but two brackets.
_MATHS = re.compile(
    r"""(?<!\\)(?:
        \$\$(?P<display>[^$]{1,400})\$\$
      | \$(?P<inline>[^\s$](?:[^$\n]{0,298}[^\s$\\])?|[^\s$\\])\$(?!\d)
      | \\\((?P<round>[^$]{1,400}?)\\\)
      | \\\[(?!\d+\\\])(?P<square>[^$]{1,400}?)\\\]
    )""",
    re.VERBOSE,
)
# Commands that reach out of a formula: links, images, attributes, new commands, huge boxes.
_UNWELCOME = re.compile(
    r"\\(?:href|url|includegraphics|html\w*|[gex]?def|let|futurelet|global|(?:re)?newcommand"
    r"|providecommand|rule|kern|[hv]space|raisebox|begingroup|char|csname|[()\[\]])"
)
_TEX_SIGN = re.compile(r"[\\^_={}<>]")
_WORDS = re.compile(r"[A-Za-z]{2,}.*\s|\s.*[A-Za-z]{2,}")

_SIZES = "tiny|scriptsize|footnotesize|small|normalsize|large|bf|it|tt|em"
_SWITCHES = rf"(?:\\(?:(?:{_SIZES})(?![a-z])|color\{{[^{{}}]*\}})\s*)+"
# Each rule takes away one layer; `tidy` repeats them until nothing changes.
_REMNANTS = (
    (re.compile(r"\\(?:url|emph|text\w{0,6}|mbox|underline)\{([^{}]*)\}(?!\{)"), r"\1"),
    (re.compile(r"\\textcolor\{[^{}]*\}\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\\href\{([^{}]*)\}\{([^{}]*)\}"), r"\2 (\1)"),
    (re.compile(rf"\{{{_SWITCHES}\{{([^{{}}]*)\}}\}}"), r"\1"),
    (re.compile(rf"\{{{_SWITCHES}([^{{}}]*)\}}"), r"\1"),
    (re.compile(rf"{_SWITCHES}\{{([^{{}}]*)\}}"), r"\1"),
)
_LAYERS = 8
_ESCAPED_SIGN = re.compile(r"\\([%&$#_{}])")
_QUOTED = re.compile(r"``([^`]*?)''")

_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_PUNCTUATION = str.maketrans({c: f"&#{ord(c)};" for c in "!\"#$%&'()*+-./:;<=>?@[\\]^_`{|}~"})


def tidy(text: str) -> str:
    r"""Prose without its TeX remnants: `\url{x}` is x, `1\%` is 1%; for display only."""
    for _ in range(_LAYERS):
        before = text
        for pattern, replacement in _REMNANTS:
            text = pattern.sub(replacement, text)
        if text == before:
            break
    return _QUOTED.sub(r"“\1”", _ESCAPED_SIGN.sub(r"\1", text))


def render(text: str, prose: Callable[[str], str]) -> str:
    """`text` with its mathematics fenced for KaTeX and everything else put through `prose`."""
    return "".join(
        rf"\({' '.join(piece.split()).translate(_HTML)}\)" if maths else prose(tidy(piece))
        for maths, piece in pieces(text)
    )


def html(text: str) -> str:
    """Safe HTML that shows `text` as text, with its mathematics and line breaks; of one line."""
    return render(text, lambda prose: "<br>".join(map(escape, prose.split("\n"))))


def escape(text: str) -> str:
    r"""Safe HTML that shows `text` to the letter, in an element or an attribute; of one line.

    Blank lines would end an HTML block in Markdown, `\(` would begin mathematics, and
    `%%%` is what Gradio puts in the place of mathematics while it reads Markdown.
    """
    one_line = " ".join(text.splitlines())
    return (
        one_line.translate(_HTML)
        .replace("%%", "&#37;&#37;")
        .replace("\\(", "&#92;(")
        .replace("\\)", "&#92;)")
    )


def literal(text: str) -> str:
    """Markdown that shows `text` to the letter, its line breaks kept."""
    return "\n".join(line.strip().translate(_PUNCTUATION) for line in text.splitlines())


def pieces(text: str) -> Iterator[tuple[bool, str]]:
    """`text` in pieces, each with whether it is mathematics (then without its delimiters)."""
    start = 0
    prose_from = 0
    while match := _MATHS.search(text, start):
        inner = match[match.lastgroup or 0].strip()
        if _is_maths(inner, single_dollars=match.lastgroup == "inline"):
            yield False, text[prose_from : match.start()]
            yield True, inner
            start = prose_from = match.end()
        else:
            start = match.start() + 1
    yield False, text[prose_from:]


def _is_maths(inner: str, *, single_dollars: bool) -> bool:
    """Whether what stands between delimiters is mathematics and not, say, two prices.

    After pandoc's rule for dollars (no space inside, no digit behind; both in `_MATHS`),
    words with spaces between them are prose unless a sign of TeX is among them.
    """
    if not inner or _UNWELCOME.search(inner):
        return False
    if not single_dollars or _TEX_SIGN.search(inner):
        return True
    return not _WORDS.search(inner) and inner[-1] not in "/,.;:-"
