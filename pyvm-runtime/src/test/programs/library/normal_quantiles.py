"""The inverse of the normal distribution: middle, tails and far tails, and what it is not defined for."""
import _statistics
from statistics import NormalDist

for p in (0.5, 0.4, 0.926, 0.01, 0.999, 1e-12, 1 - 2**-53, 5e-324):
    print(repr(NormalDist(100, 15).inv_cdf(p)))

height = NormalDist.from_samples([162.1, 171.4, 168.8, 180.2, 175.5])
print([round(cut, 9) for cut in height.quantiles(n=4)])

for arguments in ((0.0, 0, 1), (1.0, 0, 1), (0.5, 0, 0), (0.5, 0, -1), ("x", 0, 1)):
    try:
        print(_statistics._normal_dist_inv_cdf(*arguments))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(_statistics._normal_dist_inv_cdf(float("nan"), 0, 1))
