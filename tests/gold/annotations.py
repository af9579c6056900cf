"""Annotations made by the team, by the guide of ``<repo>/../shared/gold/GUIDE.md``.

What belongs here: reading the committed files and turning the corpus ones into the gold format. What does not:
scoring, fitting. Two kinds of article are annotated:

``corpus_X_NN.json``: articles of the shared corpus. Their sentences are not ours to publish, so a committed quote is
``[start, end, check]``: character offsets into ``title + blank line + text`` of the corpus record, and eight hex digits
of the quote's SHA-256. Picked from what is not in the shared gold or cluster sets (compared by url and by the opening):
``a`` articles of 100-700 words with at least 2.5 words of world affairs per hundred (08: American politics), ``b`` the
next ones and home politics, ``c`` the articles of up to 1,500 words that are most like the shared ``dev`` set by a
classifier of words, ``d`` the next 421 by the same measure, up to 900 words, most of them home politics, ``e`` the next
104, up to 2,000 words, American politics for the most part.

``written_NN.json`` and ``.jsonl``: invented articles, written for this project with their annotations. They are in the
manner of news and name real states, bodies and office-holders, but none of it is a report: what they tell did not
happen, or not so. Nothing may be quoted from them as fact.

``python tests/gold/annotations.py OUT_DIR`` writes ``corpus.json`` (gold format, quotes in full) and ``corpus.jsonl``
(the articles), ready for ``communique build`` and ``score.py``. Keep OUT_DIR outside the repository.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

from pipelines.evaluation.gold import quote_check, resolved

__all__ = ["committed", "full_text", "quote_check", "records", "resolved", "written"]

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[2] / "shared" / "corpus" / "news.jsonl.gz"


def committed() -> list[dict[str, Any]]:
    """All annotations of ``corpus_*.json``, in file order; evidence still as ``[start, end, check]``."""
    return [item for path in sorted(HERE.glob("corpus_*.json")) for item in json.loads(path.read_text("utf-8"))]


def written() -> list[tuple[dict[str, Any], str]]:
    """The invented articles: each annotation with its article's full text."""
    out = []
    for path in sorted(HERE.glob("written_*.json")):
        lines = path.with_suffix(".jsonl").read_text("utf-8").splitlines()
        texts = {record["url"]: full_text(record) for record in map(json.loads, lines)}
        out += [(item, texts[item["article"]]) for item in json.loads(path.read_text("utf-8"))]
    return out


def records(urls: set[str], corpus: Path = CORPUS) -> dict[str, dict[str, Any]]:
    """The corpus records with these urls, by url; the first record of a url wins."""
    found: dict[str, dict[str, Any]] = {}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["url"] in urls:
                found.setdefault(record["url"], record)
    return found


def full_text(record: dict[str, Any]) -> str:
    """The text that offsets count in: title, blank line, body, white space as in the record."""
    return f"{record['title']}\n\n{record['text']}"


def main(out_dir: Path) -> None:
    """Write ``corpus.json`` and ``corpus.jsonl`` into ``out_dir``."""
    items = committed()
    found = records({item["article"] for item in items})
    gold = [resolved(item, full_text(found[item["article"]])) for item in items]
    lines = [json.dumps(found[item["article"]], ensure_ascii=False) + "\n" for item in items]
    (out_dir / "corpus.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), "utf-8")
    (out_dir / "corpus.jsonl").write_text("".join(lines), "utf-8")
    print(f"{len(gold)} articles in {out_dir}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
