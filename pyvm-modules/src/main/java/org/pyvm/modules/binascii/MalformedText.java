package org.pyvm.modules.binascii;

/** Text that is not of the form it should be; the module shows it as its {@code Error}. */
final class MalformedText extends Exception {
    private static final long serialVersionUID = 1;

    MalformedText(String message) {
        super(message, null, false, false);
    }
}
