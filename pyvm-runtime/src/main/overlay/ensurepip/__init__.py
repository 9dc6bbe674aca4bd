"""Installs pip from a wheel that is on this machine, without the network.

The standard library of this distribution comes without wheels. They are looked for in the folder that `sysconfig` knows
as WHEEL_PKG_DIR, in `_bundled` beside this file, and where Linux distributions keep the wheels for virtual environments.
"""
import collections
import os
import re
import subprocess
import sys
import sysconfig
import tempfile

__all__ = ["version", "bootstrap"]

# What is installed, in the order in which pip is told.
_PROJECTS = ("setuptools", "pip")
_BUNDLED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_bundled")
# python3-pip-whl and python3-setuptools-whl of Debian, python-pip-wheel of Fedora.
_SYSTEM_FOLDERS = ("/usr/share/python-wheels", "/usr/share/python3-wheels")
_WHEEL_PKG_DIR = sysconfig.get_config_var("WHEEL_PKG_DIR")
_WHEEL = re.compile(r"(?P<project>pip|setuptools)-(?P<version>[0-9][^-]*)-py[^-]*-[^-]*-any\.whl")

_Package = collections.namedtuple("_Package", "version wheel_name wheel_path")
# What _get_packages has found.
_PACKAGES = None


class _NoWheels(RuntimeError):
    """There is nothing to install from."""


def _newer_first(version):
    return [(part.isdigit(), int(part) if part.isdigit() else part) for part in re.findall(r"\d+|[a-z]+", version)]


def _find_packages(folder):
    """The newest wheel of each project in a folder, which need not exist."""
    try:
        names = os.listdir(folder)
    except OSError:
        return {}
    found = {}
    for name in names:
        match = _WHEEL.fullmatch(name)
        if match is None:
            continue
        package = _Package(match["version"], name, os.path.join(folder, name))
        known = found.get(match["project"])
        if known is None or _newer_first(known.version) < _newer_first(package.version):
            found[match["project"]] = package
    return found


def _get_packages():
    """All projects from the first folder that has them all; else whichever can be found."""
    global _PACKAGES
    if _PACKAGES is None:
        some = {}
        for folder in (_WHEEL_PKG_DIR, _BUNDLED, *_SYSTEM_FOLDERS):
            found = _find_packages(folder) if folder else {}
            if len(found) == len(_PROJECTS):
                some = found
                break
            some = {**found, **some}
        _PACKAGES = some
    return _PACKAGES


def _package(project):
    package = _get_packages().get(project)
    if package is None:
        raise _NoWheels(
            f"no wheel of {project} found: put {' and '.join(f'{name}-*.whl' for name in _PROJECTS)} into {_BUNDLED},"
            f" or install them where the system keeps them ({_SYSTEM_FOLDERS[0]})")
    return package


def version():
    """The version of pip that would be installed; None when there is no wheel of it."""
    package = _get_packages().get("pip")
    return package.version if package else None


_PIP_VERSION = version()


def _run_pip(args, additional_paths=()):
    """Runs pip in a process of its own: what it has imported must not meet what it replaces."""
    program = (
        "import runpy, sys\n"
        f"sys.path[:0] = {list(additional_paths)!r}\n"
        f"sys.argv[1:] = {list(args)!r}\n"
        "runpy.run_module('pip', run_name='__main__', alter_sys=True)\n")
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", program]
    if sys.flags.isolated:
        command.insert(1, "-I")
    return subprocess.run(command).returncode


def _forget_pip_settings():
    """Nothing of the user's configuration of pip counts here."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        del os.environ[name]
    os.environ["PIP_CONFIG_FILE"] = os.devnull


def _verbosity(level):
    return ["-" + "v" * level] if level else []


def bootstrap(*, root=None, upgrade=False, user=False, altinstall=False, default_pip=False, verbosity=0):
    """Installs pip and setuptools into this Python, or below root.

    As a rule the scripts pipX and pipX.Y are made; altinstall leaves pipX out, default_pip adds pip.
    os.environ is changed.
    """
    _bootstrap(
        root=root, upgrade=upgrade, user=user, altinstall=altinstall, default_pip=default_pip, verbosity=verbosity)


def _bootstrap(*, root=None, upgrade=False, user=False, altinstall=False, default_pip=False, verbosity=0):
    """bootstrap, and gives pip's exit status."""
    if altinstall and default_pip:
        raise ValueError("Cannot use altinstall and default_pip together")
    sys.audit("ensurepip.bootstrap", root)
    packages = [_package(project) for project in _PROJECTS]
    _forget_pip_settings()
    # pip reads this, and names its scripts accordingly.
    if altinstall:
        os.environ["ENSUREPIP_OPTIONS"] = "altinstall"
    elif not default_pip:
        os.environ["ENSUREPIP_OPTIONS"] = "install"

    with tempfile.TemporaryDirectory() as folder:
        # Copies: pip may replace the package that owns the wheels, and looks at everything in the folder of its links.
        wheels = []
        for package in packages:
            wheel = os.path.join(folder, package.wheel_name)
            with open(package.wheel_path, "rb") as source, open(wheel, "wb") as target:
                target.write(source.read())
            wheels.append(wheel)
        args = ["install", "--no-cache-dir", "--no-index", "--find-links", folder]
        if root:
            args += ["--root", root]
        if upgrade:
            args += ["--upgrade"]
        if user:
            args += ["--user"]
        return _run_pip([*args, *_verbosity(verbosity), *_PROJECTS], wheels)


def _uninstall_helper(*, verbosity=0):
    """Removes pip and setuptools, if they are of the version that would be installed."""
    try:
        import pip
    except ImportError:
        return None
    if pip.__version__ != version():
        print(f"ensurepip will only uninstall a matching version ({pip.__version__!r} installed, {version()!r} available)",
              file=sys.stderr)
        return None
    _forget_pip_settings()
    return _run_pip(["uninstall", "-y", "--disable-pip-version-check", *_verbosity(verbosity), *reversed(_PROJECTS)])


def _parser(prog):
    import argparse
    parser = argparse.ArgumentParser(prog=prog)
    parser.add_argument("--version", action="version", version=f"pip {version()}",
                        help="print which pip would be installed, and exit")
    parser.add_argument("-v", "--verbose", action="count", default=0, dest="verbosity",
                        help="have pip say more; up to three times")
    return parser


def _main(argv=None):
    parser = _parser("python -m ensurepip")
    parser.add_argument("-U", "--upgrade", action="store_true", default=False,
                        help="replace what is installed already")
    parser.add_argument("--user", action="store_true", default=False, help="install for this user")
    parser.add_argument("--root", default=None, help="install below this folder, as if it were /")
    parser.add_argument("--altinstall", action="store_true", default=False,
                        help="make the script pipX.Y only; without it, pipX too")
    parser.add_argument("--default-pip", action="store_true", default=False,
                        help="make the script pip too")
    args = parser.parse_args(argv)
    try:
        return _bootstrap(root=args.root, upgrade=args.upgrade, user=args.user, verbosity=args.verbosity,
                          altinstall=args.altinstall, default_pip=args.default_pip)
    except _NoWheels as problem:
        parser.exit(1, f"{parser.prog}: {problem}\n")
