"""What gzip packed, as a stream that no damage and no bomb can break."""

import gzip
import io
import zlib
from typing import BinaryIO

CHUNK = 1_000_000
DAMAGED = "The gzip file is cut off or damaged; fetch it again."
_GZIP = b"\x1f\x8b"
# Words of any language grow less than tenfold when unpacked; what grows much more fills disks.
_MOST_GROWTH = 200
_FREE_GROWTH = 1_000_000_000


class Packed(io.RawIOBase):
    """The unpacked bytes of a gzip file. What is broken ends it, with the reason in `fault`."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = gzip.GzipFile(fileobj=file)
        self._left = max(_FREE_GROWTH, _MOST_GROWTH * size)
        self.fault: str | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self.fault = None
        return self._file.seek(offset, whence)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._file.read1(len(buffer))
        except (EOFError, OSError, zlib.error):
            self.fault = DAMAGED
            return 0
        self._left -= len(data)
        if self._left < 0:
            self.fault = "The gzip file grows more than is likely; unpack it first."
            return 0
        buffer[: len(data)] = data
        return len(data)


def unpacked(stream: BinaryIO) -> Packed | None:
    """What a gzip stream holds, by its first bytes and whatever its name; None for any other."""
    packed = stream.read(len(_GZIP)) == _GZIP
    size = stream.seek(0, io.SEEK_END) if packed else 0
    stream.seek(0)
    return Packed(stream, size) if packed else None
