"""Someone with a part in the programme."""

from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Only one who `is_public` is named outside the staff's own pages."""

    name: str
    role: str
    is_public: bool = False
    email: str = ""
