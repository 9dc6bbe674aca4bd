package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;

/** New strings out of whole strings and of every n-th character. */
final class StrConcatenation {
    private StrConcatenation() {}

    /** The two texts, neither of them empty, as one. */
    static PyStr concat(PyStr left, PyStr right) {
        if (left.wide() == null && right.wide() == null) {
            return concatBmp(left, right);
        }
        int[] both = new int[left.length() + right.length()];
        copy(left, both, 0);
        copy(right, both, left.length());
        return new PyStr(null, both);
    }

    /**
     * A long text that is itself the result of a concatenation is probably being built piece by piece: its successors then
     * share a buffer, so that a loop of {@code s += t} takes time in proportion to the text.
     */
    private static PyStr concatBmp(PyStr left, PyStr right) {
        GrowingText.Piece piece = left.growing();
        if (piece != null) {
            GrowingText.Piece both = piece.append(right);
            if (both == null && piece.mayGrow() && left.length() + right.length() >= GrowingText.LEAST) {
                both = GrowingText.of(left.bmp(), right.bmp());
            }
            if (both != null) {
                return new PyStr(null, both);
            }
        }
        return new PyStr(left.bmp().concat(right.bmp()), GrowingText.copied(piece));
    }

    private static void copy(PyStr text, int[] target, int at) {
        String chars = text.bmp();
        if (chars == null) {
            System.arraycopy(text.wide(), 0, target, at, text.wide().length);
            return;
        }
        for (int i = 0; i < chars.length(); i++) {
            target[at + i] = chars.charAt(i);
        }
    }

    static PyStr repeat(PyStr text, long count) {
        int length = text.length();
        if (count <= 0 || length == 0) {
            return PyStr.EMPTY;
        }
        if (count == 1) {
            return text.exact();
        }
        if (count > (Integer.MAX_VALUE - 16) / length) {
            throw PyErr.memoryError();
        }
        if (text.bmp() != null) {
            return PyStr.ofBmp(text.bmp().repeat((int) count));
        }
        int[] all = new int[length * (int) count];
        for (int i = 0; i < all.length; i += length) {
            System.arraycopy(text.wide(), 0, all, i, length);
        }
        return new PyStr(null, all);
    }

    static PyStr slice(PyStr text, SliceBounds bounds) {
        if (bounds.count() == 0) {
            return PyStr.EMPTY;
        }
        if (bounds.step() == 1) {
            return text.substring(bounds.start(), bounds.stop());
        }
        String chars = text.bmp();
        if (chars == null) {
            int[] slice = new int[bounds.count()];
            for (int i = 0; i < slice.length; i++) {
                slice[i] = text.wide()[bounds.at(i)];
            }
            return PyStr.ofCodePoints(slice);
        }
        if (bounds.step() == -1 && bounds.count() == chars.length() && !hasSurrogates(chars)) {
            return PyStr.ofBmp(new StringBuilder(chars).reverse().toString());
        }
        char[] slice = new char[bounds.count()];
        for (int i = 0; i < slice.length; i++) {
            slice[i] = chars.charAt(bounds.at(i));
        }
        return PyStr.ofBmp(new String(slice));
    }

    /** Java would keep what it takes for a pair in its order. */
    private static boolean hasSurrogates(String chars) {
        for (int i = 0; i < chars.length(); i++) {
            if (Character.isSurrogate(chars.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
