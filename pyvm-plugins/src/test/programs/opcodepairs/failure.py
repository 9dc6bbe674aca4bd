# plugins: opcodepairs
# What fails is told as without it.
def last(items):
    return items[len(items)]


print(last([1, 2]))
