"""Whom names and descriptions mean: what is found folded into one candidate for each actor of the article.

What belongs here: whether two names, a name and a post, a name and a row of the registry are one. What does not: words
that take up an actor without saying which (``references``).
"""
