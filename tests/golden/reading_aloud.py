"""A page's words in the order in which they are heard, a line for each block."""

from html.parser import HTMLParser

_BLOCKS = {
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "div",
    "tr",
    "dt",
    "dd",
    "ol",
    "ul",
    "table",
    "section",
    "caption",
    "th",
    "td",
}
_VOID = {"br", "img", "meta", "link", "hr", "path", "rect", "input"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.is_in_main = False
        self.silent_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self.is_in_main = True
        if tag in _BLOCKS:
            self.lines.append("")
        if tag in _VOID:
            return
        if self.silent_depth or dict(attrs).get("aria-hidden") == "true" or "hidden" in dict(attrs):
            self.silent_depth += 1
        if tag in ("h1", "h2", "h3", "h4"):
            self.lines[-1] += "#" * int(tag[1]) + " "

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.is_in_main = False
        if self.silent_depth:
            self.silent_depth -= 1
        if tag in _BLOCKS:
            self.lines.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A void element in SVG."""

    def handle_data(self, data: str) -> None:
        if self.is_in_main and not self.silent_depth:
            self.lines[-1] += data


def words_of_page(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    lines = (" ".join(line.split()) for line in reader.lines)
    return "\n".join(line for line in lines if line.strip("# ")) + "\n"
