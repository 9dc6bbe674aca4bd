package org.pyvm.objects;

/**
 * How often a dropped object is a reason to collect. A collection takes some ten milliseconds, so a program that drops many
 * objects has them finalized later: after the first twenty, collections may take a twentieth of the time, and those that
 * found nothing make the next ones rarer.
 */
final class CollectionBudget {
    private static final int FREE = 20;
    private static final int SHARE = 20;
    private static final int SHARE_IN_VAIN = 100;
    private static final int MOST_TRIES = 10;

    private long start = -1;
    private long spent;
    private int count;
    private int tries = MOST_TRIES;

    boolean allows(long now) {
        if (start < 0) {
            start = now;
        }
        long elapsed = now - start;
        return tries > 0 ? count < FREE || spent < elapsed / SHARE : spent < elapsed / SHARE_IN_VAIN;
    }

    void charge(long nanos, boolean foundSome) {
        spent += nanos;
        count++;
        tries = foundSome ? Math.min(MOST_TRIES, tries + 2) : Math.max(0, tries - 1);
    }
}
