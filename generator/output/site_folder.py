"""One audience's site in a folder of its own, such as one on a share that a web server reads.

Our records stand in `.golden` beside the folder, never in it: whatever is in it may be served to anybody.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.keeping.stamps import is_left_by_system
from generator.output.by_hand import ByHand, done_by_hand
from generator.output.failures import refuse
from generator.output.look import PathState, files_inside, is_writable, state_of
from generator.output.manifest import Made, Manifest, read_manifest, site_around
from generator.output.names import JOURNAL, OUR_FOLDER, fault_of_site
from generator.output.plan import made_of, make_plan
from generator.output.publication import Publication, publication_at, record_publication
from generator.output.put import USUAL, PutManner, put_in_place
from generator.values import dataclass

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """The folder that is to hold a site at its root; the path is whole."""

    folder: Path

    def last(self) -> Publication | None:
        """What it holds of ours; None where it is new or empty. Raises OutputRefused where it is not for us to use."""
        beside, name = self.folder.parent, self.folder.name
        if not name or os.path.ismount(self.folder):
            refuse(f"`{self.folder}` is a whole drive or share: name a folder in it, as our records stand beside it")
        if fault := fault_of_site(name):
            refuse(f"`{self.folder}` cannot be a site's folder: its name {fault}")
        refuse_missing(beside)
        refuse_inside_a_site(self.folder)
        if state_of(beside / OUR_FOLDER) is PathState.NOTHING and not is_writable(beside):
            refuse(f"we may not write into `{beside}`, where our records stand beside the site: name another folder")
        last = publication_at(beside, name)
        if last is None:
            self._refuse_others(read_manifest(beside).made(name))
        return last

    def _refuse_others(self, made: Made) -> None:
        if made:
            refuse(f"`{self.folder}` was made by `golden build`, which may change it: name another folder")
        stands = state_of(self.folder)
        if stands is PathState.SOMETHING_ELSE:
            refuse(f"`{self.folder}` is a file or a link: name a folder, or a file that ends in .zip")
        if stands is PathState.A_FOLDER and not all(is_left_by_system(it.name) for it in files_inside(self.folder)):
            refuse(f"`{self.folder}` holds files that we did not put there: name a new or an empty folder")

    def by_hand(self, files: Files) -> ByHand:
        """What putting these files would undo. Nothing is known of it where a run was killed: the next one goes on."""
        beside, name = self.folder.parent, self.folder.name
        if state_of(beside / JOURNAL) is not PathState.NOTHING:
            return ByHand()
        return done_by_hand(self.folder, read_manifest(beside).made(name), files)

    def try_out(self, files: Files, is_atomic: bool) -> Made:
        """What we made there until now. Raises OutputRefused where the files could not go there; writes nothing."""
        beside, name = self.folder.parent, self.folder.name
        manifest = read_manifest(beside)
        make_plan(beside, {name: files}, manifest, {name: made_of(files)}, is_atomic)
        return manifest.made(name)

    def put(
        self,
        files: Files,
        publication: Publication,
        manner: PutManner = USUAL,
        *,
        first: Callable[[], None] = lambda: None,
    ) -> Made:
        """Puts the site in place, as put_in_place says; gives what we had made there before.

        For whom it is, is written down before anything else, so that a run that is killed leaves nothing that nobody
        knows; which editions it shows, when it does. `first` is called before anything of the site is changed.
        """
        beside, name = self.folder.parent, self.folder.name
        before: dict[str, str] = {}

        def claim(manifest: Manifest) -> None:
            last = publication_at(beside, name)  # again, as somebody may have been here since we looked
            refuse_another_audience(self.folder, last, publication.audience)
            before.update(manifest.made(name))
            first()
            record_publication(beside, name, Publication(publication.audience, last.editions if last else ()))

        put_in_place(
            beside,
            {name: files},
            manner,
            first=claim,
            then=lambda _: record_publication(beside, name, publication),
        )
        return before


def refuse_another_audience(place: Path, last: Publication | None, audience: str) -> None:
    if last and last.audience != audience:
        refuse(f"`{place}` holds the site for {last.audience}: name another place for {audience}")


def refuse_published(place: Path, last: Publication | None) -> None:
    """A build, which freezes nothing and keeps no record of what it shows, changes nothing that was published."""
    if last:
        words = f"holds the site for {last.audience}, which `golden publish` put there: name another folder"
        refuse(f"`{place}` {words}")


def refuse_inside_a_site(place: Path) -> None:
    """What stands in a site of ours would be served with it."""
    if folder := site_around(place.parent):
        refuse(f"`{place}` is inside `{folder}`, which is a site already: name a place outside of it")


def refuse_missing(folder: Path) -> None:
    """Refuses a place in a folder that is not there."""
    if not folder.is_dir():
        refuse(f"there is no folder `{folder}`: make it, or see whether the share is connected")
