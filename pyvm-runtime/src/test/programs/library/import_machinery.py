# Modules made on the fly: packages, relative imports, cycles, reload, __all__, lazy attributes, errors inside.
import importlib
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    def write(name, text):
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as f:
            f.write(text)

    write("pkg/__init__.py", "print('init', __name__, __package__)\nfrom . import a\n__all__ = ['a', 'exported']\nexported = 1\nhidden = 2\ndef __getattr__(name):\n    if name == 'lazy': return 'made when asked'\n    raise AttributeError(f'pkg has no {name}')\n")
    write("pkg/a.py", "from .sub import b\nfrom . import c as see\nvalue = b.value + 1\n")
    write("pkg/c.py", "from . import a\nhas_value = hasattr(a, 'value')\n")
    write("pkg/sub/__init__.py", "")
    write("pkg/sub/b.py", "import sys\nfrom .. import sub\nvalue = 41\nname = __name__, __spec__.parent, __file__.endswith('b.py')\n")
    write("cycle1.py", "import cycle2\nx = 1\nfrom cycle2 import y\n")
    write("cycle2.py", "import cycle1\ny = getattr(cycle1, 'x', 'not yet')\n")
    write("cycle3.py", "from cycle4 import b\na = 1\n")
    write("cycle4.py", "from cycle3 import a\nb = 2\n")
    write("broken.py", "x = 1\n1 / 0\n")
    write("bad_syntax.py", "def f(:\n    pass\n")
    write("changing.py", "value = 1\n")
    write("runme.py", "if __name__ == '__main__':\n    print('run as main')\nresult = __name__\n")
    write("nspkg/inner.py", "x = 'namespace'\n")
    sys.path.insert(0, folder)
    sys.dont_write_bytecode = True
    importlib.invalidate_caches()
    import pkg.sub.b as bee
    import pkg

    print(pkg.a.value, bee.name, pkg.a.see.has_value, pkg.lazy, "pkg.sub" in sys.modules)
    namespace = {}
    exec("from pkg import *", namespace)
    print(sorted(k for k in namespace if k != "__builtins__"))
    for statement in ("from pkg import nothing", "import pkg.nothing", "pkg.nope", "import broken", "import bad_syntax", "import cycle3", "from pkg.a import zzz"):
        try:
            exec(statement)
        except Exception as e:
            print(f"{statement}: {type(e).__name__}: {str(e).replace(folder, 'DIR')}")
    print("broken" in sys.modules, "pkg.nothing" in sys.modules)
    import cycle1

    print(cycle1.y, sys.modules["cycle2"].y)
    import changing

    write("changing.py", "value = 'changed'\nnew = True\n")
    importlib.reload(changing)
    print(changing.value, changing.new)
    import nspkg.inner
    import runpy

    print(nspkg.inner.x, nspkg.__file__ if hasattr(nspkg, "__file__") else None, type(nspkg.__path__).__name__)
    print(runpy.run_module("runme", run_name="__main__")["result"], runpy.run_path(os.path.join(folder, "runme.py"))["result"])
    spec = importlib.util.find_spec("pkg.a")
    print(spec.name, spec.parent, os.path.basename(spec.origin), spec.has_location, importlib.util.find_spec("no_such_module"))
    print(importlib.import_module(".sub", "pkg").__name__, __import__("pkg.sub").__name__, __import__("pkg.sub", fromlist=["b"]).__name__)

    class Finder:
        def find_spec(self, name, path=None, target=None):
            if name.startswith("virtual_"):
                return importlib.util.spec_from_loader(name, self)

        def create_module(self, spec):
            return None

        def exec_module(self, module):
            module.answer = module.__name__[8:]

    sys.meta_path.append(Finder())
    import virtual_thing

    print(virtual_thing.answer, virtual_thing.__loader__.__class__.__name__)
    sys.modules["blocked"] = None
    try:
        import blocked
    except ModuleNotFoundError as e:
        print(e)
print(__name__, __spec__, __file__.endswith("import_machinery.py"), sys.argv[0].endswith("import_machinery.py"))
