"""A writer's first update, from nothing to what residents read: begun, previewed, mended as is advised, published."""

import re
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.cli import main
from tests.serving.running import served

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PATIENCE = 30_000  # milliseconds
EDITION = "content/editions/2026-11"
UPDATE = f"{EDITION}/customer-services.md"
WRITTEN = """## Completd

- Forty people have tested the new forms at the library. {#forms}

  > Forty residents have tried the new forms.

## Future actions

- Open the new desk at the Town Hall. {#desk due="Winter 2026"}
- Agree the cleaning contract with our partners. {#contract for=staf}
"""
LETTER = """---
published: 2026-11-30
status: published
---
Forty people gave an afternoon to try our new forms. Thank you to each of them.
"""


def test_a_first_update_is_written_mended_and_published(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lead = "Customer services: Priya Nair, Head of Customer Services"
    begun = ["init", "merebrook", "--yes", "--title", "One Council", "--organisation", "Merebrook Borough Council"]
    assert main([*begun, "--workstream", lead, "--on", "2026-11-02"]) == 0
    monkeypatch.chdir(tmp_path / "merebrook")
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE)
    with served(tmp_path / "merebrook", "--drafts", on="2026-11-30") as preview:
        page = context.new_page()
        page.goto(f"{preview.address}staff-drafts/updates/2026-11/")
        expect(page.get_by_role("heading", level=1)).to_have_text("November 2026")
        _write_and_mend(page)
        Path(EDITION, "edition.md").write_text(LETTER, encoding="utf-8")
        expect(page.get_by_text("Forty people gave an afternoon").first).to_be_attached(timeout=PATIENCE)
    _publish_and_read(context.new_page(), tmp_path / "share")
    context.close()


def _write_and_mend(page: Page) -> None:
    """Three mistakes, each mended by what its message offers, and by nothing else."""
    Path(UPDATE).write_text(WRITTEN, encoding="utf-8")
    told = page.get_by_role("dialog")
    expect(told).to_contain_text("3 errors", timeout=PATIENCE)
    for wrong in ("Completd", "staf", "Winter 2026"):
        _mend(wrong, _remedy(wrong, told))
    expect(page.get_by_text("Forty people have tested the new forms at the library.").first).to_be_attached()
    expect(told).to_be_hidden(timeout=PATIENCE)
    expect(page.get_by_text("Agree the cleaning contract").first).to_be_attached()


def _remedy(wrong: str, told: Locator) -> str:
    """What the first help below the words in question offers; of two winters the one to come."""
    until = monotonic() + PATIENCE / 1000
    while not (offered := _offered(told.inner_text(), wrong)):  # for a moment the file is empty, and told so
        assert monotonic() < until, told.inner_text()
        told.page.wait_for_timeout(50)
    return offered[-1]


def _offered(words: str, wrong: str) -> list[str]:
    help_ = words.partition(f"`{wrong}`")[2].partition("help:")[2].partition("\n\n")[0]
    return [one or other for one, other in re.findall(r"`([^`]+)`|(Winter \d{4}/\d{2})", help_)]


def _mend(wrong: str, right: str) -> None:
    text = Path(UPDATE).read_text(encoding="utf-8")
    assert wrong in text
    Path(UPDATE).write_text(re.sub(rf"{re.escape(wrong)}(?!\w)", right, text, count=1), encoding="utf-8")


def _publish_and_read(page: Page, share: Path) -> None:
    publish = ["publish", "--to", str(share), "--audience", "residents", "--on", "2026-11-30"]
    assert main(publish) == 0
    page.goto((share / "index.html").as_uri())
    page.get_by_role("link", name="November 2026").first.click()
    expect(page.get_by_text("Forty residents have tried the new forms.").first).to_be_visible()
    expect(page.get_by_text("Open the new desk at the Town Hall.").first).to_be_visible()
    assert "cleaning contract" not in page.content()
