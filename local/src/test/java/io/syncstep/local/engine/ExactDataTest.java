package io.syncstep.local.engine;

import static io.syncstep.local.engine.Machine.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into JavaScript comes out of it, to the last digit and character. */
class ExactDataTest {

    private static final String ECHO =
            "{'StartAt':'A','States':{'A':{'Type':'Pass','Parameters':{'v.$':'$.v'},'Next':'T'},"
                    + "'T':{'Type':'Task','Resource':'" + Machine.RESOURCE + "','Parameters':{'Payload.$':'$.v'},"
                    + "'OutputPath':'$.Payload','End':true}}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "9223372036854775807",
                "-9223372036854775808",
                "123456789012345678901234567890",
                "1.0",
                "1e3",
                "1E-7",
                "0.1",
                "0.30000000000000004",
                "100.50",
                "-0.5",
                "999999999999999",
                "1e400",
                "0"
            })
    void aNumberKeepsEveryDigit(String number) {
        var echoed = echo(json(number));

        assertThat(echoed).hasToString(json(number).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'__proto__':{'polluted':true}}",
                "{'constructor':1,'hasOwnProperty':2,'length':3}",
                "{'':1,'a.b':2,'$':3}",
                "[[],{},null,[null]]",
                "true"
            })
    void anyStructureComesBackAsItWas(String value) {
        assertThat(echo(json(value))).isEqualTo(json(value));
    }

    static Stream<String> texts() {
        return Stream.of(
                "\u2028 \u2029 \u0000 \" \\ \n",
                "\ud83d\ude00 \u00e9",
                "half a pair: \ud83d.",
                "\ude00 the other half",
                "\uE0001",
                "\uE000",
                "a \uE000\uE000 b",
                "x".repeat(200_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anyTextComesBackAsItWas(String text) {
        assertThat(echo(TextNode.valueOf(text)).textValue()).isEqualTo(text);
    }

    @Test
    void aTasksErrorKeepsEveryCharacterOfItsCause() {
        var cause = "{\"m\":\"\u2028 \ud83d\ude00 \\\"\"}";
        var ended = new Machine().run(Machine.task("'Comment':'-'"), "{}", new TaskAnswer.Failed("E", cause));

        assertThat(ended.cause()).isEqualTo(cause);
    }

    /** Through a Pass, into a task, out of it, and out of the execution. */
    private JsonNode echo(JsonNode value) {
        var input = JsonNodeFactory.instance.objectNode().set("v", value);
        ServiceIntegration echo = call -> new TaskAnswer.Succeeded(call.parameters());
        var ended = Machine.engine()
                .run(Machine.parse(ECHO), input, Map.of(Machine.RESOURCE, echo), new VirtualTime(), Listener.NONE);
        return Objects.requireNonNull(ended.output(), () -> ended.toString());
    }
}
