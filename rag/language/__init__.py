"""Words, names, numbers and dates as people write them, whatever is asked."""
