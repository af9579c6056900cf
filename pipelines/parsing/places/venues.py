"""What stands in a city: "at a Moscow hotel", "in a Kabul court".

What belongs here: the words. What does not: finding places (``find``).
"""

from __future__ import annotations

VENUES = frozenset(
    "mansion club resort palace hotel airport court courtroom courthouse hospital residence headquarters restaurant "
    "university office street square suburb neighborhood neighbourhood district prison jail school church mosque "
    "market stadium arena villa park museum port base".split()
)
