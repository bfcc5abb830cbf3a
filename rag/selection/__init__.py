"""Which papers fit a set question: every paper is judged."""
