"""Where the command begins: what takes no more than a moment is answered without loading the rest."""

from __future__ import annotations

import gc
import sys

from countyplan.version import __version__


def main() -> None:
    """Run the command line; its version is known before anything of it is loaded."""
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:
        sys.stdout.write(f"{__version__}\n")
        return
    # What a run loads and reads lives as long as it does: looking for what nobody holds any more finds next to nothing.
    gc.set_threshold(100_000, 50, 50)
    from countyplan.cli.app import main as run

    try:
        run()
    finally:
        # Python ends by looking for circles in all that is still held: a sixth of a short run, for what ends with it anyway.
        gc.freeze()
