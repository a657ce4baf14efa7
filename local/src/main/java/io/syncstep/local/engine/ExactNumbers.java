package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Carries numbers through JavaScript, whose own would round 9007199254740993 and turn 1.0 into 1. A number that JavaScript
 * would not write as it read it travels as a text: a mark, and its digits. A mark in other text is doubled.
 *
 * <p>Trap: to a Choice rule such a number is a text, so {@code NumericEquals} and {@code IsNumeric} are false for it.
 */
final class ExactNumbers {

    private static final String MARK = "\uE000";

    /** Integers of 15 digits, and fractions of 6 digits that don't end in 0, come out of JavaScript as they went in. */
    private static final Pattern HARMLESS =
            Pattern.compile("-?[1-9][0-9]{0,14}|0|-?(0|[1-9][0-9]{0,8})\\.[0-9]{0,5}[1-9]");

    private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

    private ExactNumbers() {}

    static JsonNode mark(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> markNumber(value);
            case STRING -> doubleMarks(value);
            case OBJECT, ARRAY -> each(value, ExactNumbers::mark);
            default -> value;
        };
    }

    static JsonNode unmark(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> unmarkText(value);
            case OBJECT, ARRAY -> each(value, ExactNumbers::unmark);
            default -> value;
        };
    }

    private static JsonNode markNumber(JsonNode number) {
        var digits = number.isBigDecimal() ? number.decimalValue().toString() : number.asText();
        return HARMLESS.matcher(digits).matches() ? number : TextNode.valueOf(MARK + digits);
    }

    private static JsonNode doubleMarks(JsonNode text) {
        var plain = text.textValue();
        return plain.contains(MARK) ? TextNode.valueOf(plain.replace(MARK, MARK + MARK)) : text;
    }

    private static JsonNode unmarkText(JsonNode text) {
        var marked = text.textValue();
        if (!marked.contains(MARK)) {
            return text;
        }
        if (marked.lastIndexOf(MARK) == 0) {
            return number(marked.substring(MARK.length()));
        }
        if (marked.replace(MARK + MARK, "").contains(MARK)) {
            throw new IllegalStateException("an intrinsic function met a number that JavaScript can't hold: " + marked);
        }
        return TextNode.valueOf(marked.replace(MARK + MARK, MARK));
    }

    private static JsonNode number(String digits) {
        var exact = new BigDecimal(digits);
        var integer = digits.chars().allMatch(c -> c == '-' || Character.isDigit(c));
        return integer ? NODES.numberNode(exact.toBigIntegerExact()) : NODES.numberNode(exact);
    }

    private static JsonNode each(JsonNode container, UnaryOperator<JsonNode> change) {
        if (container instanceof ArrayNode array) {
            var changed = NODES.arrayNode(array.size());
            array.forEach(element -> changed.add(change.apply(element)));
            return changed;
        }
        ObjectNode changed = NODES.objectNode();
        container.properties().forEach(field -> changed.set(field.getKey(), change.apply(field.getValue())));
        return changed;
    }
}
