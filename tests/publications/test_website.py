"""The website's pages as they are published, to somebody who comes upon one of them from elsewhere."""

from pathlib import Path

from tests.building import built, pages, sample
from tests.examples import smallest

LATER = {
    "editions/2020-02/edition.md": "---\npublished: 2020-02-01\n---\nFebruary.\n",
    "editions/2020-02/customer-services.md": "## Completed\n\n- We painted the hall. {#hall}\n",
}


def test_an_update_that_is_not_the_newest_says_so_at_once_and_leads_to_all(tmp_path: Path) -> None:
    """Whom a search engine leads to an old one learned at the foot of a long page alone that there is a later one."""
    made = pages(built(tmp_path, LATER), "residents")
    old, newest = (made[f"updates/{month}/index.html"] for month in ("2020-01", "2020-02"))
    told = 'There are later updates. <a href="../index.html">All updates, newest first</a>'
    assert old.index("<h1>") < old.index(told) < old.index('class="update"')
    assert "There are later" not in newest


def test_an_issue_of_a_newsletter_that_is_not_the_newest_says_so_at_once() -> None:
    made = {path: data.decode() for path, data in sample()["residents"].items() if path.endswith("index.html")}
    old, newest = (made[f"newsletters/our-promises/2026-{quarter}/index.html"] for quarter in ("q2", "q3"))
    assert 'There are later issues. <a href="../../index.html">All newsletters, newest first</a>' in old
    assert "There are later" not in newest


def test_a_home_page_that_may_not_name_the_director_gives_no_role_without_a_person(tmp_path: Path) -> None:
    """A line that says `Programme Director` and nothing else tells residents nothing."""
    programme = smallest()["programme.yml"].decode()
    hidden = built(tmp_path / "hidden")
    named = built(tmp_path / "named", {"programme.yml": programme.replace("Director}", "Director, public: true}")})
    assert "Amina Yusuf, Programme Director" in pages(named, "residents")["index.html"]
    assert "Programme Director" not in pages(hidden, "residents")["index.html"]
    assert "Amina Yusuf, Programme Director" in pages(hidden, "staff")["index.html"]
