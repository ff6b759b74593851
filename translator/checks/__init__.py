"""Checks: what is wrong in a translation, told from the two texts alone.

Pure functions, one file a family. Refuses to correct, and to know engines or desks: the guard of
the machine and the person's checks ask the same functions.
"""
