"""Particles that belong to the verb before them: "ruled that out", "called off".

What belongs here: the words, and which of them turn round what their verb does. What does not: the wordings that they
are part of (``triggers``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.words.lexicon import Lexicon

PARTICLES = frozenset("away aside back down off out up".split())


def is_undone(parse: Parse, u: int, lexicon: Lexicon) -> bool:
    """Say whether a particle after a verb turns round what it does: "called off", "put off", "held back"."""
    particle = parse.words[u + 1 : u + 2]
    if not parse.lemma[u] or not particle or particle[0] not in PARTICLES:
        return False
    return "deny" in lexicon.governs.get(f"{parse.lemma[u]} {particle[0]}", ())
