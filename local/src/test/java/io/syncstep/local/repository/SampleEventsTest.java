package io.syncstep.local.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncstep.json.Envelope;
import io.syncstep.json.RequestParser;
import io.syncstep.json.RequestText;
import io.syncstep.local.schemas.Schemas;
import io.syncstep.pipeline.PipelineParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples of {@code events/} are what they are samples of. */
class SampleEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> requests() throws IOException {
        return files("../events/requests").filter(file -> !isPipeline(file));
    }

    static Stream<Path> pipelines() throws IOException {
        return files("../events/requests").filter(SampleEventsTest::isPipeline);
    }

    private static boolean isPipeline(Path file) {
        return file.toString().endsWith("-pipeline.json");
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void eachSamplePipelineIsAcceptedAndAsItsSchemaSays(Path file) throws IOException {
        JsonNode json = RequestText.parse(Files.readString(file));

        assertThatCode(() -> PipelineParser.parse(json)).doesNotThrowAnyException();
        assertThat(Schemas.troubles("pipeline", json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void eachSampleRequestIsAccepted(Path file) throws IOException {
        JsonNode json = RequestText.parse(Files.readString(file));

        assertThatCode(() -> RequestParser.parse(json)).doesNotThrowAnyException();
        assertThat(Schemas.troubles("request", json)).isEmpty();
    }

    @Test
    void aFullSampleNamesEveryFieldOfItsProvider() throws IOException {
        Set<String> ofAll = Set.of(
                "provider",
                "account",
                "ifRunning",
                "timeoutSeconds",
                "stopOnTimeout",
                "minWaitSeconds",
                "maxWaitSeconds");

        assertThat(fields("hightouch-full"))
                .containsAll(ofAll)
                .contains("syncId", "fullResync", "onWarning", "maxFailedRows")
                .hasSize(11);
        assertThat(fields("stitch-full"))
                .containsAll(ofAll)
                .contains("sourceId")
                .hasSize(8);
        assertThat(fields("dbt-full")).containsAll(ofAll).contains("jobId").hasSize(8);
    }

    static Stream<Path> functionEvents() throws IOException {
        return files("../events");
    }

    /** The events of the functions that the state machine {@code sync} calls. */
    static Stream<Path> machineEvents() throws IOException {
        return functionEvents()
                .filter(file -> !file.endsWith(Path.of("stop-aborted-sync.json")))
                .filter(file -> !file.endsWith(Path.of("overview.json")))
                .filter(file -> !file.toString().endsWith("-pipeline.json"));
    }

    @ParameterizedTest
    @MethodSource("machineEvents")
    void eachFunctionEventIsReadByItsFunction(Path file) throws IOException {
        Envelope event = Envelope.read(Files.readString(file), Instant.EPOCH);

        assertThat(event.run()).isPresent();
        assertThatCode(() -> RequestParser.parse(event.request())).doesNotThrowAnyException();
    }

    @Test
    void theSampleOfAnAbortIsReadAsLambdaReadsItAndMatchesTheRule() throws Exception {
        PojoSerializer<ScheduledEvent> lambda = LambdaEventSerializers.serializerFor(
                ScheduledEvent.class, getClass().getClassLoader());
        ScheduledEvent event = lambda.fromJson(Files.readString(Path.of("../events/stop-aborted-sync.json")));
        Map<String, Object> rule = Template.map(
                Template.map(Template.map(function("StopAbortedSync"), "Events"), "ExecutionEnded"), "Properties");
        Map<String, Object> pattern = Template.map(rule, "Pattern");

        assertThat(Template.list(pattern, "source")).containsExactly(event.getSource());
        assertThat(Template.list(pattern, "detail-type")).containsExactly(event.getDetailType());
        assertThat(Template.list(Template.map(pattern, "detail"), "status"))
                .containsExactly("ABORTED", "TIMED_OUT")
                .contains(event.getDetail().get("status"));
        assertThat(event.getDetail().get("executionArn"))
                .isEqualTo(event.getResources().getFirst());
    }

    private static Map<String, Object> function(String name) throws IOException {
        return Template.read()
                .resources("AWS::Serverless::Function")
                .filter(function -> function.getKey().equals(name))
                .map(function -> Template.map(function.getValue(), "Properties"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachFunctionHasASampleEvent() throws Exception {
        List<String> files =
                functionEvents().map(file -> file.getFileName().toString()).toList();

        assertThat(Template.read().resources("AWS::Serverless::Function").map(Map.Entry::getKey))
                .allSatisfy(function -> assertThat(files).contains(kebab(function) + ".json"));
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Set<String> fields(String sample) throws IOException {
        Set<String> names = new TreeSet<>();
        JSON.readTree(Files.readString(Path.of("../events/requests/" + sample + ".json")))
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }
}
