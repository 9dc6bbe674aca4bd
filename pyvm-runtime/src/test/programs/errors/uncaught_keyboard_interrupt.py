def work():
    raise KeyboardInterrupt


try:
    work()
finally:
    print("interrupted, but tidy")
