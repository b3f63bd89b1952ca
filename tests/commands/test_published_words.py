"""What a publication has changed, in words."""

from generator.commands.published_words import told
from generator.output.publication import SiteChanges

NGINX, APACHE = "nginx-headers.conf", "apache-headers.conf"
AGAIN = "nginx and Apache have to be told to read their files again, as {} changed"


def test_a_server_that_reads_its_file_only_when_told_is_named_when_the_file_changes() -> None:
    changed = SiteChanges((), (APACHE, NGINX), ())
    assert list(told(changed, {}, "")) == ["other files: 2 changed", AGAIN.format(f"{APACHE} and {NGINX} have")]
    changed = SiteChanges((), (NGINX, "robots.txt"), ())
    assert list(told(changed, {}, "")) == ["other files: 2 changed", AGAIN.format(f"{NGINX} has")]


def test_a_server_that_reads_it_for_the_first_time_has_nothing_to_read_again() -> None:
    assert list(told(SiteChanges((NGINX,), ("robots.txt",), ()), {}, "")) == ["other files: 1 added, 1 changed"]
