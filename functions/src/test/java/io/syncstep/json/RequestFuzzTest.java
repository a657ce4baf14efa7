package io.syncstep.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.Request;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** No input gives anything but a valid request, or an error that names the field. */
class RequestFuzzTest {

    private static final List<String> FIELDS = List.of(
            "provider",
            "syncId",
            "syncSlug",
            "sequenceId",
            "sourceId",
            "jobId",
            "account",
            "fullResync",
            "onWarning",
            "maxFailedRows",
            "ifRunning",
            "timeoutSeconds",
            "stopOnTimeout",
            "minWaitSeconds",
            "maxWaitSeconds");

    @Property(tries = 2000)
    void aRequestIsValidOrItsFaultIsNamed(@ForAll("requests") ObjectNode json) {
        Optional<InvalidRequest> fault = faultOf(json);

        Statistics.label("valid").collect(fault.isEmpty());
        fault.ifPresent(invalid -> assertThat(Stream.concat(
                                FIELDS.stream(), json.propertyStream().map(Map.Entry::getKey))
                        .map(field -> field.substring(0, Math.min(field.length(), 200))))
                .as(invalid.words())
                .anyMatch(invalid.words()::contains));
    }

    @Property(tries = 1000)
    void aTextIsARequestIsInvalidOrIsNoJson(@ForAll("texts") String text) {
        try {
            faultOf(RequestText.parse(text));
        } catch (InvalidRequest named) {
            assertThat(named.words()).isNotBlank();
        } catch (JsonProcessingException noJson) {
            assertThat(noJson.getOriginalMessage()).isNotNull();
        }
    }

    private static Optional<InvalidRequest> faultOf(JsonNode json) {
        try {
            assertValid(RequestParser.parse(json));
            return Optional.empty();
        } catch (InvalidRequest invalid) {
            assertThat(invalid.words()).isNotBlank().hasSizeLessThan(2000);
            return Optional.of(invalid);
        }
    }

    private static void assertValid(Request request) {
        assertThat(request.account()).matches("[A-Za-z0-9_-]{1,64}");
        assertThat(request.timeout().toSeconds()).isBetween(60L, 86_400L);
        assertThat(request.task().label()).isNotBlank();
        request.task().id().ifPresent(id -> assertThat(id).matches("[0-9a-f-]+"));
    }

    @Provide
    Arbitrary<ObjectNode> requests() {
        Arbitrary<Map.Entry<String, JsonNode>> field = Arbitraries.frequencyOf(
                Tuple.of(12, plausible()),
                Tuple.of(2, field(Arbitraries.of(FIELDS), values())),
                Tuple.of(1, field(Arbitraries.strings(), values())));
        return Arbitraries.of(likely())
                .flatMap(base -> field.list().ofMaxSize(3).map(more -> {
                    ObjectNode request = base.deepCopy();
                    more.forEach(entry -> request.set(entry.getKey(), entry.getValue()));
                    return request;
                }));
    }

    private static Arbitrary<Map.Entry<String, JsonNode>> field(Arbitrary<String> names, Arbitrary<JsonNode> values) {
        return names.flatMap(name -> values.map(value -> Map.entry(name, value)));
    }

    /** Fields with values as a user would write them, good ones and near misses. */
    private static Arbitrary<Map.Entry<String, JsonNode>> plausible() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Arbitrary<JsonNode> seconds =
                Arbitraries.of(0, 1, 59, 60, 3600, 86_400, 86_401).map(json::numberNode);
        Arbitrary<JsonNode> words =
                Arbitraries.of("fail", "attach", "queue", "succeed", "acme_2").map(json::textNode);
        Arbitrary<JsonNode> flags = Arbitraries.of(true, false).map(json::booleanNode);
        return Arbitraries.oneOf(
                field(Arbitraries.of("timeoutSeconds", "minWaitSeconds", "maxWaitSeconds", "maxFailedRows"), seconds),
                field(Arbitraries.of("ifRunning", "onWarning", "account"), words),
                field(Arbitraries.of("stopOnTimeout", "fullResync"), flags));
    }

    private static List<ObjectNode> likely() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return List.of(
                json.objectNode(),
                json.objectNode().put("provider", "hightouch").put("syncId", 1),
                json.objectNode().put("provider", "hightouch").put("syncSlug", "a"),
                json.objectNode().put("provider", "hightouch"),
                json.objectNode().put("provider", "stitch").put("sourceId", 7),
                json.objectNode().put("provider", "dbt").put("jobId", 7));
    }

    private static Arbitrary<JsonNode> values() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-5, 100_000).map(json::numberNode),
                Arbitraries.bigIntegers().map((BigInteger number) -> json.numberNode(number)),
                Arbitraries.bigDecimals().map((BigDecimal number) -> json.numberNode(number)),
                Arbitraries.strings().map(json::textNode),
                Arbitraries.of("fail", "succeed", "attach", "queue", "hightouch", "stitch", "dbt")
                        .map(json::textNode),
                Arbitraries.of(true, false).map(json::booleanNode),
                Arbitraries.create(json::nullNode),
                Arbitraries.create(() -> json.arrayNode().add(1)),
                Arbitraries.create(() -> json.objectNode().put("a", 1)));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> whole = requests().map(ObjectNode::toString);
        Arbitrary<String> cut = whole.flatMap(
                text -> Arbitraries.integers().between(0, text.length()).map(end -> text.substring(0, end)));
        Arbitrary<String> twice = whole.map(text -> text + text);
        return Arbitraries.oneOf(
                whole, cut, twice, Arbitraries.strings(), Arbitraries.strings().withChars("{}[]\",:01e.-tfn \\u"));
    }
}
