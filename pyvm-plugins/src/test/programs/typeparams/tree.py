"""The nodes in ast, and their source."""

from __syntax__ import typeparams

import ast

source = """
@a
@b
def f[T: int, *Ts, **P](x: T) -> T:
    pass

class C[T](B, m=1):
    pass

type X[T] = list[T]

@d
async def z[T](x):
    await x
"""
tree = ast.parse(source)
print(ast.dump(tree, indent=1))
print(ast.unparse(tree))
assert ast.dump(ast.parse(ast.unparse(tree))) == ast.dump(tree)
