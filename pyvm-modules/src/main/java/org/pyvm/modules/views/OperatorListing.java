package org.pyvm.modules.views;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.BinaryOperator;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.OperatorSteps;

/** How the operands' types are searched for what a binary operator does (chapter 8 of the book). */
final class OperatorListing {
    private final List<String> steps = new ArrayList<>();
    private final String result;
    private final String error;

    OperatorListing(ThreadState thread, String symbol, PyObject v, PyObject w) {
        String value = null;
        String failure = null;
        try {
            value = Objects.repr(thread, OperatorSteps.binary(thread, operator(symbol), v, w, steps::add))
                    .toString();
        } catch (PyErr e) {
            failure = e.value().type().name() + ": " + Objects.str(thread, e.value());
        }
        result = value;
        error = failure;
    }

    private static BinaryOperator operator(String symbol) {
        for (BinaryOperator operator : BinaryOperator.values()) {
            if (operator.symbol().equals(symbol)) {
                return operator;
            }
        }
        throw PyErr.valueError("no view of the operator '%s'", symbol);
    }

    String text() {
        StringBuilder out = new StringBuilder();
        steps.forEach(step -> out.append(step).append('\n'));
        return out.append(error == null ? "result: " + result : error)
                .append('\n')
                .toString();
    }

    String json() {
        return "{\"steps\": " + steps.stream().map(Json::string).collect(Collectors.joining(",\n ", "[", "]"))
                + ",\n \"result\": " + (result == null ? "null" : Json.string(result)) + ", \"error\": "
                + (error == null ? "null" : Json.string(error)) + "}\n";
    }
}
