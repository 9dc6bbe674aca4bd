"""Shows the instruction set."""

import _pyvm
from pyvm._command import parser, write

if __name__ == "__main__":
    write(_pyvm.opcodes(parser("opcodes", __doc__).parse_args().json))
