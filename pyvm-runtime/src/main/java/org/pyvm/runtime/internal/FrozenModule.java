package org.pyvm.runtime.internal;

import java.util.List;

/**
 * A module that needs no file to be imported. The list is CPython's: what a start imports, and examples for its tests.
 *
 * @param name under which it is imported
 * @param origin the module of the library that it is made of; null for one that is no other
 * @param file below the folder of the library
 */
record FrozenModule(String name, String origin, String file, boolean isPackage) {
    static final List<FrozenModule> ALL = List.of(
            module("_frozen_importlib", "importlib._bootstrap"),
            module("_frozen_importlib_external", "importlib._bootstrap_external"),
            module("zipimport", "zipimport"),
            module("abc", "abc"),
            module("codecs", "codecs"),
            module("io", "io"),
            module("_collections_abc", "_collections_abc"),
            module("_sitebuiltins", "_sitebuiltins"),
            module("genericpath", "genericpath"),
            module("ntpath", "ntpath"),
            module("posixpath", "posixpath"),
            module("os.path", "posixpath"),
            module("os", "os"),
            module("site", "site"),
            module("stat", "stat"),
            module("importlib.util", "importlib.util"),
            module("importlib.machinery", "importlib.machinery"),
            module("runpy", "runpy"),
            module("__hello__", "__hello__"),
            module("__hello_alias__", "__hello__"),
            packageOf("__phello_alias__", "__hello__", "__hello__.py"),
            module("__phello_alias__.spam", "__hello__"),
            packageOf("__phello__", "__phello__", "__phello__/__init__.py"),
            module("__phello__.__init__", "<__phello__", "__phello__/__init__.py"),
            module("__phello__.spam", "__phello__.spam"),
            module("__hello_only__", null, "__hello__.py"));

    private static FrozenModule module(String name, String origin) {
        return module(name, origin, origin.replace('.', '/') + ".py");
    }

    private static FrozenModule module(String name, String origin, String file) {
        return new FrozenModule(name, origin, file, false);
    }

    private static FrozenModule packageOf(String name, String origin, String file) {
        return new FrozenModule(name, origin, file, true);
    }

    /** The module of that name, or null. */
    static FrozenModule named(String name) {
        for (FrozenModule module : ALL) {
            if (module.name.equals(name)) {
                return module;
            }
        }
        return null;
    }

    /** Whether nothing can be imported before it is there: without an archive it is made from source. */
    boolean isNeededToStart() {
        return name.startsWith("_frozen_importlib") || name.equals("zipimport");
    }

    /** The file name of its code, and its name in the archive. */
    String codeName() {
        String of = origin == null ? "frozen_only" : origin;
        return "<frozen " + (of.startsWith("<") ? of.substring(1) : of) + ">";
    }
}
