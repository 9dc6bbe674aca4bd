"""Checks of one construct in every tool. CONSTRUCT is set before: see PluginTck.Construct."""

import ast
import codeop
import copy
import json
import marshal
import pickle
import sys
import traceback
import types

import _pyvm

SETUP = CONSTRUCT["setup"]
STATEMENT = CONSTRUCT["statement"]
RESULT = CONSTRUCT["result"]
SOURCE = SETUP + "\n" + STATEMENT + "\n"
FAILING = SETUP + "\n" + CONSTRUCT["failing"] + "\n"
FILE = "<construct>"
LINES = SOURCE.splitlines()
LAYOUT = "ENCODING", "NEWLINE", "NL", "INDENT", "DEDENT", "ENDMARKER", "COMMENT"


def run(code):
    names = {"__name__": "construct"}
    exec(code, names)
    return repr(names["result"])


def within(head, *tail):
    names = {}
    depth = len(head.splitlines()[-1]) - len(head.splitlines()[-1].lstrip()) + 4
    body = "\n".join(" " * depth + line for line in (*STATEMENT.splitlines(), *tail))
    exec(f"{SETUP}\n{head}\n{body}\n", names)
    return names


def tree():
    return ast.parse(SOURCE, FILE)


def span(node):
    return (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)


def width(line):
    return len(LINES[line - 1].encode())


def check_result():
    assert run(SOURCE) == RESULT, run(SOURCE)


def check_result_in_a_function():
    assert repr(within("def f():", "return result")["f"]()) == RESULT


def check_result_in_a_method():
    assert repr(within("class C:\n    def f(self):", "return result")["C"]().f()) == RESULT


def check_result_in_a_class_body():
    assert repr(within("class C:")["C"].result) == RESULT


def check_result_in_a_generator():
    assert repr(list(within("def f():", "yield result")["f"]())[0]) == RESULT


def check_result_in_a_coroutine():
    try:
        within("async def f():", "return result")["f"]().send(None)
    except StopIteration as stop:
        assert repr(stop.value) == RESULT


def check_result_in_a_loop():
    assert repr(within("for _ in range(2):")["result"]) == RESULT


def check_result_in_a_finally():
    assert repr(within("try:\n    pass\nfinally:")["result"]) == RESULT


def check_inherited_by_exec():
    names = {"source": SOURCE, "names": {}}
    exec("exec(source, names)", names)
    assert repr(names["names"]["result"]) == RESULT


def check_no_python_without_the_plugin():
    try:
        compile(SOURCE, FILE, "exec", dont_inherit=True)
    except SyntaxError:
        return
    raise AssertionError("the program compiles without the plugin")


def check_tokens_cover_the_text():
    listing = json.loads(_pyvm.tokens(SOURCE.encode(), FILE, True))
    text = "".join(token["string"] for token in listing if token["type"] not in LAYOUT)
    assert "".join(text.split()) == "".join(SOURCE.split()), text


def check_tokens_stand_where_they_are():
    for token in json.loads(_pyvm.tokens(SOURCE.encode(), FILE, True)):
        (line, start), (end_line, end) = token["start"], token["end"]
        if token["type"] not in LAYOUT and line == end_line:
            assert LINES[line - 1][start:end] == token["string"], token


def check_tree_is_shown():
    assert _pyvm.tree(SOURCE.encode(), FILE)


def check_ast_is_shown():
    assert _pyvm.ast(SOURCE.encode(), FILE)


def check_symbols_are_shown():
    assert "result" in _pyvm.symtable(SOURCE.encode(), FILE)


def check_graph_is_shown():
    assert _pyvm.cfg(SOURCE.encode(), FILE)


def check_code_is_shown_with_names():
    text = _pyvm.code(SOURCE.encode(), FILE)
    assert "RETURN_VALUE" in text and "<unknown" not in text


def check_dump_is_the_same_each_time():
    assert ast.dump(tree(), include_attributes=True) == ast.dump(tree(), include_attributes=True)


def check_nodes_are_classes_of_ast():
    for node in ast.walk(tree()):
        assert getattr(ast, type(node).__name__) is type(node), type(node)


def check_nodes_have_their_fields():
    for node in ast.walk(tree()):
        for field in node._fields:
            assert hasattr(node, field), (node, field)


def check_nodes_have_positions():
    for node in ast.walk(tree()):
        if isinstance(node, (ast.stmt, ast.expr)):
            (line, column), (end_line, end_column) = span(node)
            assert 1 <= line <= end_line <= len(LINES), (node, span(node))
            assert 0 <= column <= width(line) and 0 <= end_column <= width(end_line), (node, span(node))
            assert (line, column) < (end_line, end_column), (node, span(node))


def check_children_lie_in_their_parents():
    def look(node, outer):
        if hasattr(node, "lineno"):
            start, end = span(node)
            assert outer is None or outer[0] <= start and end <= outer[1], (node, start, end, outer)
            outer = start, end
        for child in ast.iter_child_nodes(node):
            look(child, outer)

    look(tree().body[-1], None)


def check_the_statement_stands_where_it_is():
    last = tree().body[-1]
    assert last.lineno == len(SETUP.splitlines()) + 1, last.lineno
    assert (last.end_lineno, last.end_col_offset) == (len(LINES), width(len(LINES))), span(last)


def check_unparse_gives_the_same_tree():
    text = ast.unparse(tree())
    if any(isinstance(node, ast.HelperName) or "." in getattr(node, "id", "") for node in ast.walk(tree())):
        # Neither what helpers give nor a template's own names have a spelling: what is written for them is another node.
        assert ast.unparse(ast.parse(text)).replace("(", "").replace(")", "") == text.replace("(", "").replace(")", "")
    else:
        assert ast.dump(ast.parse(text)) == ast.dump(tree()), text


def check_unparsed_text_runs():
    assert run(ast.unparse(tree())) == RESULT, ast.unparse(tree())


def check_visitors_reach_every_node():
    seen = []

    class Visitor(ast.NodeVisitor):
        def generic_visit(self, node):
            seen.append(node)
            super().generic_visit(node)

        visit_Constant = generic_visit

    root = tree()
    Visitor().visit(root)
    assert set(map(id, seen)) == set(map(id, ast.walk(root)))


def check_a_transformed_tree_compiles():
    assert run(compile(ast.NodeTransformer().visit(tree()), FILE, "exec")) == RESULT


def check_a_tree_without_positions_compiles():
    root = tree()
    for node in ast.walk(root):
        if hasattr(node, "lineno"):
            del node.lineno, node.col_offset, node.end_lineno, node.end_col_offset
    assert run(compile(ast.fix_missing_locations(root), FILE, "exec")) == RESULT


def check_a_tree_can_be_copied():
    assert ast.dump(copy.deepcopy(tree())) == ast.dump(tree())


def check_a_tree_can_be_pickled():
    assert ast.dump(pickle.loads(pickle.dumps(tree()))) == ast.dump(tree())


def check_code_can_be_marshalled():
    assert run(marshal.loads(marshal.dumps(compile(SOURCE, FILE, "exec")))) == RESULT


def check_instructions_have_positions():
    found = set()
    for line, end_line, column, end_column in compile(SOURCE, FILE, "exec").co_positions():
        if line and column is not None:
            assert 1 <= line <= end_line <= len(LINES) and column <= width(line), (line, column)
            found.add(line)
    assert len(SETUP.splitlines()) + 1 in found, found


def failure():
    try:
        exec(compile(FAILING, FILE, "exec"), {"__name__": "construct"})
    except Exception as error:
        return error
    raise AssertionError("the failing statement does not fail")


def check_the_traceback_has_the_line():
    entry = next(each for each in traceback.extract_tb(failure().__traceback__) if each.filename == FILE)
    assert entry.lineno > len(SETUP.splitlines()), entry.lineno


def check_the_carets_are_under_the_text():
    entry = next(each for each in traceback.extract_tb(failure().__traceback__) if each.filename == FILE)
    line = FAILING.splitlines()[entry.lineno - 1]
    end = entry.end_colno if entry.end_lineno == entry.lineno else len(line)
    assert line[entry.colno : end] == CONSTRUCT["carets"], line[entry.colno : end]


def check_lines_are_traced():
    lines = []

    def trace(frame, event, argument):
        if frame.f_code.co_filename == FILE:
            if event == "line":
                lines.append(frame.f_lineno)
            return trace

    code = compile(SOURCE, FILE, "exec")
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        exec(code, {"__name__": "construct"})
    finally:
        sys.settrace(before)
    assert len(SETUP.splitlines()) + 1 in lines, lines
    assert all(1 <= line <= len(LINES) for line in lines), lines


def check_an_error_at_each_token():
    for end in range(1, len(STATEMENT)):
        for source in (STATEMENT[:end], STATEMENT[:end] + " = = "):
            try:
                compile(SETUP + "\n" + source, FILE, "exec")
            except SyntaxError as error:
                assert 1 <= error.lineno <= len(LINES) + 1, (source, error.lineno)


def check_what_is_wrong_is_told_where_it_is():
    wrong = CONSTRUCT["wrong"]
    try:
        compile(wrong, FILE, "exec")
    except SyntaxError as error:
        told = wrong.splitlines()[error.lineno - 1][error.offset - 1 :]
        assert told.startswith(CONSTRUCT["wrong_at"]) and bool(told) == bool(CONSTRUCT["wrong_at"]), (error, told)
    else:
        raise AssertionError("the wrong statement compiles")


def check_the_prompt_waits_for_more():
    def compiler(source, filename, symbol, incomplete_input=True):
        return compile(source, filename, symbol, 0x4200 if incomplete_input else 0)

    lines = STATEMENT.splitlines()
    for end in range(1, len(lines)):
        assert codeop._maybe_compile(compiler, "\n".join(lines[:end]), FILE, "single") is None, lines[:end]
    assert codeop._maybe_compile(compiler, STATEMENT + "\n", FILE, "single") is not None


CHECKS = [name.removeprefix("check_") for name in list(globals()) if name.startswith("check_")]


def failure_of(name):
    """What is wrong, or None."""
    try:
        globals()["check_" + name]()
    except Exception as error:
        return "".join(traceback.format_exception(error))
