"""Where the `footnote` command begins: before anything slow is imported."""

from __future__ import annotations

# What `signal` wraps: that one imports enum first, as long as all else until Ctrl-C is heeded.
import _signal as signal  # type: ignore[import-not-found]


def main() -> None:
    """Runs the command line. Ctrl-C while it is loaded, or has done all, ends it without a word.

    Nothing is held then, and Python would show where in which import it was.
    """
    handler = signal.getsignal(signal.SIGINT)
    heeded = handler is signal.default_int_handler  # whoever started this may want it ignored
    if heeded:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from ui.cli import main as run

    try:
        signal.signal(signal.SIGINT, handler)
        run()
    except KeyboardInterrupt:  # before the command could hear it, or after
        raise SystemExit(130) from None
    finally:
        if heeded:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
