from __syntax__ import noneaware
import ast

source = "y = a?.b?[0].c(1) ?? d.e ** 2\na.b ??= lambda: a?.b\ntotal = -(x?.y)"
tree = ast.parse(source)
print(ast.dump(tree.body[0]))
print(ast.unparse(tree))
again = ast.parse(ast.unparse(tree))
print(ast.dump(again) == ast.dump(tree))
