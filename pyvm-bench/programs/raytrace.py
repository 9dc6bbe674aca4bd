"""Small vector objects with operators: spheres over a plane, one light, shadows and one reflection."""
from math import sqrt

from timing import measure


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1 / sqrt(self.dot(self)))

    def reflected(self, normal):
        return self - normal * (2 * self.dot(normal))


class Sphere:
    def __init__(self, centre, radius, brightness):
        self.centre = centre
        self.radius = radius
        self.brightness = brightness

    def distance(self, origin, direction):
        to_centre = self.centre - origin
        along = to_centre.dot(direction)
        rest = self.radius * self.radius - to_centre.dot(to_centre) + along * along
        if rest < 0:
            return None
        return along - sqrt(rest)

    def normal(self, point):
        return (point - self.centre).unit()

    def brightness_at(self, point):
        return self.brightness


class Floor:
    def __init__(self, height):
        self.height = height

    def distance(self, origin, direction):
        if abs(direction.y) < 1e-6:
            return None
        return (self.height - origin.y) / direction.y

    def normal(self, point):
        return Vector(0, 1, 0)

    def brightness_at(self, point):
        return 0.9 if (int(point.x + 1000) + int(point.z + 1000)) % 2 else 0.3


class Scene:
    def __init__(self, things, light):
        self.things = things
        self.light = light

    def nearest(self, origin, direction):
        best = None
        nearest = 1e9
        for thing in self.things:
            distance = thing.distance(origin, direction)
            if distance is not None and 1e-4 < distance < nearest:
                nearest = distance
                best = thing
        return best, nearest

    def trace(self, origin, direction, depth=0):
        thing, distance = self.nearest(origin, direction)
        if thing is None:
            return 0.1
        point = origin + direction * distance
        normal = thing.normal(point)
        to_light = (self.light - point).unit()
        shade = 0.1
        if self.nearest(point, to_light)[0] is None:
            shade += max(0.0, normal.dot(to_light))
        brightness = shade * thing.brightness_at(point)
        if depth < 1:
            brightness = brightness * 0.7 + 0.3 * self.trace(point, direction.reflected(normal), depth + 1)
        return brightness


def run(size=36):
    scene = Scene([Sphere(Vector(i - 2, i % 2 * 0.5, 5 + i), 0.8, 0.2 * (i + 1)) for i in range(4)] + [Floor(-1)],
                  Vector(5, 10, -5))
    eye = Vector(0, 0.5, -2)
    total = 0.0
    for row in range(size):
        for column in range(size):
            total += scene.trace(eye, Vector(column / size - 0.5, 0.5 - row / size, 1).unit())
    return round(total, 6)


measure(run, 292.732209)
