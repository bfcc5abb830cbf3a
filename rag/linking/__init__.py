"""Which papers a question speaks of without their names."""
