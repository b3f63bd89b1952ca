"""The pages about measures, for each audience."""

from pathlib import Path

from lxml import html

from tests.building import built, pages

MEASURES = """
- id: online
  title: Services online
  unit: services
  workstream: customer-services
  for: [staff, residents]
  baseline: {date: January 2019, value: 14}
  target: {date: December 2021, value: 80}
  readings:
    - {date: February 2019, value: 20}
    - {date: March 2019, value: 31, note: Parking forms.}
    - {date: June 2019, value: 40}
- id: reserve
  title: Money in reserve
  unit: GBP
  for: [staff]
  baseline: {date: 2018, value: 14000}
  target: {date: 2021, value: 80000}
"""
UPDATE = """
## Future actions

- Move the parking forms to the new website. {#parking measure=online due="March 2020"}
- Sell Brook House to the hospital trust next door. {#brook for=staff measure=online due="May 2020"}
"""


def sites(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    result = built(folder, {"measures.yml": MEASURES, "editions/2020-01/customer-services.md": UPDATE})
    return pages(result, "staff"), pages(result, "residents")


def own(pages_of: dict[str, str]) -> set[str]:
    return {path for path in pages_of if path.startswith("measures/")}


def test_each_audience_has_the_pages_of_its_own_measures(tmp_path: Path) -> None:
    staff, residents = sites(tmp_path)
    assert own(staff) - own(residents) == {"measures/reserve/index.html"}
    assert "measures/reserve" not in residents["measures/index.html"]
    assert not [path for path, page in residents.items() if "in reserve" in page or "reserve/" in page]


def test_the_chart_has_a_name_a_sentence_before_it_and_the_same_numbers_after_it(tmp_path: Path) -> None:
    page = html.fromstring(sites(tmp_path)[1]["measures/online/index.html"])
    (chart,) = page.xpath("//svg[@role='img']")
    title, about = (page.get_element_by_id(chart.get(it)).text for it in ("aria-labelledby", "aria-describedby"))
    assert (title, about) == ("Chart: Services online", "The table after it has the same in numbers.")
    assert page.xpath("string(//p[@class='lead'])").startswith(
        "It began at 14 services (January 2019). The newest reading is 40 services (June 2019)."
    )
    assert len(chart.xpath(".//circle")) == 4
    assert len(chart.xpath(".//line[@class='chart-line']")) == 2
    assert page.xpath("//td/data/@value") == ["14", "20", "31", "40", "80"]
    assert "Between March 2019 and June 2019 there is no reading" in page.text_content()


def test_a_measure_without_readings_is_drawn_in_bars(tmp_path: Path) -> None:
    page = html.fromstring(sites(tmp_path)[0]["measures/reserve/index.html"])
    assert [it.get("class") for it in page.xpath("//svg[@role='img']//rect")] == [
        "chart-bar chart-bar-start",
        "chart-bar chart-bar-target",
    ]


def test_a_measure_leads_to_the_open_promises_that_are_to_change_it_and_they_to_it(tmp_path: Path) -> None:
    staff, residents = sites(tmp_path)
    assert "../../actions/brook/" in staff["measures/online/index.html"]
    assert "../../actions/parking/" in residents["measures/online/index.html"]
    assert "actions/brook" not in residents["measures/online/index.html"]
    assert "../../measures/online/" in residents["actions/parking/index.html"]


def test_other_pages_lead_to_measures(tmp_path: Path) -> None:
    _, residents = sites(tmp_path)
    for path in ("index.html", "progress/index.html"):
        assert "measures/index.html" in residents[path]
        assert "measures/online/index.html" in residents[path]
    assert "../../measures/online/index.html" in residents["workstreams/customer-services/index.html"]


def test_without_measures_there_is_no_page_of_them(tmp_path: Path) -> None:
    site = pages(built(tmp_path), "staff")
    assert own(site) == set()
    assert not [path for path, page in site.items() if "measures/index.html" in page]


def test_no_chart_has_a_style_or_a_script_of_its_own(tmp_path: Path) -> None:
    for site in sites(tmp_path):
        assert own(site)
        for path in own(site):
            page = html.fromstring(site[path])
            assert page.xpath("//main//*[@style or self::script or self::style]") == []
