"""`python -m docs.making`: write the pages of the reference anew."""

import sys

from docs.making.pages import PAGES, REFERENCE

for path, make in PAGES.items():
    file, text = REFERENCE / path, make()
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"docs/reference/{path}\n")
