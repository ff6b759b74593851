"""What may stand where in an XLIFF file, as tables: elements, their parents, their attributes.

Sources: XLIFF 1.2, section 2.2 to 2.4 (elements), and XLIFF 2.1, section 4.2 (elements) and 4.3
(attributes). Elements and attributes of other name spaces are nobody's affair here: both versions
let them stand at their extension points. Refuses to look at a file: `rules` does.
"""

from __future__ import annotations

from dataclasses import dataclass

NAMESPACE_1 = "urn:oasis:names:tc:xliff:document:1.2"
NAMESPACE_2 = "urn:oasis:names:tc:xliff:document:2.0"
"""Of 2.0 and 2.1; 2.2 has another one."""

NAMESPACES = {
    NAMESPACE_1: 1,
    "urn:oasis:names:tc:xliff:document:1.1": 1,
    "": 1,
    NAMESPACE_2: 2,
    "urn:oasis:names:tc:xliff:document:2.2": 2,
}
"""Name spaces, and the family of versions that each is of. Files of 1.0 and 1.1 may have none."""

VERSIONS = {1: ("1.0", "1.1", "1.2"), 2: ("2.0", "2.1", "2.2")}


@dataclass(frozen=True, slots=True)
class Rule:
    """An element: in which it may stand, what it must have, what else it may have.

    Where `optional` is None its attributes are not looked at.
    """

    parents: frozenset[str]
    required: frozenset[str]
    optional: frozenset[str] | None


def _rule(parents: str, required: str = "", optional: str | None = None) -> Rule:
    others = None if optional is None else frozenset(optional.split())
    return Rule(frozenset(parents.split()), frozenset(required.split()), others)


_INLINE_2 = "source target pc mrk"
_CODE_2 = (
    "canCopy canDelete canReorder copyOf dataRef disp equiv subFlows subType type dir canOverlap"
)
_MARK_2 = "translate type ref value"
_HELD_2 = "canResegment translate srcDir trgDir name type"

RULES_2 = {
    "xliff": _rule("", "version srcLang", "trgLang"),
    "file": _rule("xliff", "id", f"original {_HELD_2}"),
    "skeleton": _rule("file", "", "href"),
    "group": _rule("file group", "id", _HELD_2),
    "unit": _rule("file group", "id", _HELD_2),
    "notes": _rule("file group unit", "", ""),
    "note": _rule("notes", "", "id appliesTo category priority ref"),
    "originalData": _rule("unit", "", ""),
    "data": _rule("originalData", "id", "dir"),
    "segment": _rule("unit", "", "id canResegment state subState"),
    "ignorable": _rule("unit", "", "id"),
    "source": _rule("segment ignorable", "", ""),
    "target": _rule("segment ignorable", "", "order"),
    "cp": _rule(f"{_INLINE_2} data", "hex", ""),
    "ph": _rule(_INLINE_2, "id", _CODE_2),
    "pc": _rule(
        _INLINE_2,
        "id",
        f"{_CODE_2} dataRefStart dataRefEnd dispStart dispEnd equivStart equivEnd subFlowsStart"
        " subFlowsEnd",
    ),
    "sc": _rule(_INLINE_2, "id", f"{_CODE_2} isolated"),
    "ec": _rule(_INLINE_2, "", f"{_CODE_2} id startRef isolated"),
    "mrk": _rule(_INLINE_2, "id", _MARK_2),
    "sm": _rule(_INLINE_2, "id", _MARK_2),
    "em": _rule(_INLINE_2, "startRef", ""),
}

_INLINE_1 = "source target seg-source g mrk sub"
_CODES_1 = "bpt ept ph it"

RULES_1 = {
    "xliff": _rule("", "version"),
    "file": _rule("xliff", "original source-language datatype"),
    "header": _rule("file"),
    "skl": _rule("header"),
    "internal-file": _rule("skl glossary reference bin-source bin-target"),
    "external-file": _rule("skl glossary reference bin-source bin-target", "href"),
    "glossary": _rule("header"),
    "reference": _rule("header"),
    "phase-group": _rule("header"),
    "phase": _rule("phase-group", "phase-name process-name"),
    "count-group": _rule("header group trans-unit bin-unit", "name"),
    "count": _rule("count-group", "count-type"),
    "tool": _rule("header", "tool-id tool-name"),
    "prop-group": _rule("header group trans-unit bin-unit alt-trans"),
    "prop": _rule("prop-group", "prop-type"),
    "note": _rule("header phase group trans-unit bin-unit alt-trans"),
    "body": _rule("file"),
    "group": _rule("body group"),
    "trans-unit": _rule("body group bin-unit", "id"),
    "bin-unit": _rule("body group", "id mime-type"),
    "bin-source": _rule("bin-unit"),
    "bin-target": _rule("bin-unit"),
    "context-group": _rule("group trans-unit bin-unit alt-trans", ""),
    "context": _rule("context-group", "context-type"),
    "source": _rule("trans-unit alt-trans", "", "ts"),
    "seg-source": _rule("trans-unit alt-trans"),
    "target": _rule("trans-unit alt-trans"),
    "alt-trans": _rule("trans-unit"),
    "g": _rule(_INLINE_1, "id"),
    "x": _rule(_INLINE_1, "id"),
    "bx": _rule(_INLINE_1, "id"),
    "ex": _rule(_INLINE_1, "id"),
    "bpt": _rule(_INLINE_1, "id"),
    "ept": _rule(_INLINE_1, "id"),
    "ph": _rule(_INLINE_1, "id"),
    "it": _rule(_INLINE_1, "id pos"),
    "mrk": _rule(_INLINE_1, "mtype"),
    "sub": _rule(_CODES_1),
}

VALUES_2 = {
    ("segment", "state"): ("initial", "translated", "reviewed", "final"),
    ("segment", "canResegment"): ("yes", "no"),
    ("unit", "translate"): ("yes", "no"),
    ("unit", "canResegment"): ("yes", "no"),
    ("sc", "isolated"): ("yes", "no"),
    ("ec", "isolated"): ("yes", "no"),
    ("note", "appliesTo"): ("source", "target"),
}
VALUES_1 = {
    ("trans-unit", "approved"): ("yes", "no"),
    ("trans-unit", "translate"): ("yes", "no"),
    ("it", "pos"): ("open", "close"),
    ("note", "annotates"): ("source", "target", "general"),
    ("target", "state"): (
        "final",
        "needs-adaptation",
        "needs-l10n",
        "needs-review-adaptation",
        "needs-review-l10n",
        "needs-review-translation",
        "needs-translation",
        "new",
        "signed-off",
        "translated",
    ),
}
"""The values of an attribute of an element. Those of 1.2 may be others that begin with ``x-``."""

TEXT_HOLDERS = frozenset(
    "source target seg-source g mrk sub bpt ept ph it pc note data skeleton context count prop"
    " internal-file".split()
)
"""The elements in which text may stand."""
