package org.pyvm.compiler;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * One row of the instruction set: all that is known about an opcode besides what it does. Immutable.
 *
 * <p>Operands are listed from the bottom of the value stack to its top, before ({@link #takes()}) and after ({@link
 * #gives()}). For a conditional jump {@code gives} is what is left when it does not jump and {@link #givesOnJump()} when
 * it does; the handler of a block finds what {@link #givesOnJump()} says on top of the block's level.
 */
public final class Opcode {
    /** The first opcode that has an argument in CPython 3.6; ours and those of plugins may differ, see {@link #hasArgument}. */
    public static final int HAVE_ARGUMENT = 90;

    /** How many items an exception leaves on the stack of a handler: the one handled before and the new one, three each. */
    public static final int EXCEPTION_ITEMS = 6;

    /** What the argument of an instruction means. */
    public enum Argument {
        /** There is none; the byte is 0. */
        NONE,
        /** A number of operands or another plain number; the opcode's text says which. */
        COUNT,
        /** Bits; the opcode's text says which. */
        FLAGS,
        /** How deep in the stack the operand lies that is worked on; 1 is the top after the operands are taken. */
        DEPTH,
        /** Index into the constants. */
        CONSTANT,
        /** Index into the names. */
        NAME,
        /** Index into the local variables. */
        LOCAL,
        /** Index into the cell variables followed by the free variables. */
        CELL,
        /** Index into {@link InstructionSet#COMPARISONS}. */
        COMPARISON,
        /** Distance in bytes from the next instruction. */
        JUMP_FORWARD,
        /** Offset in bytes from the start of the code. */
        JUMP_ABSOLUTE
    }

    /** What more the tools must know. */
    public enum Flag {
        /** Control never falls through to the next instruction. */
        ENDS_BLOCK,
        /** Jumps only under a condition. */
        CONDITIONAL,
        /** The semantics method returns null instead of its last result to ask for the jump (iteration is over). */
        JUMPS_ON_NULL,
        /** Pushes a block; the jump target is its handler. */
        BLOCK_SETUP,
        /** Works on the block stack, and so sees the frame. */
        USES_BLOCKS,
        /** Suspends the frame. */
        YIELDS,
        /** Takes the variable part that a finally handler finds on the stack: 1, 2 or 6 items, see {@link #PENDING}. */
        TAKES_PENDING
    }

    /** Name of the operand that stands for the variable part which a finally handler finds on the stack. */
    public static final String PENDING = "pending";

    /**
     * One operand, or several of one kind.
     *
     * @param name as in the stack picture
     * @param count how many, by the instruction's argument; null when it is always one
     */
    public record Operand(String name, IntUnaryOperator count) {
        /** How many items of the stack this is. */
        public int items(int argument) {
            return count == null ? 1 : count.applyAsInt(argument);
        }

        /** Whether the number of items depends on the argument. */
        public boolean isVariable() {
            return count != null;
        }
    }

    /** How listings show an argument that says more than its number. Stateless. */
    @FunctionalInterface
    public interface ArgumentForm {
        /**
         * What stands in parentheses behind the argument; "" for nothing.
         *
         * @param constants of the code that is listed: none where only its bytes are known
         * @param names of the code, likewise
         */
        String show(int argument, List<Object> constants, List<String> names);
    }

    private static final int VARIABLE = -1;

    private final String name;
    private final int number;
    private final Argument argument;
    private final List<Operand> takes;
    private final List<Operand> gives;
    private final List<Operand> givesOnJump;
    private final int flags;
    private final int fixedPops;
    private final int fixedPushes;
    private final int fixedPushesOnJump;
    private final String meaning;
    private final ArgumentForm form;
    private final int cost;

    private Opcode(Builder builder) {
        this.name = builder.name;
        this.number = builder.number;
        this.argument = builder.argument;
        this.takes = List.copyOf(builder.takes);
        this.gives = List.copyOf(builder.gives);
        this.givesOnJump = builder.givesOnJump == null ? this.gives : List.copyOf(builder.givesOnJump);
        int bits = 0;
        for (Flag flag : builder.flags) {
            bits |= 1 << flag.ordinal();
        }
        this.flags = bits;
        this.fixedPops = fixedCount(takes);
        this.fixedPushes = fixedCount(gives);
        this.fixedPushesOnJump = fixedCount(givesOnJump);
        this.meaning = builder.meaning;
        this.form = builder.form;
        this.cost = builder.cost;
    }

    private Opcode(Opcode other, String name, int number) {
        this.name = name;
        this.number = number;
        this.argument = other.argument;
        this.takes = other.takes;
        this.gives = other.gives;
        this.givesOnJump = other.givesOnJump;
        this.flags = other.flags;
        this.fixedPops = other.fixedPops;
        this.fixedPushes = other.fixedPushes;
        this.fixedPushesOnJump = other.fixedPushesOnJump;
        this.meaning = other.meaning;
        this.form = other.form;
        this.cost = other.cost;
    }

    /** Starts on the row of an opcode that gets its number when its plugin is switched on. */
    public static Builder opcode(String name) {
        return new Builder(name, InstructionSet.FIRST_PLUGIN);
    }

    /** Starts a row. */
    public static Builder opcode(String name, int number) {
        return new Builder(name, number);
    }

    /** The same row with another number. */
    public Opcode withNumber(int other) {
        return new Opcode(this, name, other);
    }

    /** The same row with another name. */
    public Opcode renamed(String other) {
        return new Opcode(this, other, number);
    }

    public String name() {
        return name;
    }

    public int number() {
        return number;
    }

    public Argument argument() {
        return argument;
    }

    public boolean hasArgument() {
        return argument != Argument.NONE;
    }

    public List<Operand> takes() {
        return takes;
    }

    public List<Operand> gives() {
        return gives;
    }

    public List<Operand> givesOnJump() {
        return givesOnJump;
    }

    /** One or more sentences for the documentation. */
    public String meaning() {
        return meaning;
    }

    /** How listings show the argument; null for as its kind is shown. */
    public ArgumentForm form() {
        return form;
    }

    /** What the instruction counts against an instruction limit. */
    public int cost() {
        return cost;
    }

    public boolean has(Flag flag) {
        return (flags & 1 << flag.ordinal()) != 0;
    }

    public boolean isJump() {
        return argument == Argument.JUMP_FORWARD || argument == Argument.JUMP_ABSOLUTE;
    }

    public boolean isConditionalJump() {
        return has(Flag.CONDITIONAL);
    }

    public boolean isBlockSetup() {
        return has(Flag.BLOCK_SETUP);
    }

    public boolean jumpsOnNull() {
        return has(Flag.JUMPS_ON_NULL);
    }

    public boolean endsBlock() {
        return has(Flag.ENDS_BLOCK);
    }

    /** How many items it takes from the stack; the variable {@link #PENDING} part counts as one. */
    public int pops(int arg) {
        return fixedPops != VARIABLE ? fixedPops : count(takes, arg);
    }

    /** How many items it leaves in their place, when it does not jump. */
    public int pushes(int arg) {
        return fixedPushes != VARIABLE ? fixedPushes : count(gives, arg);
    }

    /** By how much the stack grows; for a block's set-up the jump is the way into the handler after an exception. */
    public int stackEffect(int arg, boolean jump) {
        return (jump ? pushesOnJump(arg) : pushes(arg)) - pops(arg);
    }

    private int pushesOnJump(int arg) {
        return fixedPushesOnJump != VARIABLE ? fixedPushesOnJump : count(givesOnJump, arg);
    }

    /** The number of operands when it does not depend on the argument, else {@link #VARIABLE}. */
    private static int fixedCount(List<Operand> operands) {
        return operands.stream().anyMatch(Operand::isVariable) ? VARIABLE : operands.size();
    }

    private static int count(List<Operand> operands, int arg) {
        int items = 0;
        for (Operand operand : operands) {
            items += operand.items(arg);
        }
        return items;
    }

    /** The stack picture, e.g. {@code iter — iter next}. */
    public String stackPicture() {
        return picture(takes) + " — " + picture(gives);
    }

    static String picture(List<Operand> operands) {
        var text = new StringBuilder();
        for (Operand operand : operands) {
            text.append(text.isEmpty() ? "" : " ").append(operand.name());
            if (operand.isVariable()) {
                text.append("...");
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects a row; see {@link InstructionSet} for its use. */
    public static final class Builder {
        private final String name;
        private final int number;
        private Argument argument = Argument.NONE;
        private final List<Operand> takes = new ArrayList<>();
        private final List<Operand> gives = new ArrayList<>();
        private List<Operand> givesOnJump;
        private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
        private String meaning = "";
        private ArgumentForm form;
        private int cost = 1;

        private Builder(String name, int number) {
            this.name = name;
            this.number = number;
        }

        public Builder argument(Argument kind) {
            this.argument = kind;
            return this;
        }

        /** Operands taken, bottom first; calls add up. */
        public Builder takes(String... names) {
            return add(takes, names);
        }

        /** A number of operands that depends on the argument. */
        public Builder takesEach(String name, IntUnaryOperator count) {
            takes.add(new Operand(name, count));
            return this;
        }

        /** Operands left, bottom first; calls add up. */
        public Builder gives(String... names) {
            return add(gives, names);
        }

        /** A number of results that depends on the argument. */
        public Builder givesEach(String name, IntUnaryOperator count) {
            gives.add(new Operand(name, count));
            return this;
        }

        /** Operands left at the jump's target, where they differ from {@link #gives}. */
        public Builder givesOnJump(String... names) {
            givesOnJump = new ArrayList<>();
            return add(givesOnJump, names);
        }

        /** See {@link Flag#JUMPS_ON_NULL}. */
        public Builder jumpsOnNull() {
            return flag(Flag.JUMPS_ON_NULL).flag(Flag.CONDITIONAL);
        }

        public Builder conditional() {
            return flag(Flag.CONDITIONAL);
        }

        public Builder endsBlock() {
            return flag(Flag.ENDS_BLOCK);
        }

        public Builder flag(Flag flag) {
            flags.add(flag);
            return this;
        }

        public Builder means(String text) {
            this.meaning = text;
            return this;
        }

        /** How {@code dis} and other listings show the argument, where its kind does not say it. */
        public Builder showsArgument(ArgumentForm shown) {
            this.form = shown;
            return this;
        }

        public Builder costs(int instructions) {
            this.cost = instructions;
            return this;
        }

        private Builder add(List<Operand> operands, String... names) {
            for (String each : names) {
                operands.add(new Operand(each, null));
            }
            return this;
        }

        public Opcode build() {
            return new Opcode(this);
        }
    }
}
