"""Calls to language models: endpoints, a model in this process, replies that are kept."""
