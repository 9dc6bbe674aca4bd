"""Shows the instructions of code objects.

The functions are those of CPython 3.11's module; the instructions are this machine's, and are laid out as CPython 3.6 lays out
its own.
"""

import _opcode
import collections
import io
import sys
import types

import opcode
from opcode import *
from opcode import __all__ as _opcode_names

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels", "show_code",
           "get_instructions", "Instruction", "Bytecode"] + _opcode_names

# Where code is kept, for each kind of object that has some.
_CODE_ATTRIBUTES = ("__code__", "gi_code", "ag_code", "cr_code")

# Kinds of objects in the namespace of a class or module that dis() goes into.
_CONTAINERS_OF_CODE = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)

COMPILER_FLAG_NAMES = {1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR",
                       64: "NOFREE", 128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR"}

_CONVERSIONS = (None, str, repr, ascii)


def pretty_flags(flags):
    """The names of the flags of a code object; bits without a name as hexadecimal numbers."""
    parts = []
    bit = 1
    while flags:
        if flags & bit:
            parts.append(COMPILER_FLAG_NAMES.get(bit) or hex(bit))
            flags &= ~bit
        bit <<= 1
    return ", ".join(parts) or "0x0"


# ---- what the user may hand over

def _compile(source, name):
    """Code of a source text: an expression if it is one."""
    try:
        return compile(source, name, "eval")
    except SyntaxError:
        return compile(source, name, "exec")


def _held_code(x):
    """What an object holds of code: itself, where it holds none."""
    x = getattr(x, "__func__", x)
    for attribute in _CODE_ATTRIBUTES:
        code = getattr(x, attribute, None)
        if code:
            return code
    return x


def _code_of(x):
    """A code object, for those who want to know about one piece of code."""
    x = _held_code(x)
    if isinstance(x, str):
        x = _compile(x, "<disassembly>")
    if hasattr(x, "co_code"):
        return x
    raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Lists the instructions of functions, methods, classes, modules, generators, code, sources, or bytes.

    Without an argument, the code that the last traceback was in. Code inside other code follows, depth levels deep. There are
    no caches in the instructions, and no other form of them that could be shown.
    """
    if x is None:
        distb(file=file)
        return
    x = _held_code(x)
    if hasattr(x, "__dict__"):
        for name, member in sorted(x.__dict__.items()):
            if isinstance(member, _CONTAINERS_OF_CODE):
                print(f"Disassembly of {name}:", file=file)
                try:
                    dis(member, file=file, depth=depth)
                except TypeError as error:
                    print("Sorry:", error, file=file)
                print(file=file)
    elif hasattr(x, "co_code"):
        _disassemble_nested(x, file, depth)
    elif isinstance(x, (bytes, bytearray)):
        _print(_instructions(bytes(x), None, None, {}), -1, False, file)
    elif isinstance(x, str):
        _disassemble_nested(_compile(x, "<dis>"), file, depth)
    else:
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    """Lists the code that a traceback ends in, with an arrow at the instruction; the last traceback if none is given."""
    if tb is None:
        try:
            tb = sys.last_traceback
        except AttributeError:
            raise RuntimeError("no last traceback to disassemble") from None
    while tb.tb_next:
        tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    """Lists one code object, with an arrow at the instruction at lasti."""
    _print(_instructions_of(co), lasti, True, file)


# What the function was called once.
disco = disassemble


def _disassemble_nested(co, file, depth):
    disassemble(co, file=file)
    if depth is None or depth > 0:
        for constant in co.co_consts:
            if hasattr(constant, "co_code"):
                print(file=file)
                print(f"Disassembly of {constant!r}:", file=file)
                _disassemble_nested(constant, file, None if depth is None else depth - 1)


# ---- instructions

Positions = collections.namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", defaults=(None,) * 4)

_Instruction = collections.namedtuple(
    "_Instruction", "opname opcode arg argval argrepr offset starts_line is_jump_target positions", defaults=(None,))


class Instruction(_Instruction):
    """One instruction.

    opname          its name
    opcode          its number
    arg             its argument, prefixes included; None if it has none
    argval          what the argument stands for; otherwise the same as arg
    argrepr         what a listing says of the argument, "" for nothing more than its number
    offset          where it is in the code
    starts_line     the line that begins with it, or None
    is_jump_target  whether a jump leads to it
    positions       the piece of the source that it is for
    """

    def _line(self, with_lines, is_current):
        """As a line of a listing."""
        fields = []
        if with_lines:
            fields.append(f"{'' if self.starts_line is None else self.starts_line:>3}")
        fields.append("-->" if is_current else "   ")
        fields.append(">>" if self.is_jump_target else "  ")
        fields.append(f"{self.offset:>4}")
        fields.append(f"{self.opname:<20}")
        if self.arg is not None:
            fields.append(f"{self.arg:>5}")
            if self.argrepr:
                fields.append(f"({self.argrepr})")
        return " ".join(fields).rstrip()


def _print(instructions, lasti, with_lines, file):
    for instruction in instructions:
        if with_lines and instruction.starts_line is not None and instruction.offset > 0:
            print(file=file)
        print(instruction._line(with_lines, instruction.offset == lasti), file=file)


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """The instructions of a function, method, generator, source or code object, one after the other.

    first_line is the line that the first one is to have, in place of the one that it has.
    """
    co = _code_of(x)
    return _instructions_of(co, 0 if first_line is None else first_line - co.co_firstlineno)


def _instructions_of(co, line_offset=0):
    # Where 3.6's table has them: what sets up a loop is part of its line, though no line event comes there.
    table = iter(_opcode.line_starts(co))
    starts = {offset: line + line_offset for offset, line in zip(table, table)}
    return _instructions(co.co_code, co, co.co_positions(), starts)


def _unpack(code):
    """Offset, number and argument of each instruction; no argument for those that have none."""
    opcode.refresh()
    extended = 0
    for offset in range(0, len(code), 2):
        number = code[offset]
        if number in opcode.hasarg or opname[number].startswith("<") and number >= HAVE_ARGUMENT:
            argument = code[offset + 1] | extended
            extended = argument << 8 if number == EXTENDED_ARG else 0
        else:
            argument = None
            extended = 0
        yield offset, number, argument


def _instructions(code, co, positions, starts):
    labels = findlabels(code)
    for offset, number, argument in _unpack(code):
        value, shown = _meaning(number, argument, offset, co)
        place = Positions(*next(positions, ())) if positions is not None else None
        yield Instruction(opname[number], number, argument, value, shown, offset, starts.get(offset), offset in labels, place)


def _meaning(number, argument, offset, co):
    """What an argument stands for, and how a listing says it."""
    if argument is None:
        return None, ""
    if number in hasjrel:
        target = offset + 2 + argument
        return target, f"to {target}"
    if number in opcode.hasform:
        shown = _opcode.argument_text(number, argument, co)
        if opname[number] == "FORMAT_VALUE":
            return (_CONVERSIONS[argument & 3], bool(argument & 4)), shown
        return argument, shown
    if number in hasconst:
        value = argument if co is None else co.co_consts[argument]
        return value, repr(value)
    if number in hasname:
        return _name(argument, co and co.co_names)
    if number in haslocal:
        return _name(argument, co and co.co_varnames)
    if number in hasfree:
        return _name(argument, co and co.co_cellvars + co.co_freevars)
    if number in hascompare:
        return cmp_op[argument], cmp_op[argument]
    return argument, ""


def _name(index, names):
    if names is None:
        return index, repr(index)
    return names[index], names[index]


def findlabels(code):
    """Offsets in bytes of instructions that jumps lead to, in the order in which the jumps are met."""
    labels = []
    for offset, number, argument in _unpack(code):
        if argument is None:
            continue
        if number in hasjrel:
            target = offset + 2 + argument
        elif number in hasjabs:
            target = argument
        else:
            continue
        if target not in labels:
            labels.append(target)
    return labels


def findlinestarts(code):
    """Offsets at which lines begin, with the lines, as line events of a trace function tell them."""
    before = None
    for start, _, line in code.co_lines():
        if line is not None and line != before:
            before = line
            yield start, line


# ---- what is known about code but its instructions

def code_info(x):
    """A text on a function, method, source or code object: names, sizes, flags and constants."""
    return _info(_code_of(x))


def _info(co):
    lines = [
        f"Name:              {co.co_name}",
        f"Filename:          {co.co_filename}",
        f"Argument count:    {co.co_argcount}",
        f"Positional-only arguments: {co.co_posonlyargcount}",
        f"Kw-only arguments: {co.co_kwonlyargcount}",
        f"Number of locals:  {co.co_nlocals}",
        f"Stack size:        {co.co_stacksize}",
        f"Flags:             {pretty_flags(co.co_flags)}",
    ]
    for title, values, show in (("Constants", co.co_consts, repr), ("Names", co.co_names, str),
                                ("Variable names", co.co_varnames, str), ("Free variables", co.co_freevars, str),
                                ("Cell variables", co.co_cellvars, str)):
        if values:
            lines.append(f"{title}:")
            lines.extend(f"{index:>4}: {show(value)}" for index, value in enumerate(values))
    return "\n".join(lines)


def show_code(co, *, file=None):
    """Prints code_info()."""
    print(code_info(co), file=file)


class Bytecode:
    """The instructions of a piece of code, to be iterated over, with what is known about it."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = _code_of(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self._line_offset = self.first_line - self.codeobj.co_firstlineno
        self._original_object = x
        self.current_offset = current_offset

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """The code that a traceback ends in."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti)

    def __iter__(self):
        return _instructions_of(self.codeobj, self._line_offset)

    def __repr__(self):
        return f"{type(self).__name__}({self._original_object!r})"

    def info(self):
        """As code_info()."""
        return _info(self.codeobj)

    def dis(self):
        """The listing, as a text."""
        out = io.StringIO()
        current = -1 if self.current_offset is None else self.current_offset
        _print(self, current, True, out)
        return out.getvalue()


# ---- for modulefinder

def _find_imports(co):
    """Name, level and names from it of each module that an IMPORT_NAME asks for with constants."""
    before = collections.deque(maxlen=2)
    for _, number, argument in _unpack(co.co_code):
        if number == EXTENDED_ARG:
            continue
        if number == opmap["IMPORT_NAME"] and len(before) == 2 and all(each in hasconst for each, _ in before):
            level, names = (co.co_consts[index] for _, index in before)
            yield co.co_names[argument], level, names
        before.append((number, argument))


def _find_store_names(co):
    """The global names that code stores to, each once."""
    stores = opmap["STORE_NAME"], opmap["STORE_GLOBAL"]
    seen = set()
    for _, number, argument in _unpack(co.co_code):
        if number in stores and co.co_names[argument] not in seen:
            seen.add(co.co_names[argument])
            yield co.co_names[argument]


def main():
    import argparse
    from importlib.machinery import SourceFileLoader

    parser = argparse.ArgumentParser()
    parser.add_argument("infile", type=argparse.FileType("rb"), nargs="?", default="-")
    with parser.parse_args().infile as infile:
        source = infile.read()
        # As an import compiles it, so that the plugins are on that -X plugins asks for.
        dis(SourceFileLoader("__main__", infile.name).source_to_code(source, infile.name))


if __name__ == "__main__":
    main()
