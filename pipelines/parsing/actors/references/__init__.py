"""Words that take up actors named elsewhere: pronouns, "both sides", "the group", and who speaks in a quotation.

What belongs here: to which actor such a word goes back. What does not: what names and posts tell (``identity``).
"""
