"""A whole year played through with the commands alone, as a director and two leads would."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from tests.examples import smallest, write_files

LEADS = "".join(
    f"- id: {name}\n  title: {title}\n  lead: {{name: A Lead, role: Head of {title}}}\n  summary: {title} for all.\n"
    for name, title in (("customer-services", "Customer services"), ("buildings", "Buildings"))
)
HEADINGS = ("Completed", "Under way", "Future actions", "Stopped")
SECTIONS = ("completed", "under_way", "future", "stopped")
EDITIONS = Path("content/editions")


@pytest.fixture(autouse=True)
def in_a_council_without_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {path: data for path, data in smallest().items() if not path.startswith("editions/")}
    write_files({**files, "workstreams.yml": LEADS.encode()}, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")


class Markdown:
    """A lead who writes in Markdown: moves bullets between headings, and rewrites their words."""

    def __init__(self, path: Path) -> None:
        self.path = path
        introduction, *parts = re.split(r"^## (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        self.introduction = introduction
        self.sections: dict[str, list[str]] = {heading: [] for heading in HEADINGS} | {
            heading: re.findall(r"^- .+(?:\n(?!- ).*)*", body, flags=re.MULTILINE)
            for heading, body in zip(parts[::2], parts[1::2], strict=True)
        }

    def take(self, identity: str) -> str:
        """Take a bullet out, wherever it stands."""
        for bullets in self.sections.values():
            for bullet in bullets:
                if f"{{#{identity}" in bullet:
                    bullets.remove(bullet)
                    return bullet.rstrip()
        raise AssertionError(f"{identity} was not carried into {self.path}")

    def put(self, heading: str, bullet: str) -> None:
        self.sections[heading].append(bullet)

    def save(self) -> None:
        parts = [f"## {heading}\n\n" + "\n\n".join(bullets) for heading, bullets in self.sections.items() if bullets]
        self.path.write_text("\n\n".join([self.introduction.strip(), *parts]).strip() + "\n", encoding="utf-8")


class Yaml:
    """A lead who writes in YAML: moves items between lists."""

    def __init__(self, path: Path) -> None:
        self.path = path
        parts = re.split(r"^(\w+):.*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        self.sections: dict[str, list[str]] = {section: [] for section in SECTIONS} | {
            section: re.findall(r"^  - .+\n(?:    .+\n)*", body, flags=re.MULTILINE)
            for section, body in zip(parts[1::2], parts[2::2], strict=True)
        }

    def take(self, identity: str) -> str:
        for items in self.sections.values():
            for item in items:
                if f"id: {identity}\n" in item:
                    items.remove(item)
                    return item
        raise AssertionError(f"{identity} was not carried into {self.path}")

    def put(self, section: str, item: str) -> None:
        self.sections[section].append(item)

    def save(self) -> None:
        lists = [f"{section}:\n{''.join(items)}" for section, items in self.sections.items() if items]
        self.path.write_text("".join(lists) or "introduction: A quiet month.\n", encoding="utf-8")


def item(identity: str, text: str, **fields: str) -> str:
    return "".join([f"  - id: {identity}\n    text: {text}\n", *(f"    {it}: {fields[it]}\n" for it in fields)])


def customer_services(month: int, update: Markdown) -> None:
    match month:
        case 1:
            update.put("Future actions", '- Visit councils whose website works. {due="February 2026"}')
            update.put("Future actions", '- Open a new website. {#website due="September 2026" tags=web}')
            update.put("Future actions", '- Put kiosks into reception. {#kiosks due="Summer 2026"}')
            update.put("Future actions", "::: staff\n- Move the desks of the call team. {#desks due=2026}\n:::")
        case 2:
            visits = update.take("visit-councils-whose-website-works")
            assert visits.endswith('{#visit-councils-whose-website-works due="February 2026"}')
            update.put("Completed", "- We visited three councils. {#visit-councils-whose-website-works}")
        case 3:
            assert update.take("desks") == "- Move the desks of the call team. {#desks due=2026 for=staff}"
            update.put("Completed", "- The call team has moved. {#desks for=staff}")
        case 4:
            update.take("kiosks")
            update.put("Stopped", '- Put kiosks into reception. {#kiosks reason="The website does their job."}')
        case 5:
            update.take("website")
            update.put(
                "Future actions",
                '- Test the website. {#website-test due="August 2026" from=website reason="Tests come first."}',
            )
            update.put(
                "Future actions",
                "- Open the tested website. {#website-launch from=website after=website-test"
                ' due="November 2026" reason="It waits."}',
            )
        case 8:
            update.take("website-test")
            update.put("Completed", "- Forty people tested the website. {#website-test}")
        case 9:
            update.take("sandbags")
            update.put("Completed", "- Every house by the river has sandbags. {#sandbags}")
        case 10:
            update.put("Under way", update.take("website-launch"))
        case 11:
            launch = update.take("website-launch").replace("November", "December")
            update.put("Under way", launch.replace("}", ' reason="Two forms failed."}'))
        case 12:
            assert "reason" not in update.take("website-launch")
            update.put("Completed", "- The new website is open. {#website-launch}")


def buildings(month: int, update: Yaml) -> None:
    match month:
        case 1:
            update.put("future", item("lift", "Mend the lift at Wick Green.", due="March 2026"))
            update.put("future", item("boiler", '"Replace the boiler: it leaks."', due="Autumn 2026"))
        case 3:
            update.take("lift")
            update.put("under_way", item("lift", "Wait for a motor.", due="May 2026", reason="The motor did not fit."))
        case 5:
            update.take("lift")
            update.put("under_way", item("lift", "Wait for a test.", due="July 2026", reason="The test failed."))
        case 6:
            update.take("lift")  # and nothing is said of it
        case 7:
            update.take("lift")
            update.put("completed", item("lift", "The lift at Wick Green works."))
        case 10:
            reason = "The lift stood still again."
            update.put("future", item("lift", "Mend the lift at Wick Green.", due="November 2026", reason=reason))
        case 11:
            update.take("lift")
            update.put("completed", item("lift", "The lift at Wick Green works again."))


def publish(name: str, letter: str) -> None:
    path = EDITIONS / name / "edition.md"
    front, _, _ = path.read_text(encoding="utf-8").removeprefix("---\n").partition("---\n")
    path.write_text(f"---\n{front.replace('draft', 'published')}---\n{letter}\n", encoding="utf-8")


def freeze(name: str, on: date) -> None:
    """The last step of a month: its record."""
    assert main(["freeze", name, "--on", on.isoformat(), "--quiet"]) == 0


def month_of_work(month: int, capsys: pytest.CaptureFixture[str]) -> str:
    """Begin the edition, write, check, build and freeze; gives what the check found."""
    name = f"2026-{month:02d}"
    assert main(["new", *([name] if month == 1 else []), "--on", "2026-01-05"]) == 0
    assert f"made content/editions/{name}: a draft letter and 2 updates" in capsys.readouterr().out
    markdown = Markdown(EDITIONS / name / "customer-services.md")
    customer_services(month, markdown)
    markdown.save()
    if month == 1:
        (EDITIONS / name / "buildings.md").unlink()
        (EDITIONS / name / "buildings.yml").write_text("future: []\n", encoding="utf-8")
    yaml = Yaml(EDITIONS / name / "buildings.yml")
    buildings(month, yaml)
    yaml.save()
    assert main(["fix", "--quiet"]) == 0
    publish(name, f"This is the letter of month {month}.")
    return finish(name, capsys)


def finish(name: str, capsys: pytest.CaptureFixture[str]) -> str:
    on = published(name)
    capsys.readouterr()
    assert main(["check", "--on", on.isoformat(), "--format", "concise"]) == 0
    found = capsys.readouterr().out
    assert main(["build", "--on", on.isoformat(), "--quiet"]) == 0
    freeze(name, on)
    capsys.readouterr()
    return found


def published(name: str) -> date:
    (day,) = re.findall(
        r"^published: (.+)$", (EDITIONS / name / "edition.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    return date.fromisoformat(day)


def special_edition(capsys: pytest.CaptureFixture[str]) -> None:
    name = "2026-08-flood"
    assert main(["new", name, "--title", "Flood", "--on", "2026-08-31"]) == 0
    promise = '## Future actions\n\n- Give sandbags to every house by the river. {#sandbags due="September 2026"}\n'
    (EDITIONS / name / "customer-services.md").write_text(promise, encoding="utf-8")
    publish(name, "The river is high.")
    finish(name, capsys)


def told(words: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["thread", *words.split(), "--on", "2026-12-31"]) == 0
    return capsys.readouterr().out


@pytest.mark.timeout(300)  # 26 builds of two sites each
def test_a_year_of_twelve_editions_and_a_special_one(capsys: pytest.CaptureFixture[str]) -> None:
    found: dict[int, list[str]] = {}
    for month in range(1, 13):
        found[month] = re.findall(r"\[([a-z-]+)\]", month_of_work(month, capsys))
        if month == 8:
            special_edition(capsys)

    warned = {month: codes for month, codes in found.items() if codes}
    assert warned == {6: ["unmentioned"], 12: ["overdue"]}  # in October the lift is opened again, which moves nothing
    lift = told("lift", capsys).split("\n\n")[1]
    assert lift == (
        "Promised in January 2026 for March 2026.\n"
        "Under way in March 2026.\n"
        "Moved in March 2026 from March 2026 to May 2026, 61 days later. Why: The motor did not fit.\n"
        "Moved in May 2026 from May 2026 to July 2026, 61 days later. Why: The test failed.\n"
        "Completed in July 2026, 182 days after it was promised, though it was first promised for March 2026.\n"
        "Opened again in October 2026 for November 2026. Why: The lift stood still again.\n"
        "Completed in November 2026, 304 days after it was promised."
    )
    launch = told("website-launch", capsys).split("\n\n")[1]
    assert launch == (
        "Promised in May 2026 for November 2026, continuing website.\n"
        "Moved in May 2026 from September 2026 to November 2026, 61 days later. Why: It waits.\n"
        "Under way in October 2026.\n"
        "Moved in November 2026 from November 2026 to December 2026, 31 days later. Why: Two forms failed.\n"
        "Completed in December 2026, 216 days after it was promised, though it was first promised for\nSeptember 2026."
    )
    assert "Continued by website-test (since May 2026), website-launch (since May 2026).\n" in told("website", capsys)
    assert "Completed in September 2026, 30 days after it was promised.\n" in told("sandbags", capsys)
    assert "Stopped in April 2026, 90 days after it was promised. Why: The website does their job." in told(
        "kiosks", capsys
    )
    assert told("", capsys).endswith("1 open promise, 1 of them overdue, on 31 December 2026\n")

    standings = {it["id"]: it["standing"] for it in json.loads(told("--all --format json", capsys))["threads"]}
    assert standings == {
        "visit-councils-whose-website-works": "completed",
        "website": "continued",
        "website-test": "completed",
        "website-launch": "completed",
        "kiosks": "stopped",
        "desks": "completed",
        "sandbags": "completed",
        "lift": "completed",
        "boiler": "overdue",
    }
    assert_nothing_for_staff_reached_residents(capsys)


def assert_nothing_for_staff_reached_residents(capsys: pytest.CaptureFixture[str]) -> None:
    assert "desks" not in told("--all --audience residents", capsys)
    site = Path("output/residents")
    assert (site / "actions" / "lift" / "index.html").is_file()
    assert not (site / "actions" / "desks").exists()
    assert all("call team" not in path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
