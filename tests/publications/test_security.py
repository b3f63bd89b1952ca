"""The file that says whom to tell of a weakness, as RFC 9116 wants it."""

import re
from datetime import datetime
from pathlib import Path

from generator.output.put import put_in_place
from tests.building import built, codes, files_of
from tests.examples import SMALLEST

FILE = ".well-known/security.txt"
PROGRAMME = (SMALLEST / "programme.yml").read_text(encoding="utf-8")
TOLD = """security:
  contact: [security@merebrook.example, "https://www.merebrook.example/report?a=1&b=2"]
  expires: 2020-07-31
  policy: https://www.merebrook.example/policy
"""
SITE = 'theme: plain, site: "https://www.merebrook.example/one-council/"}'
# What a field may be called, and what it may hold: section 2.5 and the grammar of section 4.
FIELDS = {
    "Contact": r"(?:mailto:|https://|tel:)[!-~]+",
    "Expires": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    "Preferred-Languages": r"[a-zA-Z-]+(?:, [a-zA-Z-]+)*",
    "Canonical": r"https://[!-~]+/\.well-known/security\.txt",
    "Policy": r"https://[!-~]+",
}


def site(folder: Path, told: str = TOLD) -> dict[str, dict[str, bytes]]:
    result = built(folder, {"programme.yml": PROGRAMME.replace("theme: plain}", SITE) + told})
    return {name: files_of(result, name) for name in result.sites}


def test_every_field_is_one_that_finders_read(tmp_path: Path) -> None:
    lines = site(tmp_path)["residents"][FILE].decode("ascii").splitlines()
    fields = [line.split(": ", 1) for line in lines if line and not line.startswith("#")]
    assert [name for name, _ in fields] == [
        *("Contact", "Contact", "Expires", "Preferred-Languages", "Canonical", "Policy")
    ]
    assert all(re.fullmatch(FIELDS[name], value) for name, value in fields)
    told = dict(fields)
    assert told["Contact"] == "https://www.merebrook.example/report?a=1&b=2"
    assert datetime.fromisoformat(told["Expires"]).isoformat() == "2020-07-31T23:59:59+00:00"
    assert told["Canonical"] == f"https://www.merebrook.example/{FILE}"


def test_only_the_public_is_told_and_only_where_it_is_configured(tmp_path: Path) -> None:
    assert FILE not in site(tmp_path / "told")["staff"]
    assert FILE not in site(tmp_path / "silent", "")["residents"]


def test_it_is_put_in_place_and_packed_like_every_other_file_and_goes_when_it_is_no_longer_wanted(
    tmp_path: Path,
) -> None:
    files = site(tmp_path / "told")["residents"]
    put_in_place(tmp_path / "output", {"residents": files})
    stands = tmp_path / "output" / "residents" / FILE
    assert stands.read_bytes() == files[FILE]
    put_in_place(tmp_path / "output", {"residents": site(tmp_path / "silent", "")["residents"]})
    assert not stands.parent.exists()


def test_what_has_expired_is_published_with_a_warning(tmp_path: Path) -> None:
    told = TOLD.replace("2020-07-31", "2019-12-31")
    result = built(tmp_path, {"programme.yml": f"{PROGRAMME}{told}"})
    assert "security-contact-expires" in codes(result)
    assert FILE in result.sites["residents"]
