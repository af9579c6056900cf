"""A shallow parse of sentences: units and their tags, verbs, noun chunks, lists, clauses, and who is subject of what.

What belongs here: grammar that holds whatever is told. What does not: what one wording asks of its sentence
(``frames``).
"""
