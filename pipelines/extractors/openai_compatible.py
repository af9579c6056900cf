"""A coder that asks an endpoint with OpenAI's chat interface (OpenAI, vLLM, llama.cpp, Ollama, ...). Extra: ``llm``.

What belongs here: the request, its retries, and the options. What does not: the answer's shape (``openai_answer``), and
looking quotes up (``parsing.quoted``). Nothing that the model says is taken on trust: quotes that are not in the text
are put aside, codes that do not exist are left open.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from pydantic import AnyHttpUrl, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from pipelines.extractors.openai_answer import Answer, BrokenAnswerError, Codes, answer_schema, parse_answer
from pipelines.parsing.extractors import UnknownExtractorError
from pipelines.parsing.quoted import ExtractionFailed, assemble
from pipelines.parsing.reference import FOLDER, load_reference
from pipelines.records import Article, ExtractionResult

if TYPE_CHECKING:
    import httpx

    from pipelines.parsing.reference import Reference

ADAPTER_VERSION = "1"
_PROMPT = Path(__file__).with_suffix(".md")
_MAX_BYTES = 16 << 20
_TOO_MANY, _REQUEST_TIMEOUT, _SERVER_ERROR = 429, 408, 500


class EndpointSettings(BaseSettings):
    """Where to ask and how patiently; each option from the environment as ``COMMUNIQUE_LLM_<NAME>``."""

    model_config = SettingsConfigDict(env_prefix="COMMUNIQUE_LLM_", frozen=True)

    base_url: AnyHttpUrl = Field(
        description="The endpoint, up to and without /chat/completions: http://localhost:8000/v1"
    )
    model: str = Field(min_length=1, description="The model's name, as the endpoint knows it.")
    api_key: SecretStr | None = Field(default=None, description="Sent as a bearer token where given.")
    timeout_seconds: float = Field(
        default=120, gt=0, description="Longest time for one answer, from request to last byte."
    )
    attempts: int = Field(default=4, ge=1, description="How often an article is tried before it is listed as failed.")
    backoff_seconds: float = Field(default=1, ge=0, description="Wait before the second attempt; doubles each time.")
    max_wait_seconds: float = Field(
        default=60, ge=0, description="Longest wait, also where the endpoint asks for more."
    )
    temperature: float | None = Field(default=0, description="Left out of the request where none.")


class _Again(Exception):
    """An attempt failed, another may not; ``after`` are the seconds that the endpoint asks to wait, if it does."""

    def __init__(self, problem: str, after: float | None = None) -> None:
        super().__init__(problem)
        self.after = after


class OpenAICompatibleExtractor:
    """The coder (``Extractor`` protocol). Holds no connection, so that it can travel to other processes."""

    name = "openai"

    def __init__(
        self,
        settings: EndpointSettings | None = None,
        reference_dir: Path = FOLDER,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Make the coder.

        Args:
            settings: Where to ask; from the environment where not given.
            reference_dir: Folder of the tables of types, sectors and countries.
            sleep: Waits between attempts.

        Raises:
            UnknownExtractorError: The extra is not installed, or an option is missing or not valid.
        """
        _require_httpx()
        self._settings = settings or _from_environment()
        self._sleep = sleep
        reference = load_reference(reference_dir)
        self._codes = Codes(reference)
        self._prompt = _prompt(reference)
        asked = hashlib.sha256((self._prompt + json.dumps(answer_schema())).encode()).hexdigest()[:8]
        self.version = f"{ADAPTER_VERSION}+{self._settings.model}+{asked}"

    def extract(self, article: Article) -> ExtractionResult:
        """Code one article.

        Raises:
            ExtractionFailed: The endpoint refused, or gave no answer of the schema in all attempts.
        """
        answer = self._answer(article)
        claims = self._codes.claims(answer, f"model:{self._settings.model}")
        return assemble(article, self._codes.actors(answer), claims, reader=self.name)

    def _answer(self, article: Article) -> Answer:
        import httpx

        key = self._settings.api_key
        headers = {"Authorization": f"Bearer {key.get_secret_value()}"} if key else {}
        problem: _Again | None = None
        with httpx.Client(headers=headers, timeout=self._settings.timeout_seconds) as client:
            for attempt in range(self._settings.attempts):
                if problem is not None:
                    self._sleep(self._wait(attempt, problem.after))
                try:
                    return self._ask(client, article)
                except _Again as error:
                    problem = error
        raise ExtractionFailed(f"{self._settings.attempts} attempts failed, the last because {problem}") from problem

    def _wait(self, attempt: int, asked: float | None) -> float:
        """Return the seconds to wait before an attempt (counted from 0)."""
        wait = self._settings.backoff_seconds * 2 ** (attempt - 1) if asked is None else asked
        return min(wait, self._settings.max_wait_seconds)

    def _ask(self, client: httpx.Client, article: Article) -> Answer:
        import httpx

        url = f"{str(self._settings.base_url).rstrip('/')}/chat/completions"
        try:
            with client.stream("POST", url, json=self._request(article)) as response:
                body = _read(response, time.monotonic() + self._settings.timeout_seconds)
        except httpx.RequestError as error:
            raise _Again(f"the endpoint did not answer ({type(error).__name__}: {error})") from error
        _check_status(response, body)
        try:
            return parse_answer(_content(body))
        except BrokenAnswerError as error:
            raise _Again(str(error)) from error

    def _request(self, article: Article) -> dict[str, Any]:
        form = {"type": "json_schema", "json_schema": {"name": "coding", "strict": True, "schema": answer_schema()}}
        messages = [{"role": "system", "content": self._prompt}, {"role": "user", "content": _question(article)}]
        request = {"model": self._settings.model, "messages": messages, "response_format": form}
        return request if self._settings.temperature is None else request | {"temperature": self._settings.temperature}


def _require_httpx() -> None:
    try:
        import httpx  # noqa: F401
    except ImportError as error:
        raise UnknownExtractorError("The coder 'openai' needs an extra: pip install 'communique[llm]'.") from error


def _from_environment() -> EndpointSettings:
    given: dict[str, Any] = {}
    try:
        return EndpointSettings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        option = f"COMMUNIQUE_LLM_{'_'.join(map(str, first['loc']))}".upper()
        raise UnknownExtractorError(f"The coder 'openai' needs the option {option}: {first['msg']}.") from error


def _prompt(reference: Reference) -> str:
    types = (
        f"- {r['engagement_type']} {r['mode'] or 'null'}: {r['description']}"
        for r in reference.rows("engagement_types")
    )
    sectors = (f"- {r['sector']}: {r['description']}" for r in reference.rows("sectors"))
    return Template(_PROMPT.read_text("utf-8")).substitute(types="\n".join(types), sectors="\n".join(sectors))


def _question(article: Article) -> str:
    days = [str(day) for day in dict.fromkeys((article.published.earliest, article.published.latest)) if day]
    return f"Published: {' to '.join(days) or 'unknown'}\n\n<article>\n{article.clean_text}\n</article>"


def _read(response: httpx.Response, deadline: float) -> bytes:
    """Read an answer whole, within the time and a size that no honest one needs: a trickle would hold us for ever."""
    body = b""
    for piece in response.iter_bytes():
        body += piece
        if len(body) > _MAX_BYTES:
            raise _Again(f"the answer is longer than {_MAX_BYTES:,} bytes")
        if time.monotonic() > deadline:
            raise _Again("the answer took too long; raise COMMUNIQUE_LLM_TIMEOUT_SECONDS")
    return body


def _check_status(response: httpx.Response, body: bytes) -> None:
    status = response.status_code
    if response.is_success:
        return
    said = " ".join(body[:300].decode("utf-8", "replace").split())
    if status in (_TOO_MANY, _REQUEST_TIMEOUT) or status >= _SERVER_ERROR:
        raise _Again(f"the endpoint answered {status}: {said}", _retry_after(response.headers.get("Retry-After", "")))
    raise ExtractionFailed(f"the endpoint refused with {status}, which no retry mends: {said}")


def _retry_after(told: str) -> float | None:
    """Return the seconds that a Retry-After header asks for: a number, or the time until a date."""
    if told.isdigit():
        return float(told)
    try:
        when = parsedate_to_datetime(told)
    except ValueError:
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _content(body: bytes) -> str:
    """Return what the model wrote.

    Raises:
        BrokenAnswerError: The answer is not of the chat interface, or was cut off.
    """
    try:
        choice = json.loads(body)["choices"][0]
        content, reason = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise BrokenAnswerError(f"the endpoint's answer is not of the chat interface: {error!r}") from error
    if reason == "length":
        raise BrokenAnswerError("the answer was cut off; let the endpoint write more tokens")
    if not isinstance(content, str):
        raise BrokenAnswerError("the model gave no answer")
    return content
