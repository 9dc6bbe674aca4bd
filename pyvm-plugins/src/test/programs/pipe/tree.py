from __syntax__ import pipe
import ast

tree = ast.parse("x = a |> f(b)\ny = 1 + (2 |> g) * 3 |> (h(4))")
print(ast.dump(tree.body[0]))
print(ast.unparse(tree))


class Visitor(ast.NodeVisitor):
    def visit_Pipe(self, node):
        print("pipe at", node.lineno, node.col_offset, node.end_col_offset)
        self.generic_visit(node)

    def visit_Name(self, node):
        print(node.id)


Visitor().visit(tree.body[0])


class Doubled(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)


made = ast.Expression(ast.Pipe(ast.Constant(3), ast.Call(ast.Name("pow", ast.Load()), [ast.Constant(2)], [])))
print(ast.unparse(made), ast.Pipe.__mro__[1].__name__, ast.Pipe._fields)
made = ast.fix_missing_locations(Doubled().visit(made))
print(eval(compile(made, "made", "eval")), ast.literal_eval("[1, 2]"))
try:
    compile(ast.Expression(ast.fix_missing_locations(ast.Pipe(ast.Constant(3)))), "made", "eval")
except TypeError as error:
    print(error)
