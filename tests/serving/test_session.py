"""What open pages are told, and when what is known is out of date."""

from collections.abc import Callable

from generator.serving.session import PageConnection, PreviewSession
from generator.serving.work import Notice
from tests.serving.running import run_apart
from tests.serving.sites import PAGE, Sites

WRONG = Notice("1 error", "error: x", is_wrong=True)
ADVICE = Notice("1 warning", "warning: x", is_wrong=False)
MORE = Notice("A build has something to say", "warning: of the whole build", is_wrong=False)
TRIED = Notice("1 error", "error: of the whole build", is_wrong=True)


def test_what_stops_a_whole_build_is_told_until_another_build_has_shown_that_it_is_mended() -> None:
    """Else, with each save of a day it would be called mended, and be found again a moment later."""

    async def run() -> list[Notice | None]:
        work = Sites()
        session = PreviewSession(work, work)
        session.keep_tried(TRIED)
        found = [session.notice]
        for own in (ADVICE, WRONG, None):
            work.notice = own
            await session.read()
            await session.judge()
            found.append(session.notice)
        session.keep_tried(None)
        session.close()
        return [*found, session.notice]

    assert run_apart(run()) == [TRIED, TRIED, WRONG, TRIED, None]


def test_what_a_whole_build_has_to_say_stands_while_nothing_else_is_said_of_the_content() -> None:
    async def run() -> list[Notice | None]:
        work = Sites()
        session = PreviewSession(work, work)
        session.keep_tried(MORE)
        found = []
        for own in (None, ADVICE):
            work.notice = own
            await session.read()
            found.append(session.notice)
            await session.judge()
            found.append(session.notice)
        session.close()
        return found

    assert run_apart(run()) == [MORE, MORE, ADVICE, ADVICE]


def test_a_warning_does_not_go_and_come_with_each_save() -> None:
    """It is not known to be mended before the content has been judged; an error that was read is told at once."""

    async def run() -> list[Notice | None]:
        work = Sites()
        session = PreviewSession(work, work)
        work.notice = ADVICE
        await session.judge()
        found = []
        for read in (None, WRONG, None):
            work.notice = read
            await session.read()
            found.append(session.notice)
        await session.judge()
        session.close()
        return [*found, session.notice]

    assert run_apart(run()) == [ADVICE, WRONG, ADVICE, None]


def test_a_page_is_told_only_what_is_new_to_it_and_counts_as_changed_only_where_it_reads_differently() -> None:
    async def run() -> list[tuple[int, int]]:
        work = Sites()
        session = PreviewSession(work, work)
        line = PageConnection("staff", "index.html")
        session.connections.add(line)
        found = []
        steps: list[Callable[[], object]] = [
            lambda: None,
            lambda: None,
            lambda: setattr(work, "notice", ADVICE),
            lambda: work.files.update({"index.html": PAGE.replace(b"words", b"others")}),
        ]
        for step in steps:
            step()
            changed = await session.tell()
            found.append((changed, line.news.qsize()))
        session.close()
        return found

    assert run_apart(run()) == [(0, 1), (0, 1), (0, 2), (1, 3)]


def test_judging_is_left_off_when_the_content_is_read_again() -> None:
    class Judged(Sites):
        goes_on: Callable[[], bool] = staticmethod(lambda: True)

        def judge(self, goes_on: Callable[[], bool] | None = None, /) -> None:
            assert goes_on is not None
            self.goes_on = goes_on

    async def run() -> tuple[bool, bool]:
        work = Judged()
        session = PreviewSession(work, work)
        await session.judge()
        before = work.goes_on()
        await session.read()
        session.close()
        return before, work.goes_on()

    assert run_apart(run()) == (True, False)
