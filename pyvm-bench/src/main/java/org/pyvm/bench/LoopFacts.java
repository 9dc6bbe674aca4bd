package org.pyvm.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.strategy.adaptive.AdaptiveStrategy;
import org.pyvm.eval.strategy.closure.ClosureStrategy;
import org.pyvm.eval.strategy.switched.SwitchStrategy;
import org.pyvm.eval.strategy.table.TableStrategy;
import org.pyvm.runtime.Pyvm;

/**
 * What HotSpot makes of each strategy's loop: its size in bytes of bytecode, by which compilers it was compiled and how often the
 * code was thrown away again, and how many of the calls in it were inlined. Each strategy runs the mixes of {@link
 * DispatchBenchmark} in a JVM of its own that tells what it compiles.
 */
public final class LoopFacts {
    private static final Map<String, Class<? extends LoopStrategy>> LOOPS = new TreeMap<>(Map.of(
            "switch", SwitchStrategy.class,
            "table", TableStrategy.class,
            "adaptive", AdaptiveStrategy.class,
            "closure", ClosureStrategy.class));

    /** Of a line of -XX:+PrintCompilation: the tier, the method, and what is said of it. */
    private static final Pattern COMPILED =
            Pattern.compile("^ *[0-9]+ +[0-9]+ [ %sbn!]* ([1-4]) +([\\w.$]+)::(\\w+)[^(]*\\([0-9]+ bytes\\)(.*)");

    private static final Pattern INLINED = Pattern.compile("^ +@ [0-9]+ .*\\bbytes\\) +(.*)");

    private LoopFacts() {}

    /** Prints a line for each strategy; with a strategy's name, runs the mixes under it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 1) {
            DispatchBenchmark.runAll(args[0]);
            return;
        }
        System.out.printf(
                "%-9s %6s  %-16s %10s  %s%n", "strategy", "bytes", "compiled by", "discarded", "calls inlined by C2");
        for (var loop : LOOPS.entrySet()) {
            System.out.println(line(loop.getKey(), loop.getValue()));
        }
    }

    private static int size(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return ClassFile.of().parse(in.readAllBytes()).methods().stream()
                    .filter(method -> method.methodName().equalsString("loop"))
                    .flatMap(method -> method.elementStream())
                    .filter(CodeAttribute.class::isInstance)
                    .map(code -> ((CodeAttribute) code).codeLength())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static String line(String strategy, Class<?> type) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        // One compilation at a time, so that what is inlined stands below the method that it is inlined
                        // into.
                        "-Xbatch",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:+PrintCompilation",
                        "-XX:+PrintInlining",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoopFacts.class.getName(),
                        strategy))
                .redirectErrorStream(true)
                .start();
        int[] tiers = new int[5];
        int discarded = 0;
        int inlined = 0;
        int called = 0;
        boolean inLoop = false;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String text; (text = lines.readLine()) != null; ) {
                Matcher compiled = COMPILED.matcher(text);
                Matcher call = INLINED.matcher(text);
                if (compiled.find()) {
                    boolean ours = compiled.group(2).equals(type.getName())
                            && compiled.group(3).equals("loop");
                    boolean gone = compiled.group(4).contains("made not entrant");
                    int tier = Integer.parseInt(compiled.group(1));
                    if (tier == 4 && !gone) {
                        inLoop = ours;
                    }
                    if (ours && !gone && tier == 4) {
                        // The last compilation counts.
                        inlined = 0;
                        called = 0;
                    }
                    if (ours && gone) {
                        discarded += tier == 4 ? 1 : 0;
                    } else if (ours) {
                        tiers[tier]++;
                    }
                } else if (inLoop && call.find()) {
                    boolean in =
                            call.group(1).startsWith("inline") || call.group(1).startsWith("(intrinsic");
                    inlined += in ? 1 : 0;
                    called += in ? 0 : 1;
                }
            }
        }
        process.waitFor();
        String by = "C1 " + (tiers[1] + tiers[2] + tiers[3]) + "x, C2 " + tiers[4] + "x";
        return String.format(
                "%-9s %6d  %-16s %10d  %d of %d", strategy, size(type), by, discarded, inlined, inlined + called);
    }

    /** Runs a program long enough for the compilers. */
    static void run(String strategy, String program, String[] functions, int calls, int rounds) {
        try (Pyvm pyvm = Pyvm.builder().strategy(strategy).build()) {
            pyvm.exec(program);
            for (int i = 0; i < calls; i++) {
                for (String function : functions) {
                    pyvm.call(pyvm.object(function), rounds);
                }
            }
        }
    }
}
