"""Records what CPython makes of the sources in resources/org/pyvm/parser, in place.

    python3.11 record.py    errors.tsv: mode, flags and source of a line are kept, the rest is what compile() says
    python3.6 record.py     numbers36/*.txt: a source, and behind a line of dashes parser.st2list's answer
"""

import glob
import os
import sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'resources', 'org', 'pyvm', 'parser')


def escape(text):
    return text.replace('\\', '\\\\').replace('\n', '\\n').replace('\t', '\\t').replace('\r', '\\r')


def unescape(field):
    pairs = {'n': '\n', 't': '\t', 'r': '\r', '\\': '\\'}
    out, i = [], 0
    while i < len(field):
        if field[i] == '\\':
            i += 1
            out.append(pairs[field[i]])
        else:
            out.append(field[i])
        i += 1
    return ''.join(out)


def outcome(mode, flags, source):
    import ast
    try:
        compile(source, 'f', mode, ast.PyCF_ONLY_AST | flags)
    except SyntaxError as e:
        place = [e.lineno, e.offset, e.end_lineno, e.end_offset]
        return [type(e).__name__, e.msg, *map(str, place), 'None' if e.text is None else e.text]
    except MemoryError:
        return ['MemoryError', '', 'None', 'None', 'None', 'None', 'None']
    return ['ok']


def record_errors(path):
    lines = []
    with open(path, encoding='utf-8', newline='') as file:
        for line in file.read().splitlines():
            if line and not line.startswith('#'):
                mode, flags, source = map(unescape, line.split('\t')[:3])
                line = '\t'.join(map(escape, [mode, flags, source, *outcome(mode, int(flags), source)]))
            lines.append(line)
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write('\n'.join(lines) + '\n')


def record_numbers(path):
    import parser
    with open(path, encoding='utf-8', newline='') as file:
        source = file.read().partition('----\n')[0]
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write('%s----\n%s\n' % (source, parser.st2list(parser.suite(source))))


if sys.version_info < (3, 7):
    for name in glob.glob(os.path.join(HERE, 'numbers36', '*.txt')):
        record_numbers(name)
else:
    record_errors(os.path.join(HERE, 'errors.tsv'))
