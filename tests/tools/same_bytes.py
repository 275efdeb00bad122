"""Build the site in other arithmetics, and compare each file: `python tests/tools/same_bytes.py`.

Other versions of NumPy are Pythons of their own, with what `pip install '.[docs]'` installs:
`--python oldest=/path/to/python`. The other variants run in this one: one and two threads, and three draws in which the
last digit of each exponential and each product is another (last_digit/sitecustomize.py).
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent / name) for name in ("", "support")]
from conftest import copy_project, started_as  # noqa: E402

LAST_DIGIT = Path(__file__).parent / "last_digit"
HERE = {"one thread": {"OPENBLAS_NUM_THREADS": "1"}, "two threads": {"OPENBLAS_NUM_THREADS": "2"}}


def built(root: Path, python: str = sys.executable, **environment: str) -> Path:
    """The site that a Python builds in a copy of the project."""
    copy_project(root)
    path = os.pathsep.join(filter(None, (environment.pop("PYTHONPATH", ""), str(root))))
    started = started_as("mkdocs", "build", "--strict", root=root, **environment, PYTHONPATH=path)
    done = subprocess.run([python, *started.pop("args")[1:]], **started, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return root / "site"


def differing(one: Path, other: Path) -> list[str]:
    """The files that are not the same in two folders, those that only one has among them."""
    files = [{path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} for site in (one, other)]
    both = files[0] & files[1]
    return sorted(
        (files[0] ^ files[1]) | {name for name in both if (one / name).read_bytes() != (other / name).read_bytes()}
    )


def main() -> int:
    """Print a line for each variant; 1 where a file differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", action="append", default=[], metavar="NAME=PATH")
    pythons = dict(one.split("=", 1) for one in parser.parse_args().python)
    variants = {name: {"python": path} for name, path in pythons.items()} | HERE
    for draw in ("1", "2", "3"):
        variants[f"last digits, draw {draw}"] = {"PYTHONPATH": str(LAST_DIGIT), "LAST_DIGIT": draw}
    with tempfile.TemporaryDirectory() as folder:
        as_it_is, found = built(Path(folder) / "as it is"), 0
        print("variant | files | differ")
        for name, options in variants.items():
            site = built(Path(folder) / name, **options)
            other = differing(as_it_is, site)
            found += len(other)
            print(
                name, sum(path.is_file() for path in site.rglob("*")), ", ".join(other) or "none", sep=" | ", flush=True
            )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
