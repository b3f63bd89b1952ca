"""Specimens: views with everything and with nothing in them, of every class of view that there is."""

from dataclasses import fields, is_dataclass

import pytest

from generator.briefing import (
    chart_views,
    feed_views,
    gallery,
    hosting_views,
    newsletter_views,
    page_views,
    statement_views,
    thread_views,
    views,
)
from generator.briefing.page_views import EditionPage, HomePage, PageView
from generator.briefing.specimens import (
    KINDS,
    Specimens,
    bare_page,
    bare_site,
    full_pages,
    full_site,
    page_classes,
    template_of,
)
from generator.build import build
from generator.publications.artifact import FromTemplate
from generator.request import BuildRequest
from generator.shipped import themes_folder
from tests.briefing.view_values import values_in
from tests.building import SAMPLE, SAMPLE_ON

VIEWS = (
    chart_views,
    feed_views,
    gallery,
    hosting_views,
    newsletter_views,
    page_views,
    statement_views,
    thread_views,
    views,
)
CLASSES = sorted(
    {
        found
        for module in (
            chart_views,
            feed_views,
            gallery,
            hosting_views,
            newsletter_views,
            page_views,
            statement_views,
            thread_views,
            views,
        )
        for found in vars(module).values()
        if isinstance(found, type) and is_dataclass(found)
    },
    key=lambda view: view.__name__,
)


@pytest.mark.parametrize("view", CLASSES, ids=lambda view: view.__name__)
def test_every_view_has_specimens(view: type) -> None:
    made: tuple[object, ...] = Specimens().all(view)
    assert {type(one) for one in made} == {view}
    assert isinstance(Specimens().bare(view), view)


@pytest.mark.parametrize("view", page_classes(), ids=lambda view: view.__name__)
def test_a_full_page_leaves_no_list_empty_and_nothing_unsaid(view: type[PageView]) -> None:
    page = full_pages(view)[0]
    empty = [field.name for field in fields(page) if getattr(page, field.name) in ((), "", None)]
    assert empty == (["address"] if page.address == "" else [])


@pytest.mark.parametrize("view", page_classes(), ids=lambda view: view.__name__)
def test_a_bare_page_has_only_empty_lists(view: type[PageView]) -> None:
    page = bare_page(view)
    lists = [getattr(page, field.name) for field in fields(page) if isinstance(getattr(page, field.name), tuple)]
    assert set(lists) <= {()} or view.__name__ == "ActionPage"  # an action has words, always


@pytest.mark.parametrize("view", page_classes(), ids=lambda view: view.__name__)
def test_every_page_has_a_template_in_our_own_theme(view: type[PageView]) -> None:
    assert (themes_folder() / "base" / template_of(view)).is_file()


def test_the_pages_of_a_site_are_shown_by_the_templates_that_specimens_are_shown_by(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: set[tuple[str, str]] = set()
    before = FromTemplate.__init__

    def noted(self: FromTemplate, template: str, page: PageView) -> None:
        made.add((template, template_of(type(page))))
        before(self, template, page)

    monkeypatch.setattr(FromTemplate, "__init__", noted)
    build(BuildRequest(SAMPLE, lambda _: SAMPLE_ON))
    assert made
    assert {template for template, expected in made if template != expected} == set()


def test_every_kind_that_a_view_may_be_of_is_made() -> None:
    for view, (name, kinds) in KINDS.items():
        made: tuple[object, ...] = Specimens().each(view)
        assert [getattr(one, name) for one in made] == list(kinds)


def test_no_two_things_on_a_page_have_one_anchor() -> None:
    (page,) = full_pages(EditionPage)
    anchors = [view.anchor for view in values_in(page) if isinstance(view, views.ActionView | views.UpdateView)]
    assert len(anchors) == len(set(anchors)) > 4


def test_specimens_are_the_same_each_time() -> None:
    assert full_pages(HomePage) == full_pages(HomePage)
    assert (full_site(), bare_site()) == (full_site(), bare_site())
