"""Floats in attributes: the sun and four planets, a symplectic integrator."""
from math import pi, sqrt

from timing import measure

SOLAR_MASS = 4 * pi * pi
DAYS = 365.24


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx * DAYS, vy * DAYS, vz * DAYS
        self.mass = mass * SOLAR_MASS


def bodies():
    system = [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        Body(4.84143144246472090, -1.16032004402742839, -0.10362204447112311, 0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609),
        Body(8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411001, 0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812),
        Body(12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298),
        Body(15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451),
    ]
    sun = system[0]
    for axis in ("vx", "vy", "vz"):
        momentum = sum(getattr(b, axis) * b.mass for b in system)
        setattr(sun, axis, -momentum / SOLAR_MASS)
    return system


def advance(pairs, system, dt):
    for a, b in pairs:
        dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
        square = dx * dx + dy * dy + dz * dz
        magnitude = dt / (square * sqrt(square))
        toward_b, toward_a = b.mass * magnitude, a.mass * magnitude
        a.vx -= dx * toward_b
        a.vy -= dy * toward_b
        a.vz -= dz * toward_b
        b.vx += dx * toward_a
        b.vy += dy * toward_a
        b.vz += dz * toward_a
    for body in system:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def energy(pairs, system):
    kinetic = sum(0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz) for b in system)
    potential = sum(a.mass * b.mass / sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2) for a, b in pairs)
    return kinetic - potential


def run():
    system = bodies()
    pairs = [(a, b) for i, a in enumerate(system) for b in system[i + 1 :]]
    for _ in range(10000):
        advance(pairs, system, 0.01)
    return f"{energy(pairs, system):.9f}"


measure(run, "-0.169016441")
