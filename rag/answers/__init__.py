"""One module for each kind of answer: facts, sets, records, comparisons."""
