import pytest

from ui.text import escape, html, literal, tidy

MATHS = [
    (r"2$\times$ faster", r"2\(\times\) faster"),
    (r"gains of $1.4$~$7.0\times$ and", r"gains of \(1.4\)~\(7.0\times\) and"),
    (r"$0.79$-$1.5\%$ on", r"\(0.79\)-\(1.5\%\) on"),
    (r"improved $L_0$ regularization", r"improved \(L_0\) regularization"),
    (r"FLOPs ($\leq$ 16x)", r"FLOPs (\(\leq\) 16x)"),
    ("for $x<y$ and $n$", r"for \(x&lt;y\) and \(n\)"),
    (r"\(a+b\) and \[c\]", r"\(a+b\) and \(c\)"),
    ("$$E = mc^2$$", r"\(E = mc^2\)"),
    ("$$a\n\n= b$$", r"\(a = b\)"),
    ("$O(n \\log n)$ steps", r"\(O(n \log n)\) steps"),
]

PROSE = [
    "costs $5 and $10",
    "from $20k for A to $30k for B",
    "($5) and ($10)",
    "a $5/hour and 10$ offer",
    "set $HOME/$USER first",
    "$5-$10 each",
    "only one $ here",
    "US$ 5, US$ 6",
    "$ x $",
]


@pytest.mark.parametrize(("text", "shown"), MATHS)
def test_mathematics_is_fenced(text, shown):
    assert html(text) == shown


@pytest.mark.parametrize("text", PROSE)
def test_dollars_in_prose_stay_dollars(text):
    assert html(text) == text


def test_a_price_before_a_formula_does_not_hide_it():
    assert html("costs $5 and $x$ more") == r"costs $5 and \(x\) more"


@pytest.mark.parametrize(
    "formula",
    [
        r"$\href{http://evil.example}{x}$",
        r"$\includegraphics{http://evil.example/a.png}$",
        r"$\htmlStyle{color:red}{x}$",
        r"$\rule{999em}{999em}$",
        r"$\def\x{\x\x}\x$",
        r"$a \) b$",
    ],
)
def test_a_formula_that_reaches_out_is_shown_as_text(formula):
    assert r"\(" not in html(formula)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            r"at: {\footnotesize\color{blue}{\url{https://github.com/a/b}}}.",
            "at: https://github.com/a/b.",
        ),
        (r"{\small note} \color{red}{x} \textcolor{red}{y} {\bf z}", "note x y z"),
        (r"subset (1\%) of", "subset (1%) of"),
        (r"\textbf{bold} \emph{word}", "bold word"),
        (r"\href{https://a.example}{site}", "site (https://a.example)"),
        ("``quoted''", "“quoted”"),
        (r"R\&D, a\_b, \#1, \$5", "R&D, a_b, #1, $5"),
        ("plain {braces} stay, ~10 too", "plain {braces} stay, ~10 too"),
    ],
)
def test_tex_remnants_are_tidied(text, shown):
    assert tidy(text) == shown


def test_html_is_escaped():
    assert (
        html("""<img src=x onerror="alert('1')">&lt;""")
        == "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;lt;"
    )


def test_what_gradio_would_take_for_mathematics_or_its_place_is_escaped():
    assert escape(r"\(x %%%LATEX_BLOCK_0%%% \)") == (
        "&#92;(x &#37;&#37;%LATEX_BLOCK_0&#37;&#37;% &#92;)"
    )


def test_html_is_one_line_with_its_breaks_kept():
    assert html("a\nb\n\nc") == "a<br>b<br><br>c"
    assert escape("a\n\nb\u2028c") == "a  b c"


def test_literal_markdown_has_no_markup_left():
    assert literal("  # *a*\n\n1. [b](c)") == ("&#35; &#42;a&#42;\n\n1&#46; &#91;b&#93;&#40;c&#41;")
