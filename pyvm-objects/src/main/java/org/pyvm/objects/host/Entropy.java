package org.pyvm.objects.host;

/** Chance that nobody can foretell, as {@code os.urandom} gives it. */
@FunctionalInterface
public interface Entropy {
    void fill(byte[] bytes);
}
