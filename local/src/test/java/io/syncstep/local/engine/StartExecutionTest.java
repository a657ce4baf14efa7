package io.syncstep.local.engine;

import static io.syncstep.local.engine.Machine.json;
import static io.syncstep.local.engine.Machine.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Executions that Tasks start live beside each other, and end as AWS tells it. */
class StartExecutionTest {

    private static final String CHILD =
            "{'StartAt':'Wait','States':{'Wait':{'Type':'Wait','SecondsPath':'$.wait','Next':'How?'},"
                    + "'How?':{'Type':'Choice','Choices':[{'Variable':'$.wait','NumericLessThan':100,'Next':'Well'}],'Default':'Badly'},"
                    + "'Well':{'Type':'Succeed'},'Badly':{'Type':'Fail','Error':'TooLong','Cause':'it took too long'}}}";

    @AutoClose
    private final Engine engine = new Engine();

    private final VirtualTime time = new VirtualTime(Machine.START);
    private final List<String> heard = new ArrayList<>();

    @Test
    void itAnswersWithTheDescriptionOfTheExecutionItsOutputAsJson() {
        JsonNode description = Objects.requireNonNull(
                run(start("'Name':'one','Input':{'wait':30}")).output());

        assertThat(description.path("Status").asText()).isEqualTo("SUCCEEDED");
        assertThat(description.path("Name").asText()).isEqualTo("one");
        assertThat(description.at("/Output/wait").asInt()).isEqualTo(30);
        assertThat(description.path("ExecutionArn").asText()).endsWith(":execution:Child:one");
        assertThat(description.path("StopDate").asLong()
                        - description.path("StartDate").asLong())
                .isEqualTo(30_000);
        assertThat(elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aFailureIsATaskFailedWhoseCauseDescribesTheExecution() {
        Execution ended = run(start("'Name':'one','Input':{'wait':100}"));

        assertThat(ended.error()).isEqualTo("States.TaskFailed");
        JsonNode cause = Json.read(String.valueOf(ended.cause()));
        assertThat(cause.path("Error").asText()).isEqualTo("TooLong");
        assertThat(cause.path("Cause").asText()).isEqualTo("it took too long");
        assertThat(cause.path("Status").asText()).isEqualTo("FAILED");
        assertThat(cause.path("Input").asText()).isEqualTo("{\"wait\":100}");
    }

    @Test
    void executionsWaitAtTheSameTime() {
        Execution ended = run(
                "{'StartAt':'All','States':{'All':{'Type':'Map','ItemsPath':'$','End':true,'ItemProcessor':"
                        + start("'Input':{'wait.$':'$'}") + "}}}",
                "[30,20,90]");

        assertThat(ended.output()).hasSize(3);
        assertThat(elapsed()).isEqualTo(Duration.ofSeconds(90));
        assertThat(heard).containsExactly("ended SUCCEEDED", "ended SUCCEEDED", "ended SUCCEEDED");
    }

    @Test
    void aNameThatGoesOnWithTheSameInputIsJoined() {
        Execution ended = run(twice("'Name':'one','Input':{'wait':30}", 0));

        assertThat(ended.status()).isEqualTo(Execution.Status.SUCCEEDED);
        assertThat(heard).containsExactly("ended SUCCEEDED");
    }

    @Test
    void aNameThatHasEndedStartsNothing() {
        Execution ended = run(twice("'Name':'one','Input':{'wait':30}", 60));

        assertThat(ended.error()).isEqualTo("StepFunctions.ExecutionAlreadyExistsException");
        assertThat(heard).containsExactly("ended SUCCEEDED");
    }

    @Test
    void oneThatGoesOnOrHasEndedIsDescribedAsTheApiDoesItsDataAsTexts() {
        JsonNode looks = Objects.requireNonNull(run(looks("one", 30)).output());

        assertThat(looks.at("/1/Status").asText()).isEqualTo("RUNNING");
        assertThat(looks.at("/1/Input").asText()).isEqualTo("{\"wait\":30}");
        assertThat(looks.at("/2/Status").asText()).isEqualTo("SUCCEEDED");
        assertThat(looks.at("/2/Output").asText()).isEqualTo("{\"wait\":30}");
        assertThat(looks.at("/2/ExecutionArn").asText()).endsWith(":execution:Child:one");
    }

    @Test
    void oneThatNobodyStartedIsNotDescribed() {
        assertThat(run(looks("another", 30)).error()).isEqualTo("Sfn.ExecutionDoesNotExistException");
    }

    @Test
    void aNameThatAwsRefusesIsRefused() {
        assertThat(run(start("'Name':'a/b'")).error()).isEqualTo("StepFunctions.InvalidNameException");
        assertThat(run(start("'Name':'" + "x".repeat(81) + "'")).error())
                .isEqualTo("StepFunctions.InvalidNameException");
    }

    @Test
    void anUnknownStateMachineIsRefused() {
        assertThat(run(start("'Name':'a'").replace("${Child}", "${Other}")).error())
                .isEqualTo("StepFunctions.StateMachineDoesNotExistException");
    }

    @Test
    void withoutStateMachinesTheResourceIsUnknown() {
        assertThatThrownBy(() -> engine.run(parse(start("'Name':'a'")), json("{}"), Map.of(), time, Listener.NONE))
                .isInstanceOf(UnsupportedDefinition.class)
                .hasMessageContaining("startExecution.sync:2");
    }

    private Execution run(String definition) {
        return run(definition, "{}");
    }

    private Execution run(String definition, String input) {
        var services = new Services(Map.of(), Map.of("${Child}", parse(CHILD)));
        return engine.run(parse(definition), json(input), services, time, new Listener() {
            @Override
            public void on(Event event) {}

            @Override
            public void childEnded(String name, Execution ended) {
                heard.add("ended " + ended.status());
            }
        });
    }

    private Duration elapsed() {
        return Duration.between(Machine.START, time.clock().instant());
    }

    private static String start(String parameters) {
        return "{'StartAt':'Start','States':{'Start':" + task(parameters) + "}}";
    }

    /** In two branches, the second after so many seconds. */
    private static String twice(String parameters, int later) {
        String second = "{'StartAt':'Wait','States':{'Wait':{'Type':'Wait','Seconds':" + later
                + ",'Next':'Start'},'Start':" + task(parameters) + "}}";
        return "{'StartAt':'Both','States':{'Both':{'Type':'Parallel','End':true,'Branches':[" + start(parameters) + ","
                + second.replace("'Start'", "'Again'") + "]}}}";
    }

    /** Starts one, and looks for this name after a while and after its end. */
    private static String looks(String name, int wait) {
        return "{'StartAt':'All','States':{'All':{'Type':'Parallel','End':true,'Branches':["
                + start("'Name':'one','Input':{'wait':" + wait + "}") + "," + look("Early", name, wait / 2) + ","
                + look("Late", name, wait * 2) + "]}}}";
    }

    private static String look(String state, String name, int after) {
        return "{'StartAt':'Before " + state + "','States':{'Before " + state + "':{'Type':'Wait','Seconds':" + after
                + ",'Next':'" + state + "'},'" + state + "':{'Type':'Task','Resource':'" + StartExecution.DESCRIBE
                + "','Parameters':{'ExecutionArn':'${Executions}:" + name + "'},'End':true}}}";
    }

    private static String task(String parameters) {
        return "{'Type':'Task','Resource':'" + StartExecution.RESOURCE + "','Parameters':{'StateMachineArn':'${Child}',"
                + parameters + "},'End':true}";
    }
}
