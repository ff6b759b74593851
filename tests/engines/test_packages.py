"""Finding, installing and removing packages, with archives that mean well and others."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from importlib import metadata as distributions
from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.engines.hostile import REFUSED
from tests.engines.packing import files, light, packed, unpacked
from translator import engines
from translator.engines import packages
from translator.errors import DeskError, InputError, NotFoundError, UsageError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "package.argosmodel"


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_the_starter_says_what_it_is() -> None:
    info = packages.starter()
    assert (info.name, info.version) == ("translate-en_es-0_1", "0.1")
    assert (info.from_code, info.to_code, info.origin) == ("en", "es", "starter")
    assert info.is_starter
    assert 4_000_000 < info.size_bytes < 6_000_000
    assert len(info.digest) == 64


def test_nothing_is_installed_at_first() -> None:
    assert packages.installed() == ()
    assert packages.best() is None


def test_a_package_is_installed_and_translates(file: Path) -> None:
    info = packages.install(packed(file, files()))
    assert info.folder == packages.our_folder() / "translate-en_es-1_0"
    assert not info.already
    assert packages.installed() == (info,)
    assert names_in(packages.our_folder()) == ["translate-en_es-1_0"]
    assert engines.get("argos").translate(["Good day."])[0]


def test_a_package_with_byte_pairs_and_folders_of_its_own_is_one_too(file: Path) -> None:
    members = light("en_es") | {"en_es/": b"", "en_es/stanza/en/tokenize/ewt.pt": b"x"}
    members["en_es/bpe.model"] = members.pop("en_es/sentencepiece.model")
    assert packages.install(packed(file, members)).name == "en_es"


def test_the_shared_starter_installs(file: Path) -> None:
    shared = SHARED / "models" / "translate-en_es-0_1.argosmodel"
    if not shared.is_file():
        pytest.skip("the shared model is not here")
    assert packages.install(shared).digest == packages.starter().digest


def test_the_same_package_twice_says_so_and_writes_nothing(file: Path) -> None:
    first = packages.install(packed(file, light()))
    before = (first.folder / "model/model.bin").stat().st_mtime_ns
    again = packages.install(file)
    assert again.already
    assert again.folder == first.folder
    assert (first.folder / "model/model.bin").stat().st_mtime_ns == before
    assert len(packages.installed()) == 1


def test_versions_stand_side_by_side_the_newest_first(file: Path) -> None:
    for version in ("1.9", "1.10", "1.2"):
        name = f"translate-en_es-{version.replace('.', '_')}"
        packages.install(packed(file, light(name, package_version=version)))
    assert [info.version for info in packages.installed()] == ["1.10", "1.9", "1.2"]
    best = packages.best()
    assert best is not None
    assert best.version == "1.10"


def test_another_version_of_the_same_folder_name_takes_no_ones_place(file: Path) -> None:
    packages.install(packed(file, light("en_es")))
    newer = packages.install(packed(file, light("en_es", package_version="1.5")))
    assert newer.name == "en_es-1.5"
    assert [info.version for info in packages.installed()] == ["1.5", "1.0"]
    assert packages.install(file).already


def test_other_weights_of_the_same_version_replace_what_is_there(file: Path) -> None:
    packages.install(packed(file, light()))
    members = light() | {"translate-en_es-1_0/model/model.bin": b"better weights"}
    info = packages.install(packed(file, members))
    assert not info.already
    assert (info.folder / "model/model.bin").read_bytes() == b"better weights"
    assert names_in(packages.our_folder()) == ["translate-en_es-1_0"]


@pytest.mark.parametrize("missing", ["metadata.json", "model/model.bin", "sentencepiece.model"])
def test_installing_again_mends_a_damaged_package(file: Path, missing: str) -> None:
    first = packages.install(packed(file, light()))
    (first.folder / missing).unlink()
    mended = packages.install(file)
    assert not mended.already
    assert (mended.folder / missing).is_file()


def test_what_a_killed_install_left_is_no_package_and_goes_at_the_next(file: Path) -> None:
    unpacked(packages.our_folder(), light(".part-abc"))
    assert packages.installed() == ()
    packages.install(packed(file, light("translate-en_es-1_1")))
    assert names_in(packages.our_folder()) == ["translate-en_es-1_1"]


def test_two_at_once_leave_one_whole_package(file: Path) -> None:
    packed(file, files())
    program = (
        "import sys; from pathlib import Path; from translator.engines import packages\n"
        "print(packages.install(Path(sys.argv[1])).already)"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(file)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    said = sorted(process.communicate()[0].strip() for process in running)
    assert [process.returncode for process in running] == [0] * 4
    assert said == ["False", "True", "True", "True"]
    assert names_in(packages.our_folder()) == ["translate-en_es-1_0"]
    assert engines.get("argos").translate(["Good day."])[0]


@pytest.mark.parametrize("how", REFUSED)
def test_what_is_no_package_is_refused_and_nothing_is_written(
    file: Path, how: str, tmp_path: Path
) -> None:
    REFUSED[how](file)
    before = sorted(path for path in tmp_path.rglob("*"))
    with pytest.raises(InputError) as caught:
        packages.install(file)
    assert caught.value.code == "not-a-package"
    assert caught.value.values["path"] == str(file)
    assert names_in(packages.our_folder()) == []
    assert sorted(path for path in tmp_path.rglob("*")) == before
    assert not (packages.our_folder().parent / "evil").exists()


def test_too_much_unpacked_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "UNPACKED", 10)
    with pytest.raises(InputError) as caught:
        packages.install(packed(file, light()))
    assert caught.value.code == "not-a-package"


@pytest.mark.parametrize(("source", "target"), [("es", "en"), ("en", "fr"), (None, "es")])
def test_other_languages_are_refused(file: Path, source: str | None, target: str) -> None:
    with pytest.raises(InputError) as caught:
        packages.install(packed(file, light(from_code=source, to_code=target)))
    assert caught.value.code == "package-wrong-languages"
    assert caught.value.values == {"path": str(file), "from_code": source, "to_code": target}


def test_a_file_that_is_not_there(file: Path) -> None:
    with pytest.raises(NotFoundError) as caught:
        packages.install(file)
    assert (caught.value.code, caught.value.values) == ("no-such-file", {"path": str(file)})


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        packages.install(tmp_path)
    assert caught.value.code == "unreadable"


@pytest.mark.parametrize("place", ["/dev/null/x", "/proc/nothing"])
def test_a_place_that_cannot_be_written(
    file: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSLATOR_DATA_DIR", place)
    with pytest.raises(DeskError) as caught:
        packages.install(packed(file, light()))
    assert caught.value.code == "cannot-write"
    assert caught.value.values["path"] == f"{place}/packages"
    assert caught.value.values["detail"]


def test_a_full_disk_leaves_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "extractall", full)
    with pytest.raises(DeskError) as caught:
        packages.install(packed(file, light()))
    assert caught.value.values["detail"] == "No space left on device"
    assert names_in(packages.our_folder()) == []


@pytest.fixture
def argos_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the plain library's with one package, 1.9, in it."""
    folder = tmp_path / "argos"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    return unpacked(folder, light("translate-en_es-1_9", package_version="1.9"))


def test_packages_of_the_plain_library_are_found(argos_folder: Path) -> None:
    (info,) = packages.installed()
    assert (info.name, info.origin) == ("translate-en_es-1_9", "argos")
    assert info.folder == argos_folder / "translate-en_es-1_9"


def test_the_librarys_own_place_is_found_without_a_variable() -> None:
    data = Path(os.environ["XDG_DATA_HOME"])
    unpacked(data / "argos-translate" / "packages", light())
    assert [info.origin for info in packages.installed()] == ["argos"]


def test_its_default_place_in_the_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME")
    home = Path(os.environ["HOME"])
    unpacked(home / ".local/share/argos-translate/packages", light())
    assert [info.origin for info in packages.installed()] == ["argos"]


def test_what_is_no_english_spanish_package_is_passed_over(argos_folder: Path) -> None:
    unpacked(argos_folder, light("translate-en_fr-1_9", to_code="fr"))
    unpacked(argos_folder, {"broken/metadata.json": b"{", "deep/metadata.json": b"[" * 100_000})
    unpacked(argos_folder, {"list/metadata.json": b"[]", "notes.txt": b"x", "empty/x": b""})
    assert [info.version for info in packages.installed()] == ["1.9"]


def test_a_version_that_is_none_is_the_oldest(argos_folder: Path) -> None:
    unpacked(argos_folder, light("odd", package_version="\x1b[2J\n9"))
    assert [info.version for info in packages.installed()] == ["1.9", "0"]


def test_a_package_is_removed(file: Path) -> None:
    packages.install(packed(file, light()))
    assert packages.remove("translate-en_es-1_0").version == "1.0"
    assert packages.installed() == ()
    assert names_in(packages.our_folder()) == []


def test_of_two_with_one_name_ours_is_removed(file: Path, argos_folder: Path) -> None:
    packages.install(packed(file, light("translate-en_es-1_9", package_version="1.8")))
    packages.remove("translate-en_es-1_9")
    assert [info.origin for info in packages.installed()] == ["argos"]


@pytest.mark.parametrize("name", ["translate-en_es-1_9", "translate-en_es-0_1", "starter"])
def test_what_is_not_ours_stays(argos_folder: Path, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        packages.remove(name)
    assert caught.value.code == "package-not-ours"
    assert (argos_folder / "translate-en_es-1_9/metadata.json").is_file()
    assert packages.starter().folder.is_dir()


def test_an_unknown_name_gets_the_nearest() -> None:
    for call in (packages.find, packages.remove):
        with pytest.raises(NotFoundError) as caught:
            call("translate-en_es")
        assert caught.value.code == "no-such-package"
        assert caught.value.values == {
            "name": "translate-en_es",
            "nearest": "translate-en_es-0_1",
        }


def test_a_name_like_no_other_has_no_nearest() -> None:
    with pytest.raises(NotFoundError) as caught:
        packages.find("zzz")
    assert caught.value.values["nearest"] == ""


def test_names_find_their_package(file: Path) -> None:
    info = packages.install(packed(file, light()))
    assert packages.find(info.name) == info
    assert packages.find("starter") == packages.starter()


def test_a_digest_is_taken_once_until_the_weights_change(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = packages.install(packed(file, light()))
    first = info.digest
    weights = info.folder / "model/model.bin"
    with monkeypatch.context() as patch:
        patch.setattr("hashlib.file_digest", lambda *_: pytest.fail("read again"))
        assert info.digest == first
    weights.write_bytes(b"other")
    os.utime(weights, ns=(1, 1))
    assert info.digest != first
    weights.unlink()
    assert info.digest == "none"


@pytest.mark.parametrize(
    ("there", "both"),
    [
        ({"argos-translate-lt"}, False),
        ({"argostranslate"}, False),
        ({"argostranslate", "argos-translate-lt"}, True),
    ],
)
def test_both_distributions_are_noticed(
    there: set[str], both: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version(name: str) -> str:
        if name not in there:
            raise distributions.PackageNotFoundError(name)
        return "1.0"

    monkeypatch.setattr(distributions, "version", version)
    assert packages.both_distributions_installed() is both
