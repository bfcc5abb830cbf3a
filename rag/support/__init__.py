"""Whether a claim says no more and nothing else than the spans that it cites."""
