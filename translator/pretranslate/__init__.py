"""Fills articles with drafts before a person starts: a generator both shells iterate.

The memory comes first: what it has in the same words fills a segment, and so does what is similar
enough; where it has two translations of the same sentence, the segment is left to a person. Then
the engine, with the sentences of several articles at once (see `pool`), its texts tidied by the
safe fixes of the checks. All stays open, with its origin and rate.

Only segments that hold nothing yet are filled; what a person has touched is never written over,
also where they touched it while the engine was at work. Refuses to show progress: it yields it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

from translator import terminology
from translator.config import Config
from translator.desk import Desk, articles
from translator.engines import Engine
from translator.pretranslate import drafts, tidying
from translator.pretranslate.plan import Plan as Plan
from translator.pretranslate.plan import Task, look
from translator.pretranslate.plan import plan as plan
from translator.pretranslate.pool import Pool
from translator.pretranslate.progress import Progress as Progress
from translator.pretranslate.tidying import Tidier

POOL = 256
"""Sentences from which the engine begins. On 200 sentences of FLORES dev with a base-size package:
42 s article by article (20 sentences), 35 with pools of 64, 34 of 100, 32 of 200; 28 s where all
are decoded at once."""


def fill(
    desk: Desk, slugs: Sequence[str], engine: Engine, settings: Config | None = None
) -> Iterator[Progress]:
    """Give every empty segment of these articles a draft; progress after each step.

    What is done is on the disk at each step, so an interrupt keeps it and a second run goes on.
    Memory stays flat: articles are read one by one, and only what waits for the engine is kept.
    Raises NotFoundError before anything is done, EngineError, DeskError.
    """
    settings = settings or Config()
    given_up = drafts.given_up(engine.signature())
    progress = Progress(total=articles.count_empty(desk, slugs, given_up))
    yield progress
    pool, batches = Pool(engine), drafts.Batches()
    terms = terminology.load(desk, settings)
    tidier = tidying.load(settings, desk, terms)
    for slug in slugs:
        task = look(desk, slug, settings, terms, given_up)
        progress = _recall(desk, progress, task, batches)
        yield progress
        pool.add(task)
        if len(pool) >= POOL:
            progress = yield from _decode(desk, progress, pool, batches, tidier)
    yield from _decode(desk, progress, pool, batches, tidier)


def _recall(desk: Desk, progress: Progress, task: Task, batches: drafts.Batches) -> Progress:
    """Fill from the memory."""
    filled = drafts.write_matches(desk, task, batches)
    return replace(
        progress,
        slug=task.slug,
        articles=progress.articles + 1,
        done=progress.done + filled.segments,
        memory=progress.memory + filled.segments,
        fuzzy=progress.fuzzy + filled.fuzzy,
        words=progress.words + filled.words,
        undecided=progress.undecided + len(task.undecided),
    )


def _decode(
    desk: Desk, progress: Progress, pool: Pool, batches: drafts.Batches, tidier: Tidier
) -> Generator[Progress, None, Progress]:
    """Fill what waits in the pool, as the engine is done with it; how far that brings the run."""
    for some in pool.drain():
        ready = [tidier.ready(one) for one in some]
        filled = drafts.write(desk, pool.signature, ready, batches)
        progress = replace(
            progress,
            slug=ready[-1].slug,
            done=progress.done + filled.segments,
            words=progress.words + filled.words,
            repeated=progress.repeated + filled.repeated,
            guarded=progress.guarded + filled.guarded,
            tidied=progress.tidied + filled.tidied,
            given_up=progress.given_up + filled.given_up,
        )
        yield progress
    return progress
