# Breadth first, depth first, Dijkstra, topological order, minimal spanning tree, strong components.
import heapq
from collections import defaultdict, deque

ROADS = """
Aden Bonn 4
Aden Cork 2
Bonn Cork 1
Bonn Dakar 5
Cork Dakar 8
Cork Essen 10
Dakar Essen 2
Dakar Fargo 6
Essen Fargo 3
Giza Hama 1
"""


def read(text):
    graph = defaultdict(dict)
    for line in text.split("\n"):
        if not line:
            continue
        a, b, length = line.split()
        graph[a][b] = graph[b][a] = int(length)
    return graph


def breadth_first(graph, start):
    seen = {start: 0}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for there in graph[here]:
            if there not in seen:
                seen[there] = seen[here] + 1
                queue.append(there)
    return seen


def depth_first(graph, start, seen=None):
    seen = set() if seen is None else seen
    seen.add(start)
    yield start
    for there in graph[start]:
        if there not in seen:
            yield from depth_first(graph, there, seen)


def dijkstra(graph, start):
    best = {start: (0, None)}
    heap = [(0, start)]
    while heap:
        distance, here = heapq.heappop(heap)
        if distance > best[here][0]:
            continue
        for there, length in graph[here].items():
            new = distance + length
            if there not in best or new < best[there][0]:
                best[there] = (new, here)
                heapq.heappush(heap, (new, there))
    return best


def path(best, end):
    out = []
    while end is not None:
        out.append(end)
        end = best[end][1]
    return out[::-1]


def spanning_tree(graph):
    parent = {node: node for node in graph}

    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    edges = sorted((length, a, b) for a in graph for b, length in graph[a].items() if a < b)
    for length, a, b in edges:
        if (ra := find(a)) != (rb := find(b)):
            parent[ra] = rb
            yield a, b, length


class Cycle(Exception):
    pass


def topological(needs):
    done, active, out = set(), [], []

    def visit(task):
        if task in done:
            return
        if task in active:
            raise Cycle(" -> ".join(active[active.index(task):] + [task]))
        active.append(task)
        for other in needs.get(task, ()):
            visit(other)
        active.pop()
        done.add(task)
        out.append(task)

    for task in needs:
        visit(task)
    return out


def strong_components(graph):
    index, low, stack, out = {}, {}, [], []

    def visit(v):
        index[v] = low[v] = len(index)
        stack.append(v)
        for w in graph[v]:
            if w not in index:
                visit(w)
                low[v] = min(low[v], low[w])
            elif w in stack:
                low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            i = stack.index(v)
            out.append(sorted(stack[i:]))
            del stack[i:]

    for v in graph:
        if v not in index:
            visit(v)
    return out


roads = read(ROADS)
print(dict(breadth_first(roads, "Aden")))
print(list(depth_first(roads, "Aden")))
best = dijkstra(roads, "Aden")
for city in sorted(best):
    print(f"{city:<6}{best[city][0]:>4}  {' - '.join(path(best, city))}")
tree = list(spanning_tree(roads))
print(tree, sum(length for *_, length in tree))
print(topological({"shoes": ["socks", "trousers"], "trousers": ["pants"], "shirt": []}))
try:
    topological({"egg": ["hen"], "hen": ["farm", "egg"]})
except Cycle as e:
    print("cycle:", e)
print(strong_components({1: [2], 2: [3], 3: [1], 4: [3, 5], 5: [6], 6: [4], 7: [7]}))
