"""Polymorphic calls and lists of objects: an incremental solver of one-way constraints with strengths."""
from timing import measure

REQUIRED, STRONG, NORMAL, WEAK, WEAKEST = range(5)


class Variable:
    def __init__(self, value):
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAKEST
        self.stays = True


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def activate(self, planner):
        for v in self.variables():
            v.constraints.append(self)
        planner.add(self)

    def deactivate(self, planner):
        for v in self.variables():
            v.constraints.remove(self)
        if self.is_satisfied():
            planner.remove(self)

    def satisfy(self, planner, mark):
        """Enforces this one if it can; answers the constraint that had to give way."""
        self.choose(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise RuntimeError("could not satisfy a required constraint")
            return None
        for v in self.inputs():
            v.mark = mark
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.give_up()
        out.determined_by = self
        if not planner.propagate(self, mark):
            raise RuntimeError("cycle")
        out.mark = mark
        return overridden

    def inputs_known(self, mark):
        for v in self.inputs():
            if not (v.mark == mark or v.stays or v.determined_by is None):
                return False
        return True

    def is_input(self):
        return False


class Unary(Constraint):
    def __init__(self, planner, variable, strength):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        self.activate(planner)

    def variables(self):
        return (self.variable,)

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def is_satisfied(self):
        return self.satisfied

    def give_up(self):
        self.satisfied = False

    def choose(self, mark):
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.strength

    def recalculate(self):
        out = self.variable
        out.strength = self.strength
        out.stays = not self.is_input()
        if out.stays:
            self.execute()


class Stay(Unary):
    def execute(self):
        pass


class Edit(Unary):
    def is_input(self):
        return True

    def execute(self):
        pass


class Binary(Constraint):
    def __init__(self, planner, a, b, strength):
        super().__init__(strength)
        self.a, self.b = a, b
        self.direction = 0
        self.activate(planner)

    def variables(self):
        return (self.a, self.b)

    def choose(self, mark):
        a, b = self.a, self.b
        if a.mark == mark:
            self.direction = 1 if b.mark != mark and self.strength < b.strength else 0
        elif b.mark == mark:
            self.direction = -1 if self.strength < a.strength else 0
        elif a.strength > b.strength:
            self.direction = -1 if self.strength < a.strength else 0
        else:
            self.direction = 1 if self.strength < b.strength else 0

    def is_satisfied(self):
        return self.direction != 0

    def give_up(self):
        self.direction = 0

    def inputs(self):
        return (self.a,) if self.direction > 0 else (self.b,)

    def output(self):
        return self.b if self.direction > 0 else self.a

    def recalculate(self):
        source, out = (self.a, self.b) if self.direction > 0 else (self.b, self.a)
        out.strength = max(self.strength, source.strength)
        out.stays = source.stays
        if out.stays:
            self.execute()


class Equal(Binary):
    def execute(self):
        if self.direction > 0:
            self.b.value = self.a.value
        else:
            self.a.value = self.b.value


class Scale(Binary):
    """b = a * factor + offset; factor and offset are variables that it only reads."""

    def __init__(self, planner, a, factor, offset, b, strength):
        self.factor, self.offset = factor, offset
        super().__init__(planner, a, b, strength)

    def variables(self):
        return (self.a, self.b, self.factor, self.offset)

    def inputs(self):
        return (self.a if self.direction > 0 else self.b, self.factor, self.offset)

    def execute(self):
        if self.direction > 0:
            self.b.value = self.a.value * self.factor.value + self.offset.value
        else:
            self.a.value = (self.b.value - self.offset.value) // self.factor.value

    def recalculate(self):
        source, out = (self.a, self.b) if self.direction > 0 else (self.b, self.a)
        out.strength = max(self.strength, source.strength)
        out.stays = source.stays and self.factor.stays and self.offset.stays
        if out.stays:
            self.execute()


class Planner:
    def __init__(self):
        self.current = 0

    def new_mark(self):
        self.current += 1
        return self.current

    def add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(self, mark)
        while overridden is not None:
            overridden = overridden.satisfy(self, mark)

    def remove(self, constraint):
        out = constraint.output()
        constraint.give_up()
        out.determined_by = None
        out.strength = WEAKEST
        out.stays = True
        unsatisfied = []
        todo = [out]
        while todo:
            v = todo.pop()
            for c in v.constraints:
                if not c.is_satisfied():
                    unsatisfied.append(c)
            for c in v.constraints:
                if c is not v.determined_by and c.is_satisfied():
                    c.recalculate()
                    todo.append(c.output())
        unsatisfied.sort(key=lambda c: c.strength)
        for c in unsatisfied:
            if not c.is_satisfied():
                self.add(c)

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            c = todo.pop()
            out = c.output()
            if out.mark == mark:
                return False
            c.recalculate()
            for other in out.constraints:
                if other is not out.determined_by and other.is_satisfied():
                    todo.append(other)
        return True

    def plan(self, sources):
        mark = self.new_mark()
        todo, steps = list(sources), []
        while todo:
            c = todo.pop()
            out = c.output()
            if out.mark != mark and c.inputs_known(mark):
                steps.append(c)
                out.mark = mark
                for other in out.constraints:
                    if other is not out.determined_by and other.is_satisfied():
                        todo.append(other)
        return steps


def change(planner, variable, value):
    edit = Edit(planner, variable, STRONG)
    plan = planner.plan([edit])
    for _ in range(10):
        variable.value = value
        for constraint in plan:
            constraint.execute()
    edit.deactivate(planner)


def chain(n):
    planner = Planner()
    variables = [Variable(0) for _ in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equal(planner, a, b, REQUIRED)
    Stay(planner, variables[-1], WEAK)
    edit = Edit(planner, variables[0], STRONG)
    plan = planner.plan([edit])
    total = 0
    for value in range(100):
        variables[0].value = value
        for constraint in plan:
            constraint.execute()
        total += variables[-1].value
    edit.deactivate(planner)
    return total


def projection(n):
    planner = Planner()
    factor, offset = Variable(10), Variable(1000)
    pairs = []
    for i in range(n):
        source, target = Variable(i), Variable(i)
        pairs.append((source, target))
        Stay(planner, source, NORMAL)
        Scale(planner, source, factor, offset, target, REQUIRED)
    results = []
    change(planner, pairs[0][0], 17)
    results.append(pairs[0][1].value)
    change(planner, pairs[0][1], 1050)
    results.append(pairs[0][0].value)
    change(planner, factor, 5)
    results.append(sum(target.value for _, target in pairs))
    change(planner, offset, 2000)
    results.append(sum(target.value for _, target in pairs))
    return results


def run():
    return chain(500), projection(500)


measure(run, (4950, [1170, 5, 1123775, 1623775]))
