"""How ast.unparse writes the nodes of plugins: by templates, fields in braces.

`{returns: -> %}` writes the part behind the colon, with the value for %, when there is a value. A template `@module.name` is a
function of the plugin's: it gets the unparser and the node.
"""

import ast
import copy
import importlib
import re

_FIELD = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
# What templates of core Python call their own: i.2.0, which no program can spell.
_MADE = re.compile(r"(?!\d)(\w+)\.(\d+)\.(\d+)")


def install(name, base, template):
    """Has nodes of class `name` written as the template says; `base` is stmt, expr or pattern."""
    setattr(ast._Unparser, "visit_" + name, _function(template[1:]) if template[:1] == "@" else _writer(base, template))


def _function(name):
    module, _, name = name.rpartition(".")
    return lambda self, node: getattr(importlib.import_module(module), name)(self, node)


def _writer(base, template):
    parts = _FIELD.split(template)

    def write(self, node):
        if parts[0]:
            self.write(parts[0])
        for field, form, text in zip(parts[1::3], parts[2::3], parts[3::3]):
            value = getattr(node, field)
            if form is not None:
                if value not in (None, []):
                    before, after = form.split("%")
                    self.write(before)
                    _operand(self, value)
                    self.write(after)
            elif isinstance(value, list) and value and isinstance(value[0], ast.stmt):
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

    return statement if base == "stmt" else expression if parts[1:] else write


def _begins_on_stack(node):
    """Whether it goes on with what was written before it."""
    while isinstance(node, ast.AST) and node._fields and type(node) is not ast.StackValue:
        node = getattr(node, node._fields[0])
    return type(node) is ast.StackValue


def _operand(self, value, precedence=ast._Precedence.ATOM):
    if isinstance(value, list):
        # Between commas everything but other commas stands without parentheses.
        item = ast._Precedence.TEST
        self.interleave(lambda: self.write(", "), lambda each: _operand(self, each, item), value)
    elif isinstance(value, ast.AST):
        self.set_precedence(precedence, value)
        self.traverse(value)
    elif value is not None:
        self.write(str(value))


def _spelled(visit, field):
    def spelled(self, node):
        name = getattr(node, field)
        if name and _MADE.fullmatch(name):
            node = copy.copy(node)
            setattr(node, field, _MADE.sub(r"_\1_\2_\3", name))
        visit(self, node)

    return spelled


for _class, _field in (
    ("Name", "id"),
    ("arg", "arg"),
    ("FunctionDef", "name"),
    ("AsyncFunctionDef", "name"),
    ("ClassDef", "name"),
    ("ExceptHandler", "name"),
    ("alias", "asname"),
):
    _visit = "visit_" + _class
    setattr(ast._Unparser, _visit, _spelled(getattr(ast._Unparser, _visit), _field))
