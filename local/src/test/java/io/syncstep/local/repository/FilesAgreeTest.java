package io.syncstep.local.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
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
import io.syncstep.sync.Next;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one file says of another is true: template, definition, code and sample events. */
class FilesAgreeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DEFINITION = Path.of("../statemachine/sync.asl.json");
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{(\\w+)}");

    /** What a Lambda task can fail with, as AWS documents it, besides {@code States.*}. */
    private static final Set<String> LAMBDA_ERRORS = Set.of(
            "Lambda.TooManyRequestsException",
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.Unknown");

    /** What starting an execution can fail with: the exceptions of StartExecution, and those of every call. */
    private static final Set<String> START_ERRORS = Set.of(
            "StepFunctions.ExecutionLimitExceededException",
            "StepFunctions.ThrottlingException",
            "StepFunctions.SdkClientException",
            "StepFunctions.AWSStepFunctionsException");

    private static final Set<String> STATES_ERRORS = Set.of("States.ALL", "States.Timeout", "States.TaskFailed");

    @Test
    void eachHandlerOfTheTemplateExists() throws Exception {
        List<String> handlers = Template.read()
                .resources("AWS::Serverless::Function")
                .map(function -> Template.map(function.getValue(), "Properties")
                        .get("Handler")
                        .toString())
                .toList();

        assertThat(handlers).hasSizeGreaterThanOrEqualTo(3).allSatisfy(handler -> {
            assertThat(handler).endsWith("::handleRequest");
            Class<?> type = Class.forName(handler.replace("::handleRequest", ""));
            assertThat(type.getInterfaces()).containsAnyOf(RequestStreamHandler.class, RequestHandler.class);
            assertThatCode(type::getConstructor).doesNotThrowAnyException();
        });
    }

    @Test
    void eachStateMachineHasItsDefinitionAndSuppliesWhatThatUses() throws Exception {
        List<Map<String, Object>> machines = Template.read()
                .resources("AWS::Serverless::StateMachine")
                .map(entry -> Template.map(entry.getValue(), "Properties"))
                .toList();

        assertThat(machines)
                .extracting(
                        machine -> Path.of("..", machine.get("DefinitionUri").toString()))
                .containsExactlyInAnyOrderElementsOf(Definitions.files().toList());
        for (Map<String, Object> machine : machines) {
            String text =
                    Files.readString(Path.of("..", machine.get("DefinitionUri").toString()));
            Set<String> used = SUBSTITUTION
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(Template.map(machine, "DefinitionSubstitutions").keySet())
                    .isEqualTo(used);
        }
    }

    @Test
    void theMachinesCallAliasesSinceOnlyTheyHaveASnapshot() throws Exception {
        Set<String> functions = Template.read()
                .resources("AWS::Serverless::Function")
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        Template.read()
                .resources("AWS::Serverless::StateMachine")
                .flatMap(
                        entry -> Template.map(Template.map(entry.getValue(), "Properties"), "DefinitionSubstitutions")
                                .entrySet()
                                .stream())
                .filter(entry -> functions.contains(entry.getKey()))
                .forEach(entry -> assertThat(entry.getValue()).isEqualTo(entry.getKey() + ".Alias"));
    }

    @Test
    void eachErrorNameThatTheDefinitionMatchesExists() throws IOException {
        Set<String> matched = new TreeSet<>();
        everyState()
                .forEach(state -> Stream.of("Retry", "Catch")
                        .flatMap(field -> state.getValue().path(field).valueStream())
                        .flatMap(handler -> handler.path("ErrorEquals").valueStream())
                        .forEach(name -> matched.add(name.asText())));

        assertThat(matched)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(List.of(LAMBDA_ERRORS, STATES_ERRORS, START_ERRORS))
                        .anyMatch(names -> names.contains(name)));
    }

    @Test
    void eachWordThatAChoiceReadsIsOneThatTheFunctionsSay() throws IOException {
        Set<String> words = Arrays.stream(Next.values()).map(Next::word).collect(Collectors.toSet());

        List<String> read = states().flatMap(
                        state -> state.getValue().path("Choices").valueStream())
                .filter(choice -> choice.path("Variable").asText().equals("$.sync.next"))
                .map(choice -> choice.path("StringEquals").asText())
                .toList();

        assertThat(read).isNotEmpty().allSatisfy(word -> assertThat(words).contains(word));
    }

    @Test
    void theStartIsRetriedOnlyWhereLambdaSurelyDidNotRun() throws IOException {
        List<String> retried = states().filter(
                        state -> state.getValue().toString().contains("${TriggerSync}"))
                .flatMap(state -> state.getValue().path("Retry").valueStream())
                .flatMap(retry -> retry.path("ErrorEquals").valueStream())
                .map(JsonNode::asText)
                .toList();

        assertThat(retried).containsExactly("Lambda.TooManyRequestsException");
    }

    @Test
    void eachMachineAndEachOfItsTasksHaveATimeLimit() throws IOException {
        assertThat(Definitions.files().map(Definitions::read))
                .allSatisfy(machine ->
                        assertThat(machine.path("TimeoutSeconds").asLong()).isGreaterThan(86_400));
        assertThat(everyState()
                        .filter(state -> state.getValue().path("Type").asText().equals("Task")))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(
                                task.getValue().path("TimeoutSeconds").asLong())
                        .as(task.getKey())
                        .isPositive());
        assertThat(everyState()
                        .filter(state -> state.getValue().path("Type").asText().equals("Choice")))
                .allSatisfy(choice -> assertThat(choice.getValue().has("Default"))
                        .as(choice.getKey())
                        .isTrue());
    }

    /** A task of a pipeline, and a pipeline of tasks that all take their time. */
    @Test
    void aPipelineWaitsForItsTasksAsLongAsTheyMayTake() {
        JsonNode sync = Definitions.read(DEFINITION);
        JsonNode pipeline = Definitions.read(Definitions.FOLDER.resolve("pipeline.asl.json"));
        long task = Definitions.states(pipeline)
                .filter(state -> state.getKey().equals("Run the task"))
                .mapToLong(state -> state.getValue().path("TimeoutSeconds").asLong())
                .findFirst()
                .orElseThrow();

        assertThat(task).isGreaterThan(sync.path("TimeoutSeconds").asLong());
        assertThat(pipeline.path("TimeoutSeconds").asLong()).isGreaterThan(20 * task);
    }

    @Test
    void functionsEndBeforeTheTasksThatCallThem() throws Exception {
        Map<String, Integer> limits = Template.read()
                .resources("AWS::Serverless::Function")
                .collect(Collectors.toMap(Map.Entry::getKey, function -> (Integer)
                        Template.map(function.getValue(), "Properties").get("Timeout")));

        everyState()
                .filter(state -> state.getValue().at("/Parameters/FunctionName").isTextual())
                .forEach(task -> {
                    String function = task.getValue()
                            .path("Parameters")
                            .path("FunctionName")
                            .asText()
                            .replaceAll("[${}]", "");
                    assertThat(limits.get(function))
                            .as(task.getKey())
                            .isLessThan(task.getValue().path("TimeoutSeconds").asInt());
                });
    }

    static Stream<Path> requests() throws IOException {
        return files("../events/requests").filter(file -> !isPipeline(file));
    }

    static Stream<Path> pipelines() throws IOException {
        return files("../events/requests").filter(FilesAgreeTest::isPipeline);
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
        assertThat(fields("hightouch-full")).contains("fullResync", "onWarning", "maxFailedRows", "ifRunning");
        assertThat(fields("stitch-full"))
                .contains(
                        "account", "ifRunning", "timeoutSeconds", "stopOnTimeout", "minWaitSeconds", "maxWaitSeconds");
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

    /** StopAbortedSync tells by the word that a Task was entered with whether a run was being started or stopped. */
    @Test
    void onlyTheTaskThatStartsIsEnteredWithStartAndOnlyTheOneThatStopsWithStop() throws IOException {
        Map<String, Set<String>> words = new TreeMap<>();
        states().forEach(state -> state.getValue()
                .path("Choices")
                .valueStream()
                .filter(choice -> choice.path("Variable").asText().equals("$.sync.next"))
                .forEach(choice -> words.computeIfAbsent(
                                behindWaits(choice.path("Next").asText()), next -> new TreeSet<>())
                        .add(choice.path("StringEquals").asText())));

        assertThat(words).containsEntry("Start the run", Set.of("start")).containsEntry("Stop the run", Set.of("stop"));
        assertThat(state("Start the run").toString()).contains("${TriggerSync}");
        assertThat(state("Stop the run").toString()).contains("${StopSync}");
        words.keySet().removeAll(Set.of("Start the run", "Stop the run"));
        assertThat(words.values()).allSatisfy(others -> assertThat(others).doesNotContain("start", "stop"));
    }

    /** What the first state is given is a user's, so that no data of ours may come from there: it is a Pass. */
    @Test
    void theFirstStateCallsNobody() throws IOException {
        JsonNode definition = JSON.readTree(Files.readString(DEFINITION));

        assertThat(state(definition.path("StartAt").asText()).path("Type").asText())
                .isEqualTo("Pass");
    }

    private static String behindWaits(String name) {
        JsonNode state = state(name);
        return state.path("Type").asText().equals("Wait")
                ? behindWaits(state.path("Next").asText())
                : name;
    }

    private static JsonNode state(String name) {
        return states().filter(state -> state.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
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

    /** Of all state machines. */
    private static Stream<Map.Entry<String, JsonNode>> everyState() throws IOException {
        return Definitions.files().map(Definitions::read).flatMap(Definitions::states);
    }

    /** Of the state machine {@code sync}. */
    private static Stream<Map.Entry<String, JsonNode>> states() {
        try {
            return JSON.readTree(Files.readString(DEFINITION)).path("States").properties().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
