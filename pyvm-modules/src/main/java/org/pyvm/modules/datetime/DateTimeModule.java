package org.pyvm.modules.datetime;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.types.PyInt;

/** The module {@code _datetime}. */
@PythonModule("_datetime")
public final class DateTimeModule {
    @PythonConstant("MINYEAR")
    static final PyObject MIN_YEAR = PyInt.of(CalendarMath.MIN_YEAR);

    @PythonConstant("MAXYEAR")
    static final PyObject MAX_YEAR = PyInt.of(CalendarMath.MAX_YEAR);

    @PythonConstant("date")
    static final PyType DATE = PyDate.TYPE;

    @PythonConstant("datetime")
    static final PyType DATETIME = PyDateTime.TYPE;

    @PythonConstant("time")
    static final PyType TIME = PyTime.TYPE;

    @PythonConstant("timedelta")
    static final PyType TIMEDELTA = PyTimeDelta.TYPE;

    @PythonConstant("tzinfo")
    static final PyType TZINFO = PyTzInfo.TYPE;

    @PythonConstant("timezone")
    static final PyType TIMEZONE = PyTimeZone.TYPE;

    @PythonConstant("UTC")
    static final PyObject UTC = PyTimeZone.UTC;

    DateTimeModule() {}
}
