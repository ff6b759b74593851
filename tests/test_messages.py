"""Messages of programs: what is no word is out of the rules' sight, what is lost is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator import checking
from translator.checking import messages
from translator.config import Config


@pytest.mark.parametrize(
    ("source", "target", "left"),
    [
        ("No option {name!r}.", "No hay opción {name!r}.", ("No option .", "No hay opción .")),
        ("%(n)d of %s", "%s de %(n)d", (" of ", " de ")),
        ("With --role heading: its level", "Con --role heading: su nivel",
         ("With : its level", "Con : su nivel")),
        ("Say: run show {a} > {b}", "Diga: run show {a} > {b}", ("Say: ", "Diga: ")),
        # What the translation lacks stays in sight, and so does English that was left.
        ("{a} and {b}", "{a} y", (" and {b}", " y")),
        ("Open file {a} now", "Abrir file {a} now", ("Open file  now", "Abrir file  now")),
        ("Open {a} in {b}", "Open {a} in {b}", ("Open  in ", "Open  in ")),
        ("It fell - it rose", "Cayó - subió", ("It fell - it rose", "Cayó - subió")),
    ],
)  # fmt: skip
def test_what_is_no_word_is_hidden(source: str, target: str, left: tuple[str, str]) -> None:
    hidden = messages.hidden(source, target)
    assert [len(one) for one in hidden] == [len(source), len(target)]
    assert tuple(one.replace("§", "") for one in hidden) == left


MESSAGES = [
    ("Option {name!r} takes no value.", "La opción {name!r} no admite valores.", set()),
    ("Export it with --template ours.", "Expórtelo con --template ours.", set()),
    ("Done again: {what}.", "Rehecho: {what}.", set()),
    ("{n} error", "{n} error", set()),
    ("Stop {name} now!", "Pare {name} ya!", {"exclamation-open"}),
    ("Export the heading of {slug}.", "Exporte el heading de {slug}.", {"english-word"}),
    ("Open {name} and close it again.", "Open {name} and close it again.", {"english"}),
    ("No file {path}.", "No hay archivo.", {"codes-missing"}),
]


@pytest.mark.parametrize(("source", "target", "wanted"), MESSAGES)
def test_the_rules_see_the_words(
    tmp_path: Path, source: str, target: str, wanted: set[str]
) -> None:
    path = tmp_path / "a.po"
    path.write_text(f'msgid "{source}"\nmsgstr "{target}"\n', encoding="utf-8")
    report = checking.of_file(checking.load(Config()), path)
    assert {one.rule for one in report.findings} & {*wanted, "english", "english-word"} == wanted
    assert wanted or not report.findings


def test_the_forms_of_a_plural_may_differ(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "{n} open"\nmsgid_plural "{n} open"\n'
        'msgstr[0] "{n} abierto"\nmsgstr[1] "{n} abiertos"\n\n'
        'msgctxt "door"\nmsgid "{n} open"\nmsgstr "{n} abierta"\n',
        encoding="utf-8",
    )
    report = checking.of_file(checking.load(Config()), path)
    assert [(one.segment, one.rule) for one in report.findings] == [(3, "same-source")]
