package org.pyvm.modules.sre;

/** One step of a compiled pattern. Which fields count depends on the operation. */
final class Node {
    /** What a node does; constants and no enum, since the matcher's loop is all about switching over them. */
    static final int SUCCESS = 0;

    static final int FAIL = 1;
    /** One character: {@link #literal}. */
    static final int CHAR = 2;
    /** One character that passes {@link #test}. */
    static final int ONE = 3;
    /** Several characters: {@link #literals}. */
    static final int STRING = 4;
    /** A position: {@link #kind}. */
    static final int AT = 5;
    /** Sets mark {@link #kind}. */
    static final int MARK = 6;
    /** One of {@link #alternatives}. */
    static final int BRANCH = 7;
    /** As many as possible, from {@link #min} to {@link #max}, of {@link #test}. */
    static final int GREEDY_ONE = 8;
    /** As few as possible. */
    static final int LAZY_ONE = 9;
    /** As many as possible, and never fewer. */
    static final int POSSESSIVE_ONE = 10;
    /** Begins a repetition: goes to {@link #next}, its UNTIL. */
    static final int REPEAT = 11;
    /** Ends a round of a greedy repetition of {@link #body}. */
    static final int MAX_UNTIL = 12;
    /** Ends a round of a lazy repetition. */
    static final int MIN_UNTIL = 13;
    /** Begins a possessive repetition, or its next round, of {@link #body}. */
    static final int POSSESSIVE = 14;
    /** Ends a round; {@link #owner} is the POSSESSIVE node. */
    static final int POSSESSIVE_END = 15;
    /** The text of group {@link #kind} once more. */
    static final int GROUP_REFERENCE = 16;
    /** Goes to {@link #body} if group {@link #kind} has matched. */
    static final int IF_GROUP = 17;
    /** {@link #body} must match {@link #min} characters back, but consumes nothing. */
    static final int ASSERT = 18;
    /** Ends the body of an ASSERT, {@link #owner}. */
    static final int ASSERT_END = 19;
    /** {@link #body} must not match. */
    static final int ASSERT_NOT = 20;

    static final int ASSERT_NOT_END = 21;
    /** {@link #body}, of which only the first way to match counts. */
    static final int ATOMIC = 22;

    static final int ATOMIC_END = 23;

    final int op;
    int id;
    Node next;
    Node body;
    Node owner;
    Node[] alternatives;
    /** By alternative: what its first character must be, or null when anything may be. */
    CharTest[] firsts;

    int literal;
    int[] literals;
    CharTest test;
    int kind;
    int min;
    /** {@link Integer#MAX_VALUE} for no limit. */
    int max;
    /** First of the node's registers. */
    int register;

    SreCase sensitivity;
    /** What the character behind a repetition must be, or null when anything may follow. */
    CharTest follow;
    /** The group whose text must follow a repetition, or -1. */
    int followingGroup = -1;

    Node(int op) {
        this.op = op;
    }
}
