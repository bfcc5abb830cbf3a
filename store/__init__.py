"""Papers in, passages out: readers, segments, embeddings, indexes. Knows nothing of questions."""
