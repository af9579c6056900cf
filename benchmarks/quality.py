"""Measure the coder and a warehouse on the annotated sets, and write the figures into ``docs/QUALITY.md``.

    python -m benchmarks.quality [--warehouse DIR] [--report FILE.html]

What belongs here: which sets are published, and where their figures stand in the document. Without ``--warehouse`` (one
built from the sets' articles) only the coder's own figures are written. Of ``unread`` only totals are ever shown.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import duckdb

from benchmarks.gold import REPO, sources
from pipelines.evaluation.report import report
from pipelines.evaluation.session import Coding, Session, coding_by, compare, load_sets
from pipelines.evaluation.tables import Table
from pipelines.evaluation.warehouse import Warehouse
from pipelines.parsing.coder import DefaultCoder
from pipelines.settings import get_settings

SETS = ("seeds", "dev", "wire", "unread")
DOCUMENT = REPO / "docs" / "QUALITY.md"


def coder_session() -> Session:
    """Code the sets' articles in this process and measure that."""
    found = [sources(name) for name in SETS]
    sets, articles = load_sets(
        [gold for golds, _ in found for gold in golds],
        [path for _, paths in found for path in paths],
        get_settings(),
    )
    return compare(sets, [coding_by(DefaultCoder(), "coder", sets, articles)])


def published_session(warehouse: Path) -> Session:
    """Measure a warehouse that was built from the sets' articles."""
    sets, _ = load_sets([gold for name in SETS for gold in sources(name)[0]], [], get_settings())
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return compare(sets, [Coding("warehouse", Warehouse(connection).article)])


def block(session: Session) -> str:
    """Return the figures of a session as the document has them."""
    return "\n\n".join(map(_section, session.tables()))


def _section(table: Table) -> str:
    return f"### {table.title}\n\n{table.note[0].upper()}{table.note[1:]}.\n\n{table.markdown()}"


def block_in(document: str, name: str) -> str:
    """Return the figures that stand in a document under a name.

    Raises:
        ValueError: The document has no such place.
    """
    return _place(document, name)[2].strip()


def with_block(document: str, name: str, figures: str) -> str:
    """Return a document with the figures under a name replaced."""
    begin, end = _place(document, name).span(2)
    return f"{document[:begin]}\n\n{figures}\n\n{document[end:]}"


def _place(document: str, name: str) -> re.Match[str]:
    found = re.search(rf"(<!-- figures: {name} -->)(.*?)(<!-- end -->)", document, re.DOTALL)
    if found is None:
        raise ValueError(f"the document has no place for the figures {name!r}")
    return found


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--warehouse", type=Path, help="folder of a warehouse built from the sets' articles")
    parser.add_argument("--report", type=Path, help="write the warehouse's misses and false finds to read")
    options = parser.parse_args()
    text = with_block(DOCUMENT.read_text("utf-8"), "coder", block(coder_session()))
    if options.warehouse:
        published = published_session(options.warehouse / "warehouse.duckdb")
        text = with_block(text, "warehouse", block(published))
        if options.report:
            options.report.write_text(report(published), "utf-8")
        print(f"{published.tables()[0].markdown()}\n")
    DOCUMENT.write_text(text, "utf-8")
    print(
        f"figures written into {DOCUMENT.relative_to(REPO)}"
        + (f"; errors to read: {options.report}" if options.report else "")
    )


if __name__ == "__main__":
    main()
