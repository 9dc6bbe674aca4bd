# Modules and packages in a zip archive on sys.path, their data, and a traceback through one.
import importlib.resources
import os
import sys
import tempfile
import traceback
import zipfile

with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "archive.zip")
    with zipfile.ZipFile(name, "w") as archive:
        archive.writestr("inside.py", "def fail():\n    return 1 / 0\n")
        archive.writestr("pack/__init__.py", "from .part import value\n")
        archive.writestr("pack/part.py", "value = 42\n")
        archive.writestr("pack/data.txt", "text in the archive")
    sys.path.insert(0, name)
    import inside
    import pack

    print(pack.value, type(pack.__spec__.loader).__name__, pack.__file__ == os.path.join(name, "pack", "__init__.py"))
    print(importlib.resources.files("pack").joinpath("data.txt").read_text())
    try:
        inside.fail()
    except ZeroDivisionError as error:
        print(traceback.extract_tb(error.__traceback__)[-1].line)
    try:
        import pack.nothing
    except ModuleNotFoundError as error:
        print(error, error.name)
