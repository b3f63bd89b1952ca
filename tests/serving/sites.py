"""The sites that a preview shows in tests, in the place of those of `golden serve`."""

from collections.abc import Callable

from generator.serving.work import File, Notice, Switch

PAGE = b"<html><head></head><body>words</body></html>"


class Sites:
    """Two sites that hold what they are given, with what stands around them."""

    def __init__(self) -> None:
        self.files = {"index.html": PAGE, "updates/index.html": PAGE, "assets/site.css": b"p{}", "feed.xml": b"<feed/>"}
        self.first = "staff"
        self.notice: Notice | None = None
        self.fails = False

    def read(self, seen: object = None, /) -> None: ...

    def judge(self, goes_on: Callable[[], bool]) -> None: ...

    def made(self, name: str, path: str) -> File | None:
        return None

    def file(self, name: str, path: str) -> File | None:
        if self.fails:
            raise ValueError("/home/writer/secret")
        data = self.files.get(path) if name in ("staff", "residents") else None
        return File(data, "styles", "rest") if data is not None else None

    def has(self, name: str, path: str) -> bool:
        return self.file(name, path) is not None

    def missing(self, name: str, root: str) -> bytes | None:
        return PAGE.replace(b"words", f"missing in {root}".encode()) if name == "staff" else None

    def switch(self, name: str) -> Switch | None:
        is_known = name in ("staff", "residents")
        return Switch({"Staff": "staff"}, name, False, "staff-drafts", "2020-01-01", name) if is_known else None
