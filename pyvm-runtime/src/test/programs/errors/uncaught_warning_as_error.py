import warnings

warnings.warn("just so you know")
warnings.warn("old", DeprecationWarning)
warnings.simplefilter("error")


def risky():
    warnings.warn("now it counts", UserWarning, stacklevel=2)


risky()
