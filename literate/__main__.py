"""`python -m literate …`: see literate.command."""

import sys

from literate.command.main import main

if __name__ == "__main__":
    sys.exit(main())
