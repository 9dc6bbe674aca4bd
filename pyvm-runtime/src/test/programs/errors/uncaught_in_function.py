def average(numbers):
    total = sum(numbers)
    return total / len(numbers)


def report(groups):
    for name, numbers in groups.items():
        print(name, average(numbers))


report({"first": [1, 2, 3], "second": []})
