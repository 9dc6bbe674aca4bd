"""python -m ensurepip._uninstall: removes what ensurepip has installed."""
import sys

import ensurepip


def _main(argv=None):
    args = ensurepip._parser("python -m ensurepip._uninstall").parse_args(argv)
    return ensurepip._uninstall_helper(verbosity=args.verbosity)


if __name__ == "__main__":
    sys.exit(_main())
