"""Corpora as their publishers distribute them in, the training files that sources.py reads out: a file a corpus."""
