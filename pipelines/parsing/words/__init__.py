"""Words by themselves: the lexicon of wordings, inflected forms, closed classes, adverbs and nouns of time.

What belongs here: what can be told of a word, or of a fixed run of words, without a sentence. What does not: what a
word is in its sentence (``syntax``), and who stands around it (``frames``).
"""
