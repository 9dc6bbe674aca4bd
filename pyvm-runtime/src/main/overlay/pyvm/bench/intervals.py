"""The statistics: what a few forks say of a machine, with the interval that holds the truth 19 times out of 20.

A fork counts as one value, the median of its rounds: rounds of one process share its luck (what was compiled when, where
objects lie), so that only forks tell how far a figure can be trusted.
"""

import math
import statistics

# Student's t for 95 %, two-sided, by degrees of freedom from 1 on.
_T95 = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042)
_NORMAL = 1.960


class Interval:
    """A value with the bounds of its confidence interval, which are None when it cannot be told."""

    def __init__(self, value, low=None, high=None):
        self.value = value
        self.low = low
        self.high = high

    def __repr__(self):
        return f"Interval({self.value!r}, {self.low!r}, {self.high!r})"

    def as_json(self):
        return {"value": self.value, "low": self.low, "high": self.high}


def student(degrees):
    """Student's t for a number of degrees of freedom, which need not be whole; the next smaller one is taken."""
    return _T95[int(degrees) - 1] if degrees < len(_T95) + 1 else _NORMAL


def of(values):
    """The mean of one value from each fork."""
    mean = statistics.fmean(values)
    if len(values) < 2:
        return Interval(mean)
    half = student(len(values) - 1) * statistics.stdev(values) / math.sqrt(len(values))
    return Interval(mean, mean - half, mean + half)


def ratio(theirs, ours):
    """How many times faster we are: the quotient of geometric means, by Welch's interval of the difference of logarithms."""
    ratio, variance, degrees = _log_ratio(theirs, ours)
    return _from_log(ratio, variance, degrees)


def geometric_mean(pairs):
    """The geometric mean of the ratios of (theirs, ours); programs are taken for independent of each other."""
    logs = [_log_ratio(theirs, ours) for theirs, ours in pairs]
    mean = statistics.fmean(log for log, _, _ in logs)
    if any(variance is None for _, variance, _ in logs):
        return Interval(math.exp(mean))
    variance = sum(v for _, v, _ in logs) / len(logs) ** 2
    # Welch and Satterthwaite, over the programs' variances.
    squares = sum(v * v / d for _, v, d in logs)
    return _from_log(mean, variance, sum(v for _, v, _ in logs) ** 2 / squares if squares else math.inf)


def _log_ratio(theirs, ours):
    """The logarithm of the ratio, its variance, and the degrees of freedom of that; None where a side has one fork."""
    a, b = [math.log(t) for t in theirs], [math.log(t) for t in ours]
    log = statistics.fmean(a) - statistics.fmean(b)
    if len(a) < 2 or len(b) < 2:
        return log, None, None
    va, vb = statistics.variance(a) / len(a), statistics.variance(b) / len(b)
    squares = va * va / (len(a) - 1) + vb * vb / (len(b) - 1)
    return log, va + vb, (va + vb) ** 2 / squares if squares else math.inf


def _from_log(log, variance, degrees):
    if variance is None:
        return Interval(math.exp(log))
    half = student(max(degrees, 1)) * math.sqrt(variance)
    return Interval(math.exp(log), math.exp(log - half), math.exp(log + half))
