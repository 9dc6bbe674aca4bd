import faulthandler
import tempfile
import time



def fun():
    with tempfile.TemporaryFile() as f:
        faulthandler.dump_traceback(f, all_threads=False)
        f.seek(0)
        print(f.read().decode().replace(__file__, 'F'))
        faulthandler.dump_traceback_later(0.05, file=f)
        time.sleep(0.3)
        f.seek(0)
        print([l.replace(__file__, 'F') if not l.startswith('Thread') else 'Thread' for l in f.read().decode().splitlines()][-4:])
fun()
print(faulthandler.is_enabled(), faulthandler.enable(), faulthandler.is_enabled(), faulthandler.disable())
for f in (lambda: faulthandler.dump_traceback(-1), lambda: faulthandler.dump_traceback('x'), lambda: faulthandler.dump_traceback_later(0), lambda: faulthandler.register(11), lambda: faulthandler.register(100), lambda: faulthandler.unregister(10)):
    try:
        print(f())
    except Exception as e:
        print(type(e), e)
