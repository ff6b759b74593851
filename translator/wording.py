"""The sentences a person reads about errors, states and roles, in their language.

Errors and findings carry a code and values; this is the one place that turns them into words, for
both shells. A sentence says what, where, and what to do next. Refuses to print. A code that has no
sentence is a defect that a test finds.
"""

from __future__ import annotations

from translator import explaining, i18n, normalize
from translator.errors import TranslatorError
from translator.i18n import N_, _
from translator.model import Decision, MatchKind, NameKind, Origin, Role, State
from translator.reasons import DESK_ERRORS, DESK_TROUBLES, ERRORS, REASONS, TROUBLES

_SENTENCES = {
    # settings
    "unknown-setting": N_("There is no setting “{key}”{in_path}. {hint}"),
    "setting-range": N_("{key} takes a whole number from {low} to {high}, not “{value}”{in_path}."),
    "setting-text": N_("{key} takes a text in quotation marks, not {value}{in_path}."),
    "setting-choice": N_("{key} is one of {choices}; “{value}” is not{in_path}."),
    "setting-site": N_(
        "{key} is a pattern like https://example.org/{{lang}}/{{slug}}; “{value}” is not{in_path}."
    ),
    "settings-not-toml": N_("{path} is not valid TOML: {detail}. Mend it, or move it away."),
    # pages and files
    "no-such-file": N_("There is no file {path}. Check the path."),
    "no-pages": N_("The folder {path} holds no page (.html, .htm, .xhtml, .txt, .md, .markdown)."),
    "not-a-file": N_("{path} is a folder. Name a file in it."),
    "unreadable": N_("{path} cannot be read: {detail}."),
    "empty-file": N_("{path} is empty. Save it again."),
    "too-large": N_("{path} is over 20 MB: too large to read."),
    "too-long": N_(
        "{path} holds {characters} characters of text, more than an article has ({most}). Cut it"
        " into several files."
    ),
    "too-complex": N_(
        "{path} holds {elements} elements of markup, more than a page has. Save the article alone."
    ),
    "binary-file": N_("{path} is not text. Save the page as HTML or copy its text."),
    "no-article": N_(
        "No article was found in {path}: there is no paragraph to translate."
        " Save the page again when it is fully loaded."
    ),
    "not-english": N_(
        "{path} is not in English: its language is {language}. Add --force to take it in."
    ),
    "not-spanish": N_(
        "{path} is not in Spanish: its language is {language}. Add --force to take it in."
    ),
    "draft-page": N_(
        "{path} is a draft: nobody has confirmed all of it. Nothing was entered into the memory;"
        " add --draft to enter it all the same."
    ),
    "sides-swapped": N_(
        "{english} is in Spanish and {spanish} in English: name the English page first."
    ),
    "page-too-large": N_("{path} is over {megabytes} MB: too large for a page."),
    # addresses
    "not-an-address": N_("{address} leads to “{target}”, which is no address of a web page."),
    "no-such-host": N_("{address}: there is no host “{host}”. Check the address and the network."),
    "private-address": N_(
        "{address}: {host} is on this machine or its network. Add --allow-private to fetch it."
    ),
    "too-slow": N_(
        "{address} did not answer in full within {seconds} s. Try again, or save the page by hand."
    ),
    "not-secure": N_("{address}: no safe connection ({detail}). Save the page by hand."),
    "no-answer": N_("{address} does not answer: {detail}. Try again, or save the page by hand."),
    "bad-status": N_(
        "{address} answers with status {status} and no page. Check the address, or save the page"
        " by hand."
    ),
    "too-many-redirects": N_("{address} leads on more than {most} times. Save the page by hand."),
    "line-not-utf8": N_("Line {line} of the input is not UTF-8. Convert it first."),
    "file-not-utf8": N_("{path} is not UTF-8 text. Convert it first."),
    # the desk
    "no-such-article": N_("There is no article “{slug}” on this desk. {hint}"),
    "no-such-line": N_(
        "The article has no line {line}. “translator show SLUG --structure” lists them."
    ),
    "title-taken": N_("Line {line} is the headline already. Give that one another role first."),
    "one-correction": N_(
        "Give a LINE with one of --role, --drop, --keep, --join, --split, --text; or facts; or"
        " --undo."
    ),
    "level-without-heading": N_("--level goes with --role heading only."),
    "no-correction": N_(
        "The last change of {slug} was no correction. Take it back in the editor first."
    ),
    "not-a-date": N_("“{text}” is no date. Write it as 2026-03-31."),
    "no-next-line": N_("Line {line} is the last one: there is none to join it with."),
    "no-place-to-split": N_(
        "“{words}” stands {count} times in line {line} behind its start; give words that stand"
        " there once."
    ),
    "empty-part": N_("Line {line} cannot be cut there: one part would be empty."),
    "empty-line": N_("A line cannot be empty. Drop it with --drop."),
    "nothing-to-split": N_("Segment {segment} cannot be cut there: one part would be empty."),
    "nothing-to-merge": N_("Segment {segment} is the last one of its line."),
    "no-such-segment": N_("The article has no segment {segment}."),
    "nothing-to-confirm": N_("Segment {segment} has no translation to confirm. Write one first."),
    "no-pattern": N_("“{pattern}” is no pattern: {detail}."),
    "pattern-too-slow": N_("The pattern “{pattern}” takes too long. Make it simpler."),
    "no-such-group": N_("“{replacement}” names a group that “{pattern}” has not."),
    "replace-only-target": N_("Only translations are replaced. Search the Spanish."),
    "no-such-version": N_("Segment {segment} has no such version."),
    # keys
    "no-such-keys": N_("There is no file of keys {path}. Presets are: {presets}."),
    "no-such-action": N_("There is no action “{action}” to give a key to. {hint}"),
    "key-not-text": N_('The key of “{action}” is a text such as "ctrl+n".'),
    "key-not-sent": N_(
        "{action}: terminals do not send {key} as such. Choose another key, or give one besides."
    ),
    "keys-clash": N_("{path}: {key} would be both {one} and {other}. Give one of them another."),
    "nothing-to-mark": N_("Segment {segment} is open. Confirm it first."),
    "slug-taken": N_("The slug “{slug}” is taken. Choose another one with --slug."),
    "slugs-or-all": N_("Name the articles, or give --all; not both."),
    "slug-one-page": N_("--slug names one article; give one page with it."),
    "slug-malformed": N_(
        "A slug holds small letters, digits and hyphens; “{slug}” does not. Try “{nearest}”."
    ),
    "file-in-the-way": N_(
        "{path} exists and is not as we last wrote it. Move it away, or add --force to replace it."
    ),
    # engines and packages
    "no-package": N_(
        "No English-Spanish Argos package is installed."
        " Install one with “translator model install FILE”, or use --engine starter."
    ),
    "no-completion": N_(
        "{engine} cannot complete sentences; only Argos packages can. Use --engine argos, or"
        " --engine starter."
    ),
    "no-index": N_(
        "{address} does not answer ({detail}). Fetch translate-en_es-….argosmodel on another"
        " machine and run “translator model install FILE”."
    ),
    "index-insecure": N_("{address} is not HTTPS. Add --insecure to fetch it all the same."),
    "not-an-index": N_("{path} is no index of Argos packages."),
    "no-offer": N_("{path} lists no English-Spanish package."),
    "other-digest": N_(
        "{path} is not the file that was expected: its SHA-256 is {digest}. Nothing was installed."
    ),
    "too-large-package": N_("{path} is larger than any Argos package. Nothing was installed."),
    "no-apertium": N_(
        "Apertium's English-Spanish data is not installed. On Debian: apt install apertium-eng-spa."
    ),
    "engine-failed": N_("The engine {engine} failed: {detail}."),
    "engine-miscounted": N_(
        "The engine {engine} was given {given} sentences and returned {returned};"
        " none of them is used."
    ),
    "package-broken": N_(
        "The package in {path} is broken: {detail}. Remove it and install it again."
    ),
    "not-a-package": N_("{path} is not an Argos package: {detail}."),
    "package-wrong-languages": N_(
        "{path} translates {from_code} to {to_code}; only English to Spanish is of use here."
    ),
    "package-not-ours": N_("The package {name} was not installed by this program; it stays."),
    "no-such-package": N_("There is no package “{name}”. {hint}"),
    # the memory
    "bad-term": N_("This is no term: {reason}."),
    "no-terms": N_("{path} holds no term in English and Spanish."),
    "no-such-term": N_(
        "The desk has no term “{term}” of its own. To outdo a shipped one, add another for the"
        " same English."
    ),
    "name-without-form": N_("“{given}” is no decision: write NAME=SPANISH."),
    "no-such-name": N_("The article has no name “{name}”. {hint}"),
    "no-such-document": N_(
        "No unit of the memory is from “{document}”. “translator memory stats” lists where they"
        " are from."
    ),
    # templates
    "not-own": N_(
        "{path} does not say that it is from your site: it says “{address}”, and the setting"
        " site is “{site}”. Leave --own out."
    ),
    "own-needs-site": N_(
        "--own needs to know your site: translator config site 'https://example.org/{{lang}}/{{slug}}'"
    ),
    "no-markup": N_("{slug} was not read from an HTML page; export it with --template ours."),
    "markup-unclear": N_(
        "The markup of {path} is too broken to write into; export it with --template ours."
    ),
    "lines-not-found": N_(
        "In the markup of {path} these lines are not found: {lines}. Export with --template ours,"
        " or correct them: “translator fix”."
    ),
    "no-template": N_("There is no template {path}. Write one, or export with --template ours."),
    "template-broken": N_("{path}, line {line}: the template fails ({detail})."),
    "not-utf8": N_("“{text}” is not UTF-8, which names have to be. Rename it."),
    "no-terminal": N_("The editor needs a terminal; its input or output is none here."),
    "unexpected": N_("Something went wrong that should not: {detail}. Please report it."),
    **explaining.ERRORS,
    **ERRORS,
    **DESK_ERRORS,
}

_NAME_KINDS = {
    NameKind.PERSON: N_("person"),
    NameKind.PLACE: N_("place"),
    NameKind.ORGANISATION: N_("organisation"),
    NameKind.MEDIA: N_("media"),
    NameKind.OTHER: N_("other"),
}

_DECISIONS = {
    Decision.KEEP: N_("keep"),
    Decision.FORM: N_("Spanish form"),
    Decision.TRANSLATE: N_("translate"),
}

_MATCHES = {
    MatchKind.CONTEXT: N_("context"),
    MatchKind.EXACT: N_("exact"),
    MatchKind.SUBSTITUTED: N_("numbers or codes put in"),
    MatchKind.FUZZY: N_("fuzzy"),
}

_STATES = {
    State.INITIAL: N_("open"),
    State.TRANSLATED: N_("translated"),
    State.REVIEWED: N_("reviewed"),
    State.FINAL: N_("final"),
}

_ORIGINS = {
    Origin.NONE: N_("empty"),
    Origin.MACHINE: N_("machine"),
    Origin.MEMORY_EXACT: N_("memory"),
    Origin.MEMORY_FUZZY: N_("memory, fuzzy"),
    Origin.HUMAN: N_("person"),
}

_ACTIONS = {
    # The values of `desk.journal.Action`, which is above this module.
    "type": N_("typed"),
    "confirm": N_("confirmed"),
    "reject": N_("opened again"),
    "import": N_("imported"),
    "replace": N_("replaced"),
    "fill": N_("draft"),
    "mark": N_("marked"),
    "note": N_("note"),
    "repeat": N_("confirmed with its twin"),
    "restore": N_("brought back"),
    "undo": N_("taken back"),
    "redo": N_("done again"),
    "reshape": N_("cut or joined"),
    "describe": N_("described"),
}

_FAULTS = {
    # The values of `checks.fidelity.Fault`, which a start need not load.
    "empty": N_("nothing came back"),
    "english": N_("it was still English"),
    "loop": N_("it went round in circles"),
    "garbled": N_("it had broken characters"),
    "length": N_("it was far too long or too short"),
    "number": N_("a number was lost"),
    "protected": N_("an address or a protected word was changed"),
    "negation": N_("a “not” was lost"),
    "unbalanced": N_("a bracket or a quote was lost"),
}

_ROLES = {
    Role.TITLE: N_("title"),
    Role.DECK: N_("deck"),
    Role.BYLINE: N_("byline"),
    Role.DATE: N_("date"),
    Role.READING_TIME: N_("reading time"),
    Role.CAPTION: N_("caption"),
    Role.ALT: N_("alt text"),
    Role.HEADING: N_("heading"),
    Role.PARAGRAPH: N_("paragraph"),
    Role.LIST_ITEM: N_("list item"),
    Role.QUOTE: N_("quote"),
    Role.RELATED: N_("related"),
    Role.LISTING: N_("listing"),
    Role.FURNITURE: N_("furniture"),
}


def sentence(error: TranslatorError) -> str:
    """One line for a person: what is wrong, where, and what to do next.

    Values from outside are made visible, so that no page can move the cursor.
    """
    values = {name: normalize.visible(str(value)) for name, value in error.values.items()}
    values["hint"] = _hint(error)
    if "language" in values:
        values["language"] = i18n.language_name(values["language"])
    if error.code in ("tmx-bad-unit", "bad-row", "bad-term", "xliff-invalid"):
        values["reason"] = trouble(values["reason"], values["detail"])
    elif error.code == "not-a-po" and "reason" in values:
        values["detail"] += f", {trouble(values['reason'])}"
    path = values.get("path", "")
    values["in_path"] = _(" in {path}").format(path=path) if path else ""
    template = _SENTENCES.get(error.code)
    return _(template).format(**values) if template else f"{error.code}: {values}"


def _hint(error: TranslatorError) -> str:
    if nearest := normalize.visible(str(error.values.get("nearest", ""))):
        return _("Did you mean “{nearest}”?").format(nearest=nearest)
    if "keys" in error.values:
        return _("There are: {keys}.").format(keys=error.values["keys"])
    if error.code == "no-such-rule":
        return _("“translator check --rules” lists them.")
    if error.code == "no-such-article":
        return _("“translator list” shows what is there.")
    if error.code == "no-such-copy":
        return _("“translator backup --list” shows those there are.")
    if error.code == "no-such-name":
        return _("“translator names SLUG” shows those it has.")
    if error.code == "no-such-package":
        return _("“translator model list” shows what is there.")
    return ""


def reason(code: str) -> str:
    """Why an entry of a file was refused."""
    return _(REASONS[code])


def trouble(code: str, detail: str = "") -> str:
    """What is wrong with a unit of a TMX file, or a row of a table of terms."""
    return _(TROUBLES[code]).format(detail=normalize.visible(detail))


def match_name(kind: MatchKind) -> str:
    """The class of a match in the words of the interface."""
    return _(_MATCHES[kind])


def name_kind(kind: NameKind) -> str:
    """What bears a name, in the words of the interface."""
    return _(_NAME_KINDS[kind])


def decision(one: Decision) -> str:
    """What becomes of a name, in the words of the interface."""
    return _(_DECISIONS[one])


def state_name(state: State) -> str:
    """The state in the words of the interface."""
    return _(_STATES[state])


def origin_name(origin: Origin) -> str:
    """The origin in the words of the interface."""
    return _(_ORIGINS[origin])


def role_name(role: Role) -> str:
    """The role in the words of the interface."""
    return _(_ROLES[role])


def given_up(signature: str) -> str:
    """Why the machine's text for a segment was refused, from the segment's signature; empty where
    none was."""
    fault = signature.partition("given-up=")[2]
    return _("the machine gave up: {fault}").format(fault=_(_FAULTS[fault])) if fault else ""


def action_name(action: str) -> str:
    """What was done, in the words of the interface."""
    return _(_ACTIONS[action])


def faults() -> frozenset[str]:
    """The faults that have a name, for the test that compares them with those found."""
    return frozenset(_FAULTS)


def desk_trouble(code: str) -> str:
    """What is wrong with a desk, in the words of the interface."""
    return _(DESK_TROUBLES[code])


def codes() -> frozenset[str]:
    """The codes that have a sentence, for the test that compares them with those raised."""
    return frozenset(_SENTENCES)
