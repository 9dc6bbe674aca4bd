"""The instruction set by names and numbers, as the machine's one table has it.

Numbers are those of CPython 3.6, with pyvm's own from 160 and those of plugins from 200 on. A plugin's opcodes are here once
it has been switched on: refresh() adds those that have come since, and dis calls it.
"""

import _opcode
from _opcode import stack_effect

__all__ = ["cmp_op", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree", "opname", "opmap",
           "HAVE_ARGUMENT", "EXTENDED_ARG", "hasnargs", "stack_effect"]

HAVE_ARGUMENT = 90

cmp_op = _opcode.comparisons()
opname = [f"<{number}>" for number in range(256)]
opmap = {}

hasconst = []
hasname = []
hasjrel = []
hasjabs = []
haslocal = []
hascompare = []
hasfree = []
hasnargs = []

# Not in CPython: instructions that have an argument at all, and those whose rows say how to show it.
hasarg = []
hasform = []

_BY_KIND = {"constant": hasconst, "name": hasname, "jump_forward": hasjrel, "jump_absolute": hasjabs, "local": haslocal,
            "comparison": hascompare, "cell": hasfree}


def _add(first):
    for number, name, kind, form in _opcode.rows(first):
        if opname[number] == name:
            continue
        opname[number] = name
        opmap[name] = number
        if kind in _BY_KIND:
            _BY_KIND[kind].append(number)
        if kind != "none":
            hasarg.append(number)
        if form:
            hasform.append(number)


_add(0)

EXTENDED_ARG = opmap["EXTENDED_ARG"]


def refresh():
    """Adds the opcodes of plugins that have been switched on since."""
    _add(200)
