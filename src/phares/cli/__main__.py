"""Run by the script `phares` at the root: `python -m phares.cli demo`."""

import sys

from phares.cli.main import main

sys.exit(main(sys.argv[1:]))
