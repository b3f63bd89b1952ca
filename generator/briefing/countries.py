"""The country that the tag of a language tells of."""

# No other country's public bodies speak them.
_OF_BRITAIN = frozenset(("cy", "gd", "kw"))


def country_of(language: str) -> str:
    """`GB` for `en-GB`, and for `cy`; empty where a language is that of several countries."""
    own, *rest = language.split("-")
    named = next((it.upper() for it in rest if len(it) == 2 and it.isalpha()), "")
    return named or ("GB" if own.lower() in _OF_BRITAIN else "")
