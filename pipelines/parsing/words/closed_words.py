"""The words of the closed classes and the marks, each with its tag (``units`` names the tags).

What belongs here: words that are of one kind wherever they stand. What does not: what depends on a word's place.
"""

from __future__ import annotations

from sys import intern

BE = frozenset("am are be been being is was were".split())  # without the forms run together: "'s", "isn't"
_CLOSED_TAGS = {
    "D": "the a an this that these those his her its their our my your some any no each every all both several many "
    "most few "
    "other another such more",
    "O": "he she it they we i you him them us me who's there everyone nobody anyone someone nothing something what",
    "X": "be is are was were been being am 's 're 'm 've has have had having do does did doing",
    "M": "will would can could may might shall should must ought 'll 'd cannot won't wouldn't can't couldn't shouldn't",
    "P": "of in on at by for with from into onto over under against between among amid about through throughout "
    "across toward "
    "towards upon within without near outside inside behind beyond around along alongside per via despite during like "
    "including regarding concerning following ahead because_of unlike versus off up out down back away aboard beneath",
    "R": "who which whom whose where",
    "S": "that if whether because although though while when as after before since until unless than so once whereas "
    "lest how why",
    "C": "and or but nor & yet",
    "G": "not n't never neither hardly barely",
    "B": "also already now then still just even only again ever soon later earlier today yesterday tomorrow too very "
    "too "
    "recently once together however meanwhile instead almost nearly far here abroad home publicly jointly directly "
    "reportedly allegedly repeatedly previously briefly well yet tonight first twice always often sometimes seldom "
    "perhaps maybe thus therefore indeed likewise nonetheless nevertheless moreover overnight alone afterwards "
    "afterward elsewhere quite somewhat thereby hence alike",
}
_CLOSED = {intern(word): tag for tag, words in _CLOSED_TAGS.items() for word in words.split()}
CONTRACTED_NOT = frozenset("isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't ain't".split())
_QUOTES = frozenset('“”"')
_HARD = frozenset(";:()[]—–-?!…|")


TAGS = {
    **dict.fromkeys(CONTRACTED_NOT, "X"),
    **dict.fromkeys([*_HARD, "."], ";"),
    **_CLOSED,
    "to": "T",
    ",": ",",
    "'s": "'",
    "(": "(",
    **dict.fromkeys(_QUOTES, "q"),
}
# What a clause is summed up by: "X shut the port, a move that Y condemned".
SUMS = frozenset(
    "accord act action agreement announcement attack bid comment comments deal decision gambit gesture law measure "
    "move offensive pact plan policy practice raid ruling sentence statement step strike verdict visit".split()
)
DOERS = frozenset("he i it she they we".split())
