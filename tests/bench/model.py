"""How fast the model answers: `python tests/bench/model.py`. Prints, asserts nothing."""

import sys
from collections.abc import Callable
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from mureceptor.model.activation import effect
from mureceptor.model.adaptation import adaptation_course
from mureceptor.model.exposure import effect_driving_exposure, regular_intakes, step_times
from mureceptor.model.mixture import mixture_effect

Floats = NDArray[np.float64]

RANDOM = np.random.default_rng(1)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def seconds(call: Callable[[], object], budget: float = 0.3) -> float:
    """Best of as many calls as fit into the budget, at least three."""
    best, spent, calls = np.inf, 0.0, 0
    while spent < budget or calls < 3:
        begin = perf_counter()
        call()
        last = perf_counter() - begin
        best, spent, calls = min(best, last), spent + last, calls + 1
    return best


def compare(ligands: int, points: int, slope: float) -> tuple[float, float]:
    """Seconds for the model and for the bare expression, as one would type it unchecked."""
    c = 10.0 ** RANDOM.uniform(-3, 3, (points, ligands))
    k = 10.0 ** RANDOM.uniform(-1, 1, ligands)
    tau = RANDOM.uniform(0, 20, ligands)
    line, grip, push = c[:, 0].copy(), float(k[0]), float(tau[0])

    def bare() -> Floats:
        if ligands == 1:
            s, d = push * line / grip, 1.0 + line / grip
        else:
            s, d = (tau * c / k).sum(axis=-1), 1.0 + (c / k).sum(axis=-1)
        return np.asarray(s**slope / (s**slope + d**slope))

    def ours() -> Floats:
        if ligands == 1:
            return effect(line, grip, push, slope=slope)
        return mixture_effect(c, k, tau, slope=slope)

    return seconds(ours), seconds(bare)


def effects() -> None:
    say(f"{'slope':>6} {'ligands':>8} {'points':>9} {'ms':>10} {'effects/s':>10} {'to bare':>8}")
    for slope in (1.0, 1.4):
        for ligands in (1, 3, 8):
            for power in range(3, 7 if ligands == 8 else 8):  # 10^7 x 8 fills a small machine
                points = 10**power
                ours, bare = compare(ligands, points, slope)
                say(
                    f"{slope:>6} {ligands:>8} {points:>9} {1e3 * ours:>10.3f} "
                    f"{points / ours:>10.2e} {ours / bare:>8.2f}"
                )


def sweep(days: int) -> tuple[int, float]:
    """Number of steps and seconds for 41 stops x 2 ligands, three intakes a day."""
    intakes = regular_intakes(3, days)
    time = step_times(intakes, 24.0 * days + 24.0)
    stops = np.linspace(0, 24.0 * days, 41)[:, None, None]

    def run() -> object:
        return adaptation_course(
            time, lambda t: effect_driving_exposure(t, intakes, stop=stops), [0.7, 20.0]
        )

    return time.size, seconds(run)


def sweeps() -> None:
    say("\nadaptation: 41 stops x 2 ligands in one pass, three intakes a day")
    say(f"{'days':>6} {'steps':>8} {'ms':>10}")
    for days in (7, 28, 91, 182, 364):
        steps, taken = sweep(days)
        say(f"{days:>6} {steps:>8} {1e3 * taken:>10.1f}")


if __name__ == "__main__":
    effects()
    sweeps()
