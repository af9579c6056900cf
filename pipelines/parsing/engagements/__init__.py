"""What is told in an article: wordings found, frames filled, status and participants judged, tellings merged.

What belongs here: the way from a sentence with its actors to claims. What does not: finding actors, dates or places.
"""
