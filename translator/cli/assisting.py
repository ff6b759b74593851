"""`assist`: the rest of a sentence while a person types, for an editor that asks line by line.

One JSON object a line in, one a line out: ``{"id", "source", "prefix", "draft"}`` and ``{"id",
"rest"}``. A request that waits while another is at work is dropped as soon as a newer one comes:
nobody wants the end of what was typed before. In a process of its own because decoding beside the
screen would hold up typing. Refuses to say anything where the engine cannot: `rest` is empty then.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from queue import SimpleQueue
from typing import Any, TextIO, Unpack

import click

from translator import config, normalize
from translator import desk as desks
from translator.cli.engine import Asked, choose, engine_options
from translator.cli.root import Context
from translator.errors import UsageError
from translator.i18n import _

Request = dict[str, Any]


def build_assist() -> click.Command:
    """The command `assist`."""
    return click.Command(
        "assist",
        callback=_assist,
        params=[*engine_options()],
        help=_(
            "Complete sentences for an editor: a JSON object a line in, one a line out. What is"
            " asked while another answer is made is dropped for the newest."
        ),
    )


@click.pass_obj
def _assist(context: Context, **asked: Unpack[Asked]) -> None:
    from translator.engines import assist
    from translator.engines.argos import ArgosEngine

    engine = choose(config.load(desks.find(context.desk)), asked)
    if not isinstance(engine, ArgosEngine):
        raise UsageError("no-completion", engine=engine.name)

    def complete(request: Request) -> str:
        return assist.complete(engine, request["source"], request["prefix"], draft=request["draft"])

    engine.model()
    for request in newest(requests(sys.stdin)):
        answer = {"id": request["id"], "rest": complete(request)}
        click.echo(json.dumps(answer, ensure_ascii=False))


def requests(stream: TextIO) -> Iterator[Request]:
    """The requests of a stream; a line that is none is passed over."""
    for line in stream:
        try:
            given = json.loads(line)
            source, draft = (normalize.line(given.get(key, "")) for key in ("source", "draft"))
            prefix = normalize.nfc(given.get("prefix", ""))
            yield {"id": given["id"], "source": source, "prefix": prefix, "draft": draft}
        except (ValueError, TypeError, KeyError, AttributeError):
            continue


def newest(stream: Iterator[Request]) -> Iterator[Request]:
    """The requests of a stream; of those that came while one was at work only the newest."""
    waiting: SimpleQueue[Request | None] = SimpleQueue()

    def read() -> None:
        for request in stream:
            waiting.put(request)
        waiting.put(None)

    threading.Thread(target=read, daemon=True).start()
    while (request := waiting.get()) is not None:
        while not waiting.empty():
            newer = waiting.get()
            if newer is None:
                yield request
                return
            request = newer
        yield request
