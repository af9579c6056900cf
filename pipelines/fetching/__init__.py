"""From feeds, sitemaps and lists of urls to pages in the inbox, as fetched, in WARC.

What belongs here: asking servers politely, and keeping what they answer. What does not: reading it
(``pipelines.reading``); the next run finds it in the inbox.
"""

from pipelines.fetching.run import Fetched, fetch

__all__ = ["Fetched", "fetch"]
