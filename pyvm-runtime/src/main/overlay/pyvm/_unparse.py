"""How ast.unparse writes the nodes of plugins: by templates, fields in braces."""

import ast
import re

_FIELD = re.compile(r"\{(\w+)\}")


def install(name, base, template):
    """Has nodes of class `name` written as the template says; `base` is stmt, expr or pattern."""
    parts = _FIELD.split(template)

    def write(self, node):
        if parts[0]:
            self.write(parts[0])
        for field, text in zip(parts[1::2], parts[2::2]):
            value = getattr(node, field)
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                # block() writes the colon itself.
                self._source[-1] = self._source[-1].removesuffix(":")
                with self.block():
                    self.traverse(value)
            else:
                _operand(self, value)
            if text:
                self.write(text)

    def statement(self, node):
        self.fill()
        write(self, node)

    def expression(self, node):
        if _begins_on_stack(node):
            write(self, node)
            return
        with self.require_parens(ast._Precedence.TEST, node):
            write(self, node)

    setattr(ast._Unparser, "visit_" + name, statement if base == "stmt" else expression if parts[1:] else write)


def _begins_on_stack(node):
    """Whether it goes on with what was written before it."""
    while isinstance(node, ast.AST) and node._fields and type(node) is not ast.StackValue:
        node = getattr(node, node._fields[0])
    return type(node) is ast.StackValue


def _operand(self, value):
    if isinstance(value, list):
        self.interleave(lambda: self.write(", "), lambda each: _operand(self, each), value)
    elif isinstance(value, ast.AST):
        self.set_precedence(ast._Precedence.ATOM, value)
        self.traverse(value)
    elif value is not None:
        self.write(str(value))
