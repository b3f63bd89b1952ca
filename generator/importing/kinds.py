"""The kinds of files that people have, by the endings of their names."""

WORD = (".docx", ".docm")
WORKBOOKS = (".xlsx", ".xlsm")
TABLES = (".csv", ".tsv")
TEXTS = (".txt", ".text", ".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
MAILS = (".eml",)
ARCHIVED_PAGES = (".mht", ".mhtml")  # in the form of an e-mail


def is_of(kinds: tuple[str, ...], name: str) -> bool:
    return name.lower().endswith(kinds)
