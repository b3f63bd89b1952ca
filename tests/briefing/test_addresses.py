"""Where things stand: each kind at its address, by its old names too, and what is hidden nowhere."""

from dataclasses import replace

import pytest

from generator.briefing.addresses import addresses
from generator.domain.audience import Audience
from generator.domain.content import Content
from generator.domain.edition import State
from generator.domain.library import Document, Image, Page
from generator.domain.person import Person
from generator.domain.programme import Programme
from generator.domain.target import Thing
from generator.domain.workstream import Reference, Workstream
from tests.editions import EVERYONE, action, edition

JANUARY = replace(edition(1, {"front-door": [action("visit", State.FUTURE)]}), moved_from=(Reference("2019-13"),))
FRONT_DOOR = Workstream("front-door", "", Person("", ""), (), EVERYONE, moved_from=(Reference("front-desk"),))
SEEN = Content(
    programme=Programme("", "", (), Person("", ""), (Audience("staff", "", ""),)),
    workstreams=(FRONT_DOOR,),
    documents=(Document("plan", "", "a/plan.pdf", 9, EVERYONE),),
    images=(Image("images/map.png", EVERYONE),),
    pages=(Page("about", "", (), EVERYONE),),
    editions=(JANUARY,),
)
STANDS = {
    (Thing.ACTION, "visit"): "actions/visit/",
    (Thing.WORKSTREAM, "front-door"): "workstreams/front-door/",
    (Thing.WORKSTREAM, "front-desk"): "workstreams/front-door/",
    (Thing.DOCUMENT, "plan"): "documents/a/plan.pdf",
    (Thing.EDITION, "2020-01"): "updates/2020-01/",
    (Thing.EDITION, "2019-13"): "updates/2020-01/",
    (Thing.PAGE, "about"): "about/",
    (Thing.IMAGE, "images/map.png"): "images/map.png",
    (Thing.UPDATE, "2020-01/front-door"): "updates/2020-01/#workstream.front-door",
    (Thing.UPDATE, "2019-13/front-desk"): "updates/2020-01/#workstream.front-door",
}


@pytest.mark.parametrize(("thing", "identity"), STANDS)
def test_each_thing_stands_at_its_address_under_every_name_that_it_had(thing: Thing, identity: str) -> None:
    assert addresses(SEEN).has(thing, identity)
    assert addresses(SEEN).of(thing, identity) == STANDS[thing, identity]


@pytest.mark.parametrize(("thing", "identity"), STANDS)
def test_what_an_audience_does_not_see_stands_nowhere(thing: Thing, identity: str) -> None:
    hidden = addresses(replace(SEEN, workstreams=(), documents=(), images=(), pages=(), editions=()))
    assert not hidden.has(thing, identity)
    assert hidden.of(thing, identity) is None


def test_every_kind_of_thing_is_asked_for() -> None:
    assert {thing for thing, _ in STANDS} == set(Thing)
    assert addresses(SEEN).of(Thing.UPDATE, "2020-01/law") is None
