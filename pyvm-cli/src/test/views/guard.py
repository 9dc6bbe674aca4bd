def wait(ready):
    unless ready:
        return 'not yet'
    return 'now'


print(wait(False), wait(True))
