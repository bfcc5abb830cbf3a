"""Where the `footnote` command begins: before anything slow is imported."""

from __future__ import annotations

import signal


def main() -> None:
    """Runs the command line. Ctrl-C while it is still being loaded ends it without a word.

    Nothing is held yet then, and Python would show where in which import it was.
    """
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:  # whoever started this may want Ctrl-C ignored
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from ui.cli import main as run

    signal.signal(signal.SIGINT, handler)
    run()
