"""What is wrong with a segment, for the editor: one place between the screen and the checks.

Refuses to judge: `checks`, the termbase and the ledger do. Separate so that the screen need not
know which of them there are.
"""

from __future__ import annotations

from dataclasses import dataclass

from translator import inline, wording
from translator.checks import fidelity
from translator.i18n import _
from translator.model import Segment
from translator.terminology import Terminology


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of what is wrong, and what should stand there where that is known."""

    sentence: str
    wanted: str = ""


def of(segment: Segment, known: Terminology | None) -> tuple[Finding, ...]:
    """What is wrong with the translation of a segment; nothing where there is none."""
    source, target = (
        inline.strip(text, segment.codes) for text in (segment.source, segment.target)
    )
    if not target.strip():
        return ()
    found = [
        Finding(_("inline code <{number}> is missing").format(number=number))
        for number in inline.missing(segment.source, segment.target, segment.codes)
    ]
    keep = known.wanted(source) if known else {}
    found += [Finding(wording.fault_name(fault)) for fault in fidelity.faults(source, target, keep)]
    if known is not None:
        found += _of_terms(source, target, known)
    return tuple(dict.fromkeys(found))


def _of_terms(source: str, target: str, known: Terminology) -> list[Finding]:
    found = []
    for fault in known.termbase.faults(source, target):
        english = fault.hit.text if fault.hit else ""
        wanted = ", ".join(fault.wanted)
        if wanted:
            sentence = _("“{english}” is “{spanish}” here").format(english=english, spanish=wanted)
        else:
            sentence = _("a word that is not used here")
        found.append(Finding(sentence, fault.wanted[0] if fault.wanted else ""))
    for breach in known.ledger.breaches(source, target):
        use = breach.use
        sentence = _("the name “{english}” should be “{spanish}”")
        found.append(
            Finding(sentence.format(english=use.english, spanish=use.spanish), use.spanish)
        )
    return found
