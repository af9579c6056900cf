"""The order in which Python keeps a set of words plays no part in what the coder finds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
CODE = """
import hashlib, pathlib
from pipelines.parsing.coder import DefaultCoder
from pipelines.records import Article
coder = DefaultCoder()
texts = [path.read_text("utf-8") for path in sorted(pathlib.Path("seeds/articles").glob("*.txt"))]
results = [coder.extract(Article("x", text, "x", "")) for text in texts]
print(len(results), sum(len(r.claims) for r in results), hashlib.sha256(repr(results).encode()).hexdigest())
"""


def coded_under(seed: str) -> list[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    ran = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, env=environment, capture_output=True, check=True)
    return ran.stdout.decode().split()


def test_two_runs_agree_to_the_last_digit() -> None:
    articles, claims, digest = coded_under("1")
    assert int(articles) > 5
    assert int(claims) > 10
    assert coded_under("2") == [articles, claims, digest]
