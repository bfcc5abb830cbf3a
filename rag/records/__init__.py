"""What a question asks of the papers' records: people, dates, venues, code, counts, order."""
