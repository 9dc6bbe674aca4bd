import logging
import sys
import unittest
import warnings

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(message)s")
log = logging.getLogger("app.part")


def work():
    log.debug("invisible")
    log.info("value %d of %s", 5, {"a": 1})
    log.warning("%(x)s", {"x": "by name"})
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed")


work()
logging.getLogger("app").setLevel(logging.ERROR)
log.warning("filtered by the parent")
print(log.getEffectiveLevel(), log.isEnabledFor(logging.ERROR), logging.getLevelName(30), log.parent.name)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("second", DeprecationWarning)
print([(str(w.message), w.category.__name__, w.lineno > 0) for w in caught])


class TestThings(unittest.TestCase):
    def setUp(self):
        self.x = [1, 2]

    def test_pass(self):
        self.assertEqual(self.x, [1, 2])
        with self.assertRaisesRegex(ValueError, "inv.lid"):
            int("x")

    def test_fail(self):
        self.assertEqual(self.x, [1, 3], "lists")

    def test_error(self):
        raise KeyError("boom")

    @unittest.skip("not today")
    def test_skip(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)


import io
import re

stream = io.StringIO()
result = unittest.TextTestRunner(stream=stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(TestThings))
print(re.sub(r"in \d+\.\d+s", "in N s", stream.getvalue()))
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())
