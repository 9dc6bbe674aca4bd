package org.pyvm.objects;

import java.lang.ref.WeakReference;

/**
 * Tells when its owner has died. Nothing but the owner refers to it, so that the two become unreachable together; the
 * collector then calls {@link #finalize}, and the owner, which the guard still holds, is alive once more: with its
 * identity and all that it refers to, cycles included. A phantom reference could not give the owner back, and one that
 * held the owner's attributes instead would keep every cycle through the owner alive.
 *
 * <p>Java's finalizers are deprecated since they are slow and come late. They are used for this class only, its instances
 * are used again and again where owners end in an orderly way, and a virtual machine that has none (started with {@code
 * --finalization=disabled}) loses nothing but the finalization of unreachable objects before the interpreter ends.
 */
public final class Guard extends PyObject {
    private final Finalization home;
    /** Finds the guard when the interpreter ends; held by {@link Finalization}. */
    final WeakReference<Guard> node;

    private PyObject owner;
    /** Grows with every arming, so that objects are finalized in the order of their making, resources after the others. */
    long number;
    /** {@code id()} of the owner, which Java's weak references have forgotten when it is finalized; 0 when not asked for. */
    long identity;
    /** Whether Java has called the finalizer, which it does once. */
    private volatile boolean spent;

    Guard(Finalization home) {
        super(PyType.OBJECT);
        this.home = home;
        this.node = new WeakReference<>(this);
    }

    void arm(PyObject newOwner, long newNumber) {
        owner = newOwner;
        number = newNumber;
        identity = 0;
    }

    /** The object to be finalized; null when there is none or it has been. */
    PyObject owner() {
        return owner;
    }

    PyObject takeOwner() {
        PyObject taken = owner;
        owner = null;
        return taken;
    }

    boolean isSpent() {
        return spent;
    }

    @Override
    @SuppressWarnings({"removal", "Finalize"})
    protected void finalize() {
        spent = true;
        home.died(this);
    }
}
