"""Records what CPython 3.11 makes of the sources in resources/org/pyvm/ast/cases, beside them, and of a standard library.

    python3.11 record.py [DIRECTORY OF THE STANDARD LIBRARY]

A case is its mode and options, the source, and behind a line of dashes the outcome: warnings, then the dump or the error.
"""

import ast
import hashlib
import os
import sys
import warnings

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'resources', 'org', 'pyvm', 'ast')


def outcome(header, source):
    mode, *options = header.split()
    flags = ast.PyCF_ONLY_AST | (ast.PyCF_TYPE_COMMENTS if 'type_comments' in options else 0)
    lines = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('error' if 'error' in options else 'always')
        try:
            tree = compile(source, '<case>', mode, flags)
            result = ast.dump(tree, include_attributes=True)
        except SyntaxError as e:
            place = f'{e.lineno}, {e.offset}, {e.end_lineno}, {e.end_offset}'
            result = f'{type(e).__name__}: {e.msg} ({place}) {ascii(e.text)}'
    for warning in caught:
        lines.append(f'{warning.category.__name__} in line {warning.lineno}: {warning.message}')
    return '\n'.join([*lines, result])


def record_cases(path):
    with open(path, encoding='utf-8', newline='') as file:
        cases = file.read().removesuffix('\n').split('\n====\n')
    recorded = []
    for case in cases:
        source, _, _ = case.partition('\n----\n')
        header, _, source = source.partition('\n')
        recorded.append(f'{header}\n{source}\n----\n{outcome(header, source)}')
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write('\n====\n'.join(recorded) + '\n')


def record_library(root):
    lines = []
    for directory, _, names in os.walk(root):
        for name in names:
            if name.endswith('.py'):
                path = os.path.join(directory, name)
                with open(path, 'rb') as file:
                    tree = compile(file.read(), path, 'exec', ast.PyCF_ONLY_AST)
                dump = ast.dump(tree, include_attributes=True).encode('utf-8', 'surrogatepass')
                lines.append(f'{hashlib.sha256(dump).hexdigest()} {os.path.relpath(path, root)}\n')
    with open(os.path.join(CASES, 'standard-library.sha256'), 'w', encoding='utf-8') as file:
        file.writelines(sorted(lines, key=lambda line: line.split()[1]))


if __name__ == '__main__':
    for name in sorted(os.listdir(os.path.join(CASES, 'cases'))):
        record_cases(os.path.join(CASES, 'cases', name))
    if len(sys.argv) > 1:
        warnings.simplefilter('ignore')
        record_library(sys.argv[1])
