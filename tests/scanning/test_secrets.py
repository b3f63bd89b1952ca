"""What an audience may not know: every kind of thing that is hidden from it is a secret, and nothing that it knows."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.briefing.briefing import brief
from generator.briefing.wording import Wording
from generator.reading.content import read_content
from generator.scanning.sayings import Sayings
from generator.scanning.secrets import Secret, secrets
from tests.building import ON, built
from tests.examples import smallest, write_files

UPDATE = "editions/2020-01/customer-services.md"
PROGRAMME = smallest()["programme.yml"].decode() + (
    "accept:\n  - {code: unmentioned, place: sale, reason: The buyer asked for it.}\n"
    "newsletters:\n  - {id: inside, title: Inside, audience: staff, every: month}\n"
    "  - {id: outside, title: Outside, audience: residents, every: month}\n"
)
WORKSTREAMS = """\
- id: customer-services
  title: Customer services
  lead: {name: Priya Nair, role: Head of Customer Services, email: priya@council.example}
  summary: We shall close the two halls.
  plain: One front door for all.
  projects: [{id: sale, title: The sale of the halls, stage: design, summary: They cost us too much., for: staff}]
- {id: estates, title: The estates of the council, lead: {name: Gareth Llewellyn, role: Head}, for: staff,
   moved-from: closures}
"""
FILES = {
    "programme.yml": PROGRAMME,
    "workstreams.yml": WORKSTREAMS,
    "measures.yml": "- {id: offers, title: Offers for the two halls, unit: offers, for: staff,"
    " baseline: {date: 2018, value: 1}, target: {date: 2021, value: 2}}\n",
    "documents.yml": "- {id: price, title: What the halls are worth, file: price.txt, for: staff}\n",
    "documents/price.txt": "Two million.",
    "images/hidden/images.yml": "for: staff\n",
    "images/hidden/hall.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "glossary.yml": "- {term: NDA, means: a promise not to tell, for: staff}\n",
    "pages/halls.md": "---\ntitle: Halls\nfor: staff\n---\nThe halls are to go.\n",
    "editions/2020-01/edition.md": "---\npublished: 2020-01-31\n---\nWe met in the open.\n\n::: staff\nThe chair will "
    "resign soon. We met in the open. Opened the desk for all. The old one was dark.\n:::\n",
    UPDATE: """\
A month of work for all.

::: staff
The union does not know.
:::

## Completed

- We signed with the buyer. {#signed equality="Older people use the halls."}

  > We agreed what comes next.

- Find a new buyer soon. {#buyer for=staff reason="The first one went away." tags="sale-of-the-halls"}

  Nobody else may bid.

- Opened the desk for all. {#desk reason="The old one was dark."}
- All is well. {#well for=staff}
""",
    "editions/2020-01/estates.md": "## Completed\n\n- Mended the roof at last. {#roof}\n",
    "editions/2020-02/edition.md": "---\npublished: 2020-02-29\nmoved-from: 2020-02-closures\n---\n"
    "February is yet to come.\n",
}


@cache
def unknown_to(*known_to: str) -> tuple[Secret, ...]:
    """What none of these audiences knows."""
    with TemporaryDirectory() as folder:
        write_files(smallest() | {path: text.encode() for path, text in FILES.items()}, Path(folder))
        content, _, findings = read_content(Path(folder))
    assert content is not None, findings
    readers = [content.programme.audience(name) for name in known_to]
    known = [brief(content, audience, ON).content for audience in readers if audience]
    assert len(known) == len(known_to)
    return secrets(content, known, Sayings({}), Wording(content.programme.language))


def words(*known_to: str) -> set[str]:
    return {secret.words for secret in unknown_to(*known_to) if not secret.is_address}


def addresses(*known_to: str) -> dict[str, str]:
    """Each with the file that it is told of in."""
    return {secret.words: secret.written_at.path for secret in unknown_to(*known_to) if secret.is_address}


SENTENCES = {
    "workstreams.yml": (
        *("We shall close the two halls.", "Priya Nair", "priya@council.example", "Gareth Llewellyn"),
        *("The sale of the halls", "They cost us too much.", "The estates of the council"),
    ),
    "measures.yml": ("Offers for the two halls",),
    "documents.yml": ("What the halls are worth",),
    "glossary.yml": ("a promise not to tell",),
    "pages/halls.md": ("The halls are to go.",),
    "programme.yml": ("The buyer asked for it.", "Amina Yusuf"),
    "pages/accessibility.yml": ("These examples stand still in 2020.",),
    "editions/2020-01/edition.md": ("The chair will resign soon.",),
    UPDATE: (
        *("The union does not know.", "We signed with the buyer.", "Older people use the halls."),
        *("Find a new buyer soon.", "Nobody else may bid.", "The first one went away."),
    ),
    "editions/2020-01/estates.md": ("Mended the roof at last.",),
    "editions/2020-02/edition.md": ("February is yet to come.",),
}


@pytest.mark.parametrize(("path", "sentence"), [(path, each) for path in SENTENCES for each in SENTENCES[path]])
def test_each_sentence_and_each_person_that_residents_do_not_know_of_is_a_secret(path: str, sentence: str) -> None:
    assert [it.written_at.path for it in unknown_to("residents") if it.words == sentence] == [path]


def test_no_other_sentence_is_a_secret() -> None:
    """Neither one of three words, nor what is for staff alone in one place and for all in another."""
    assert words("residents") == {sentence for found in SENTENCES.values() for sentence in found}


def test_staff_know_all_that_is_out_but_the_wording_for_others() -> None:
    nobody = {"February is yet to come.", *SENTENCES["programme.yml"], *SENTENCES["pages/accessibility.yml"]}
    assert words("staff", "residents") == nobody - {"Amina Yusuf"}
    assert words("staff") - words("staff", "residents") == {"One front door for all.", "We agreed what comes next."}


def test_each_address_that_would_lead_to_something_hidden_is_a_secret() -> None:
    assert addresses("residents") == {
        **dict.fromkeys(("workstreams/estates/", "workstreams/closures/", "project.sale"), "workstreams.yml"),
        **dict.fromkeys(("measures/offers/", "measure.offers"), "measures.yml"),
        "documents/price.txt": "documents.yml",
        "images/hidden/hall.svg": "images/hidden/hall.svg",
        "halls/": "pages/halls.md",
        "newsletters/inside/": "programme.yml",
        **dict.fromkeys(("updates/2020-02/", "updates/2020-02-closures/"), "editions/2020-02/edition.md"),
        **dict.fromkeys(("actions/buyer/", "action.buyer", "actions/well/", "action.well"), UPDATE),
        **dict.fromkeys(
            ("updates/2020-01/#workstream.estates", "actions/roof/", "action.roof"), "editions/2020-01/estates.md"
        ),
    }
    assert addresses("staff").keys() == {"updates/2020-02/", "updates/2020-02-closures/", "newsletters/outside/"}


def test_the_months_by_which_an_edition_is_called_are_no_secret(tmp_path: Path) -> None:
    """A draft for a quarter is called what pages call that quarter, also where a promise is due in it."""
    files = {
        UPDATE: '## Future actions\n\n- Open the new hub. {#hub due="Q3 2019/20"}\n',
        "editions/2020-03/edition.md": "---\npublished: 2020-03-31\ntitle: October to December 2019\n---\nMarch.\n",
    }
    result = built(tmp_path, files)
    assert result.sites, result.findings
    assert not [it for it in result.findings if it.code == "leak"]
