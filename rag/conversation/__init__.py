"""Follow-ups made whole from the questions and answers before."""
