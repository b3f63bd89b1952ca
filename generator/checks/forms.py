"""What a remedy says to write, in the form of the file that it is for: braces in Markdown, fields in YAML."""

from collections.abc import Sequence

from generator.domain.thread import Thread


def in_its_form(path: str, markdown: str, yaml: str) -> str:
    """The one of two remedies that is for a file of this path."""
    return markdown if path.endswith(".md") else yaml


def in_braces(audiences: Sequence[str]) -> str:
    return f"for={audiences[0]}" if len(audiences) == 1 else f'for="{" ".join(audiences)}"'


def in_yaml(audiences: Sequence[str]) -> str:
    return f"`for: {audiences[0]}`" if len(audiences) == 1 else f"`for: [{', '.join(audiences)}]`"


def named_again(thread: Thread) -> tuple[str, str]:
    """What names an action in a later edition, in braces and in YAML, with whom it was for by its own word."""
    audiences = sorted(thread.latest.action.audiences or ())
    if not audiences:
        return f"{{#{thread.id}}}", f"`id: {thread.id}`"
    return f"{{#{thread.id} {in_braces(audiences)}}}", f"`id: {thread.id}` and {in_yaml(audiences)}"
