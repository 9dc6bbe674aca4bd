# A method made of another class's function, by giving its code the free variable that super() needs: how 3.11 wants it done.
from opcode import opmap
from types import FunctionType


def getitem(self, index):
    return f"Foreign getitem: {super().__getitem__(index)}"


class List(list):
    pass


def closure_of(__class__):
    return (lambda: __class__).__closure__


code = getitem.__code__
code = code.replace(co_freevars=("__class__",), co_code=bytes([opmap["COPY_FREE_VARS"], 1]) + code.co_code)
List.__getitem__ = FunctionType(code, globals(), "__getitem__", None, closure_of(List))
print(List.__getitem__.__closure__[0].cell_contents is List)
print(List([1, 2, 3])[0], "COPY_FREE_VARS" in opmap)
