def make_tally():
    count = 0

    def tally():
        nonlocal count
        count = count + 1
        return count

    return tally
