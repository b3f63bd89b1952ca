"""Changes are noticed, whatever the system tells of them."""

import asyncio
import shutil
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from time import sleep
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest
from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError  # as its documentation names them

from generator.keeping.stamps import folders_below
from generator.serving import watching
from generator.serving.watching import changes, look
from tests.serving.running import run_apart


def noticed(
    folders: list[Path],
    *steps: Callable[[], object],
    polls: bool = False,
    tell: Callable[[str], None] = lambda _: None,
) -> list[tuple[str, ...]]:
    """What is noticed first after each of the steps."""

    async def watch() -> list[tuple[str, ...]]:
        found = []
        watching = changes(folders, look(folders), polls, tell)
        for step in steps:
            coming = asyncio.ensure_future(anext(watching))
            await asyncio.sleep(0.5)
            step()
            told = await asyncio.wait_for(coming, 15)
            while not told.paths:  # a hint of something that looks as it did
                told = await asyncio.wait_for(anext(watching), 15)
            assert told.seen == {folder: dict(folders_below(folder)) for folder in folders}
            found.append(told.paths)
        await watching.aclose()
        return found

    return run_apart(watch())


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path.resolve() / "content"
    folder.mkdir()
    (folder / "programme.yml").write_text("title: x")
    return folder


@pytest.mark.parametrize("polls", [False, True], ids=["told by the system", "polling"])
def test_a_saved_file_is_named(content: Path, polls: bool) -> None:
    assert noticed([content], lambda: (content / "programme.yml").write_text("title: y!"), polls=polls) == [
        ("content/programme.yml",)
    ]


def test_a_file_that_is_replaced_as_editors_do_is_named(content: Path) -> None:
    def save() -> None:
        (content / ".programme.yml.swp").write_text("title: z")
        (content / ".programme.yml.swp").replace(content / "programme.yml")

    assert noticed([content], save) == [("content/programme.yml",)]


def test_what_was_saved_before_the_watch_began_is_named_at_once(content: Path) -> None:
    seen = look([content])
    (content / "programme.yml").write_text("title: saved while all was read")

    async def first() -> tuple[str, ...]:
        watching = changes([content], seen, polls=False, tell=lambda _: None)
        told = await asyncio.wait_for(anext(watching), 15)
        await watching.aclose()
        assert told.seen == {content: dict(folders_below(content))}
        return told.paths

    assert run_apart(first()) == ("content/programme.yml",)


def test_files_in_new_folders_within_new_folders_are_found(content: Path) -> None:
    def lay() -> None:
        (content / "editions" / "2020-01").mkdir(parents=True)
        (content / "editions" / "2020-01" / "edition.md").write_text("---\n")

    assert noticed([content], lay) == [("content/editions/2020-01/edition.md",)]


def test_a_folder_that_is_removed_and_made_anew_is_watched_further(content: Path) -> None:
    def again() -> None:
        content.mkdir()
        (content / "programme.yml").write_text("title: anew")

    found = noticed(
        [content],
        lambda: shutil.rmtree(content),
        again,
        lambda: (content / "programme.yml").write_text("title: and again"),
    )
    assert found == [("content/programme.yml",)] * 3


def test_a_file_in_a_hidden_folder_is_not_taken_for_its_twin_in_one_that_is_seen(content: Path) -> None:
    for folder in ("pages", ".pages"):
        (content / folder).mkdir()
        (content / folder / "about.md").write_text("About")

    def save() -> None:
        (content / ".pages" / "about.md").write_text("About us")
        sleep(0.1)  # told by itself
        (content / "programme.yml").write_text("title: y!")

    assert noticed([content], save) == [("content/programme.yml",)]


def refuse_at_once(*_: object) -> NoReturn:
    raise OSError("OS file watch limit reached. about [...]")


def refuse_later(*_: object) -> Any:
    def watch(*_: object) -> NoReturn:
        raise WatchfilesRustInternalError("error in underlying watcher: OS file watch limit reached.")

    return nullcontext(SimpleNamespace(watch=watch))


@pytest.mark.parametrize("refuse", [refuse_at_once, refuse_later])
@pytest.mark.parametrize("can_poll", [True, False])
def test_where_the_system_watches_no_more_files_changes_are_noticed_all_the_same_and_that_is_said_once(
    refuse: Callable[..., Any], can_poll: bool, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def watcher(paths: list[str], debug: bool, polls: bool, *settings: Any) -> Any:
        return (RustNotify if polls and can_poll else refuse)(paths, debug, polls, *settings)

    monkeypatch.setattr("watchfiles.main.RustNotify", watcher)
    monkeypatch.setattr(watching, "_UNTOLD_SECONDS", 0.05)
    said: list[str] = []
    steps = [lambda words=words: (content / "programme.yml").write_text(words) for words in ("title: y!", "title: yes")]
    assert noticed([content], *steps, tell=said.append) == [("content/programme.yml",)] * 2
    assert said == ["the system watches no more files for us, so we look for changes ourselves, which takes longer"]


def test_a_folder_that_comes_later_is_watched_too(content: Path) -> None:
    themes = content.parent / "themes"

    def lay() -> None:
        themes.mkdir()
        (themes / "theme.yml").write_text("x")

    assert noticed([content, themes], lay) == [("themes/theme.yml",)]
