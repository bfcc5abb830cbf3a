"""What a person sees: the command line and the chat. Nothing here decides what an answer is."""
