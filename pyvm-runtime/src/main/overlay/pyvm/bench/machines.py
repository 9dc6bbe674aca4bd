"""What is compared: strategies of this machine, and another Python."""

import os
import platform
import shutil
import subprocess
import sys

OTHERS = ("python3.11", "python3")


class Unusable(Exception):
    """A Python that cannot be measured, with the reason."""


class Machine:
    """Something that runs programs: a name for the table, the command that programs are added to, and what it says it is."""

    def __init__(self, name, command, version):
        self.name = name
        self.command = command
        self.version = version

    def as_json(self):
        return {"name": self.name, "command": self.command, "version": self.version}


def strategies(names):
    """This machine, once for each strategy."""
    version = " ".join(sys.version.split())
    return [Machine(name, [sys.executable, "-X", "eval=" + name], version) for name in names]


def other(path):
    """The Python at a path or of a name, down to the binary.

    A shim is refused: a script that looks for the Python to start costs more than many of the programs, and may start any.
    """
    found = shutil.which(path)
    if found is None:
        raise Unusable(f"{path}: no such program")
    binary = os.path.realpath(found)
    with open(binary, "rb") as file:
        if file.read(2) == b"#!":
            told = path if binary == path else f"{path} ({binary})"
            raise Unusable(f"{told} is a script, a shim such as that of pyenv: name the binary that it starts")
    facts = "import sys; print(sys.executable); print(sys.implementation.name); print(' '.join(sys.version.split()))"
    try:
        asked = subprocess.run([binary, "-c", facts], stdout=subprocess.PIPE, universal_newlines=True, timeout=60)
        executable, name, version = asked.stdout.splitlines()
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise Unusable(f"{binary} is no Python: {error}") from None
    resolved = os.path.realpath(executable)
    if not os.path.samefile(resolved, binary):
        raise Unusable(f"{binary} starts another binary, {resolved}: name that")
    return Machine({"cpython": "CPython"}.get(name, name), [binary], version)


def any_other():
    """The first Python of PATH that is no shim, or None."""
    for folder in os.get_exec_path():
        for name in OTHERS:
            try:
                return other(os.path.join(folder, name))
            except (Unusable, OSError):
                continue
    return None


def description():
    """The machine under them all."""
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"


def _processor():
    try:
        with open("/proc/cpuinfo") as file:
            for line in file:
                if line.startswith("model name"):
                    return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.machine()
