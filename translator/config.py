"""What the user and the desk chose, and where files live.

Settings are read from the user's `config.toml` and then the desk's `desk.toml`, whose word is the
last, into one frozen `Config`. Refuses to open anything at import, and to guess: an unknown key
or a value of the wrong kind is an error that names the nearest right one. Separate because the
readers, the engine and the pages are all told their settings, and look up none.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from translator import toml
from translator.errors import DeskError, InputError, UsageError

Region = Literal["es-ES", "es-419", "es-MX", "es-US"]
Quotes = Literal["angular", "double"]
DateOrder = Literal["dmy", "mdy", "ymd"]
EngineName = Literal["auto", "argos", "apertium", "starter"]
Theme = Literal["dark", "light", "contrast"]
ComputeType = Literal["default", "int8", "int16", "float32"]
Toggle = Literal["on", "off"]
Template = Literal["ours", "house", "source"]

DESK_FILE = "desk.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting, with its value where nobody chose one."""

    site: str = ""
    """The pattern of published addresses, ``https://example.org/{lang}/{slug}``."""
    region: Region = "es-ES"
    quotes: Quotes = "angular"
    """« » or “ ” as the first pair of quotation marks in Spanish."""
    date_order: DateOrder = "dmy"
    """How ``02/03/2025`` is read where the page does not say."""
    author: str = ""
    """Who translates: the name that goes into PO files and credits."""
    credits: Toggle = "on"
    """Whether Spanish pages name who translated, where `author` says it."""
    template: Template = "ours"
    """What pages are written into: our own page, the desk's `templates/page.html`, or the markup
    of the page that the article was read from."""
    engine: EngineName = "auto"
    beam: int = 4
    threads: int = 0
    """Processor cores for translation; 0 is all of them."""
    compute_type: ComputeType = "default"
    keep: str = ""
    """Words and names that a machine must leave as they are, parted by commas."""
    tidy: Toggle = "on"
    """Whether a machine's drafts get the fixes of the checks that need no look at the sense."""
    starter_terms: Toggle = "on"
    """Whether the terms and names that the program ships count."""
    index: str = ""
    """The address of the index of Argos packages; empty is that of the Argos project."""
    memory_floor: int = 75
    """The rate, in per cent, from which a match of the memory fills an empty segment."""
    memory_machine_penalty: int = 5
    """Points off the rate of a unit that came from a machine and that no person confirmed."""
    memory_age_penalty: int = 0
    """Points off the rate of a unit for each full year since it was last changed."""
    keys: str = ""
    """The keys of the editor: ``omegat``, ``poedit``, or a TOML file of one's own."""
    theme: Theme = "dark"
    """The colours of the screen."""
    ghost: Toggle = "on"
    """Whether the machine's continuation is shown in grey behind what is typed."""
    typography: Toggle = "on"
    """Whether a typed ``"`` becomes the quotation mark of `quotes`, and ``--`` a dash."""
    backup_minutes: int = 60
    """How often the desk is copied while the editor is open; 0 is never."""
    backup_room: int = 1000
    """Megabytes that the copies of the desk may take; the newest three always stay."""

    @property
    def kept(self) -> tuple[str, ...]:
        """The words of `keep`, one by one."""
        return tuple(word for one in self.keep.split(",") if (word := one.strip()))


_CHOICES: dict[str, tuple[str, ...]] = {
    "region": get_args(Region),
    "quotes": get_args(Quotes),
    "date_order": get_args(DateOrder),
    "engine": get_args(EngineName),
    "compute_type": get_args(ComputeType),
    "starter_terms": get_args(Toggle),
    "tidy": get_args(Toggle),
    "theme": get_args(Theme),
    "ghost": get_args(Toggle),
    "typography": get_args(Toggle),
    "credits": get_args(Toggle),
    "template": get_args(Template),
}
RANGES = {
    "beam": (1, 32),
    "threads": (0, 256),
    "memory_floor": (50, 100),
    "memory_machine_penalty": (0, 100),
    "memory_age_penalty": (0, 100),
    "backup_minutes": (0, 1440),
    "backup_room": (1, 1_000_000),
}


def names() -> tuple[str, ...]:
    """The names of all settings."""
    return tuple(field.name for field in fields(Config))


def user_file() -> Path:
    """The user's own settings. `TRANSLATOR_CONFIG_DIR` puts them elsewhere."""
    return _folder("TRANSLATOR_CONFIG_DIR", "user_config_path") / "config.toml"


def data_folder() -> Path:
    """Where installed Argos packages live. `TRANSLATOR_DATA_DIR` puts it elsewhere."""
    return _folder("TRANSLATOR_DATA_DIR", "user_data_path")


def _folder(variable: str, kind: str) -> Path:
    if given := os.environ.get(variable):
        return Path(given)
    import platformdirs  # 13 ms that `--help` need not pay

    path: Path = getattr(platformdirs, kind)("translator", appauthor=False)
    return path


def load(desk: Path | None = None) -> Config:
    """The settings in force: the defaults, the user's over them, the desk's over those.

    Raises InputError for a file that is no TOML or holds a wrong value, naming file and key.
    """
    config = _apply(Config(), user_file())
    return config if desk is None else _apply(config, desk / DESK_FILE)


def _apply(config: Config, path: Path) -> Config:
    try:
        values = toml.read(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return config
    except ValueError as error:
        raise InputError("settings-not-toml", path=str(path), detail=str(error)) from error
    except OSError as error:
        raise InputError("unreadable", path=str(path), detail=error.strerror or "") from error
    checked: dict[str, Any] = {
        known(key, path): check(key, value, path) for key, value in values.items()
    }
    return replace(config, **checked)


def known(key: str, path: Path | None = None) -> str:
    """The key itself where there is such a setting; else UsageError with the nearest one."""
    if key in names():
        return key
    import difflib

    nearest = difflib.get_close_matches(key, names(), n=1, cutoff=0.5)
    raise UsageError(
        "unknown-setting",
        key=key,
        nearest=nearest[0] if nearest else "",
        path=str(path or ""),
        keys=", ".join(names()),
    )


def check(key: str, value: object, path: Path | None = None) -> str | int:
    """The value as this setting takes it, or UsageError saying what it takes instead."""
    where = str(path or "")
    if key in RANGES:
        low, high = RANGES[key]
        if isinstance(value, str) and value.strip().lstrip("-").isdecimal():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise UsageError("setting-range", key=key, value=value, low=low, high=high, path=where)
        return value
    if not isinstance(value, str):
        raise UsageError("setting-text", key=key, value=value, path=where)
    if key in _CHOICES and value not in _CHOICES[key]:
        choices = ", ".join(_CHOICES[key])
        raise UsageError("setting-choice", key=key, value=value, choices=choices, path=where)
    if key == "site" and value and not _is_site(value):
        raise UsageError("setting-site", key=key, value=value, path=where)
    return value


def _is_site(value: str) -> bool:
    return (
        value.startswith(("https://", "http://"))
        and "{lang}" in value
        and "{slug}" in value
        and not any(character.isspace() or character in "<>\"'" for character in value)
        and "{" not in value.replace("{lang}", "").replace("{slug}", "")
    )


def save(path: Path, key: str, value: str) -> None:
    """Write one setting into a settings file and keep everything else in it as it is.

    Raises UsageError for an unknown key or a wrong value, DeskError where the disk refuses.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    checked = check(known(key), value)
    written = path.with_name(path.name + ".part")
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        document = tomlkit.parse(text)
        document[key] = checked
        path.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(tomlkit.dumps(document), encoding="utf-8")
        written.replace(path)
    except (TOMLKitError, UnicodeDecodeError, RecursionError) as error:
        raise InputError("settings-not-toml", path=str(path), detail=str(error)) from error
    except OSError as error:
        raise DeskError("cannot-write", path=str(path), detail=error.strerror or "") from error
    finally:
        with contextlib.suppress(OSError):
            written.unlink(missing_ok=True)


def read_one(config: Config, key: str) -> str | int:
    """The value of one setting. Raises UsageError for an unknown one."""
    value: str | int = getattr(config, known(key))
    return value
