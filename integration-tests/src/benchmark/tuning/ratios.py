# SPDX-License-Identifier: Apache-2.0
"""Ratios of seconds, paired by round, with 95 % intervals from Student's t of their logarithms."""

import math
from dataclasses import dataclass
from statistics import fmean, stdev

# The 97.5 % quantiles of Student's t by degrees of freedom; beyond them the last one, which is wider.
QUANTILES = [
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
]


@dataclass(frozen=True)
class Ratio:
    """A geometric mean; one pair alone has no bounds."""

    mean: float
    lower: float
    upper: float
    pairs: int

    def __str__(self):
        if self.pairs < 2:
            return f"{self.mean:.2f}"
        return f"{self.mean:.2f} ({self.lower:.2f}–{self.upper:.2f})"


def of_logarithms(logarithms):
    if not logarithms:
        return None
    mean = fmean(logarithms)
    if len(logarithms) < 2:
        return Ratio(math.exp(mean), 0, math.inf, 1)
    quantile = QUANTILES[min(len(logarithms) - 1, len(QUANTILES)) - 1]
    half = quantile * stdev(logarithms) / math.sqrt(len(logarithms))
    return Ratio(
        math.exp(mean), math.exp(mean - half), math.exp(mean + half), len(logarithms)
    )


def paired(numerators, denominators):
    """Logarithms of what was measured together, by what the seconds go by: the round and the run."""
    return {
        together: math.log(seconds / denominators[together])
        for together, seconds in numerators.items()
        if together in denominators
    }


def ratio(numerators, denominators):
    return of_logarithms(list(paired(numerators, denominators).values()))


def overall(pairs):
    """Over workloads, each of which counts the same: of every round that all of them have
    the mean, and the interval from how these means differ. The pairs go by round and run."""
    by_round = [{number: value for (number, _), value in each.items()} for each in pairs]
    rounds = set.intersection(*map(set, by_round)) if by_round else set()
    return of_logarithms([fmean(each[number] for each in by_round) for number in sorted(rounds)])


def geometric_mean(values):
    return math.exp(fmean(map(math.log, values)))
