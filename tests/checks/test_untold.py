"""Promises that were given to residents, and what they are told of them."""

from datetime import date
from pathlib import Path

import pytest

from generator.checks.untold import check
from generator.domain.weaving import weave
from tests.authoring.record_examples import content_of, freeze_again
from tests.building import checked
from tests.examples import smallest, write_files

LETTER = "---\npublished: 2020-02-28\n---\nHello.\n"
PROMISED = '## Future actions\n\n- Visit councils. {#visits due="February 2020"}\n'
ON = date(2020, 3, 2)


def written(january: str, february: str, letter: str = LETTER) -> dict[str, str]:
    return {
        "editions/2020-01/customer-services.md": january,
        "editions/2020-02/edition.md": letter,
        "editions/2020-02/customer-services.md": february,
    }


def told(tmp_path: Path, files: dict[str, str]) -> list[str]:
    write_files({**smallest(), **{path: text.encode() for path, text in files.items()}}, tmp_path)
    content = content_of(tmp_path)
    return [it.message for it in check(content, weave(content.editions))]


@pytest.mark.parametrize(
    "february",
    [
        "## Completed\n\n- Visit councils. {#visits for=staff}\n",
        "---\nfor: [staff]\n---\n## Completed\n\n- Visit councils. {#visits}\n",
        '## Stopped\n\n- Visit councils. {#visits for=staff reason="Money."}\n',
        '## Future actions\n\n- Visit councils. {#visits for=staff due="May 2020" reason="Money."}\n',
        '## Future actions\n\n- See how others work. {#see for=staff due="February 2020" from=visits}\n',
    ],
    ids=["completed", "its whole update", "stopped", "moved", "taken over"],
)
def test_what_staff_alone_are_told_of_a_promise_to_residents_is_found(tmp_path: Path, february: str) -> None:
    """The residents' site told that nobody spoke of it, for ever; and nobody told the writer."""
    assert told(tmp_path, written(PROMISED, february)) == [
        "residents are not told what became of the promise `visits`, which they were given"
    ]


@pytest.mark.parametrize(
    ("january", "february"),
    [
        (PROMISED, "## Completed\n\n- Visit councils. {#visits}\n"),
        (PROMISED.replace("due", "for=staff due"), "## Completed\n\n- Visit councils. {#visits for=staff}\n"),
        (PROMISED, "## Completed\n\n- The bins are new. {#bins}\n"),
        (PROMISED, '## Future actions\n\n- See how others work. {#see due="February 2020" from=visits}\n'),
        ("## Completed\n\n- Visit. {#visits}\n", "## Completed\n\n- Visit again. {#visits for=staff}\n"),
    ],
    ids=["told", "never theirs", "unmentioned to all", "taken over before their eyes", "ended for them"],
)
def test_whoever_is_told_or_never_had_it_is_not_left(tmp_path: Path, january: str, february: str) -> None:
    assert told(tmp_path, written(january, february)) == []


def test_as_long_as_residents_have_no_later_update_nothing_is_kept_from_them(tmp_path: Path) -> None:
    done = "## Completed\n\n- Visit councils. {#visits}\n"
    files = written(PROMISED, done, LETTER.replace("\n---\nH", "\nfor: [staff]\n---\nH"))
    assert told(tmp_path, files) == []
    files["editions/2020-03/edition.md"] = LETTER.replace("-02-", "-03-")
    assert len(told(tmp_path, files)) == 1


def test_telling_them_later_mends_it_and_is_not_news_told_twice(tmp_path: Path) -> None:
    files = written(PROMISED, "## Completed\n\n- Visit councils. {#visits for=staff}\n")
    files["editions/2020-03/edition.md"] = LETTER.replace("-02-", "-03-")
    files["editions/2020-03/customer-services.md"] = (
        '## Completed\n\n- Visit councils. {#visits for="residents staff"}\n'
    )
    assert [it.code for it in checked(tmp_path, files, ON)] == []


def test_the_remedy_leaves_out_nobody_who_saw_it_last_where_the_whole_update_was_for_them(tmp_path: Path) -> None:
    """Told for residents alone, it would be staff who are left with what they read before."""
    moved = '## Future actions\n\n- Visit councils. {#visits due="May 2020" reason="Money."}\n'
    files = written(PROMISED, f"---\nfor: [staff]\n---\n{moved}")
    write_files({**smallest(), **{path: text.encode() for path, text in files.items()}}, tmp_path)
    freeze_again(tmp_path, ON, "2020-02")
    content = content_of(tmp_path)
    (found,) = check(content, weave(content.editions))
    assert found.help.endswith('with `visits` as its id and for="residents staff"')


def test_the_remedy_is_in_the_form_of_its_file(tmp_path: Path) -> None:
    """A lead who keeps YAML was told to write braces."""
    kept = {
        "editions/2020-01/customer-services.yml": "future: [{text: Visit councils., id: visits, due: February 2020}]\n",
        "editions/2020-02/edition.md": LETTER,
        "editions/2020-02/customer-services.yml": (
            "future: [{text: See how others work., id: see, for: [staff], due: May 2020, from: [visits]}]\n"
        ),
    }
    write_files({**smallest(), **{path: text.encode() for path, text in kept.items()}}, tmp_path)
    (tmp_path / "editions/2020-01/customer-services.md").unlink()
    content = content_of(tmp_path)
    (left,) = check(content, weave(content.editions))
    assert left.help.endswith("what became of it, with `id: visits` and `for: residents`")


WORKSTREAM = """- id: customer-services
  title: Customer services
  lead: {name: Priya Nair, role: Head of Customer Services}
  summary: Answers the telephone.
"""
TRIPS = """- id: trips
  title: Trips
  unit: trips
  better: higher
  baseline: {date: December 2019, value: 1}
  target: {date: December 2020, value: 9}
  for: [staff]
"""


@pytest.mark.parametrize(
    ("more", "braces", "expected"),
    [
        (
            {"editions/2020-01/customer-services.md": PROMISED + "- Sign a contract. {#contract for=staff}\n"},
            "after=contract",
            "residents do not see `contract`, and what waits for it is hidden with it",
        ),
        (
            {"workstreams.yml": WORKSTREAM + "  projects:\n    - {id: tours, title: Tours, for: [staff]}\n"},
            "project=tours",
            "residents do not see its project, `tours`, and it is hidden with that",
        ),
        (
            {"measures.yml": TRIPS},
            "measure=trips",
            "residents do not see its measure, `trips`, and it is hidden with that",
        ),
        ({}, "for=staff", ""),
    ],
    ids=["what it waits for", "its project", "its measure", "by its own word"],
)
def test_the_writer_is_told_with_what_it_is_hidden(
    tmp_path: Path, more: dict[str, str], braces: str, expected: str
) -> None:
    """A writer who sees no `for` beside it would look in vain for what keeps it from residents."""
    files = written(PROMISED, f"## Completed\n\n- Visit councils. {{#visits {braces}}}\n") | more
    write_files({**smallest(), **{path: text.encode() for path, text in files.items()}}, tmp_path)
    content = content_of(tmp_path)
    assert [it.note for it in check(content, weave(content.editions))] == [expected]
