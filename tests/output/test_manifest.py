"""What earlier builds made, as it is written down and read."""

from pathlib import Path

from generator.output.manifest import Manifest, manifest_bytes, read_manifest
from generator.output.names import MANIFEST
from generator.output.plan import made_of

STAFF = made_of({"index.html": b"home", "märz.html": b"march"})


def test_a_manifest_that_was_written_is_read_as_it_was(tmp_path: Path) -> None:
    manifest = Manifest({"staff": STAFF, "residents": made_of({"a": b""})})
    (tmp_path / MANIFEST).parent.mkdir()
    (tmp_path / MANIFEST).write_bytes(manifest_bytes(manifest))
    assert read_manifest(tmp_path) == manifest


def test_a_folder_without_a_manifest_has_an_empty_one(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "nowhere") == Manifest()


def test_sites_that_are_given_take_the_place_of_their_own_and_of_no_other() -> None:
    manifest = Manifest({"staff": STAFF, "residents": STAFF})
    assert manifest.with_sites({"staff": {}}) == Manifest({"residents": STAFF})
    assert manifest.with_sites({"staff": made_of({"a": b""})}).made("residents") == STAFF
