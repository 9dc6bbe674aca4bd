# Code objects made by hand, their lines, and what cannot be.
import weakref


def double(number):
    """Documented."""
    result = number * 2
    return result


code = double.__code__
print(sorted({line - code.co_firstlineno for _, _, line in code.co_lines()}))
print(list(compile("\n\nx = 1", "f", "exec").co_lines())[0][2])
names = """argcount posonlyargcount kwonlyargcount nlocals stacksize flags code consts names varnames filename name
    qualname firstlineno linetable exceptiontable freevars cellvars""".split()
copy = type(code)(*[getattr(code, "co_" + name) for name in names])
print(copy == code, copy.co_consts == code.co_consts)
double.__code__ = copy
print(double(21))
for change in [{"co_nlocals": 7}, {"co_argcount": 9}]:
    try:
        code.replace(**change)
    except ValueError as error:
        print(error)
print(list(code.replace(co_linetable=b"").co_lines()))
print(weakref.ref(code)() is code)
