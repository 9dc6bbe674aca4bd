from functools import cache
from itertools import combinations


@cache
def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


def fewest(amount, coins):
    best = [0] + [None] * amount
    last = [None] * (amount + 1)
    for total in range(1, amount + 1):
        for coin in coins:
            if coin <= total and best[total - coin] is not None:
                if best[total] is None or best[total - coin] + 1 < best[total]:
                    best[total], last[total] = best[total - coin] + 1, coin
    if best[amount] is None:
        return None
    out = []
    while amount:
        out.append(last[amount])
        amount -= last[amount]
    return sorted(out, reverse=True)


def knapsack(items, room):
    best = {0: (0, ())}
    for name, weight, value in items:
        for used, (worth, names) in sorted(best.items(), reverse=True):
            if used + weight <= room:
                new = (worth + value, names + (name,))
                if best.get(used + weight, (0,))[0] < new[0]:
                    best[used + weight] = new
    return max(best.values())


print([ways(n, (50, 25, 10, 5, 1)) for n in (1, 5, 10, 25, 50, 100)])
print(fewest(63, [1, 10, 21, 25]), fewest(7, [2, 4]), fewest(0, [3]))
items = [("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("glucose", 15, 60),
         ("tin", 68, 45), ("banana", 27, 60), ("apple", 39, 40), ("cheese", 23, 30), ("beer", 52, 10)]
worth, names = knapsack(items, 200)
print(worth, names)
brute = max(
    sum(v for _, _, v in chosen)
    for n in range(len(items) + 1)
    for chosen in combinations(items, n)
    if sum(w for _, w, _ in chosen) <= 200
)
print(brute == worth)
