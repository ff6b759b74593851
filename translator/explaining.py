"""The words of the checks: what was found, what a rule or a term says and why, and their errors.

A finding carries values and names its rule; the rule's English stands in its pack and is drawn into
the catalogues from there. Refuses to print. Separate from `wording` because a start needs none of
it but the errors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator import normalize
from translator.i18n import N_, _
from translator.model import Finding, Grade, TermKind

if TYPE_CHECKING:
    from translator.checks.check import Rule

ERRORS = {
    "bad-checks": N_("{path}: “{detail}” is nothing that a file of checks can say here."),
    "bad-pattern": N_("{path}: the pattern of {rule} is no regular expression: {detail}."),
    "no-such-rule": N_("There is no rule “{rule}”. {hint}"),
    "no-such-family": N_("There is no family “{family}”. There are: {families}."),
    "no-such-region": N_("There is no profile “{region}”. There are: {regions}."),
    "ignore-without-reason": N_("Say why {rule} may stand: --because REASON."),
    "not-ignored": N_("{rule} is not ignored in segment {segment}."),
    "not-a-finding": N_("“{given}” names no finding: write SEGMENT:RULE."),
    "slug-or-all": N_("Name articles or files, or give --all."),
    "one-article": N_("Name the one article that this is about."),
    "not-pairs": N_(
        "{path} is no file of sentences and translations: .po, .xlf and .tsv are checked."
    ),
    "not-a-pair": N_(
        "{path}, line {line}: {tabs} tabs; a line is the English, one tab and the Spanish."
    ),
    "no-text": N_(
        "{slug} has no text to publish: every line is dropped. “translator fix {slug} LINE --keep”"
        " takes one back in."
    ),
    "not-clean": N_(
        "{slug} is not ready (errors: {errors}, open segments: {open}). “translator check {slug}”"
        " tells more; --draft writes it as a draft."
    ),
}
"""What `wording` says of the errors of the checks."""

TOO_SLOW = "slow"
"""The value of a finding that says that a desk's own pattern was given up."""


def what(rule: Rule) -> str:
    """What a rule says, with its places open."""
    return rule.what if rule.is_own else _(rule.what)


def why(rule: Rule) -> str:
    """Why there is a rule."""
    return rule.why if rule.is_own or not rule.why else _(rule.why)


_GRADES = {Grade.ERROR: N_("error"), Grade.WARNING: N_("warning"), Grade.INFO: N_("info")}


def origin(text: str) -> str:
    """Where a rule or a decision stands written; that of the house in the words of the
    interface."""
    return _("house") if text == "house" else text


_TERM_KINDS = {
    TermKind.PREFERRED: N_("preferred"),
    TermKind.ALLOWED: N_("allowed"),
    TermKind.FORBIDDEN: N_("forbidden"),
    TermKind.KEEP: N_("keep"),
}


def term_kind(kind: TermKind) -> str:
    """What is said of a term, in the words of the interface."""
    return _(_TERM_KINDS[kind])


def grade(one: Grade) -> str:
    """How much a finding weighs."""
    return _(_GRADES[one])


_PLACE = re.compile(r"\{(\w+)\}")


def finding(one: Finding, rule: Rule) -> str:
    """What a check found, as one line; a desk's own rule speaks as its desk wrote it.

    Values from outside are made visible.
    """
    values = {name: normalize.visible(text) for name, text in one.values}
    if TOO_SLOW in values:
        return _("The pattern of this rule takes too long here; it was given up")
    if rule.id == "term-missing" and values.get("wanted") == values.get("english"):
        return _("“{wanted}” is not in the Spanish").format(wanted=values["wanted"])
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), what(rule))
