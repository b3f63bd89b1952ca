"""What is for staff alone changes no byte of what residents get: neither its words, nor that it is there."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from generator.briefing.briefing import brief
from generator.briefing.describe import Describer
from generator.briefing.report_views import ReportPage
from generator.briefing.scrutiny.page import ReportRequest, report_page
from generator.build import build
from generator.domain.period import Period
from generator.reading.content import read_content
from generator.request import BuildRequest
from tests.building import ON, files_of
from tests.examples import smallest, write_files
from tests.properties.staff_only import NOTHING, Files, staff_only


def residents_get(files: Files) -> Mapping[str, bytes]:
    with TemporaryDirectory() as folder:
        write_files(smallest() | {path: text.encode() for path, text in files.items()}, Path(folder) / "content")
        result = build(BuildRequest(Path(folder) / "content", lambda _: ON, ("residents",)))
        return files_of(result, "residents")


def residents_report(files: Files) -> ReportPage:
    with TemporaryDirectory() as folder:
        write_files(smallest() | {path: text.encode() for path, text in files.items()}, Path(folder))
        content, _, findings = read_content(Path(folder))
    assert content is not None, findings
    readers = content.programme.audience("residents")
    assert readers is not None
    period = Period(date(2020, 1, 1), date(2020, 1, 31))
    return report_page(Describer(brief(content, readers, ON), str), ReportRequest(period))


@pytest.fixture(scope="module")
def report_alone() -> ReportPage:
    return residents_report(NOTHING)


@pytest.fixture(scope="module")
def alone() -> Mapping[str, bytes]:
    return residents_get(NOTHING)


def changes_nothing(files: Files, alone: Mapping[str, bytes]) -> None:
    made = residents_get(files)
    assert made.keys() == alone.keys()
    assert [path for path in made if made[path] != alone[path]] == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(staff_only())
def test_what_is_for_staff_alone_changes_no_byte_for_residents(alone: Mapping[str, bytes], files: Files) -> None:
    changes_nothing(files, alone)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(staff_only())
def test_what_is_for_staff_alone_changes_nothing_in_the_report_for_residents(
    report_alone: ReportPage, files: Files
) -> None:
    assert residents_report(files) == report_alone


@pytest.mark.long
@pytest.mark.timeout(3600)
@settings(max_examples=1_000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(staff_only())
def test_a_thousand_changes_for_staff_alone_change_no_byte_for_residents(
    alone: Mapping[str, bytes], files: Files
) -> None:
    changes_nothing(files, alone)
