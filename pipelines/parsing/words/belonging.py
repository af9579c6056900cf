"""Nouns of those who act as whoever they belong to: "Taliban fighters", "the South African delegation", "its crews".

What belongs here: the nouns, by whose they may be. What does not: finding whose they are (``syntax.spans``).
"""

from __future__ import annotations

OF_A_STATE = frozenset(
    "administration aircraft authorities counterparts delegation delegations government helicopters jets leadership "
    "negotiator negotiators planes presidency regime representatives ships side team vessels warplanes warships".split()
)
OF_A_BODY = OF_A_STATE | frozenset(
    "activists agents aides airmen attackers attorneys brigades citizens commanders commandos countries crews deputies "
    "detectives diplomats employees envoys executives experts extremists fighters followers force forces group gunmen "
    "inspectors insurgents investigators jihadists judges lawmakers lawyers leaders legislators loyalists mediators "
    "members militants militia militias ministers monitors movement nationals nations observers officers officials "
    "operatives patrols peacekeepers personnel policemen prosecutors rebels sailors scientists senators soldiers "
    "sources spokesman spokeswoman staff staffers supporters terrorists troops units workers".split()
)
# Told by "its", "their" they are nobody else; named by their place they are: "Manchester police".
OF_ONE_SPOKEN_OF = OF_A_BODY | frozenset("army boats convoy military party planes police".split())
OF_A_PERSON = frozenset("camp office spokesman spokesperson spokeswoman team".split())  # who speak for somebody
