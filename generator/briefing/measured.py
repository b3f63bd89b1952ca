"""What a measure says: its values, and what follows from them in sentences."""

from collections.abc import Callable, Iterator

from generator.briefing import anchors
from generator.briefing.charts import gaps, is_line, scale_for, short_amount
from generator.briefing.describe import Describer
from generator.briefing.views import MeasureView, ReadingView
from generator.briefing.wording import Wording
from generator.domain import address
from generator.domain.measure import Better, Measure, Reading

_Translate = Callable[[str], str]


def measure_view(describe: Describer, measure: Measure) -> MeasureView:
    return MeasureView(
        id=measure.id,
        address=address.of_measure(measure.id),
        anchor=anchors.of_measure(measure.id),
        title=measure.title,
        says=what_it_says(measure, describe.wording, describe.translate),
        workstream=describe.link_to_workstream(measure.workstream.id) if measure.workstream else None,
        baseline=_reading_view(measure.baseline, measure, describe.wording),
        latest=_reading_view(measure.latest, measure, describe.wording),
        target=_reading_view(measure.target, measure, describe.wording),
        readings=tuple(_reading_view(it, measure, describe.wording) for it in measure.readings),
        lower_is_better=measure.better is Better.LOWER,
        share=measure.share_of_way,
        way=how_far(measure, describe.translate),
    )


def _reading_view(reading: Reading, measure: Measure, wording: Wording) -> ReadingView:
    when = wording.due(reading.date)
    return ReadingView(when, _amount(reading, measure, wording), str(reading.value), reading.note)


def what_it_says(measure: Measure, wording: Wording, translate: _Translate) -> str:
    """Where it began, where it is now, and how that is to the target."""
    return f"{_course(measure, wording, translate)} {_aim(measure, wording, translate)}"


def _course(measure: Measure, wording: Wording, translate: _Translate) -> str:
    start = _told(measure.baseline, measure, wording)
    if not measure.readings:
        return translate("It began at %(start)s (%(then)s), and nothing has been read since.") % start
    end = {"end": _amount(measure.latest, measure, wording), "now": wording.due(measure.latest.date).words}
    return translate("It began at %(start)s (%(then)s). The newest reading is %(end)s (%(now)s).") % (start | end)


def _told(reading: Reading, measure: Measure, wording: Wording) -> dict[str, str]:
    return {"start": _amount(reading, measure, wording), "then": wording.due(reading.date).words}


def _amount(reading: Reading, measure: Measure, wording: Wording) -> str:
    return wording.amount(reading.value, measure.unit_of(reading.value))


def _aim(measure: Measure, wording: Wording, translate: _Translate) -> str:
    target = {"target": _amount(measure.target, measure, wording), "by": wording.due(measure.target.date).words}
    difference = measure.latest.value - measure.target.value
    if difference == 0:
        words = translate("That is the target (%(target)s, %(by)s).")
    elif (difference < 0) is (measure.better is Better.HIGHER):
        words = _way_to_go(measure, translate)
        target["left"] = wording.amount(abs(difference), measure.unit_of(abs(difference)))
    elif difference > 0:
        words = translate("That is above the target of %(target)s (%(by)s).")
    else:
        words = translate("That is below the target of %(target)s (%(by)s), as it should be.")
    return words % target


def _way_to_go(measure: Measure, translate: _Translate) -> str:
    """How much is left; of shares not, for one per cent less than two per cent is not one per cent of anything."""
    if measure.is_overrun and measure.unit == "%":
        return translate("The target was %(target)s (%(by)s). That time has passed, and it has not been reached.")
    if measure.is_overrun:
        return translate("The target was %(target)s (%(by)s). That time has passed with %(left)s still to go.")
    if measure.unit == "%":
        return translate("The target is %(target)s (%(by)s), which has not been reached.")
    return translate("The target is %(target)s (%(by)s): %(left)s still to go.")


def how_far(measure: Measure, translate: _Translate) -> str:
    """The share of the way that is gone; where there is none to give, what stands in its place."""
    if measure.asks_for_better and measure.is_worse_than_at_start:
        return translate("Further from the target than at the start.")
    if measure.asks_for_better:
        return translate("%(share)s per cent of the way from start to target.") % {"share": measure.share_of_way}
    if measure.is_reached:
        return translate("The target is met.")
    return translate("The target was met at the start, and is not met now.")


def how_to_read(measure: Measure, wording: Wording, translate: _Translate) -> Iterator[str]:
    """What a reader must know of a line, so as not to be misled by it; nothing of bars, which all begin at zero."""
    if not is_line(measure):
        return
    scale = scale_for(measure)
    if not scale.has_zero:
        first, last = (short_amount(it, measure.unit, wording) for it in (scale.lowest, scale.highest))
        yield translate("The scale goes from %(first)s to %(last)s, and leaves out 0.") % {"first": first, "last": last}
    for gap in gaps(measure):
        ends = {"before": wording.due(gap.before.date).words, "after": wording.due(gap.after.date).words}
        yield translate("Between %(before)s and %(after)s there is no reading, and the line is broken.") % ends
