"""Score the default coder on annotated sets, in memory: ``python -m benchmarks.score_coder [SET ...] [--errors N]``.

Prints detection, full and actors for each set. Errors of ``unread`` are never printed: that figure has to stay honest.
"""

from __future__ import annotations

import argparse
from typing import Any

from benchmarks.gold import load_set, score_results
from pipelines.parsing.coder import DefaultCoder


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["dev", "wire", "unread", "seeds", "corpus"])
    parser.add_argument("--errors", type=int, default=0)
    arguments = parser.parse_args()
    coder = DefaultCoder()
    for name in arguments.sets:
        result, log = score_results(load_set(name), coder.extract, 0 if name == "unread" else arguments.errors)
        print(*log, sep="\n")
        print(line(name, result))


def line(name: str, result: dict[str, Any]) -> str:
    """Return one set's figures in one line."""
    parts = [
        f"{k} P {result[k]['precision']:.3f} R {result[k]['recall']:.3f} F {result[k]['f1']:.3f}"
        for k in ("detection", "full", "actors")
    ]
    return f"{name:7s} " + " | ".join(parts) + f" | {result['attributes']} n={result['predicted_engagements']}"


if __name__ == "__main__":
    main()
