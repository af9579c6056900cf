"""A spaCy pipeline without a model: entities by an entity ruler, heads and labels set by hand, sentence by sentence.

What belongs here: the pipeline of the tests. A parse is written as ``word/head/label`` per token, the head being the
position of a token in its sentence.
"""

from __future__ import annotations

from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

_VERB_LABELS = ("ROOT", "conj", "xcomp", "ccomp", "relcl", "advcl", "acl", "acl:relcl")
_PARSES: dict[str, str] = {}


@Language.component("hand_parse")
def hand_parse(doc: Any) -> Any:
    """Return the paragraph with the parses written for its sentences, which must stand in it one after the other."""
    words = [token.text for token in doc]
    heads: list[int] = []
    labels: list[str] = []
    while len(heads) < len(doc):
        at = len(heads)
        parse = next(parse.split() for said, parse in _PARSES.items() if doc.text[doc[at].idx :].startswith(said))
        for word, head, label in (told.rsplit("/", 2) for told in parse):
            assert words[len(heads)] == word
            heads.append(at + int(head))
            labels.append(label)
    tags = [
        "VERB" if label in _VERB_LABELS and word[0].islower() else "X"
        for word, label in zip(words, labels, strict=True)
    ]
    spaces = [bool(token.whitespace_) for token in doc]
    parsed = Doc(doc.vocab, words=words, spaces=spaces, heads=heads, deps=labels, pos=tags)
    parsed.set_ents([Span(parsed, e.start, e.end, e.label_) for e in doc.ents])
    return parsed


def pipeline(parses: dict[str, str], **entities: list[str]) -> Any:
    """A pipeline that knows these sentences and these names."""
    _PARSES.clear()
    _PARSES.update(parses)
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for label, names in entities.items() for name in names])
    nlp.add_pipe("hand_parse")
    return nlp
