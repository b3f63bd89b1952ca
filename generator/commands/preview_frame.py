"""What `golden serve` shows around the pages, in words: what is wrong with the content, and what else can be shown."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.commands.terminal import content_prefix, counted
from generator.serving.work import Notice, Switch
from generator.showing.choice import Choice
from generator.showing.preview import Preview
from generator.text.diagnostic import Diagnostic, has_errors
from generator.text.formats import listing


class PreviewFrame:
    """The frame of a preview of `content`, whose themes may stand in `places`."""

    def __init__(self, preview: Preview, content: Path, places: Sequence[Path], *, with_drafts: bool) -> None:
        self._preview = preview
        self._content = content
        self._places = places
        self._with_drafts = with_drafts
        self._notice: Notice | None = None
        self._found: tuple[Diagnostic, ...] = ()

    @property
    def first(self) -> str:
        audiences = self._preview.audiences
        return Choice(audiences[0][0], self._with_drafts).name if audiences else ""

    @property
    def notice(self) -> Notice | None:
        """Put into words once for the same findings: every page that is open asks for it with every save."""
        found = self._preview.findings
        if found != self._found:
            self._notice, self._found = self._notice_of(found) if found else None, found
        return self._notice

    def _notice_of(self, found: Sequence[Diagnostic]) -> Notice:
        is_wrong = has_errors(found)
        words = listing("text", found, self._preview.sources, content_prefix(self._content))
        return Notice(counted(found), self.for_browser(words), is_wrong, holds_pages=is_wrong)

    def switch(self, name: str) -> Switch | None:
        choice, on = self._preview.choice(name), self._preview.on
        if choice is None or on is None:
            return None
        return Switch(
            audiences={title: replace(choice, audience=audience).name for audience, title in self._preview.audiences},
            current=choice.name,
            with_drafts=choice.with_drafts,
            drafts=replace(choice, with_drafts=not choice.with_drafts).name,
            on=(choice.on or on).isoformat(),
            undated=replace(choice, on=None).name,
        )

    def for_terminal(self, *, colour: bool, width: int | None) -> str:
        """What is wrong, with paths that can be opened from where the user is."""
        preview = self._preview
        return listing("text", preview.findings, preview.sources, content_prefix(self._content), colour, width)

    def for_browser(self, words: str) -> str:
        """Words for a terminal, without what tells where on the machine the folders stand."""
        content = self._content.resolve()
        words = words.replace(content_prefix(self._content) or "\0", f"{content.name}/")
        for folder in (content, *(place.resolve() for place in self._places)):
            words = words.replace(f"{folder.parent.as_posix()}/", "")
        return words
