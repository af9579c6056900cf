"""Actors told without a name: posts, institutions, governments and groups, and the posts told beside names.

What belongs here: which words describe an actor and how far they reach. What does not: whom they mean (``identity``).
"""
