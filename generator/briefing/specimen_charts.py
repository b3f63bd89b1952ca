"""Charts of an invented measure, drawn as any other, because what stands in a chart must fit together."""

from collections.abc import Mapping
from dataclasses import fields, replace
from decimal import Decimal

from generator.briefing.chart_views import BarChart, LineChart
from generator.briefing.charts import bar_chart, line_chart
from generator.briefing.wording import Wording
from generator.domain.due import month_of
from generator.domain.measure import Measure, Reading

_READ = ((2025, 3, 14), (2025, 9, 31), (2025, 10, 33), (2025, 11, 45), (2025, 12, 44), (2026, 3, 62))
_START, *_READINGS = (Reading(month_of(year, month), Decimal(value)) for year, month, value in _READ)
_TARGET = Reading(month_of(2027, 12), Decimal(80))
_MEASURE = Measure("online", "Services you can use online", frozenset(), _START, _TARGET, "services")
_ENGLISH = Wording("en-GB")


def _values_of(view: LineChart | BarChart) -> Mapping[str, object]:
    return {field.name: getattr(view, field.name) for field in fields(view)}


CHARTS: Mapping[type, Mapping[str, object]] = {
    LineChart: _values_of(line_chart(replace(_MEASURE, readings=tuple(_READINGS)), _ENGLISH, str)),
    BarChart: _values_of(bar_chart(replace(_MEASURE, readings=tuple(_READINGS[:2])), _ENGLISH)),
}
