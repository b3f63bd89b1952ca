"""A story told of one action, by its updates."""

from datetime import date

from generator.authoring.story import Story, tell
from generator.domain.weaving import weave
from tests.authoring.sourced import sound_content

ON = date(2020, 9, 1)


def told(*updates: str, identity: str = "visits", drafts: tuple[int, ...] = ()) -> Story:
    """The story by updates of January 2020 and the months after it."""
    files: dict[str, str | bytes | None] = {}
    for number, update in enumerate(updates, 1):
        status = "draft" if number in drafts else "published"
        files[f"editions/2020-{number:02d}/edition.md"] = (
            f"---\npublished: 2020-{number:02d}-28\nstatus: {status}\n---\nA.\n"
        )
        files[f"editions/2020-{number:02d}/customer-services.md"] = update
    content = sound_content(files).content
    threads = weave(content.editions)
    return tell(threads[identity], threads, content, ON)


def future(words: str = "Visit councils.", braces: str = "") -> str:
    return f"## Future actions\n\n- {words} {{#visits {braces}}}\n"


def completed(words: str = "We visited them.") -> str:
    return f"## Completed\n\n- {words} {{#visits}}\n"
