"""The door to the engines: which package a name means, and what that costs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engines.packing import files, light, packed
from tests.pseudo import PseudoEngine
from translator import engines
from translator.engines import packages
from translator.errors import EngineError


def test_auto_is_the_starter_where_nothing_is_installed() -> None:
    assert engines.get("auto").name == "starter"


def test_argos_without_a_package_fails_before_anything_is_loaded() -> None:
    with pytest.raises(EngineError) as caught:
        engines.get("argos")
    assert caught.value.code == "no-package"


def test_an_installed_package_goes_before_the_starter(tmp_path: Path) -> None:
    packages.install(packed(tmp_path / "one.argosmodel", files()))
    assert engines.get("auto").name == engines.get("argos").name == "argos"
    assert engines.get("starter").name == "starter"
    assert engines.get("auto").translate(["Good day."]) == engines.get("starter").translate(
        ["Good day."]
    )


def test_a_signature_names_what_made_the_translation(tmp_path: Path) -> None:
    info = packages.install(packed(tmp_path / "one.argosmodel", files()))
    signature = engines.get("argos", beam=2, compute_type="int8").signature()
    assert signature == f"argos en-es 1.0 sha256:{info.digest[:12]} beam=2 int8"


def test_a_signature_is_the_same_before_and_after_loading() -> None:
    engine = engines.get("starter")
    before = engine.signature()
    engine.translate(["Good day."])
    assert engine.signature() == before


def test_getting_an_engine_reads_no_model(tmp_path: Path) -> None:
    packages.install(packed(tmp_path / "one.argosmodel", light()))
    engine = engines.get("argos")  # its weights are no weights
    with pytest.raises(EngineError) as caught:
        engine.translate(["Good day."])
    assert caught.value.code == "package-broken"


def fresh(program: str, **environment: str) -> str:
    """What a program prints in an interpreter of its own, warnings being errors."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ) | environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


TRANSLATE = (
    "from translator import engines; print(*engines.get('starter').translate(['Good day.']))"
)


def test_a_translation_loads_no_heavy_half_and_warns_of_nothing() -> None:
    loaded = fresh(f"{TRANSLATE}\nimport sys; print(*sys.modules, sep='\\n')").split("\n")
    assert "ctranslate2" in loaded
    assert set(loaded).isdisjoint({"argostranslate.translate", "torch", "stanza", "spacy"})


def test_the_door_itself_is_light() -> None:
    loaded = fresh("import translator.engines, sys; print(*sys.modules)").split()
    assert set(loaded).isdisjoint({"ctranslate2", "argostranslate", "sentencepiece", "numpy"})


@pytest.mark.parametrize("home", ["/dev/null/x", "/nonexistent"])
def test_a_home_that_cannot_be_written_is_no_error(home: str) -> None:
    places = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), f"{home}/xdg")
    out = fresh(TRANSLATE, HOME=home, TRANSLATOR_DATA_DIR=f"{home}/data", **places)
    assert out.strip()
    assert not Path(home).exists()


def test_a_translation_leaves_nothing_in_the_home(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    program = (
        "import os\n"
        "for name in list(os.environ):\n"
        "    if name.startswith(('XDG_', 'TRANSLATOR_')): del os.environ[name]\n" + TRANSLATE
    )
    fresh(program, HOME=str(home), TMPDIR=str(temporary))
    assert not list(home.rglob("*"))
    assert not list(temporary.rglob("*"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("ARGOS_MODEL_PROVIDER", "NOBODY"), ("ARGOS_INTER_THREADS", "many"), ("SNAP", "/snap/x")],
)
def test_settings_of_the_library_do_not_reach_us(name: str, value: str) -> None:
    assert fresh(TRANSLATE, **{name: value}) == fresh(TRANSLATE)


def test_importing_the_library_gives_the_environment_back() -> None:
    program = (
        "import os; os.environ['ARGOS_DEBUG'] = '0'; before = dict(os.environ)\n"
        "from translator.engines.library import package_module; package_module()\n"
        "assert dict(os.environ) == before, set(os.environ.items()) ^ set(before.items())"
    )
    fresh(program)


def test_the_pseudo_engine_keeps_to_the_protocol() -> None:
    engine: engines.Engine = PseudoEngine()
    assert engine.translate(["Good day.", ""]) == ["‹Good› ‹day.›", ""]
    assert engine.signature() == PseudoEngine().signature()
