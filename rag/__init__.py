"""The way of one question, from its text to a checked answer."""
