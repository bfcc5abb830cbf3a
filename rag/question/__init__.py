"""From a question's text to a typed record of what it asks."""
