"""What a trace function does to f_locals reaches the variables."""
import sys


def function(a, b):
    c = a
    inner = lambda: b
    return a, inner(), c


def trace(frame, event, argument):
    if frame.f_code is function.__code__ and event == 'line':
        line = frame.f_lineno - function.__code__.co_firstlineno
        print(line, sorted(frame.f_locals))
        if line == 2:
            frame.f_locals['a'] = 'changed'
            frame.f_locals['b'] = 'cell'
            del frame.f_locals['c']
            frame.f_locals['c'] = 'new'
    return trace


sys.settrace(trace)
print(function(1, 2))
sys.settrace(None)
