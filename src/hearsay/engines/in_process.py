"""Tasks to outcomes, in this process."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from hearsay import pages
from hearsay.engines.task import Outcome, Task, too_much_memory
from hearsay.errors import ModelError
from hearsay.model import Analysis, Document, Reading, Rejected
from hearsay.pages import Piece
from hearsay.reading import read
from hearsay.settings import settings

if TYPE_CHECKING:
    from hearsay.language import Analyser

Taken = TypeVar("Taken")
Made = TypeVar("Made")


@cache
def analyser() -> "Analyser":
    """This process's language model, loaded when the first page needs it, on the device set."""
    from hearsay.language import Analyser

    return Analyser.load(device=settings().device)


def read_tasks(tasks: Sequence[Task]) -> list[Outcome]:
    """The outcome of each task. A page that cannot be read never takes another with it."""
    found = [_tried(task.piece.source, _extracted, task) for task in tasks]
    fresh = [document for one in found for document in one if isinstance(document, Document)]
    analyses = dict(zip(map(id, fresh), _analysed(fresh), strict=True))
    return [
        replace(_outcome(one, analyses), unknown_fields=_unknown_fields(task.piece))
        for one, task in zip(found, tasks, strict=True)
    ]


def _unknown_fields(piece: Piece) -> tuple[str, ...]:
    return tuple(sorted(pages.unknown_fields(piece.data))) if piece.row else ()


def _extracted(task: Task) -> Sequence[Document | Rejected]:
    piece = task.piece
    return pages.extract(piece.data, piece.source, task.given, row=piece.row)


def _analysed(documents: Sequence[Document]) -> Sequence[Analysis | Rejected]:
    """The analysis of each document; where all at once fail, each for itself."""
    if not documents:
        return ()
    try:
        return analyser().analyse_all([document.text for document in documents])
    except ModelError:
        raise
    except Exception:  # noqa: BLE001 - one of them is at fault, and must not cost the others
        return [
            one
            for document in documents
            for one in _tried(
                document.source, lambda text: [analyser().analyse(text)], document.text
            )
        ]


def _outcome(
    found: Sequence[Document | Rejected], analyses: dict[int, Analysis | Rejected]
) -> Outcome:
    made: list[Reading | Rejected] = []
    for one in found:
        analysis = one if isinstance(one, Rejected) else analyses[id(one)]
        if isinstance(one, Document) and isinstance(analysis, Analysis):
            made += _tried(one.source, lambda pair: [read(*pair)], (one, analysis))
        elif isinstance(analysis, Rejected):
            made.append(analysis)
    return Outcome(
        readings=tuple(one for one in made if isinstance(one, Reading)),
        aside=tuple(one for one in made if isinstance(one, Rejected)),
    )


def _tried(
    source: str, step: Callable[[Taken], Sequence[Made]], taken: Taken
) -> Sequence[Made | Rejected]:
    """What the step makes, or why it could not: a fault of ours costs one page, not the run."""
    try:
        return step(taken)
    except ModelError:
        raise
    except MemoryError:
        return [Rejected(source, too_much_memory(settings().page_megabytes))]
    except Exception as error:  # noqa: BLE001 - said in the reason, never passed over
        return [
            Rejected(
                source,
                f"It could not be read because of a fault in Hearsay ({type(error).__name__}: "
                f"{error}); please report it with the page.",
            )
        ]
