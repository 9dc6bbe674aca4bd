import sys
import threading


def hook(kind, value, traceback):
    print("hook:", kind.__name__, value, traceback.tb_lineno, file=sys.stderr)


sys.excepthook = hook
threading.excepthook = lambda args: print("thread hook:", args.exc_type.__name__, args.thread.name, file=sys.stderr)
t = threading.Thread(target=lambda: {}["x"], name="worker")
t.start()
t.join()
sys.unraisablehook = lambda args: print("unraisable", args.exc_value, file=sys.stderr)
raise ValueError("goes to the hook")
