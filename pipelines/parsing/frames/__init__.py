"""Wordings in their sentences: where one occurs, who stands in which slot of its frame, what status the grammar gives.

What belongs here: everything that is read off one sentence by rule. What does not: grammar that holds whatever is told
(``syntax``), and what is judged by weights or over several sentences (``engagements``).
"""
