# Errors that are found behind the parser: their text is read from the file that the code claims to come from.
FROM_THIS_FILE = "from __future__ import " + "rested_scopes"


def show(source, file_name):
    try:
        compile(source, file_name, "exec")
    except SyntaxError as error:
        print(error.args)
        print(error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))


show("x = 1\n" + FROM_THIS_FILE, "<string>")
show("x = 1\n" + FROM_THIS_FILE, __file__)
show(FROM_THIS_FILE, __file__)
show("\nbreak", __file__)
show(b"# coding: no_such\n", __file__)
show(b"\xef\xbb\xbf# coding: latin-1\n", "<string>")
