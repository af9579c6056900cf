"""``communique evaluate``, on a made-up set, with coders that stand in this module."""

from __future__ import annotations

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from made_up import write_warehouse

from pipelines.cli import app
from pipelines.evaluation.articles import Articles
from pipelines.evaluation.memory import coded_article
from pipelines.parsing.quoted import ExtractionFailed, QuotedActor, QuotedClaim, QuotedPart, assemble
from pipelines.records import Article, ExtractionResult
from pipelines.settings import get_settings

FIRST = "Alda Brun & staff met Corin Dahl in Bern on Friday, and nobody there said a word about it or the weather."
SECOND = "The envoys of Orland went home. Corin Dahl blamed Alda Brun for the failure of the talks in the capital."
ARTICLES = {"https://made.invalid/1": FIRST, "https://made.invalid/2": SECOND}
PEOPLE = [
    {"id": "brun", "kind": "person", "name": "Alda Brun", "mentions": ["Alda Brun"]},
    {"id": "dahl", "kind": "person", "name": "Corin Dahl", "mentions": ["Corin Dahl"]},
]


def gold_engagement(kind: str, quote: str, *parts: list[str]) -> dict[str, Any]:
    return {
        "id": "e1",
        "type": kind,
        "mode": None,
        "status": "occurred",
        "participants": list(parts),
        "place": None,
        "country": None,
        "date": None,
        "evidence": quote,
    }


GOLD = [
    {
        "article": "/1",
        "actors": PEOPLE,
        "engagements": [
            gold_engagement(
                "CONSULT", "Alda Brun & staff met Corin Dahl", ["brun", "participant"], ["dahl", "participant"]
            )
        ],
    },
    {
        "article": "/2",
        "actors": PEOPLE,
        "engagements": [
            gold_engagement("ACCUSE", "Corin Dahl blamed Alda Brun", ["dahl", "source"], ["brun", "target"])
        ],
    },
]


class Coder:
    """Codes each sentence that has its word as an engagement of its type between the two."""

    name, version = "by-word", "1"

    def __init__(self, kind: str, word: str) -> None:
        self.kind, self.word = kind, word

    def extract(self, article: Article) -> ExtractionResult:
        actors = [QuotedActor(n, n, "person", (n,)) for n in ("Alda Brun", "Corin Dahl")]
        parts = tuple(QuotedPart(a.key, "participant") for a in actors)
        claims = [
            QuotedClaim(self.kind, None, "occurred", parts, sentence, self.word, f"word:{self.word}", 0.7)
            for sentence in article.clean_text.split(". ")
            if self.word in sentence
        ]
        return assemble(article, actors, claims, self.name)


def meetings() -> Coder:
    return Coder("CONSULT", "met")


def wrong() -> Coder:
    return Coder("ASSAULT", "blamed")


class Failing(Coder):
    def __init__(self) -> None:
        super().__init__("CONSULT", "met")

    def extract(self, article: Article) -> ExtractionResult:
        if "weather" in article.clean_text:
            raise ExtractionFailed("the endpoint said no")
        return super().extract(article)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "made.json").write_text(json.dumps(GOLD))
    (tmp_path / "made.jsonl").write_text("".join(json.dumps({"url": u, "text": t}) + "\n" for u, t in ARTICLES.items()))
    return tmp_path / "made.json"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as done:
        app([str(a) for a in ("evaluate", *arguments)])
    printed = capsys.readouterr()
    return int(done.value.code or 0), printed.out, printed.err


def coder(name: str) -> tuple[str, str]:
    return "--extractor", f"{__name__}:{name}"


def test_one_coder_in_memory(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, gold, *coder("meetings"), "--json")
    (figures,) = json.loads(out)
    assert code == 0
    assert (figures["set"], figures["coder"], figures["articles"], figures["articles_missing"]) == (
        "made",
        f"{__name__}:meetings",
        2,
        0,
    )
    assert figures["detection"] == {"precision": 1.0, "recall": 0.5, "f1": 0.667}
    assert figures["per_type"]["ACCUSE"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "n": 1}
    assert figures["actors"]["f1"] == 1.0
    assert figures["calibration"] == [
        {"from": 0.7, "claims": 1, "mean_confidence": 0.7, "right": 1, "right_in_full": 1}
    ]


def test_two_coders_side_by_side(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, gold, *coder("meetings"), *coder("wrong"), "--errors", 5)
    assert code == 0
    assert "Found by one or both" in out
    assert f"| only {__name__}:meetings | 1" in out
    assert "MISSED  /2 ACCUSE/None occurred: Corin Dahl blamed Alda Brun" in out
    assert "SPURIOUS /2 ASSAULT/None: Corin Dahl blamed" in out


def test_the_warehouse_and_a_coder_side_by_side(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = Articles([gold.with_suffix(".jsonl")], ARTICLES, get_settings())
    found = {uri: articles.article(uri) for uri in ARTICLES}
    coded = {uri: coded_article(a, meetings().extract(a), "by-word 1") for uri, a in found.items() if a is not None}
    (tmp_path / "w").mkdir()
    write_warehouse(tmp_path / "w" / "warehouse.duckdb", coded)
    code, out, _ = run(capsys, gold, "--warehouse", tmp_path / "w", *coder("meetings"), "--json")
    published, in_memory = json.loads(out)
    assert code == 0
    assert (published.pop("coder"), in_memory.pop("coder")) == ("warehouse", f"{__name__}:meetings")
    assert published == in_memory
    assert published["detection"]["f1"] == 0.667
    assert run(capsys, gold, "--warehouse", tmp_path / "w", "--json")[0] == 0


def test_several_sets_are_told_apart_and_together(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = gold.with_name("other.json")
    other.write_text(json.dumps(GOLD[:1]))
    _, out, _ = run(capsys, gold, other, *coder("meetings"), "--json")
    assert [(f["set"], f["articles"], f["detection"]["recall"]) for f in json.loads(out)] == [
        ("made", 2, 0.5), ("other", 1, 1.0), ("all", 3, 0.667),
    ]  # fmt: skip


def test_a_set_kept_unread_gives_totals_and_nothing_to_read(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for suffix in (".json", ".jsonl"):
        shutil.copy(gold.with_suffix(suffix), tmp_path / f"unread{suffix}")
    report = tmp_path / "report.html"
    code, out, err = run(capsys, tmp_path / "unread.json", *coder("wrong"), "--errors", 50, "--report", report)
    assert code == 0
    assert "| unread | " in out
    for told in ("MISSED", "SPURIOUS", "blamed", "ASSAULT", "ACCUSE", "Brun"):
        assert told not in out + err + report.read_text("utf-8").split("<h1>")[1]
    (figures,) = json.loads(run(capsys, tmp_path / "unread.json", *coder("wrong"), "--json")[1])
    assert "per_type" not in figures
    assert figures["detection"]["recall"] == 0.0
    assert "failed" not in json.loads(run(capsys, tmp_path / "unread.json", *coder("Failing"), "--json")[1])[0]


def test_a_failed_article_counts_as_missing_and_is_listed(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, gold, *coder("Failing"), "--json")
    (figures,) = json.loads(out)
    assert figures["articles_missing"] == 1
    assert figures["failed"] == {"/1": "ExtractionFailed: the endpoint said no"}
    _, out, _ = run(capsys, gold, *coder("Failing"), "--report", tmp_path / "r.html")
    assert "failed on 1 articles" in out
    assert "/1: ExtractionFailed: the endpoint said no" in (tmp_path / "r.html").read_text("utf-8")


class Page(HTMLParser):
    """What stands on a page: tags with their attributes, text by the class around it. Tags have to close."""

    VOID = ("meta", "input", "br")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: dict[str, list[str]] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for name in {n for _, names in self._open for n in names.split()}:
            self.said.setdefault(name, []).append(data)


@pytest.fixture
def page(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Page:
    run(capsys, gold, *coder("wrong"), "--report", tmp_path / "report.html")
    return Page((tmp_path / "report.html").read_text("utf-8"))


def test_the_report_shows_sentence_quote_trigger_rule_and_confidence(page: Page) -> None:
    cards = [attributes for tag, attributes in page.tags if tag == "article"]
    assert [card["data-outcome"] for card in cards] == ["missed", "missed", "false"]
    assert "".join(page.said["trigger"]).count("blamed") == 1
    missed, false = "".join(page.said["missed"]), "".join(page.said["false"])
    assert "Alda Brun & staff met Corin Dahl" in missed
    assert "coded there: ASSAULT/- occurred: 'blamed' by word:blamed" in missed
    assert "'blamed' by word:blamed, confidence 0.70, by-word 1" in false
    assert "annotated there: ACCUSE/- occurred" in false
    assert "Alda Brun & staff met Corin Dahl" in "".join(page.said["quote"])


def test_the_report_needs_nothing_else(page: Page) -> None:
    assert not any({"src", "href"} & attributes.keys() for _, attributes in page.tags)
    assert {tag for tag, _ in page.tags}.isdisjoint({"link", "img", "iframe"})


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("none.json",), 2, "none.json cannot be read"),
        (("made.json", "--warehouse", "nowhere"), 1, "there is no warehouse"),
        (("made.json", "--extractor", "nobody"), 2, "There is no coder 'nobody'"),
        (("lonely.json", "--extractor", "communique"), 2, "--articles PATH"),
        (("made.json", "--extractor", "communique", "--report", "no/such/folder.html"), 1, "cannot be written"),
        ((), 2, "GOLD"),
    ],
)
def test_errors_are_one_line_that_says_what_to_do(
    arguments: tuple[str, ...],
    code: int,
    said: str,
    gold: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(gold.parent)
    shutil.copy(gold, "lonely.json")
    ended, out, err = run(capsys, *arguments)
    assert (ended, out, err.count("\n")) == (code, "", 1)
    assert said in err
