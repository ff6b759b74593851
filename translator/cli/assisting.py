"""`assist`: the rest of a sentence while a person types, for an editor that asks line by line.

One JSON object a line in, one a line out: ``{"id", "source", "prefix", "draft"}`` and ``{"id",
"rest"}``. With ``"kind": "hypotheses"`` and a `count` other ways to say the whole sentence come
back, with ``"kind": "confidence"`` and `pairs` how sure the model is of each translation. A request
that waits while another is at work is dropped as soon as a newer one of its kind comes: nobody
wants the end of what was typed before. In a process of its own because decoding beside the
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

from translator import config, normalize, terminology
from translator import desk as desks
from translator.checks.quoting import as_in_english
from translator.cli import talk
from translator.cli.engine import Asked, choose, engine_options
from translator.cli.root import Context
from translator.errors import UsageError
from translator.i18n import _
from translator.pretranslate import tidying

Request = dict[str, Any]

_MOST = 9
"""Ways to say a sentence that one may ask for: a digit chooses one."""


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

    folder = desks.find(context.desk)
    settings = config.load(folder)
    engine = choose(settings, asked)
    if not isinstance(engine, ArgosEngine):
        raise UsageError("no-completion", engine=engine.name)
    desk, known = terminology.at(folder, settings)
    tidier = tidying.load(settings, desk, known)

    def answer(request: Request) -> dict[str, Any]:
        source = request.get("source", "")
        if request.get("kind") == "hypotheses":
            found = assist.hypotheses(engine, source, request["count"])
            texts: dict[str, float] = {}
            for one in found:
                texts.setdefault(tidier.tidy(source, one.text).text, one.score)
            return {"hypotheses": [list(one) for one in texts.items()]}
        if request.get("kind") == "confidence":
            pairs = [
                (english, as_in_english(english, target)) for english, target in request["pairs"]
            ]
            words = assist.confidence(engine, pairs)
            return {"confidence": [assist.mean_confidence(one) for one in words]}
        typed = request["prefix"]
        rest = assist.complete(engine, source, typed, draft=request["draft"])
        # What is typed stays as it is: only behind it marks and figures are set as the house's.
        return {"rest": tidier.tidy(source, typed + rest, start=len(typed)).text[len(typed) :]}

    engine.model()
    for request in newest(requests(sys.stdin)):
        talk.show_json({"id": request["id"], **answer(request)}, indent=None)


def requests(stream: TextIO) -> Iterator[Request]:
    """The requests of a stream; a line that is none is passed over."""
    for line in stream:
        try:
            given = json.loads(line)
            kind = given.get("kind", "complete")
            if kind != "complete":
                yield _OTHERS[kind](given)
                continue
            source, draft = (normalize.line(given.get(key, "")) for key in ("source", "draft"))
            prefix = normalize.nfc(given.get("prefix", ""))
            yield {"id": given["id"], "source": source, "prefix": prefix, "draft": draft}
        except (ValueError, TypeError, KeyError, AttributeError):
            continue


def _hypotheses(given: Request) -> Request:
    source, count = normalize.line(given["source"]), int(given.get("count", _MOST))
    return {
        "id": given["id"],
        "kind": "hypotheses",
        "source": source,
        "count": max(1, min(count, _MOST)),
    }


def _confidence(given: Request) -> Request:
    pairs = [(normalize.line(source), normalize.line(target)) for source, target in given["pairs"]]
    return {"id": given["id"], "kind": "confidence", "pairs": pairs}


_OTHERS = {"hypotheses": _hypotheses, "confidence": _confidence}


def newest(stream: Iterator[Request]) -> Iterator[Request]:
    """The requests of a stream; of those that came while one was at work only the newest of each
    kind, the rest of a sentence before others."""
    waiting: SimpleQueue[Request | None] = SimpleQueue()

    def read() -> None:
        for request in stream:
            waiting.put(request)
        waiting.put(None)

    threading.Thread(target=read, daemon=True).start()
    pending: dict[str, Request] = {}
    is_open = True
    while is_open or pending:
        while is_open and (not pending or not waiting.empty()):
            request = waiting.get()
            if request is None:
                is_open = False
            else:
                pending[request.get("kind", "complete")] = request
        if pending:
            yield pending.pop("complete" if "complete" in pending else next(iter(pending)))
