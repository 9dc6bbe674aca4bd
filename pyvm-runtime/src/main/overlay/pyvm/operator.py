"""Shows how a binary operator finds what to do: the slots of its operands' types, in the order in which they are asked."""

import ast
import sys

import _pyvm
from pyvm._command import parser, run, write

SYMBOLS = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Mod: "%",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.BitAnd: "&",
    ast.BitXor: "^",
    ast.BitOr: "|",
    ast.FloorDiv: "//",
    ast.Div: "/",
    ast.MatMult: "@",
}


def main():
    arguments = parser("operator", __doc__)
    arguments.add_argument("expression", help="e.g. '2 + \"s\"'")
    arguments.add_argument("file", nargs="?", help="a program that is run first, for its names")
    chosen = arguments.parse_args()
    operation = ast.parse(chosen.expression, mode="eval").body
    if not isinstance(operation, ast.BinOp) or type(operation.op) not in SYMBOLS:
        sys.exit("not an expression of two operands and one of " + " ".join(SYMBOLS.values()))
    if chosen.file is not None:
        with open(chosen.file, "rb") as file:
            run(file.read(), chosen.file, [])
    names = vars(sys.modules["__main__"])
    left, right = (eval(ast.unparse(side), names) for side in (operation.left, operation.right))
    write(_pyvm.operator(SYMBOLS[type(operation.op)], left, right, chosen.json))


if __name__ == "__main__":
    main()
