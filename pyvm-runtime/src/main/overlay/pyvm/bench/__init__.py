"""Compares how fast strategies run programs, with each other and with another Python.

    python -m pyvm.bench --against /usr/bin/python3.11 --strategies tiered,switch nbody richards

`__main__` is the command, `machines` what is compared, `forks` the measuring, `intervals` the statistics, `table` and `page`
what a person looks at.
"""
