# What dis and opcode say that depends on no instruction set.
import dis
import inspect
import io
import opcode


def sample(a, /, b, *, c=1):
    total = a

    if b:
        total += c
    return [total for _ in range(b)]


print(sorted(dis.__all__))
print(sorted(opcode.__all__))
for name in ["code_info", "dis", "disassemble", "distb", "findlinestarts", "findlabels", "show_code", "get_instructions"]:
    print(name, inspect.signature(getattr(dis, name)))
print(dis.Instruction._fields, dis.Positions())
first = sample.__code__.co_firstlineno
print(sorted({line - first for _, line in dis.findlinestarts(sample.__code__)}))
info = dis.code_info(sample).splitlines()
print([line for line in info if not line.startswith(("Filename", "Stack size"))][:6])
print(dis.pretty_flags(0x100043), dis.pretty_flags(0))
source = "import a.b as c\nfrom . import x, y\nfrom q import *\nz = 1\ndef f(): global w; w = 2"
code = compile(source, "source", "exec")
print(list(dis._find_imports(code)), list(dis._find_store_names(code)))
for wrong in (lambda: dis.dis(5), lambda: dis.code_info(5), dis.distb, lambda: dis.stack_effect(opcode.opmap["POP_TOP"], 1),
              lambda: dis.stack_effect(opcode.opmap["LOAD_CONST"]), lambda: dis.stack_effect(256),
              lambda: dis.stack_effect(opcode.opmap["POP_TOP"], jump=3), lambda: list(dis.get_instructions(None))):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
print(dis.stack_effect(opcode.opmap["POP_TOP"]), dis.stack_effect(opcode.opmap["BUILD_LIST"], 3))
print(all(opcode.opname[number] == name for name, number in opcode.opmap.items()))
constants = [i for i in dis.get_instructions(sample) if i.opcode in opcode.hasconst]
print({i.argval for i in constants if not hasattr(i.argval, "co_code")} <= set(sample.__code__.co_consts))
stores = [(i.opname, i.argval, i.positions) for i in dis.get_instructions(compile("value = other", "x", "exec"))
          if i.opcode in opcode.hasname]
print(stores)
out = io.StringIO()
dis.dis(sample, file=out)
print("Disassembly of <code object <listcomp>" in out.getvalue())
out = io.StringIO()
dis.dis(sample, file=out, depth=0)
print("Disassembly" in out.getvalue())


class Members:
    def method(self):
        pass

    @classmethod
    def of_class(cls):
        pass

    number = 5


out = io.StringIO()
dis.dis(Members, file=out)
print([line for line in out.getvalue().splitlines() if line.startswith("Disassembly")])
bytecode = dis.Bytecode(sample, first_line=100)
print(bytecode.info() == dis.code_info(sample), max(i.starts_line for i in bytecode if i.starts_line))
try:
    sample(1, "not a number")
except TypeError as error:
    listing = dis.Bytecode.from_traceback(error.__traceback__).dis()
    print(sum("-->" in line for line in listing.splitlines()))
