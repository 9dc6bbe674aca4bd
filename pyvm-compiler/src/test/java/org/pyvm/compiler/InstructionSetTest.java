package org.pyvm.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InstructionSetTest {
    private static final InstructionSet PYTHON = InstructionSet.python();

    @Test
    void theConstantsMirrorTheTable() throws IllegalAccessException {
        Map<String, Integer> constants = new TreeMap<>();
        for (Field field : Opcodes.class.getDeclaredFields()) {
            assertTrue(Modifier.isFinal(field.getModifiers()));
            constants.put(field.getName(), field.getInt(null));
        }
        Map<String, Integer> table = new TreeMap<>();
        PYTHON.all().forEach(opcode -> table.put(opcode.name(), opcode.number()));
        assertEquals(table, constants);
    }

    /** The file lists name, number, and stack effect for the arguments 0 to 3 as {@code dis.stack_effect} of 3.6 gives it. */
    @Test
    void has36sOpcodesWithTheirNumbersAndStackEffects() {
        List<String> lines = Sources.file("opcodes36.txt").lines().toList();
        assertEquals(118, lines.size());
        for (String line : lines) {
            String[] fields = line.split(" ");
            Opcode opcode = PYTHON.opcode(fields[0]);
            assertEquals(Integer.parseInt(fields[1]), opcode.number(), line);
            for (int argument = 0; argument + 2 < fields.length; argument++) {
                assertEquals(Integer.parseInt(fields[argument + 2]), opcode.stackEffect(argument, false), line);
            }
        }
        assertEquals(
                118,
                PYTHON.all().stream()
                        .filter(each -> each.number() < InstructionSet.FIRST_YOUNGER)
                        .count());
    }

    @Test
    void everyOpcodeSaysWhatItDoes() {
        for (Opcode opcode : PYTHON.all()) {
            assertTrue(opcode.meaning().endsWith("."), opcode.name());
            assertFalse(opcode.number() >= InstructionSet.FIRST_PLUGIN, opcode.name());
        }
    }

    @Test
    void conditionalJumpsSayWhatIsLeftOnBothWays() {
        Opcode forIter = PYTHON.opcode("FOR_ITER");
        assertEquals(1, forIter.stackEffect(0, false));
        assertEquals(-1, forIter.stackEffect(0, true));
        assertTrue(forIter.jumpsOnNull());
        Opcode keeping = PYTHON.opcode("JUMP_IF_FALSE_OR_POP");
        assertEquals(-1, keeping.stackEffect(0, false));
        assertEquals(0, keeping.stackEffect(0, true));
        assertEquals(6, PYTHON.opcode("SETUP_EXCEPT").stackEffect(0, true));
    }

    @Test
    void pluginsAddOpcodesOfTheirRange() {
        Opcode own = Opcode.opcode("BINARY_PIPE", 200)
                .takes("v", "w")
                .gives("result")
                .means("Pipes.")
                .build();
        InstructionSet with = PYTHON.with(List.of(own));
        assertEquals(own, with.opcode(200));
        assertEquals(own, with.opcode("BINARY_PIPE"));
        assertThrows(IllegalArgumentException.class, () -> with.with(List.of(own)));
        Opcode taken = Opcode.opcode("BINARY_ADD", 201).build();
        assertThrows(IllegalArgumentException.class, () -> PYTHON.with(List.of(taken)));
        Opcode low = Opcode.opcode("LOW", 190).build();
        assertThrows(IllegalArgumentException.class, () -> PYTHON.with(List.of(low)));
    }

    /** When it fails: write the page anew, see {@link InstructionDocs}. */
    @Test
    void thePageOfInstructionsIsUpToDate() throws IOException {
        Path page = Path.of("..", "docs", "instructions.md");
        assertEquals(Files.readString(page), InstructionDocs.markdown(PYTHON));
    }

    @Test
    void noTwoOpcodesShareANumber() {
        assertEquals(
                PYTHON.all().size(),
                PYTHON.all().stream()
                        .map(Opcode::number)
                        .collect(Collectors.toSet())
                        .size());
    }
}
