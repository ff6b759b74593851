"""The translation memory's judgement: how alike two sentences are, and what a unit offers.

`tokens` cuts a sentence and folds it into classes, `scores` compares, `substitution` puts numbers
and codes into a stored translation, `matching` orders what is offered. Pure: candidates come from
the desk. Separate from the desk's index so that the index may be lax and this alone decides.
"""
