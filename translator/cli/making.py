"""`demo`, `run`, `export`: articles out as pages, and in every format of other programs."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

import click

from translator import config, delivery, engines, intake, pretranslate, wording
from translator import desk as desks
from translator.cli import talk
from translator.cli.engine import Asked, choose, engine_options
from translator.cli.options import (
    allow_private_option,
    as_json,
    format_option,
    out_option,
    own_option,
    template_option,
    with_template,
)
from translator.cli.reading import say_if_changed
from translator.cli.root import Context
from translator.desk import Desk, articles, beginning
from translator.errors import TranslatorError, UsageError
from translator.i18n import _

SAMPLE = Path(__file__).parent.parent / "sample" / "night-train.html"
DEMO_FOLDER = "engesp-demo"


def build_demo() -> click.Command:
    """The command `demo`."""
    return click.Command(
        "demo",
        callback=_demo,
        params=[out_option(DEMO_FOLDER)],
        help=_("Make the Eng/Esp page pair of a sample article, and a desk to try the editor on."),
    )


def _demo(out: Path) -> int:
    settings = config.load(out)
    engine = engines.guarded(choose(settings))
    desk = desks.open_desk(out, create=True)
    slug = intake.add(desk, str(SAMPLE), settings).slug
    _fill(desk, (slug,), engine, settings)
    done = delivery.export(
        desk, (slug,), formats=("html",), out=out, force=True, config=settings, draft=True
    )
    for path in done.written:
        talk.show(str(path))
    program = sys.argv[0] if Path(sys.argv[0]).name == "translator" else "translator"
    command = f"{program} --desk {out}"
    talk.say(_("The page pair is written, as a draft. Open it in a browser. Then:"))
    talk.say(_("  {command} edit {slug}    edits it").format(command=command, slug=slug))
    talk.say(
        _("  {command} export {slug} --draft --out {out}    writes it again").format(
            command=command, slug=slug, out=out
        )
    )
    talk.say(
        _("  {program} add PAGE    begins a desk of your own, in the current folder").format(
            program=program
        )
    )
    return 0


def _fill(
    desk: Desk, slugs: Sequence[str], engine: engines.Engine, settings: config.Config
) -> None:
    if slugs:
        talk.note_starter(engine.name)
    with talk.progress(_("Translating")) as show:
        for step in pretranslate.fill(desk, slugs, engine, settings):
            show(step.seen, step.total, step.slug)


def build_run() -> click.Command:
    """The command `run`."""
    return click.Command(
        "run",
        callback=_run,
        params=[
            click.Argument(["pages"], nargs=-1, required=True, metavar=_("PAGE…")),
            out_option("."),
            format_option(),
            template_option(),
            *engine_options(),
            click.Option(
                ["--force"],
                is_flag=True,
                help=_("Replace files that are in the way; take in a page that is not English."),
            ),
            own_option(),
            allow_private_option(),
        ],
        help=_(
            "Translate pages by machine and write the page pair, as drafts. Uses a temporary desk"
            " unless --desk is given."
        ),
    )


@click.pass_obj
def _run(
    context: Context,
    pages: tuple[str, ...],
    out: Path,
    formats: tuple[str, ...],
    template: config.Template | None,
    force: bool,
    own: bool,
    allow_private: bool,
    **asked: Unpack[Asked],
) -> int:
    settings = with_template(config.load(desks.find(context.desk)), template)
    chosen = engines.guarded(choose(settings, asked))
    sources = [source for given in pages for source in intake.expand(given)]
    with tempfile.TemporaryDirectory(prefix="translator-") as temporary:
        desk = beginning.begin(context.desk or Path(temporary))
        try:
            added, refused = _add_all(
                desk, sources, settings, force=force, allow_private=allow_private, own=own
            )
            if added:
                desk = beginning.keep(desk)
            for one in added:
                say_if_changed(one)
            slugs = list(dict.fromkeys(one.slug for one in added))
            _fill(desk, slugs, chosen, settings)
            done = delivery.export(
                desk, slugs, formats=formats, out=out, force=force, config=settings, draft=True
            )
        finally:
            desk.close()
    for path in done.written:
        talk.show(str(path))
    if done.written:
        _say_site(settings, formats)
        _say_cut(done)
    for error in refused:
        talk.say(wording.sentence(error))
    if refused and not added:
        return refused[0].exit_code
    return 1 if refused else 0


def _add_all(
    desk: Desk,
    sources: Sequence[str],
    settings: config.Config,
    *,
    force: bool,
    allow_private: bool,
    own: bool,
) -> tuple[list[intake.Added], list[TranslatorError]]:
    added: list[intake.Added] = []
    refused: list[TranslatorError] = []
    for source in sources:
        try:
            added.append(
                intake.add(
                    desk, source, settings, force=force, allow_private=allow_private, own=own
                )
            )
        except TranslatorError as error:
            refused.append(error)
    return added, refused


def build_export() -> click.Command:
    """The command `export`."""
    return click.Command(
        "export",
        callback=_export,
        params=[
            click.Argument(["slugs"], nargs=-1, metavar="[SLUG…]"),
            click.Option(
                ["--all", "every"],
                is_flag=True,
                help=_("Every article; PO, POT, XLIFF, TMX and TSV as one file of all."),
            ),
            format_option(),
            template_option(),
            out_option("."),
            click.Option(["--force"], is_flag=True, help=_("Replace files that are in the way.")),
            click.Option(
                ["--draft"],
                is_flag=True,
                help=_("Write the pages as drafts, with errors and open segments."),
            ),
            as_json(),
        ],
        help=_(
            "Write the page pair of articles with its receipt, or other formats. Pages with errors"
            " or open segments are refused unless --draft is given."
        ),
    )


@click.pass_obj
def _export(
    context: Context,
    slugs: tuple[str, ...],
    every: bool,
    formats: tuple[str, ...],
    template: config.Template | None,
    out: Path,
    force: bool,
    draft: bool,
    as_json: bool,
) -> int:
    if bool(slugs) == every:
        raise UsageError("slugs-or-all")
    folder = desks.find(context.desk)
    settings = with_template(config.load(folder), template)
    desk = desks.open_to_read(folder)
    done = delivery.export(
        desk,
        articles.slugs(desk) if every else slugs,
        formats=formats,
        out=out,
        force=force,
        config=settings,
        together=every,
        draft=draft,
        checked=True,
    )
    if as_json:
        talk.show_json({"written": [str(path) for path in done.written], "drafts": [*done.drafts]})
    else:
        for path in done.written:
            talk.show(str(path))
    _say_site(settings, formats)
    _say_cut(done)
    for slug in done.drafts if "html" in formats else ():
        talk.say(_("{slug}: the pages are marked as a draft.").format(slug=slug))
    return 0


def _say_cut(done: delivery.Delivery) -> None:
    """Say what a reader of the original would miss, but for scripts of strangers."""
    for slug, tools in done.banners.items():
        names = ", ".join(tool for tool in tools if tool != "?") or _("cookie dialog")
        text = _(
            "{slug}: a consent banner ({names}) was cut out; without scripts nobody could close it."
        )
        talk.say(text.format(slug=slug, names=names))
    for slug in done.only_say_own:
        text = _(
            "{slug} only says that it is from your site: its scripts were cut. If you answer for"
            " it: translator add --own FILE"
        )
        talk.say(text.format(slug=slug))


def _say_site(settings: config.Config, formats: Sequence[str]) -> None:
    if "html" in formats and not settings.site:
        talk.say(
            _(
                "The pages link to each other by file name. For published addresses:"
                " translator config site 'https://example.org/{lang}/{slug}'"
            )
        )
