"""Lists the plugins that can be switched on: what each contributes, and to which stage."""

import sys

import _pyvm
from pyvm._command import parser, write


def check(what):
    """Prints whether what a jar holds, or a plugin by name, is certified to go together with others; the exit status says it too."""
    try:
        verdict = _pyvm.plugin_certificates(what)
    except OSError as error:
        sys.exit(str(error))
    if verdict is None:
        sys.exit(f"{what}: no plugin")
    write(verdict)
    sys.exit(": unchecked\n" in verdict)


if __name__ == "__main__":
    arguments = parser("plugins", __doc__)
    arguments.add_argument(
        "--check", metavar="JAR", help="tell whether the plugins of a jar, or one by name, go together with every other"
    )
    chosen = arguments.parse_args()
    if chosen.check is not None:
        check(chosen.check)
    write(_pyvm.plugins(chosen.json))
