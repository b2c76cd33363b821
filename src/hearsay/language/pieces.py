"""Wordpieces of single words, remembered."""

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

UNKNOWN, START, END = 100, 101, 102
MOST_PIECES = 12  # of one word: of longer ones the beginning and the end
_REMEMBERED = 50_000


class Pieces:
    """Looks up the wordpieces of words. `path` is a tokenizers JSON file."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        # The file as published cuts and pads at 128.
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The wordpieces of each word; one unknown piece where normalising leaves nothing of it."""
        missing = list(dict.fromkeys(word for word in words if word not in self._known))
        if len(self._known) + len(missing) > _REMEMBERED:
            self._known.clear()
            missing = list(dict.fromkeys(words))
        # A lone surrogate has no UTF-8 form: it is looked up as a question mark.
        clean = [word.encode("utf-8", "replace").decode("utf-8") for word in missing]
        for word, found in zip(missing, self._encode(clean), strict=True):
            self._known[word] = found
        return [self._known[word] for word in words]

    def _encode(self, words: list[str]) -> list[tuple[int, ...]]:
        encodings = self._tokenizer.encode_batch(words, add_special_tokens=False)
        return [_cut(tuple(encoding.ids)) or (UNKNOWN,) for encoding in encodings]


def fewer(pieces: list[tuple[int, ...]], most: int) -> list[tuple[int, ...]]:
    """The pieces of a text's words, no more than `most` in all if each word keeps at least one.

    >>> fewer([(1, 2, 3, 4), (5,)], 3)
    [(1, 4), (5,)]
    """
    kept = MOST_PIECES
    while kept > 1 and sum(min(len(ids), kept) for ids in pieces) > most:
        kept -= 1
    return pieces if kept == MOST_PIECES else [_cut(ids, kept) for ids in pieces]


def _cut(ids: tuple[int, ...], most: int = MOST_PIECES) -> tuple[int, ...]:
    """The first and the last of too many pieces."""
    if len(ids) <= most:
        return ids
    return ids[: most - most // 2] + ids[len(ids) - most // 2 :]
