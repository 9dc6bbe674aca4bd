package org.pyvm.symtable;

/** Private names of classes: {@code __x} inside {@code class C} is {@code _C__x}. */
public final class PrivateNames {
    private PrivateNames() {}

    /**
     * The name under which an identifier is kept.
     *
     * @param className the innermost enclosing class, or null
     * @param name as written; a dotted module name is never mangled
     */
    public static String mangle(String className, String name) {
        if (className == null || !name.startsWith("__") || name.endsWith("__") || name.indexOf('.') >= 0) {
            return name;
        }
        int start = 0;
        while (start < className.length() && className.charAt(start) == '_') {
            start++;
        }
        // A class whose name is all underscores has no private names.
        return start == className.length() ? name : "_" + className.substring(start) + name;
    }
}
