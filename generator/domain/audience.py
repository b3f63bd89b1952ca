"""Who may know what."""

from dataclasses import field

from generator.text.source import Span
from generator.values import dataclass

# The ids of audiences. An empty set is hidden from everyone.
Audiences = frozenset[str]
DRAFTS = "-drafts"  # follows the id of an audience in the name of its site with drafts


@dataclass(frozen=True, slots=True)
class Audience:
    """One group of readers: its site's theme, and the address where the site will stand, if that is known.

    An internal audience is the council's own people: they read the staff's words where an action has plain ones too,
    and are told the names of leads. `theme_at` is where the programme names the theme.
    """

    id: str
    title: str
    theme: str
    site: str = ""
    is_internal: bool = False
    reading_age: int | None = None
    theme_at: Span = field(default=Span("programme.yml", 0, 0), compare=False)
