"""Finds modules named shape_SIDES anywhere, and any lower-case module in the folder <shapes>."""

from importlib.machinery import ModuleSpec


class _Loader:
    def __init__(self, text):
        self.text = text

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.text = self.text


class ByName:
    @staticmethod
    def find_spec(name, path, target=None):
        if name.startswith("shape_") and name[6:].isdigit():
            return ModuleSpec(name, _Loader(f"{name[6:]} sides"))
        return None


class BelowShapes:
    def __init__(self, entry):
        if entry != "<shapes>":
            raise ImportError("not ours")

    def find_spec(self, name, target=None):
        return ModuleSpec(name, _Loader(f"{name} of a folder")) if name.startswith("drawn") else None
