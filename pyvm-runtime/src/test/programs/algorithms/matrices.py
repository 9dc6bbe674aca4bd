# Exact linear algebra with fractions: determinant, inverse, product, power, by operators.
from fractions import Fraction


class Matrix:
    __slots__ = ("rows",)

    def __init__(self, rows):
        self.rows = tuple(tuple(map(Fraction, row)) for row in rows)
        if len({len(row) for row in self.rows}) != 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, n):
        return cls([[i == j for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __matmul__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} and {other.shape}")
        columns = other.T.rows
        return Matrix([[sum(map(lambda x, y: x * y, row, column)) for column in columns] for row in self.rows])

    def __mul__(self, k):
        return Matrix([[x * k for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __add__(self, other):
        return Matrix([[x + y for x, y in zip(a, b)] for a, b in zip(self.rows, other.rows)])

    def __pow__(self, n):
        if n < 0:
            return ~self ** -n
        result = Matrix.identity(len(self.rows))
        base = self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __invert__(self):
        n = len(self.rows)
        work = [list(row) + list(unit) for row, unit in zip(self.rows, Matrix.identity(n).rows)]
        for i in range(n):
            pivot = next((r for r in range(i, n) if work[r][i]), None)
            if pivot is None:
                raise ZeroDivisionError("matrix is singular")
            work[i], work[pivot] = work[pivot], work[i]
            work[i] = [x / work[i][i] for x in work[i]]
            for r in range(n):
                if r != i and work[r][i]:
                    factor = work[r][i]
                    work[r] = [x - factor * y for x, y in zip(work[r], work[i])]
        return Matrix([row[n:] for row in work])

    def det(self):
        if self.shape == (1, 1):
            return self.rows[0][0]
        return sum(
            (-1) ** j * x * Matrix([row[:j] + row[j + 1 :] for row in self.rows[1:]]).det()
            for j, x in enumerate(self.rows[0])
            if x
        )

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __hash__(self):
        return hash(self.rows)

    def __getitem__(self, key):
        i, j = key
        if isinstance(i, slice) or isinstance(j, slice):
            rows = self.rows[i] if isinstance(i, slice) else (self.rows[i],)
            return Matrix([row[j] if isinstance(j, slice) else (row[j],) for row in rows])
        return self.rows[i][j]

    def __repr__(self):
        cells = [[str(x) for x in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*cells)]
        return "\n".join("[" + "  ".join(c.rjust(w) for c, w in zip(row, widths)) + "]" for row in cells)


a = Matrix([[2, 1, 1], [1, 3, 2], [1, 0, 0]])
print(a)
print("det", a.det())
print(~a)
print(a @ ~a == Matrix.identity(3), hash(a @ ~a) == hash(Matrix.identity(3)))
hilbert = Matrix([[Fraction(1, i + j + 1) for j in range(4)] for i in range(4)])
print(hilbert)
print(~hilbert)
print(hilbert.det())
fib = Matrix([[1, 1], [1, 0]])
print((fib**90)[0, 1], (fib**-3)[0, 0])
print(a[0:2, 1:], a[2, 0], a.T[0, :], sep="\n--\n")
print(2 * a + a * Fraction(1, 2))
for bad in (
    lambda: ~Matrix([[1, 2], [2, 4]]),
    lambda: Matrix([[1, 2], [3]]),
    lambda: a @ fib,
    lambda: a @ 3,
    lambda: a[5, 5],
):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
