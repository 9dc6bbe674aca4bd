"""The syntax plugins that this interpreter can switch on.

`from __syntax__ import NAME` in the header of a file (before its first statement, beside docstring, comments and
imports from __future__) has the rest of the file read with plugin NAME on. At run time the name is bound to what
is known of the plugin, as names imported from __future__ are.
"""

import _pyvm

__all__ = ["all_feature_names"]


class _Feature:
    """A syntax plugin."""

    def __init__(self, name, version):
        self.name = name
        self.version = version

    def getVersion(self):
        """The version of the plugin, as a string."""
        return self.version

    def __repr__(self):
        return f"_Feature({self.name!r}, {self.version!r})"


def __getattr__(name):
    if name == "all_feature_names":
        return _pyvm.plugin_names()
    version = _pyvm.plugin_version(name)
    if version is None:
        raise AttributeError(f"module '__syntax__' has no attribute {name!r}")
    feature = globals()[name] = _Feature(name, version)
    return feature


def __dir__():
    return sorted(set(globals()) | set(_pyvm.plugin_names()))
