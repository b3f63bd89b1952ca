"""How much there may be of anything: past it, there can only be a mistake or an attack, and we stop with a finding.

What Markdown takes for a paragraph grows with the square of its length, so that a paragraph and a line are bounded more
narrowly than a file; a sign can cost it sixty times what a letter does, so that signs are counted by themselves.
`limits:` in programme.yml sets these; how deep things may be nested is fixed, in yaml.py and markdown.py.
"""

from dataclasses import fields

from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`file` and `document` are in bytes, `line` and `paragraph` in characters; the rest counts things.

    `marks` and `findings` are for all of one file together.
    """

    file: int = 500_000
    line: int = 20_000
    paragraph: int = 10_000
    marks: int = 50_000
    findings: int = 1_000
    items: int = 2_000
    audiences: int = 20
    newsletters: int = 50
    editions: int = 1_000
    files: int = 20_000
    text: int = 50_000_000
    document: int = 100_000_000


USUAL = Limits()
LIMITED = tuple(field.name for field in fields(Limits))


def in_words(count: int) -> str:
    return f"{count:,}"


def remedy(name: str, otherwise: str) -> str:
    """What to do about too much: most often something else than the limit is wrong."""
    return f"{otherwise}; if it is right as it is, raise `{name}` under `limits:` in programme.yml"
