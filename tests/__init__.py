"""The tests. A package of its own name, because argos-translate-lt installs a `tests` too."""
