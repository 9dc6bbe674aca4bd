package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyTuple;

/** The module {@code itertools}. */
@PythonModule("itertools")
public final class ItertoolsModule {
    @PythonConstant("accumulate")
    static final PyType ACCUMULATE = Accumulate.TYPE;

    @PythonConstant("combinations")
    static final PyType COMBINATIONS = Combinations.TYPE;

    @PythonConstant("combinations_with_replacement")
    static final PyType COMBINATIONS_WITH_REPLACEMENT = CombinationsWithReplacement.TYPE;

    @PythonConstant("cycle")
    static final PyType CYCLE = Cycle.TYPE;

    @PythonConstant("dropwhile")
    static final PyType DROP_WHILE = DropWhile.TYPE;

    @PythonConstant("takewhile")
    static final PyType TAKE_WHILE = TakeWhile.TYPE;

    @PythonConstant("islice")
    static final PyType ISLICE = Islice.TYPE;

    @PythonConstant("starmap")
    static final PyType STAR_MAP = StarMap.TYPE;

    @PythonConstant("chain")
    static final PyType CHAIN = Chain.TYPE;

    @PythonConstant("compress")
    static final PyType COMPRESS = Compress.TYPE;

    @PythonConstant("filterfalse")
    static final PyType FILTER_FALSE = FilterFalse.TYPE;

    @PythonConstant("count")
    static final PyType COUNT = Count.TYPE;

    @PythonConstant("zip_longest")
    static final PyType ZIP_LONGEST = ZipLongest.TYPE;

    @PythonConstant("pairwise")
    static final PyType PAIRWISE = Pairwise.TYPE;

    @PythonConstant("permutations")
    static final PyType PERMUTATIONS = Permutations.TYPE;

    @PythonConstant("product")
    static final PyType PRODUCT = Product.TYPE;

    @PythonConstant("repeat")
    static final PyType REPEAT = Repeat.TYPE;

    @PythonConstant("groupby")
    static final PyType GROUP_BY = GroupBy.TYPE;

    @PythonConstant("_grouper")
    static final PyType GROUPER = Grouper.TYPE;

    @PythonConstant("_tee")
    static final PyType TEE = Tee.TYPE;

    @PythonConstant("_tee_dataobject")
    static final PyType TEE_DATA = TeeData.TYPE;

    ItertoolsModule() {}

    @PythonFunction("tee(iterable, n=2, /)")
    static PyObject tee(ThreadState thread, PyObject iterable, long n) {
        if (n < 0) {
            throw PyErr.valueError("n must be >= 0");
        }
        if (n > Integer.MAX_VALUE - 8) {
            throw PyErr.memoryError();
        }
        PyObject[] tees = new PyObject[(int) n];
        if (n == 0) {
            return PyTuple.EMPTY;
        }
        PyObject iterator = Iterators.iter(thread, iterable);
        PyObject copy = Attributes.getOrNull(thread, iterator, Names.COPY);
        if (copy == null) {
            iterator = Tee.of(thread, iterator);
            copy = Attributes.get(thread, iterator, Names.COPY);
        }
        tees[0] = iterator;
        for (int i = 1; i < tees.length; i++) {
            tees[i] = Calls.call(thread, copy);
        }
        return PyTuple.of(tees);
    }
}
