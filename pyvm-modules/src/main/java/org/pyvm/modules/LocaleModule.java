package org.pyvm.modules;

import java.util.Locale;
import java.util.Map;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Environment;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code _locale}. There are two locales, as on a Linux without others: {@code C} and {@code C.UTF-8}. */
@PythonModule("_locale")
public final class LocaleModule {
    @PythonConstant("LC_CTYPE")
    static final int LC_CTYPE = 0;

    @PythonConstant("LC_NUMERIC")
    static final int LC_NUMERIC = 1;

    @PythonConstant("LC_TIME")
    static final int LC_TIME = 2;

    @PythonConstant("LC_COLLATE")
    static final int LC_COLLATE = 3;

    @PythonConstant("LC_MONETARY")
    static final int LC_MONETARY = 4;

    @PythonConstant("LC_MESSAGES")
    static final int LC_MESSAGES = 5;

    @PythonConstant("LC_ALL")
    static final int LC_ALL = 6;

    @PythonConstant("CHAR_MAX")
    static final int CHAR_MAX = 127;

    private static final String[] VARIABLES = {
        "LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES"
    };
    private static final String OTHERS =
            ";LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C";
    private static final String[] DAYS = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };
    private static final Map<String, Integer> INFO = Map.ofEntries(
            Map.entry("CODESET", 14),
            Map.entry("CRNCYSTR", 262159),
            Map.entry("RADIXCHAR", 65536),
            Map.entry("THOUSEP", 65537),
            Map.entry("YESEXPR", 327680),
            Map.entry("NOEXPR", 327681),
            Map.entry("AM_STR", 131110),
            Map.entry("PM_STR", 131111),
            Map.entry("D_T_FMT", 131112),
            Map.entry("D_FMT", 131113),
            Map.entry("T_FMT", 131114),
            Map.entry("T_FMT_AMPM", 131115),
            Map.entry("ERA", 131116),
            Map.entry("ERA_D_FMT", 131118),
            Map.entry("ALT_DIGITS", 131119),
            Map.entry("ERA_D_T_FMT", 131120),
            Map.entry("ERA_T_FMT", 131121));
    private static final int FIRST_DAY = 131072;

    private PyType error;
    private final String[] current = {"C.UTF-8", "C", "C", "C", "C", "C"};
    private String domain = "messages";

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        PyDict namespace = new PyDict();
        namespace.put("__module__", PyStr.intern("locale"));
        error = (PyType)
                Calls.call(thread, PyType.TYPE, PyStr.intern("Error"), PyTuple.of(Exceptions.EXCEPTION), namespace);
        PyDict dict = module.dict();
        dict.put("Error", error);
        INFO.forEach((name, number) -> dict.put(name, PyInt.of(number)));
        for (int i = 0; i < 7; i++) {
            dict.put("ABDAY_" + (i + 1), PyInt.of(FIRST_DAY + i));
            dict.put("DAY_" + (i + 1), PyInt.of(FIRST_DAY + 7 + i));
        }
        for (int i = 0; i < 12; i++) {
            dict.put("ABMON_" + (i + 1), PyInt.of(FIRST_DAY + 14 + i));
            dict.put("MON_" + (i + 1), PyInt.of(FIRST_DAY + 26 + i));
        }
    }

    private PyErr error(ThreadState thread, String message) {
        return new PyErr((PyBaseException) Calls.call(thread, error, PyStr.of(message)));
    }

    @PythonFunction("setlocale(category, locale=None, /)")
    String setLocale(ThreadState thread, int category, String name) {
        if (category < 0 || category > LC_ALL) {
            throw error(thread, name == null ? "locale query failed" : "unsupported locale setting");
        }
        if (name != null) {
            set(thread, category, name);
        }
        return category < LC_ALL ? current[category] : all();
    }

    private void set(ThreadState thread, int category, String name) {
        String[] wanted = current.clone();
        for (int i = 0; i < wanted.length; i++) {
            if (category == LC_ALL || category == i) {
                String part = name.contains(";") ? part(name, VARIABLES[i]) : name;
                wanted[i] = known(part == null || part.isEmpty() ? ofEnvironment(thread, VARIABLES[i]) : part);
                if (wanted[i] == null) {
                    throw error(thread, "unsupported locale setting");
                }
            }
        }
        System.arraycopy(wanted, 0, current, 0, wanted.length);
    }

    private static String part(String name, String variable) {
        for (String setting : name.split(";")) {
            if (setting.startsWith(variable + "=")) {
                return setting.substring(variable.length() + 1);
            }
        }
        return null;
    }

    private static String ofEnvironment(ThreadState thread, String variable) {
        Environment environment = thread.interpreter().service(Host.class).environment();
        for (String name : new String[] {"LC_ALL", variable, "LANG"}) {
            String value = environment.get(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        // What CPython coerces the C locale to.
        return variable.equals("LC_CTYPE") ? "C.UTF-8" : "C";
    }

    /** The name of a locale as it is shown, or null. */
    private static String known(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "c", "posix" -> "C";
            case "c.utf-8", "c.utf8" -> name;
            default -> null;
        };
    }

    private String all() {
        boolean same = true;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < current.length; i++) {
            same &= current[i].equals(current[0]);
            text.append(i == 0 ? "" : ";").append(VARIABLES[i]).append('=').append(current[i]);
        }
        return same ? current[0] : text.append(OTHERS).toString();
    }

    @PythonFunction("localeconv()")
    PyObject localeconv() {
        PyDict result = new PyDict();
        for (String name :
                new String[] {"int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep"}) {
            result.put(name, PyStr.EMPTY);
        }
        result.put("mon_grouping", new PyList());
        result.put("positive_sign", PyStr.EMPTY);
        result.put("negative_sign", PyStr.EMPTY);
        for (String name : new String[] {
            "int_frac_digits",
            "frac_digits",
            "p_cs_precedes",
            "p_sep_by_space",
            "n_cs_precedes",
            "n_sep_by_space",
            "p_sign_posn",
            "n_sign_posn"
        }) {
            result.put(name, PyInt.of(CHAR_MAX));
        }
        result.put("decimal_point", PyStr.of("."));
        result.put("thousands_sep", PyStr.EMPTY);
        result.put("grouping", new PyList());
        return result;
    }

    @PythonFunction("nl_langinfo(key, /)")
    String nlLanginfo(int key) {
        int from = key - FIRST_DAY;
        if (from >= 0 && from < 38) {
            String name = from < 14 ? DAYS[from % 7] : MONTHS[(from - 14) % 12];
            return from < 7 || from >= 14 && from < 26 ? name.substring(0, 3) : name;
        }
        return switch (key) {
            case 14 -> current[LC_CTYPE].equals("C") ? "ANSI_X3.4-1968" : "UTF-8";
            case 65536 -> ".";
            case 65537 -> "";
            case 262159 -> "-";
            case 327680 -> "^[yY]";
            case 327681 -> "^[nN]";
            case 131110 -> "AM";
            case 131111 -> "PM";
            case 131112 -> "%a %b %e %H:%M:%S %Y";
            case 131113 -> "%m/%d/%y";
            case 131114 -> "%H:%M:%S";
            case 131115 -> "%I:%M:%S %p";
            case 131116, 131118, 131119, 131120, 131121 -> "";
            default -> throw PyErr.valueError("unsupported langinfo constant");
        };
    }

    @PythonFunction("getencoding()")
    String getEncoding() {
        return "UTF-8";
    }

    private static void checkText(PyStr text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.codePointAt(i) == 0) {
                throw PyErr.valueError("embedded null character");
            }
        }
    }

    @PythonFunction("strcoll(os1, os2, /)")
    int strcoll(PyStr left, PyStr right) {
        checkText(left);
        checkText(right);
        return Integer.signum(left.compareText(right));
    }

    @PythonFunction("strxfrm(string, /)")
    PyObject strxfrm(PyStr text) {
        checkText(text);
        return text;
    }

    // Messages: there are no catalogues, so each is its own translation.

    @PythonFunction("gettext(msg, /)")
    PyObject gettext(PyStr message) {
        return message;
    }

    @PythonFunction("dgettext(domain, msg, /)")
    PyObject dgettext(PyObject textDomain, PyStr message) {
        return message;
    }

    @PythonFunction("dcgettext(domain, msg, category, /)")
    PyObject dcgettext(PyObject textDomain, PyStr message, int category) {
        return message;
    }

    @PythonFunction("textdomain(domain, /)")
    String textdomain(String newDomain) {
        domain = newDomain.isEmpty() ? "messages" : newDomain;
        return domain;
    }

    @PythonFunction("bindtextdomain(domain, dir, /)")
    PyObject bindtextdomain(ThreadState thread, String textDomain, PyObject directory) {
        if (textDomain.isEmpty()) {
            throw error(thread, "domain must be a non-empty string");
        }
        return directory == Singletons.NONE ? PyStr.of("/usr/share/locale") : directory;
    }

    @PythonFunction("bind_textdomain_codeset(domain, codeset, /)")
    PyObject bindTextdomainCodeset(String textDomain, PyObject codeset) {
        return codeset;
    }
}
