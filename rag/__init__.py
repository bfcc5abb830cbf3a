"""The way of one question, from its text to a checked answer.

`chain.py` alone knows the order. The folders, in the order in which a question meets them:

    conversation  a follow-up made whole from what was said before
    question      the whole question as a typed record, read with `records` and `language`
    linking       which papers are meant where none is named
    selection     which papers fit a set question; `evidence` finds the sentences in a paper
    answers       one module for each kind of answer, written by `writers`
    support       whether a claim says no more than what it cites; `verify.py`, to the letter
    assistance    what a language model adds to each of these, called by way of `models`
"""
