"""JSON Schemas: made from the shapes that read, and agreeing with the sample."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.reading.schemas import SCHEMAS
from tests.building import SAMPLE

FILES = {name: f"{name}.yml" for name in ("programme", "workstreams", "measures", "glossary", "documents")}
FILES["accessibility"] = "pages/accessibility.yml"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_sound_schema_and_every_field_says_what_it_is_for(name: str) -> None:
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    fields = schema.get("items", schema)["properties"]
    assert all(field["description"].endswith(".") for field in fields.values())


@pytest.mark.parametrize(("name", "file"), FILES.items())
def test_the_sample_fits_its_schemas(name: str, file: str) -> None:
    content = yaml.load((SAMPLE / file).read_text(encoding="utf-8"), yaml.SafeLoader)
    Draft202012Validator(SCHEMAS[name]).validate(json.loads(json.dumps(content, default=str)))


def test_an_update_in_yaml_fits_its_schema() -> None:
    files = list(SAMPLE.glob("editions/*/*.yml"))
    assert files
    for file in files:
        content = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  it makes nothing but words
        Draft202012Validator(SCHEMAS["update"]).validate(content)


def test_the_sample_s_editor_settings_name_schemas_that_are_there_and_up_to_date() -> None:
    settings = json.loads((SAMPLE / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    files = {(SAMPLE / path).name.removesuffix(".schema.json"): SAMPLE / path for path in settings["yaml.schemas"]}
    assert files.keys() == {name for name in SCHEMAS if not name.endswith("-front")}
    for name, file in files.items():
        assert json.loads(file.read_text(encoding="utf-8")) == SCHEMAS[name]


def test_an_editor_takes_the_words_for_yes_and_no_that_a_build_takes() -> None:
    validator = Draft202012Validator(SCHEMAS["programme"]["properties"]["director"]["properties"]["public"])
    assert [word for word in (True, "yes", "No", "perhaps", 1.5) if validator.is_valid(word)] == [True, "yes", "No"]


def test_schemas_are_printed_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "programme"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMAS["programme"]
    assert main(["schema", "--output", str(tmp_path / "schemas")]) == 0
    assert len(list((tmp_path / "schemas").iterdir())) == len(SCHEMAS)
    (tmp_path / "file").write_text("")
    assert main(["schema", "--output", str(tmp_path / "file")]) == 2
