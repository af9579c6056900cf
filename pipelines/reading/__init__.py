"""Bytes to articles: one module per format, then cleaning. Knows no NLP.

What belongs here: readers (``READERS``), and ``clean``, which turns what they read into ``Article``. What does not:
actors, engagements, the ledger of what was read before.
"""

from pipelines.reading.clean import clean
from pipelines.reading.paths import READERS, find_reader, read_paths

__all__ = ["READERS", "clean", "find_reader", "read_paths"]
