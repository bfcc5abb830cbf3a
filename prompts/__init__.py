"""The texts that a language model is given, one Markdown file each."""
