package org.pyvm.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Files, network, environment, clock, processes and chance are reached through the interpreter's Host and nowhere else, so
 * that an embedder who denies them has denied them.
 */
class OutsideWorldTest {
    /**
     * All but the implementations of Host; and the annotation processor, which runs in the compiler; and the key of string
     * hashes, which is the JVM's since interned strings are.
     */
    private static GivenClassesConjunction codeOfTheMachine() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("org.pyvm.objects.host..", "org.pyvm.expose..")
                .and()
                .doNotHaveFullyQualifiedName("org.pyvm.objects.types.StringHash");
    }

    @Test
    void filesAreOpenedByTheHost() {
        DescribedPredicate<JavaClass> files = DescribedPredicate.describe(
                "file classes",
                type -> type.getName().matches("java\\.(io\\.(File|RandomAccessFile)|nio\\.file\\.).*")
                        || type.getName().equals("java.nio.channels.FileChannel"));
        codeOfTheMachine().should().dependOnClassesThat(files).check(Modules.CLASSES);
    }

    @Test
    void theNetworkIsReachedByTheHost() {
        DescribedPredicate<JavaClass> network = DescribedPredicate.describe(
                "network classes",
                type -> type.getPackageName().startsWith("java.net")
                        || type.getName().matches("java\\.nio\\.channels\\..*(Socket|Datagram).*"));
        codeOfTheMachine().should().dependOnClassesThat(network).check(Modules.CLASSES);
    }

    @Test
    void environmentClockAndExitAreTheHosts() {
        codeOfTheMachine()
                .should()
                .accessTargetWhere(calls(System.class, "exit|getenv|nanoTime|currentTimeMillis|setOut|setErr|setIn"))
                .orShould()
                .accessTargetWhere(calls(Runtime.class, "exit|halt|exec|addShutdownHook"))
                .orShould()
                .dependOnClassesThat(named(ProcessBuilder.class, ProcessHandle.class, java.time.Clock.class))
                .orShould()
                .accessTargetWhere(target(nameMatching("now"))
                        .and(target(owner(DescribedPredicate.describe(
                                "java.time", type -> type.getPackageName().equals("java.time"))))))
                .check(Modules.CLASSES);
    }

    @Test
    void nativeCodeIsCalledByTheHost() {
        codeOfTheMachine()
                .should()
                .dependOnClassesThat(named(java.lang.foreign.Linker.class, java.lang.foreign.SymbolLookup.class))
                .check(Modules.CLASSES);
    }

    /** Two properties must be set before the class that reads them: the hash seed, and an option of Guice. */
    @Test
    void onlyTwoPlacesSetSystemProperties() {
        codeOfTheMachine()
                .and()
                .doNotHaveFullyQualifiedName("org.pyvm.cli.Surroundings")
                .and()
                .doNotHaveFullyQualifiedName("org.pyvm.runtime.internal.assembly.Contributions")
                .should()
                .accessTargetWhere(calls(System.class, "setProperty"))
                .check(Modules.CLASSES);
    }

    @Test
    void chanceComesFromTheHost() {
        codeOfTheMachine()
                .should()
                .dependOnClassesThat(named(
                        java.util.Random.class,
                        java.security.SecureRandom.class,
                        java.util.concurrent.ThreadLocalRandom.class))
                .orShould()
                .accessTargetWhere(calls(Math.class, "random"))
                .orShould()
                .accessTargetWhere(calls(java.util.UUID.class, "randomUUID"))
                .check(Modules.CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> type, String names) {
        return target(owner(assignableTo(type))).and(target(nameMatching(names)));
    }

    private static DescribedPredicate<JavaClass> named(Class<?>... types) {
        Set<String> names =
                Set.copyOf(java.util.Arrays.stream(types).map(Class::getName).toList());
        return DescribedPredicate.describe("one of " + names, type -> names.contains(type.getName()));
    }
}
