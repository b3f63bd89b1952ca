"""All files that writers fill in, each with the shape that reads it; and their JSON Schemas, made from those."""

from generator.reading.editions import EDITION, UPDATE_FRONT
from generator.reading.library import DOCUMENT, IMAGES, PAGE, TERM
from generator.reading.measures import MEASURE
from generator.reading.programme import PROGRAMME
from generator.reading.questions import QUESTION
from generator.reading.shape import Schema, Shape
from generator.reading.statement import STATEMENT
from generator.reading.update_yaml import UPDATE
from generator.reading.workstreams import WORKSTREAM
from generator.values import dataclass

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file, or the front matter of one; `is_list` says that it holds one thing of this shape after another."""

    title: str
    shape: Shape
    is_list: bool = False

    def schema(self) -> Schema:
        schema: Schema = {"$schema": _DIALECT, "title": self.title}
        one = self.shape.schema()
        return schema | ({"type": "array", "items": one} if self.is_list else one)


WRITTEN = {
    "programme": WrittenFile("programme.yml", PROGRAMME),
    "workstreams": WrittenFile("workstreams.yml", WORKSTREAM, is_list=True),
    "measures": WrittenFile("measures.yml", MEASURE, is_list=True),
    "glossary": WrittenFile("glossary.yml", TERM, is_list=True),
    "documents": WrittenFile("documents.yml", DOCUMENT, is_list=True),
    "questions": WrittenFile("questions.yml", QUESTION, is_list=True),
    "accessibility": WrittenFile("pages/accessibility.yml", STATEMENT),
    "images": WrittenFile("images.yml in a folder of images", IMAGES),
    "update": WrittenFile("an update written in YAML", UPDATE),
    "edition-front": WrittenFile("the front matter of edition.md", EDITION),
    "update-front": WrittenFile("the front matter of an update in Markdown", UPDATE_FRONT),
    "page-front": WrittenFile("the front matter of a page", PAGE),
}
SCHEMAS = {name: written.schema() for name, written in WRITTEN.items()}
