"""measures.yml: the numbers that the programme follows."""

from generator.domain.measure import Better, Measure, Reading
from generator.reading.desk import Desk
from generator.reading.kinds import DUE, IDENTIFIER, NUMBER, REFERENCE, TEXT, choice_of
from generator.reading.settings import FOR, audiences_or_default
from generator.reading.shape import Field, Shape, Values, kind_of, list_of
from generator.reading.yaml import read_yaml

_DATE = Field("date", DUE, "When it was measured, as exactly as is known.", is_required=True)
_VALUE = Field("value", NUMBER, "The number alone.", is_required=True)
_NOTE = Field("note", TEXT, "What happened then.")
POINT = Shape("a value at one time", (_DATE, _VALUE))
READING = Shape("a reading", (_DATE, _VALUE, _NOTE))


def _reading(values: Values, _: Desk) -> Reading | None:
    when, value = values.get(_DATE), values.get(_VALUE)
    if when is None or value is None:
        return None
    return Reading(when, value, values.of(_NOTE, ""), values.span_of(_VALUE))


_ID = Field("id", IDENTIFIER, "The measure's short name, which actions refer to.", is_required=True)
_TITLE = Field("title", TEXT, "What is measured.", is_required=True)
_UNIT = Field("unit", TEXT, "What the number counts: services, days, % or GBP.")
_ONE = Field("one", TEXT, "The unit where the number is 1, such as service for services.")
_BETTER = Field("better", choice_of(Better), "Whether a higher or a lower number is better.")
_WORKSTREAM = Field("workstream", REFERENCE, "The workstream that answers for it.")
_BASELINE = Field("baseline", kind_of(POINT, _reading), "Where it began.", is_required=True)
_TARGET = Field("target", kind_of(POINT, _reading), "Where it is to be, and when.", is_required=True)
_READINGS = Field("readings", list_of(kind_of(READING, _reading)), "What has been measured since.")
MEASURE = Shape("a measure", (_ID, _TITLE, _UNIT, _ONE, _BETTER, _WORKSTREAM, FOR, _BASELINE, _TARGET, _READINGS))


def _measure(values: Values, desk: Desk) -> Measure | None:
    identity, baseline, target = values.get(_ID), values.get(_BASELINE), values.get(_TARGET)
    if identity is None or baseline is None or target is None:
        return None
    where = values.span_of(_ID)
    return Measure(
        id=identity,
        title=values.of(_TITLE, ""),
        audiences=audiences_or_default(values, "measures", where, desk, f"the measure `{identity}`"),
        baseline=baseline,
        target=target,
        unit=values.of(_UNIT, ""),
        one=values.of(_ONE, ""),
        better=values.of(_BETTER, Better.HIGHER),
        workstream=values.get(_WORKSTREAM),
        readings=tuple(sorted(values.of(_READINGS, ()), key=lambda reading: reading.date)),
        written_at=where,
    )


MEASURES = list_of(kind_of(MEASURE, _measure), "a list of measures")


def read_measures(desk: Desk) -> tuple[Measure, ...]:
    node = read_yaml(desk)
    return () if node is None else MEASURES.read(node, desk) or ()
