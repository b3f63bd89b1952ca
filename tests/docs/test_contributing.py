"""What newcomers are told is there: commands, folders and files, forms."""

import re

import yaml

from tests.archives import ROOT

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
EXAMPLES = ("dist/", "content/", ".venv")  # made, or the reader's own


def test_each_target_that_is_named_can_be_made_and_is_listed() -> None:
    named = set(re.findall(r"`?make ([a-z-]+)", CONTRIBUTING)) - {"is"}
    assert len(named) > 6
    listed = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE)) | {"help"}
    assert named - listed == set()


def test_each_file_and_folder_that_is_named_is_there() -> None:
    named = re.findall(r"`([\w.-]+(?:/[\w.-]*)+)`", CONTRIBUTING) + re.findall(r"\]\(([^)]+)\)", CONTRIBUTING)
    assert len(named) > 30
    assert [it for it in named if not it.startswith(EXAMPLES) and not (ROOT / it).exists()] == []


def test_each_layer_stands_where_things_are_told() -> None:
    folders = {it.name for it in (ROOT / "generator").iterdir() if (it / "__init__.py").is_file()}
    told = set(re.findall(r"`generator/(\w+)/", CONTRIBUTING))
    assert folders - told == set()


def test_each_module_beside_them_stands_there_as_well() -> None:
    modules = {it.stem for it in (ROOT / "generator").glob("[a-z]*.py")}
    told = set(re.findall(r"`generator/(\w+)\.py`", CONTRIBUTING))
    assert modules - told == set()


def test_each_form_asks_for_something_in_words() -> None:
    forms = [yaml.safe_load(it.read_text("utf-8")) for it in FORMS if it.stem != "config"]
    assert len(forms) == 3
    for form in forms:
        assert form["name"]
        assert form["description"]
        asked = [it for it in form["body"] if it["type"] != "markdown"]
        assert any(it.get("validations", {}).get("required") for it in asked)
        assert len({it["id"] for it in asked}) == len(asked)
        assert all(it["attributes"]["label"] for it in asked)
