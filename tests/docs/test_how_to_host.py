"""What the how-to pages about hosting, and about other sites, tell their readers to write does what they say."""

import json
import os
import re
import shlex
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from generator.cli import main
from generator.text.diagnostic import Diagnostic
from tests.building import built, codes
from tests.docs.blocks import yaml_in
from tests.examples import findings_in, smallest, write_files
from tests.outside.pretending import pretend_to_ask
from tests.told import run_as_told

FOLDER = Path(__file__).parents[2] / "docs" / "how-to"
SHARE, IIS, NGINX, APACHE, STORE = (
    FOLDER / f"host-{name}.md"
    for name in ("on-an-intranet-share", "with-iis", "with-nginx", "with-apache", "in-an-object-store")
)
OTHERS = FOLDER / "check-other-sites.md"


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [SHARE, IIS, NGINX, APACHE, STORE], ids=lambda page: page.stem)
def test_a_site_is_published_where_the_page_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1580515200")  # 1 February 2020
    write_files(smallest(), Path("content"))
    commands = [shlex.split(it) for it in re.findall(r"^ *golden (.+)$", text_of(page), re.MULTILINE)]
    (place,) = {it[it.index("--to") + 1] for it in commands}
    here = tmp_path / re.sub("^(?:[A-Z]:)?/+", "", place)
    here.parent.mkdir(parents=True, exist_ok=True)
    for command in commands:
        assert main([here.as_posix() if it == place else it for it in command] + ["--lenient"]) == 0
    there = {path.name for path in here.iterdir()}
    assert there >= {"index.html", "404.html", "web.config", "nginx-headers.conf", "apache-headers.conf", "_headers"}


def test_a_file_that_a_shared_host_reads_stays_in_the_site_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(smallest(), Path("content"))
    publish = ["publish", "--audience", "residents", "--to", "site", "--on", "2020-02-01", "--lenient"]
    assert main(publish) == 0
    for command in re.findall(r"^(?:cp|echo) .+$", text_of(APACHE), re.MULTILINE):
        subprocess.run(["sh", "-c", command.replace("/srv/one-council/residents", "site")], check=True)
    written = Path("site/.htaccess").read_text(encoding="utf-8")
    assert written.startswith(Path("site/apache-headers.conf").read_text(encoding="utf-8"))
    assert main(publish) == 0
    assert Path("site/.htaccess").read_text(encoding="utf-8") == written
    home = Path("content/programme.yml")
    home.write_text(home.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), encoding="utf-8")
    assert main([*publish, "--atomic"]) == 2
    assert ".htaccess" in capsys.readouterr().err


def test_the_settings_for_iis_are_sound(tmp_path: Path) -> None:
    (audiences,) = yaml_in(IIS)
    programme = smallest()["programme.yml"].decode()
    head, tail = programme.split("audiences:\n")[0], programme[programme.index("for:\n") :]
    result = built(tmp_path, {"programme.yml": f"{head}{audiences}{tail}"})
    assert codes(result) == []
    assert "https://one-council.merebrook.example/" in str(result.sites["staff"]["404.html"])


def test_what_the_page_about_other_sites_tells_is_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("generator.commands.judging.CACHE_OF_USER", tmp_path / "cache")
    letter = "---\npublished: 2020-01-31\n---\nJanuary was a month of [reports](https://www.example.org/report).\n"
    (accept,) = yaml_in(OTHERS)
    write_files(smallest() | {"editions/2020-01/edition.md": letter.encode()}, Path("content"))
    assert [found.code for found in found_outside()] == ["outside-link-unseen"]
    write_files({"programme.yml": smallest()["programme.yml"] + accept.encode()}, Path("content"))
    assert found_outside() == []
    write_files(smallest(), Path("content"))
    for command in re.findall(r"^golden (.+)$", text_of(OTHERS), re.MULTILINE):
        assert run_as_told(shlex.split(command)) == 0


def found_outside() -> list[Diagnostic]:
    findings, _ = findings_in(Path("content"), pretend_to_ask)
    return [found for found in findings if found.code.startswith("outside-")]


def test_the_function_for_a_cdn_names_the_index_of_a_folder() -> None:
    assert shutil.which("node"), "a CDN's function is JavaScript: make test installs what runs it"
    (function,) = re.findall(r"^```js\n(.*?)^```$", text_of(STORE), re.MULTILINE | re.DOTALL)
    asked = ["/", "/updates/", "/updates/index.html", "/calendar.ics"]
    answers = f"{json.dumps(asked)}.map(uri => handler({{request: {{uri}}}}).uri)"
    program = f"{function}\nconsole.log(JSON.stringify({answers}))"
    run = subprocess.run(["node", "-e", program], capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == ["/index.html", "/updates/index.html", "/updates/index.html", "/calendar.ics"]


@pytest.mark.long
def test_nginx_serves_a_site_as_the_page_says(tmp_path: Path) -> None:
    assert shutil.which("nginx"), "it asks nginx itself: make test-long installs it"
    files = built(tmp_path).sites["residents"]
    write_files({path: data for path, data in files.items() if isinstance(data, bytes)}, tmp_path / "site")
    base = f"http://127.0.0.1:{(port := free_port())}/one-council/"
    (server,) = re.findall(r"^ *```nginx\n(.*?)^ *```$", text_of(NGINX), re.MULTILINE | re.DOTALL)
    server = re.sub(r" *ssl_\w+ .*\n", "", server.replace("listen 443 ssl", f"listen 127.0.0.1:{port}"))
    server = server.replace("/srv/one-council/residents/", f"{tmp_path.as_posix()}/site/")
    around = f"daemon off;\nmaster_process off;\npid {tmp_path}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n"
    (tmp_path / "nginx.conf").write_text(f"{around}{server}}}\n", encoding="utf-8")
    assert_serves(["nginx", "-c", str(tmp_path / "nginx.conf"), "-e", str(tmp_path / "errors")], base)


MODULES = ("mpm_event", "authz_core", "alias", "dir", "mime", "headers", "deflate", "filter")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """One that a server under another name may read, which pytest's own folders are not."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.long
@pytest.mark.parametrize("is_shared", [False, True], ids=["in its own files", "by .htaccess"])
def test_apache_serves_a_site_as_the_page_says(is_shared: bool, open_folder: Path) -> None:
    assert shutil.which("apache2"), "it asks Apache itself: make test-long installs it"
    files = built(open_folder).sites["residents"]
    write_files({path: data for path, data in files.items() if isinstance(data, bytes)}, open_folder / "site")
    port = free_port()
    (site,) = re.findall(r"^ *```apache\n(.*?)^ *```$", text_of(APACHE), re.MULTILINE | re.DOTALL)
    site = re.sub(r" *(?:SSL|</?VirtualHost).*\n", "", site)
    if is_shared:
        site = re.sub(r" *(?:ErrorDocument|Include|Header) .*\n", "", site).replace(
            "Override None", "Override FileInfo"
        )
        for command in re.findall(r"^(?:cp|echo) .+$", text_of(APACHE), re.MULTILINE):
            there = command.replace("/srv/one-council/residents", "site")
            subprocess.run(["sh", "-c", there], check=True, cwd=open_folder)
    site = site.replace("/srv/one-council/residents", f"{open_folder.as_posix()}/site")
    loaded = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in MODULES)
    here = f"PidFile {open_folder}/pid\nErrorLog {open_folder}/errors\nDefaultRuntimeDir {open_folder}\n"
    whom = "User nobody\nGroup nogroup\n" if os.geteuid() == 0 else ""  # as root, Apache would not begin
    around = f"{here}{whom}Listen 127.0.0.1:{port}\nTypesConfig /dev/null\n"
    (open_folder / "apache.conf").write_text(f"{loaded}{around}{site}", encoding="utf-8")
    command = ["apache2", "-D", "FOREGROUND", "-f", str(open_folder / "apache.conf")]
    assert_serves(command, f"http://127.0.0.1:{port}/one-council/")


def assert_serves(command: list[str], base: str) -> None:
    """Asks the server that `command` starts for a page, a style and what is not there, and for the page once more."""
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    with subprocess.Popen(command) as running:
        try:
            told = {path: answer_of(f"{base}{path}") for path in ("", "assets/site.css", "nothing")}
            again = status_of_what_is_known(base)
        finally:
            running.terminate()
    assert {path: answer[:2] for path, answer in told.items()} == {
        "": (200, "text/html; charset=utf-8"),
        "assets/site.css": (200, "text/css; charset=utf-8"),
        "nothing": (404, "text/html; charset=utf-8"),
    }
    assert all(policy.startswith("default-src 'none'") for _, _, policy, _ in told.values())
    assert "Page not found" in told["nothing"][3]
    assert again == 304


def status_of_what_is_known(address: str) -> int:
    """Of a page that was fetched before, packed as browsers ask for it, and has not changed."""
    packed = {"Accept-Encoding": "gzip"}
    with urlopen(Request(address, headers=packed)) as answer:  # noqa: S310  it is ours
        assert answer.headers["Cache-Control"] == "no-cache"
        assert answer.headers["Content-Encoding"] == "gzip"
        known = {"If-Modified-Since": answer.headers["Last-Modified"], "If-None-Match": answer.headers["ETag"]}
    known = {name: value for name, value in known.items() if value}
    try:
        with urlopen(Request(address, headers=packed | known)) as answer:  # noqa: S310  it is ours
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def answer_of(address: str) -> tuple[int, str, str, str]:
    """The status, the kind, the policy and the words; asked for until the server is there."""
    for _ in range(100):
        try:
            answer = urlopen(address)  # noqa: S310  it is ours
        except HTTPError as error:
            answer = error
        except URLError:
            sleep(0.05)
            continue
        with answer:
            kind, policy = answer.headers["Content-Type"], answer.headers["Content-Security-Policy"]
            return answer.status, kind, policy, answer.read().decode()
    raise AssertionError(f"nobody answers at {address}")
