"""What is told in an article: candidate claims judged, participants chosen, tellings of one act joined.

What belongs here: judgements by weights, and what holds over several sentences. What does not: what one sentence says
by its grammar (``frames``), and when and where (``circumstances``).
"""
