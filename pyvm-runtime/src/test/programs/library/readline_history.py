"""readline: a history in memory and in files, and settings, whether or not there is a terminal."""
import os
import readline
import tempfile


def show(call, *args):
    try:
        print(call.__name__, args, repr(call(*args)))
    except Exception as error:
        print(call.__name__, args, type(error).__name__, error)


readline.clear_history()
for line in ("first", "second", "third"):
    readline.add_history(line)
show(readline.get_current_history_length)
for index in (0, 1, 3, 4):
    show(readline.get_history_item, index)
show(readline.replace_history_item, 0, "1st")
show(readline.remove_history_item, 1)
for call in (readline.remove_history_item, readline.replace_history_item):
    for position in (9, -1):
        show(call, position, *["x"] * (call is readline.replace_history_item))

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    show(readline.write_history_file, "history")
    show(readline.append_history_file, 1, "history")
    print(open("history").readlines())
    readline.clear_history()
    show(readline.read_history_file, b"history")
    show(readline.get_history_item, 3)
    show(readline.set_history_length, 1)
    show(readline.write_history_file, "history")
    print(open("history").readlines(), readline.get_history_length())
    show(readline.read_history_file, "none")
    show(readline.append_history_file, 1, "none")
    os.chdir("/")

show(readline.set_completer, len)
print(readline.get_completer() is len, readline.set_completer(), readline.get_completer())
show(readline.set_completer, 5)
show(readline.set_startup_hook, "x")
readline.set_completer_delims(" \t")
print(repr(readline.get_completer_delims()), repr(readline.get_line_buffer()), readline.get_begidx(), readline.get_endidx())
show(readline.add_history, b"bytes")
show(readline.set_history_length, "1")
show(readline.parse_and_bind, "tab: complete")
