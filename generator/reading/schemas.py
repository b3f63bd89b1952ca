"""The JSON Schemas of all files that writers fill in, made from the shapes that read them."""

from generator.reading.editions import EDITION, UPDATE_FRONT
from generator.reading.library import DOCUMENT, IMAGES, PAGE, TERM
from generator.reading.measures import MEASURE
from generator.reading.programme import PROGRAMME
from generator.reading.questions import QUESTION
from generator.reading.shape import Schema, Shape
from generator.reading.statement import STATEMENT
from generator.reading.update_yaml import UPDATE
from generator.reading.workstreams import WORKSTREAM

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _of(shape: Shape, title: str, is_list: bool = False) -> Schema:
    schema: Schema = {"$schema": _DIALECT, "title": title}
    return schema | ({"type": "array", "items": shape.schema()} if is_list else shape.schema())


SCHEMAS: dict[str, Schema] = {
    "programme": _of(PROGRAMME, "programme.yml"),
    "workstreams": _of(WORKSTREAM, "workstreams.yml", is_list=True),
    "measures": _of(MEASURE, "measures.yml", is_list=True),
    "glossary": _of(TERM, "glossary.yml", is_list=True),
    "documents": _of(DOCUMENT, "documents.yml", is_list=True),
    "questions": _of(QUESTION, "questions.yml", is_list=True),
    "accessibility": _of(STATEMENT, "pages/accessibility.yml"),
    "images": _of(IMAGES, "images.yml in a folder of images"),
    "update": _of(UPDATE, "an update written in YAML"),
    "edition-front": _of(EDITION, "the front matter of edition.md"),
    "update-front": _of(UPDATE_FRONT, "the front matter of an update in Markdown"),
    "page-front": _of(PAGE, "the front matter of a page"),
}
