"""A file that is dropped while it is open is closed, with a warning."""
import gc
import os
import tempfile
import warnings

path = os.path.join(tempfile.mkdtemp(), 'text')
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    file = open(path, 'w', encoding='utf-8')
    file.write('held back')
    del file
    gc.collect()
    file = open(path, 'rb')
    del file
    gc.collect()
    with open(path) as file:
        print(file.read())
for warning in caught:
    print(warning.category.__name__, str(warning.message).replace(path, 'PATH'))
