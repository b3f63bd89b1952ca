"""axe-core finds no violation, and nothing that it cannot decide, of WCAG 2.2 AA and its best practices."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from tests.browser.axe import AXE, axe_findings
from tests.browser.conftest import ALL, FEW
from tests.browser.looking import DESKTOP, LOOK, PHONE, Pages

pytestmark = pytest.mark.browser


LAYOUTS = {"desktop": DESKTOP, "phone": PHONE}
IN_EVERY_RUN = {("staff", "dark", "phone"), ("residents", "light", "desktop")}


def readers() -> Iterator[Any]:
    """Both schemes and both layouts in every run; each scheme in each layout, of both sites, in the long one."""
    for whose, scheme, layout in product((*FEW, *ALL), ("light", "dark"), LAYOUTS):
        is_long = (whose.id, scheme, layout) not in IN_EVERY_RUN
        marks = (*whose.marks, *([pytest.mark.long] if is_long else []))
        yield pytest.param(*whose.values, scheme, LAYOUTS[layout], id=f"{whose.id}-{scheme}-{layout}", marks=marks)


@pytest.mark.parametrize(("pages", "scheme", "viewport"), [*readers()], indirect=["pages"])
def test_axe_finds_nothing(pages: Pages, scheme: str, viewport: dict[str, int]) -> None:
    assert AXE.is_file(), "axe is not here: npm ci"
    pages.have_no(axe_findings, scripts=[AXE, LOOK], color_scheme=scheme, viewport=viewport)


@pytest.mark.long
def test_axe_finds_nothing_where_the_script_has_not_arrived(pages_with_a_script: Pages) -> None:
    pages_with_a_script.have_no(axe_findings, scripts=[AXE, LOOK], is_script_lost=True)
