"""``docs/EXTRACTORS.md`` says what is so: its example codes, and every option and name stands in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pipelines.extractors.openai_compatible import EndpointSettings
from pipelines.parsing.extractors import BUILT_IN, GROUP
from pipelines.parsing.reference import FOLDER
from pipelines.records import Article
from pipelines.settings import PROJECT_ROOT

DOCUMENT = (PROJECT_ROOT / "docs" / "EXTRACTORS.md").read_text("utf-8")


def test_the_example_codes() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)
    module: dict[str, Any] = {}
    exec(example, module)
    text = "Talks\n\nAnn Lee met the  envoy. Lee left."
    result = module["MyCoder"](reference_dir=FOLDER).extract(Article("a" * 64, text, "u", "b" * 64))
    assert [m.surface_text for m in result.mentions] == ["Ann Lee", "Lee"]
    (claim,) = result.claims
    assert text[claim.char_start : claim.char_end] == "Ann Lee met the  envoy"


def test_every_option_name_and_file_stands_in_it() -> None:
    options = [f"`COMMUNIQUE_LLM_{name.upper()}`" for name in EndpointSettings.model_fields]
    assert [told for told in (*options, *(f"**{name}**" for name in BUILT_IN), GROUP) if told not in DOCUMENT] == []
    linked = re.findall(r"`(pipelines/[\w/.]+)`|\]\((\w+\.md)\)", DOCUMENT)
    paths = [PROJECT_ROOT / code if code else PROJECT_ROOT / "docs" / doc for code, doc in linked]
    assert [path for path in paths if not Path(path).is_file()] == []
    for field, default in ((name, f.default) for name, f in EndpointSettings.model_fields.items()):
        if isinstance(default, int | float):
            assert f"`COMMUNIQUE_LLM_{field.upper()}` | {default:g} |" in DOCUMENT
