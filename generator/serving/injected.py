"""What the server adds to a page that it shows, and no published page has: our script, and what it begins with."""

import json
from collections.abc import Mapping
from html import escape

SCRIPT = "/.golden/preview.js"
STYLES = "/.golden/preview.css"

_END_OF_HEAD = b"</head>"
_NOTHING = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} - Preview</title>
<link rel="stylesheet" href="{styles}">
</head>
<body class="golden-nothing">
<main>
<h1>{title}</h1>
<p>{words}</p>
</main>
</body>
</html>
"""


def with_script(page: bytes, state: Mapping[str, object]) -> bytes:
    """The page with our script at the end of its head; one without a head is left as it is."""
    head, end_of_head, rest = page.partition(_END_OF_HEAD)
    if not end_of_head:
        return page
    data = escape(json.dumps(state), quote=True)
    script = f'<script src="{SCRIPT}" defer data-golden="{data}"></script>\n'
    return head + script.encode() + end_of_head + rest


def bare_page(title: str, words: str) -> bytes:
    """A page of the server's own, where no site has one to show."""
    return _NOTHING.format(title=escape(title), words=escape(words), styles=STYLES).encode()
