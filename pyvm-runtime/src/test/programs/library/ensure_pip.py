"""What ensurepip would have pip do; the wheels here are empty."""
import os
import tempfile
import ensurepip
import ensurepip._uninstall

with tempfile.TemporaryDirectory() as folder:
    for name in ["pip-9.0-py3-none-any.whl", "setuptools-65.5.0-py3-none-any.whl", "wheel-0.38-py3-none-any.whl", "pip.txt"]:
        open(os.path.join(folder, name), "wb").close()
    ensurepip._WHEEL_PKG_DIR, ensurepip._PACKAGES = folder, None
    print(ensurepip.version())

    def run_pip(args, additional_paths=None):
        print(*[word if "/" not in word or word == "/r" else "FOLDER" for word in args])
        if additional_paths:
            print(sorted(os.path.basename(path) for path in additional_paths), all(map(os.path.exists, additional_paths)))
            print(os.environ.get("ENSUREPIP_OPTIONS"), os.environ["PIP_CONFIG_FILE"], "PIP_INDEX_URL" in os.environ)
        return 3

    ensurepip._run_pip = run_pip
    os.environ["PIP_INDEX_URL"] = "x"
    ensurepip.bootstrap()
    print(ensurepip.bootstrap(root="/r", upgrade=True, user=True, altinstall=True, verbosity=2))
    del os.environ["ENSUREPIP_OPTIONS"]
    print(ensurepip._main(["--default-pip", "-U", "-vvv"]))
    try:
        ensurepip.bootstrap(altinstall=True, default_pip=True)
    except ValueError as error:
        print(error)
    for main in ensurepip._main, ensurepip._uninstall._main:
        try:
            main(["--version"])
        except SystemExit as end:
            print(end.code)
