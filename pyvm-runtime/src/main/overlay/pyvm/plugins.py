"""Lists the plugins that can be switched on: what each contributes, and to which stage."""

import _pyvm
from pyvm._command import parser, write

if __name__ == "__main__":
    write(_pyvm.plugins(parser("plugins", __doc__).parse_args().json))
