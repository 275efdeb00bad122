"""What the C library of a system can and Python does not offer; elsewhere than on Linux it may do nothing."""

import ctypes
import sys

LINUX = sys.platform.startswith("linux")
LIBRARY = ctypes.CDLL(None) if LINUX else None
ADOPT = 36  # PR_SET_CHILD_SUBREAPER of <linux/prctl.h>


def flush() -> None:
    """Write out what C has printed and still keeps."""
    if LIBRARY:
        LIBRARY.fflush(None)


def adopt() -> None:
    """Make what the children of this process leave behind children of its own, so that it can be seen."""
    if LIBRARY:
        LIBRARY.prctl(ADOPT, 1, 0, 0, 0)
