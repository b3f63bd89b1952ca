"""The smallest programme built with a theme that a test writes."""

from pathlib import Path

from generator.build import Result
from tests.building import built
from tests.examples import smallest


def programme_with(theme: str) -> dict[str, str]:
    """The smallest programme, with this theme for residents."""
    return {"programme.yml": smallest()["programme.yml"].decode().replace("theme: plain", f"theme: {theme}")}


def with_theme(folder: Path, text: str, name: str = "own") -> Result:
    (folder / "themes" / name).mkdir(parents=True, exist_ok=True)
    (folder / "themes" / name / "theme.yml").write_text(text)
    return built(folder, programme_with(name))


def told(result: Result) -> list[str]:
    return [f"{found.code}: {found.message} ({found.help})" for found in result.findings]


def marked(result: Result) -> list[str]:
    """The words that each finding marks."""
    return [result.sources[it.span.path].text[it.span.start : it.span.end] for it in result.findings]
