"""Settings: where they come from, what they refuse, and that writing one keeps the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator import config
from translator.errors import InputError, UsageError


def test_the_desks_word_is_the_last(tmp_path: Path) -> None:
    config.save(config.user_file(), "author", "Ana")
    config.save(config.user_file(), "beam", "2")
    config.save(tmp_path / config.DESK_FILE, "author", "Luz")
    settings = config.load(tmp_path)
    assert (settings.author, settings.beam, settings.region) == ("Luz", 2, "es-ES")


def test_writing_keeps_comments_and_order(tmp_path: Path) -> None:
    path = tmp_path / config.DESK_FILE
    path.write_text("# mine\nregion = 'es-MX' # because\nbeam = 2\n", encoding="utf-8")
    config.save(path, "beam", "5")
    config.save(path, "quotes", "double")
    assert path.read_text(encoding="utf-8") == (
        "# mine\nregion = 'es-MX' # because\nbeam = 5\nquotes = \"double\"\n"
    )


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("beem", "4", "unknown-setting"),
        ("beam", "many", "setting-range"),
        ("beam", "0", "setting-range"),
        ("threads", "-1", "setting-range"),
        ("region", "es-XX", "setting-choice"),
        ("site", "https://example.org/{slug}", "setting-site"),
        ("site", "javascript:{lang}{slug}", "setting-site"),
        ("site", "https://example.org/{lang}/{slug}/{other}", "setting-site"),
    ],
)
def test_what_is_wrong_is_refused(tmp_path: Path, key: str, value: str, code: str) -> None:
    path = tmp_path / config.DESK_FILE
    with pytest.raises(UsageError) as caught:
        config.save(path, key, value)
    assert caught.value.code == code
    assert not path.exists()


def test_an_unknown_key_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / config.DESK_FILE).write_text("regoin = 'es-ES'\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        config.load(tmp_path)
    assert caught.value.values["nearest"] == "region"


@pytest.mark.parametrize("data", [b"beam = ", b"\xff\xfe\x00"])
def test_a_file_that_is_no_toml_is_refused_and_kept(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / config.DESK_FILE
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        config.load(tmp_path)
    assert caught.value.code == "settings-not-toml"
    with pytest.raises(InputError):
        config.save(path, "beam", "3")
    assert path.read_bytes() == data
