"""Page templates in Jinja2: ours, and a house's own in the `templates` folder of its desk.

Both escape what they are given. A house's template comes with a desk, which may come from someone
else, so it runs in Jinja's sandbox: it reaches the values it is given and nothing of Python behind
them. It may build upon ours: ``{% extends "engesp/page.html" %}``. Refuses values; the pages bring
them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from translator.errors import InputError, NotFoundError
from translator.publish import markup
from translator.publish.house import TEMPLATES, House

FOLDER = Path(__file__).parent / "templates"
PAGE = "page.html"
OURS = "engesp"
"""The name under which a house's template finds ours."""


def _settled(environment: Environment) -> Environment:
    environment.filters.update(
        html=markup.fragment, link_address=markup.link, image_address=markup.image
    )
    return environment


_OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}


@lru_cache(maxsize=1)
def ours() -> Environment:
    """The environment of our own templates."""
    return _settled(Environment(loader=FileSystemLoader(FOLDER), **_OPTIONS))


def render(house: House, values: Mapping[str, Any]) -> str:
    """The page in the house's own template.

    Raises NotFoundError where the desk has none, and InputError, with file and line, where it is
    broken or reaches for what it must not.
    """
    folder = (house.desk or Path()) / TEMPLATES
    if not (folder / PAGE).is_file():
        raise NotFoundError("no-template", path=str(folder / PAGE))
    loader = ChoiceLoader(
        [FileSystemLoader(folder), PrefixLoader({OURS: FileSystemLoader(FOLDER)})]
    )
    environment = _settled(ImmutableSandboxedEnvironment(loader=loader, **_OPTIONS))
    try:
        return environment.get_template(PAGE).render(values)
    except TemplateSyntaxError as error:
        place = error.filename or str(folder / (error.name or PAGE))
        raise InputError(
            "template-broken", path=place, line=error.lineno, detail=error.message or ""
        ) from error
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        raise InputError(
            "template-broken", path=str(folder / PAGE), line=_line(error), detail=str(error)
        ) from error


def _line(error: BaseException) -> int:
    """The line of the template in which an error came up; Jinja names its frames by the file."""
    found, frame = 0, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename.endswith(".html"):
            found = frame.tb_lineno
        frame = frame.tb_next
    return found
