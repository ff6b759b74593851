"""`assist`: the newest request is answered, and nothing that is no request stops it."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Iterator

import pytest

from tests.pseudo import PseudoEngine
from translator.cli import main
from translator.cli.assisting import Request, newest, requests


def test_what_is_asked_meanwhile_is_dropped_for_the_newest() -> None:
    rest = threading.Event()
    all_there = threading.Event()

    def stream() -> Iterator[Request]:
        yield {"id": 1}
        rest.wait(5)
        for number in (2, 3, 4):
            yield {"id": number}
        all_there.set()

    answered = []
    for request in newest(stream()):
        answered.append(request["id"])
        rest.set()
        all_there.wait(5)
    assert (answered[0], answered[-1]) == (1, 4)
    assert 2 not in answered


def test_lines_that_are_no_requests_are_passed_over() -> None:
    lines = ['{"id": 1, "source": "A\\u0301", "prefix": "n\\u0303 "}', "x", "[]", "{}", "null", "7"]
    lines += ['{"id": 2, "source": 3}']
    (one,) = requests(io.StringIO("\n".join(lines)))
    assert one == {"id": 1, "source": "Á", "prefix": "ñ ", "draft": ""}


def test_the_rest_of_a_sentence_comes_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    request = {"id": 7, "source": "The river fell on Monday.", "prefix": "El rí"}
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(request) + "\n"))
    assert main(["assist", "--engine", "starter"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["id"], answer["rest"][:2]) == (7, "o ")


def test_what_the_machine_suggests_is_tidy_and_what_is_typed_stays(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from translator.engines import assist
    from translator.engines.assist import Scored

    texts = ("Unas 12,000 personas.", "Unas 12 000 personas.", "Hay 12,000.")
    monkeypatch.setattr(
        assist, "hypotheses", lambda *_: [Scored(one, -place) for place, one in enumerate(texts)]
    )
    monkeypatch.setattr(assist, "complete", lambda *_, **__: " 12,000,” dijo.")
    source = "“Some 12,000 of the 12,000,” he said."
    asked = [
        {"id": 1, "kind": "hypotheses", "source": "Some 12,000 people.", "count": 3},
        {"id": 2, "source": source, "prefix": "«Unas 12,000 de"},
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, asked))))
    monkeypatch.setattr("translator.cli.assisting.newest", iter)
    assert main(["assist", "--engine", "starter"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert next(text for text, _ in first["hypotheses"]) == "Unas 12\u00a0000 personas."
    assert second["rest"] == " 12\u00a0000», dijo."


def test_an_engine_that_cannot_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("translator.engines.get", lambda *_, **__: PseudoEngine())
    assert main(["assist", "--engine", "apertium"]) == 2
    assert "starter" in capsys.readouterr().err
