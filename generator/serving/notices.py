"""Which notice stands above the pages, of what was read, what was judged, and what a whole build has found."""

from dataclasses import replace

from generator.serving.work import Notice
from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class Notices:
    """What has been found so far. What was `judged` last is up to date until something is read again. `tried` is what
    the last whole build found, None for nothing more; `judged_then` is what was judged when it ended.
    """

    judged: Notice | None = None
    is_up_to_date: bool = False
    tried: Notice | None = None
    judged_then: Notice | None = None

    def after_reading(self) -> "Notices":
        return replace(self, is_up_to_date=False)

    def after_judging(self, found: Notice | None) -> "Notices":
        return replace(self, judged=found, is_up_to_date=True)

    def after_building(self, found: Notice | None) -> "Notices":
        return replace(self, tried=found, judged_then=self.judged)

    def standing(self, of_content: Notice | None) -> Notice | None:
        """The one to be shown, where this is known of the content now.

        An error in it comes first; then an error that a whole build has found, until another has shown that it is
        mended. A warning of a whole build stands while the content itself is judged as it was when that build ended.
        """
        own = self._own(of_content)
        if own and own.is_wrong:
            return own
        still_holds = self.tried is not None and (self.tried.is_wrong or own == self.judged_then)
        return self.tried if still_holds else own

    def _own(self, of_content: Notice | None) -> Notice | None:
        """Without what whole builds say. Of what was read and is not judged yet, only an error is known: until it is
        judged, the warning stands that was there before.
        """
        if self.is_up_to_date or (of_content and of_content.is_wrong):
            return of_content
        return self.judged if self.judged and not self.judged.is_wrong else of_content
