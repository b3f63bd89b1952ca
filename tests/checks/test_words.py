"""Wherever there are words, they are looked at."""

import re
from pathlib import Path

from tests.building import checked
from tests.examples import smallest

PROGRAMME = smallest()["programme.yml"].decode()
FILES = {
    "programme.yml": re.sub("objective: .*", 'objective: "[a](page:objective)"', PROGRAMME),
    "workstreams.yml": (
        '- {id: customer-services, title: A, lead: {name: B, role: C}, summary: "[a](page:summary)",'
        ' plain: "[a](page:plain)", projects: [{id: p, title: P, stage: design, summary: "[a](page:project)",'
        ' plain: "[a](page:project-plain)"}]}\n'
    ),
    "questions.yml": (
        '- {id: q, asked: 2020-01-06, by: a resident, for: [staff], question: "[a](page:question)",'
        ' answer: "[a](page:answer)", answered: 2020-01-31, edition: 2020-01}\n'
    ),
    "pages/about.md": "---\ntitle: About\nfor: [staff]\n---\n[a](page:page)\n",
    "editions/2020-01/edition.md": "---\npublished: 2020-01-31\n---\n[a](page:letter)\n",
    "editions/2020-01/customer-services.md": (
        "[a](page:introduction)\n\n## Completed\n\n- Go [a](page:action). {#go}\n\n  > [a](page:action-plain)\n"
    ),
}


def test_a_dead_link_is_found_in_every_kind_of_words(tmp_path: Path) -> None:
    found = {it.message for it in checked(tmp_path, FILES) if it.code == "dead-link"}
    places = set(re.findall(r"\(page:([a-z-]+)\)", "".join(FILES.values())))
    assert len(places) == 12
    assert found == {f"no page has the id `{place}`" for place in places}
