"""What open pages are told, and when what is known is out of date."""

from collections.abc import Callable

from generator.serving.session import PageConnection, PreviewSession
from generator.serving.work import Notice
from tests.serving.running import run_apart
from tests.serving.test_server import PAGE, Sites

WRONG = Notice("1 error", "error: x", is_wrong=True)
ADVICE = Notice("1 warning", "warning: x", is_wrong=False)
TRIED = Notice("1 error", "error: of the whole build", is_wrong=True)


def test_what_a_whole_build_has_said_stands_until_the_content_is_wrong_or_read_again() -> None:
    async def run() -> list[Notice | None]:
        work = Sites()
        session = PreviewSession(work)
        session.tried = TRIED
        found = [session.notice]
        for own in (ADVICE, WRONG):
            work.notice = own
            found.append(session.notice)
        work.notice = None
        await session.read()
        session.close()
        return [*found, session.notice]

    assert run_apart(run()) == [TRIED, TRIED, WRONG, None]


def test_a_page_is_told_only_what_is_new_to_it_and_counts_as_changed_only_where_it_reads_differently() -> None:
    async def run() -> list[tuple[int, int]]:
        work = Sites()
        session = PreviewSession(work)
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
        session = PreviewSession(work)
        await session.judge()
        before = work.goes_on()
        await session.read()
        session.close()
        return before, work.goes_on()

    assert run_apart(run()) == (True, False)
