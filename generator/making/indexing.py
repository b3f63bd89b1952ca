"""The search index of a site, made by Pagefind's own program from records, and the only module that knows it.

Its program is spoken to directly, by what its documentation calls the service: its Python interface waits a tenth of a
second for each record. It reads from us alone, writes to us alone, and asks no network.
"""

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from threading import Thread
from typing import IO, cast

from generator.briefing.search_views import SearchRecord
from generator.domain import address
from generator.making.index_order import ENTRY, in_one_order
from generator.making.searching import NotIndexed
from generator.publications.artifact import SearchIndex

_INDEX_ID = 0  # the first that a service is asked for
_ENDS = b","
_MOST_AT_ONCE = 1 << 20  # bytes
_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_WASM, _ANY_LANGUAGE = ".pagefind", "unknown"


def begin_index(index: SearchIndex) -> Callable[[], dict[str, bytes]]:
    """Has it made beside all other work: what gives its files by their paths on the site, when they are wanted.

    Raises NotIndexed, as what is given does.
    """
    from pagefind_bin import get_executable  # noqa: PLC0415  not on every machine, and only an index needs it

    try:
        program = subprocess.Popen(  # noqa: S603  no word from outside is in the command
            [get_executable(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise NotIndexed(
            f"Pagefind's program, which makes the search index, cannot be run: {error.strerror}"
        ) from error
    asked = [_message(number, payload) for number, payload in enumerate(_payloads(index))]
    said: list[bytes] = []
    talk = Thread(target=_talk, args=(program, asked, said), daemon=True)
    talk.start()

    def finish() -> dict[str, bytes]:
        talk.join()
        return {f"{address.SEARCH_FILES}{path}": data for path, data in _needed(in_one_order(_files(said))).items()}

    return finish


def _payloads(index: SearchIndex) -> Iterator[Mapping[str, object]]:
    yield {"type": "NewIndex", "config": {"force_language": index.language}}
    yield from (_record(record, index.language) for record in index.records)
    yield {"type": "GetFiles", "index_id": _INDEX_ID}


def _record(record: SearchRecord, language: str) -> Mapping[str, object]:
    return {
        "type": "AddRecord",
        "index_id": _INDEX_ID,
        "url": record.address,
        "content": record.words,
        "language": language,
        "meta": {name: value for name, value in record.told if value},
        "filters": {name: list(values) for name, values in record.filters if values},
    }


def _message(number: int, payload: Mapping[str, object]) -> bytes:
    return b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + _ENDS


def _talk(program: "subprocess.Popen[bytes]", asked: list[bytes], said: list[bytes]) -> None:
    """Asks all at once and hears every answer: the program ends with what it is told, so nothing is closed before."""
    tells, answers = cast("IO[bytes]", program.stdin), cast("IO[bytes]", program.stdout)  # it has pipes for both
    asking = Thread(target=_ask, args=(tells, asked), daemon=True)
    asking.start()
    heard = 0
    while heard < len(asked) and (part := os.read(answers.fileno(), _MOST_AT_ONCE)):
        heard += part.count(_ENDS)
        said.append(part)
    asking.join()
    with suppress(OSError):  # where it has ended by itself; what it said tells why
        tells.close()
    answers.close()
    program.wait()


def _ask(tells: IO[bytes], asked: list[bytes]) -> None:
    with suppress(OSError):  # as above
        tells.writelines(asked)
        tells.flush()


def _files(said: list[bytes]) -> dict[str, bytes]:
    *whole, _ = b"".join(said).split(_ENDS)  # what has no end is what it was ended in the middle of
    answers = [json.loads(b64decode(answer))["payload"] for answer in whole]
    for answer in answers:
        if answer["type"] == "Error":
            raise NotIndexed(f"Pagefind's program made no search index: {answer.get('message', '')}")
    if not answers or answers[-1]["type"] != "GetFiles":
        raise NotIndexed("Pagefind's program ended before it had made the search index")
    return {file["path"]: b64decode(file["content"]) for file in answers[-1]["files"]}


def _needed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Without the interfaces that it brings, as the page has its own, and without what serves another language."""
    languages = json.loads(files[ENTRY])["languages"].values()
    wasm = {f"wasm.{language['wasm'] or _ANY_LANGUAGE}{_WASM}" for language in languages}
    known = (".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment")
    return {
        path: data for path, data in files.items() if path.endswith(known) or path in (ENTRY, *_SCRIPTS) or path in wasm
    }
