"""Within papers: the sentences that hold what is asked, and when none does."""
