"""``communique evaluate``: how good a coding is, against annotated articles. Nothing else belongs here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.commands.common import CommandError, WarehouseOption, settings_for, shown, warehouse_connection

if TYPE_CHECKING:
    from pipelines.evaluation.articles import Articles
    from pipelines.evaluation.gold import GoldSet
    from pipelines.evaluation.session import Coding, Session
    from pipelines.settings import Settings


def evaluate(
    golds: Annotated[list[Path], typer.Argument(metavar="GOLD.json", help="Files of annotations in the gold format.")],
    warehouse: WarehouseOption = None,
    articles: Annotated[
        list[Path] | None,
        typer.Option(
            "--articles",
            metavar="PATH",
            help="Where the annotated articles are; may be repeated. [default: GOLD.jsonl beside GOLD.json]",
        ),
    ] = None,
    extractor: Annotated[
        list[str] | None,
        typer.Option(
            "--extractor",
            metavar="NAME",
            help="Code the articles now with this coder, instead of asking the warehouse; two are compared.",
        ),
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE.html", help="Write misses and false finds to read.")
    ] = None,
    errors: Annotated[int, typer.Option("--errors", min=0, help="Print this many misses and false finds.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure a coding against annotated articles.

    Asks the published warehouse; with --extractor codes the articles in memory instead (with --warehouse given, too, besides). Of files named unread.* only totals are shown.
    """  # noqa: E501
    settings = settings_for(warehouse)
    from pipelines.evaluation.gold import GoldError
    from pipelines.evaluation.session import compare, load_sets

    try:
        sets, found = load_sets(golds, articles or _beside(golds), settings)
    except GoldError as error:
        raise CommandError(str(error), exit_code=2) from error
    with ExitStack() as stack:
        codings = [_published(stack, settings)] if warehouse is not None or not extractor else []
        codings += [_coded(name, sets, found, settings) for name in extractor or ()]
        session = compare(sets, codings)
    if report is not None:
        _write_report(report, session)
    print(json.dumps(session.as_dicts(), indent=1, ensure_ascii=False) if as_json else shown_text(session, errors))


def _beside(golds: Sequence[Path]) -> list[Path]:
    """Return the records that lie beside the annotations under the same name."""
    names = [gold.with_suffix(suffix) for gold in golds for suffix in (".jsonl", ".jsonl.gz")]
    return [path for path in names if path.is_file()]


def _published(stack: ExitStack, settings: Settings) -> Coding:
    from pipelines.evaluation.session import Coding
    from pipelines.evaluation.warehouse import Warehouse

    connection = stack.enter_context(warehouse_connection(settings))
    return Coding("warehouse", Warehouse(connection).article)


def _coded(name: str, sets: Sequence[GoldSet], articles: Articles, settings: Settings) -> Coding:
    from pipelines.evaluation.session import coding_by
    from pipelines.parsing.extractors import UnknownExtractorError, load_extractor

    refs = [article.ref for one in sets for article in one.articles]
    if refs and not any(map(articles.full_text, refs)):
        raise CommandError("none of the annotated articles is at hand; give them: --articles PATH", exit_code=2)
    try:
        coder = load_extractor(name, settings.reference_dir)
    except UnknownExtractorError as error:
        raise CommandError(str(error), exit_code=2) from error
    return coding_by(coder, name, sets, articles)


def _write_report(path: Path, session: Session) -> None:
    from pipelines.evaluation.report import report

    try:
        path.write_text(report(session), "utf-8")
    except OSError as error:
        raise CommandError(f"the report cannot be written to {shown(path)}: {error.strerror}") from error


def shown_text(session: Session, errors: int = 0) -> str:
    """Return the tables as text, then misses and false finds, as many as asked for."""
    from pipelines.evaluation.tables import error_lines

    parts = [f"{table.title}\n{table.markdown()}" for table in session.tables()]
    opened = [evaluation for of_set in session.open_sets() for evaluation in of_set]
    parts += ["\n".join(line for evaluation in opened for line in error_lines(evaluation)[:errors])] if errors else []
    every = [evaluation for of_set in session.sets for evaluation in of_set]
    failed = [f"{e.name}: {e.coder} failed on {len(e.failed)} articles" for e in every if e.failed]
    return "\n\n".join([*parts, *failed])
