"""The pages about access: what each site says of itself, and nothing of the other."""

from pathlib import Path

from tests.building import built, files_of, pages
from tests.examples import smallest
from tests.statements import PATH, PLAN, statement

PAGE = "accessibility/index.html"
CONTACTS = """\
contacts:
  - {purpose: another format, telephone: 01632 960200, formats: [Braille, {name: Large print, takes: two days}]}
  - {purpose: a word with the team, email: team@merebrook.example, for: staff}
"""


def programme(rest: str) -> str:
    return smallest()["programme.yml"].decode() + rest


def test_a_problem_of_the_staff_s_site_leaves_no_trace_on_the_residents(tmp_path: Path) -> None:
    rest = PLAN + "  - {id: rota, title: The rota, what: Told by colour., fails: 1.4.1, by: May 2020, for: staff}\n"
    result = built(tmp_path, {PATH: statement(rest)})
    assert "The rota" in pages(result, "staff")[PAGE]
    assert not [path for path, data in files_of(result, "residents").items() if b"rota" in data]


def test_a_part_is_hidden_with_the_document_that_it_is_about(tmp_path: Path) -> None:
    files = {
        PATH: statement(PLAN + "    document: plan\n", "{staff: partial, residents: full}"),
        "documents.yml": "- {id: plan, title: A secret plan, file: plan.pdf, for: staff}\n",
        "documents/plan.pdf": "%PDF",
    }
    result = built(tmp_path, files)
    assert "A secret plan (PDF, 1 kB)" in pages(result, "staff")[PAGE]
    assert "fully compliant" in pages(result, "residents")[PAGE]
    assert "plan" not in pages(result, "residents")[PAGE]


def test_an_assessment_in_a_hidden_document_is_told_by_its_words(tmp_path: Path) -> None:
    burden = (
        "burdens:\n  - id: films\n    title: Films\n    what: They have no captions.\n    fails: 1.2.2\n"
        "    assessment: {date: 2020-01-03, words: It would cost too much., document: costs}\n"
    )
    files = {
        PATH: statement(burden),
        "documents.yml": "- {id: costs, title: What it costs, file: costs.pdf, for: staff}\n",
        "documents/costs.pdf": "%PDF",
    }
    result = built(tmp_path, files)
    assert "What it costs" in pages(result, "staff")[PAGE]
    assert "It would cost too much." in pages(result, "residents")[PAGE]
    assert "What it costs" not in pages(result, "residents")[PAGE]


def test_without_a_statement_no_page_and_no_link_speaks_of_one(tmp_path: Path) -> None:
    site = pages(built(tmp_path, {PATH: statement("", "full", **{"for": "staff"})}), "residents")
    assert PAGE not in site
    assert not [path for path, page in site.items() if "compliant" in page or "Accessibility statement" in page]


def test_every_page_links_to_both_pages(tmp_path: Path) -> None:
    for path, page in pages(built(tmp_path, {PATH: statement()}), "residents").items():
        assert "accessibility/" in page or path == PAGE
        assert "Other formats</a>" in page


def test_the_claim_names_what_it_is_due_to(tmp_path: Path) -> None:
    minutes = "out_of_scope:\n  - {id: minutes, title: Minutes, what: They are pictures.}\n"
    said = {
        PLAN: "the non-compliances",
        minutes: "the exemptions",
        PLAN + minutes: "the non-compliances and exemptions",
    }
    for rest, words in said.items():
        assert f"due to {words} listed below" in pages(built(tmp_path, {PATH: statement(rest)}), "staff")[PAGE]


def test_in_northern_ireland_a_complaint_goes_to_the_commission_there(tmp_path: Path) -> None:
    page = pages(built(tmp_path, {PATH: statement(law="Northern Ireland")}), "staff")[PAGE]
    assert "(ECNI)" in page
    assert "(EHRC)" not in page


def test_a_problem_is_told_to_those_who_make_other_formats_unless_somebody_else_is_named(tmp_path: Path) -> None:
    files = {PATH: statement(feedback="{answered_within: two days}"), "programme.yml": programme(CONTACTS)}
    main = pages(built(tmp_path, files), "staff")[PAGE].partition("<footer")[0]
    assert "01632 960200" in main
    assert "team@merebrook.example" not in main


def test_formats_are_offered_only_where_a_contact_offers_them(tmp_path: Path) -> None:
    page = pages(built(tmp_path, {"programme.yml": programme(CONTACTS)}), "residents")["formats/index.html"]
    assert "<strong>Braille</strong>" in page
    assert "<strong>Large print</strong>: two days" in page
    assert "ask us for each of these" in page
    assert "ask us for each of these" not in pages(built(tmp_path), "residents")["formats/index.html"]


def test_where_no_contact_gives_formats_the_one_of_the_statement_is_asked_for_them(tmp_path: Path) -> None:
    without = "contacts:\n  - {purpose: help, email: help@merebrook.example}\n"
    page = pages(built(tmp_path, {PATH: statement(), "programme.yml": programme(without)}), "residents")
    assert "access@merebrook.example" in page["formats/index.html"].partition("<footer")[0]
    named = built(tmp_path / "named", {PATH: statement(), "programme.yml": programme(CONTACTS)})
    assert "access@merebrook.example" not in pages(named, "residents")["formats/index.html"]


def test_no_template_claims_anything_by_itself() -> None:
    """The words of a claim stand in one part, behind what the council's own file says."""
    themes = Path(__file__).parents[2] / "themes"
    claiming = [path.name for path in themes.rglob("*.html") if "compliant" in path.read_text(encoding="utf-8")]
    assert claiming == ["statement.html"]


def test_newsletters_are_named_only_to_those_who_are_sent_one(tmp_path: Path) -> None:
    newsletter = "newsletters:\n  - {id: news, title: News, audience: staff, every: month}\n"
    result = built(tmp_path, {"programme.yml": programme(newsletter)})
    assert "Read our newsletters." in pages(result, "staff")["formats/index.html"]
    assert "newsletter" not in pages(result, "residents")["formats/index.html"]
