"""What a language model adds where one is named: reading, judging, writing."""
