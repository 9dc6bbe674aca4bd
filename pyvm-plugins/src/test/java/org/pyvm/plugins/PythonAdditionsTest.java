package org.pyvm.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pyvm.plugins.shapes.ShapesPlugin;
import org.pyvm.runtime.Pyvm;
import org.pyvm.testkit.PluginProgram;

/** Functions, types, modules and importers that a plugin adds to an interpreter, from its own classes and files. */
class PythonAdditionsTest {
    private static final String PROGRAM = """
        import inspect, shapes
        print(area(3, height=2), shapes.area is area, shapes.asked(), shapes.corners)
        print(inspect.signature(area), area, Circle, shapes.Circle is Circle)
        print((Circle(2) + Circle().scaled(3)).radius, inspect.signature(Circle))
        for wrong in lambda: area(-1), lambda: area("x"), lambda: area(), lambda: Circle(1) + 1, lambda: Circle(1).no:
            try:
                wrong()
            except Exception as error:
                print(type(error).__name__, error)
        def areas():
            return [area(i) for i in range(300)][-1]
        print(areas())
        """;

    private static final String PRINTED = """
        6.0 True 1 4
        (width, height=1.0) <built-in function area> <class 'shapes.Circle'> True
        5.0 (radius=1.0)
        ValueError a width is not negative
        TypeError must be real number, not str
        TypeError area() missing required argument 'width' (pos 1)
        TypeError unsupported operand type(s) for +: 'shapes.Circle' and 'int'
        AttributeError 'shapes.Circle' object has no attribute 'no'
        299.0
        """;

    @TestFactory
    Stream<DynamicTest> whatIsWrittenInJavaIsBuiltIn() {
        return Stream.of("switch", "table", "adaptive", "closure", "jit", "tiered")
                .map(strategy -> DynamicTest.dynamicTest(
                        strategy,
                        () -> assertEquals(
                                PRINTED,
                                PluginProgram.of(PROGRAM)
                                        .with(new ShapesPlugin())
                                        .under(strategy)
                                        .run())));
    }

    @Test
    void modulesAreFoundThatAreNoFiles() {
        assertEquals(
                "5 sides\ndrawn of a folder\nModuleNotFoundError No module named 'painted'\n",
                PluginProgram.of("""
                    import sys, shape_5
                    sys.path.append("<shapes>")
                    print(shape_5.text)
                    import drawn
                    print(drawn.text)
                    try:
                        import painted
                    except ImportError as error:
                        print(type(error).__name__, error)
                    """).with(new ShapesPlugin()).run());
    }

    @Test
    void otherInterpretersHaveNothingOfIt() {
        try (Pyvm with = Pyvm.builder().plugin(new ShapesPlugin()).build();
                Pyvm without = Pyvm.builder().build()) {
            String names = "[hasattr(__import__('builtins'), n) for n in ('area', 'Circle')] "
                    + "+ [any('ByName' in str(f) for f in __import__('sys').meta_path)]";
            assertEquals("[True, True, True]", with.eval("str(" + names + ")"));
            assertEquals("[False, False, False]", without.eval("str(" + names + ")"));
        }
    }
}
