# What is dropped together with a file may still write to it.
import gc
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "file")


def content():
    gc.collect()
    with open(path) as file:
        return file.read()


def writes():
    with open(path, "w") as file:
        try:
            file.write("begin ")
            yield
        finally:
            file.write("end")


def dropped_generator():
    generator = writes()
    next(generator)


class Log:
    def __init__(self, file):
        self.file = file

    def __del__(self):
        self.file.write(" closing")
        self.file.close()


def dropped_object():
    log = Log(open(path, "w"))
    log.file.write("log")


def dropped_chain():
    first = Log(open(path, "w"))
    holder = [Log(open(path + "2", "w")), first]
    holder[0].file.write("ignored")
    first.file.write("chain")


for drop in (dropped_generator, dropped_object, dropped_chain):
    drop()
    print(drop.__name__, content())
