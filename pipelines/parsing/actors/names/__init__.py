"""Names as they stand: capitalised stretches taken apart into persons, organizations and states.

What belongs here: what a name is and where it ends. What does not: whom it means (``identity``).
"""
