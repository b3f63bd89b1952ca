"""The views of the pages about measures."""

from generator.briefing.charts import bar_chart, is_line, line_chart
from generator.briefing.describe import Describer
from generator.briefing.measured import how_to_read, measure_view
from generator.briefing.open_data import link_to_data
from generator.briefing.page_views import MeasurePage, MeasuresPage
from generator.briefing.promises import promises
from generator.briefing.views import LinkTo
from generator.domain import address
from generator.domain.measure import Measure


def link_to_measures(describe: Describer) -> LinkTo | None:
    return _all(describe) if describe.content.measures else None


def _all(describe: Describer) -> LinkTo:
    return LinkTo(describe.translate("What we measure"), address.MEASURES)


def measures(describe: Describer) -> MeasuresPage:
    return MeasuresPage(
        address=address.MEASURES,
        title=_all(describe).title,
        trail=(describe.home,),
        measures=tuple(measure_view(describe, measure) for measure in describe.content.measures),
        data=link_to_data(describe),
    )


def measure(describe: Describer, of: Measure) -> MeasurePage:
    view, is_over_time = measure_view(describe, of), is_line(of)
    return MeasurePage(
        address=address.of_measure(of.id),
        title=of.title,
        description=view.says,
        trail=(describe.home, _all(describe)),
        measure=view,
        line=line_chart(of, describe.wording, describe.translate) if is_over_time else None,
        bars=None if is_over_time else bar_chart(of, describe.wording),
        notes=tuple(how_to_read(of, describe.wording, describe.translate)),
        promises=promises(describe, describe.open_by_measure.get(of.id, ())),
        data=link_to_data(describe),
    )
