# The code of a module as a function: its names are the globals, as the prompt of asyncio needs it.
import ast
import types

code = compile("x = 1\ny = [x + n for n in range(3)]", "<m>", "exec")
namespace = {}
types.FunctionType(code, namespace)()
print(namespace["x"], namespace["y"])

code = compile("import asyncio\nz = await asyncio.sleep(0, 7)\nz", "<m>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
coroutine = types.FunctionType(code, namespace)()
try:
    while True:
        coroutine.send(None)
except StopIteration as e:
    print(e.value)
print(namespace["z"])
