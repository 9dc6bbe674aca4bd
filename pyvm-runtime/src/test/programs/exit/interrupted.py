"""A program that is interrupted dies of the signal, after its exit functions."""
import atexit

atexit.register(print, "the end")
raise KeyboardInterrupt
