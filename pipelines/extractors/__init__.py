"""Coders beside the default one: adapters to other people's models, each in an extra of its own.

What belongs here: one module per adapter, which imports its library only when it is made. What does not: the default
coder (``parsing.coder``) and what every coder needs (``parsing.quoted`` looks quotes up, ``parsing.extractors`` finds
coders by name).
"""
