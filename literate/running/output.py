"""All that the process of a page prints, by whatever way: its own prints, those of threads, of C and of children."""

import io
import os
import sys
from pathlib import Path

from literate.running import c_library
from literate.running.limits import OUTPUT_LIMIT


class Printed(io.TextIOWrapper):
    """Standard output of a page, up to a limit for each cell that no reader would miss."""

    def __init__(self, descriptor: int) -> None:
        """Write to a file that is open already."""
        super().__init__(io.FileIO(descriptor, "w", closefd=False), encoding="utf-8", newline="\n", write_through=True)
        self.count = 0

    def write(self, text: str) -> int:
        """Take one piece of output."""
        if self.count + len(text) > OUTPUT_LIMIT:
            raise OverflowError(f"a cell prints at most {OUTPUT_LIMIT:,} characters")
        self.count += len(text)
        return super().write(text)


class Streams:
    """Standard output and standard error of this process, both to files, so that nothing passes by.

    A page has one `sys.stdout` from its first cell to its last: a function may keep it by name. What a cell has
    printed is what the file has grown by.
    """

    def __init__(self, folder: Path) -> None:
        """From here on this process, and what it starts, writes into `folder`."""
        self.files = [folder / "out", folder / "err"]
        for descriptor, file in enumerate(self.files, 1):
            opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.dup2(opened, descriptor)
            os.close(opened)
        self.printed, self.errors = Printed(1), Printed(2)
        for name, stream in (("stdout", self.printed), ("stderr", self.errors)):
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        self.read = 0

    def begin(self) -> None:
        """A cell begins: it has printed nothing."""
        self.printed.count = self.errors.count = 0

    def taken(self) -> bytes:
        """What has been printed since this was asked for last."""
        self.printed.flush()
        c_library.flush()
        with self.files[0].open("rb") as file:
            file.seek(self.read)
            found = file.read()
        self.read += len(found)
        return found

    def complaint(self) -> str:
        """What stands on standard error: the last line of it, empty for none."""
        self.errors.flush()
        written = self.files[1].read_bytes() if self.files[1].stat().st_size else b""
        return (written.decode("utf-8", "replace").strip().split("\n") or [""])[-1]
