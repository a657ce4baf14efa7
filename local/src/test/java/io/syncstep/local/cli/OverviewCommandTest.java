package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.local.simulator.hightouch.Sync;
import io.syncstep.local.simulator.stitch.Source;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Where;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code syncstep overview}: the object, the table, and the exit code. */
class OverviewCommandTest {

    private static final String EVIL = "<script>alert(\"x\")</script> & 'quotes'";

    @AutoClose
    private final Simulators simulators = Simulators.start(Clock.systemUTC());

    private Console configured() {
        return new Console().set("SYNCSTEP_CREDENTIALS", """
                        {"stitch/acme":{"accessToken":"hidden-s","baseUrl":"%s"},
                         "hightouch/default":{"apiKey":"hidden-h","baseUrl":"%s"}}""".formatted(simulators.stitch(), simulators.hightouch()));
    }

    private static JsonNode task(JsonNode overview, String id) {
        return overview.path("tasks")
                .valueStream()
                .filter(task -> task.path("taskId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutAnyCredentialTheSimulatorsAreShownAndThatIsSaid() {
        var json = new Console().call("overview", "--json");
        var person = new Console().call("overview");

        assertThat(json.exitCode()).isZero();
        assertThat(json.out().lines()).hasSize(1);
        assertThat(json.err()).contains("Hightouch", "Stitch", "dbt Cloud", "simulator");
        assertThat(json.json().path("accounts")).hasSize(3);
        assertThat(task(json.json(), "1234567").path("name").asText()).isEqualTo("orders → Salesforce production");
        assertThat(task(json.json(), "1234570").path("name").asText()).isEqualTo("orders-to-a-deleted-destination");
        assertThat(task(json.json(), "120644").path("enabled").asBoolean(true)).isFalse();
        assertThat(task(json.json(), "43168").path("status").asText()).isEqualTo("Failing");
        assertThat(json.out())
                .doesNotContain("a-third-party-secret", "simulated-default", "Old Shopify", "Old backfill");
        assertThat(person.exitCode()).isZero();
        assertThat(person.out())
                .contains("simulator")
                .containsPattern(
                        "Healthy +1234567 +orders → Salesforce production +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d +interval\n")
                .doesNotContain("\u001b");
    }

    @Test
    void onlyTheConfiguredAccountsAreListedByProvider() {
        var result = configured().call("overview", "--json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.json().path("accounts").toString())
                .isEqualTo("[{\"provider\":\"hightouch\",\"account\":\"default\",\"reachable\":true},"
                        + "{\"provider\":\"stitch\",\"account\":\"acme\",\"reachable\":true}]");
        assertThat(result.json().path("tasks")).noneMatch(task -> task.has("url"));
    }

    @Test
    void theTableBeginsAtOnceAndAnEmptyLinePartsAccountsAndNotices() {
        var configured = configured().call("overview").out().lines().toList();
        var simulated = new Console().call("overview").out().lines().toList();

        assertThat(configured.getFirst()).startsWith("Hightouch  default, ");
        assertThat(configured.get(configured.indexOf("") + 1)).startsWith("Stitch  acme, ");
        assertThat(simulated.indexOf("")).isEqualTo(3);
        assertThat(simulated.get(4)).startsWith("Hightouch  default, ");
    }

    @Test
    void theHelpNamesEveryExitCode() {
        assertThat(new Console().call("overview", "--help").out()).contains("Exit code: 0", "1 when", "2 bad usage");
    }

    @Test
    void anAccountThatRefusesShowsAsFailingBesideTheOther() {
        simulators.stitchSimulator().acceptTokens("another");

        var json = configured().call("overview", "--json");
        var person = configured().in(new Terminal(true, true, true)).call("overview");

        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(json.json().at("/accounts/0/reachable").asBoolean()).isTrue();
        assertThat(json.json().at("/accounts/1/reachable").asBoolean(true)).isFalse();
        assertThat(json.json().at("/accounts/1/error").asText()).isEqualTo("Unauthorized");
        assertThat(json.json().at("/accounts/1/message").asText()).isNotEmpty();
        assertThat(json.json().path("tasks")).isNotEmpty();
        assertThat(person.exitCode()).isEqualTo(1);
        assertThat(person.out()).contains("✘ Unauthorized", "orders → Salesforce production", "\u001b[32;1mHealthy");
        assertThat(json.out() + person.out()).doesNotContain("hidden-");
    }

    @Test
    void aPausedSourceIsMarkedOnceWhoeverPausedIt() {
        var source = Source.plain(78, "bell", "bell");
        simulators.stitchSimulator().addSource(source.pausedBySystem(Instant.EPOCH));

        var person = configured().call("overview");

        assertThat(person.out())
                .containsPattern("(?m)^ +System paused +78 ")
                .containsPattern("(?m)^ +\\S+ \\(paused\\) +120644 ");
    }

    @Test
    void anAccountReadInPartIsShownAndSaidToBeIncomplete() {
        simulators
                .hightouchSimulator()
                .faults()
                .plan(Where.every("GET", "/models"), Fault.before(new Damage.Instead(Reply.text(403, "no"))));

        var result = configured().call("overview");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("ProviderError", "403 Forbidden", "may be incomplete", "orders-to-salesforce");
    }

    @Test
    void namesStayTextAndControlCharactersDoNotReachTheTerminal() {
        simulators.hightouchSimulator().addModel("701", EVIL);
        simulators.hightouchSimulator().addSync(new Sync("77", "evil", "701", "601", null, false, Map.of()));
        simulators.stitchSimulator().addSource(Source.plain(78, "bell", "ring\u0007 \u001b[31m \u009b31m \u202egnp"));

        assertThat(task(configured().call("overview", "--json").json(), "77")
                        .path("model")
                        .asText())
                .isEqualTo(EVIL);
        assertThat(task(configured().call("overview", "--json").json(), "78")
                        .path("name")
                        .asText())
                .contains("\u001b", "\u202e");
        assertThat(configured().call("overview").out())
                .contains("alert")
                .doesNotContain("\u0007", "\u001b", "\u009b", "\u202e");
    }

    @Test
    void aThousandSyncsTakeAtMostFifteenRequests() {
        var hightouch = simulators.hightouchSimulator();
        IntStream.range(0, 994)
                .forEach(i -> hightouch.addSync(Sync.plain(Integer.toString(5_000_000 + i), "bulk-" + i)));
        IntStream.range(0, 296).forEach(i -> hightouch.addModel("m" + i, "model " + i));
        IntStream.range(0, 46).forEach(i -> hightouch.addDestination("d" + i, "destination " + i, "braze"));

        var result = configured().call("overview", "--json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.json().path("tasks").size()).isEqualTo(1000 + 4);
        assertThat(hightouch.requests()).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void aMalformedCredentialIsAnAccountThatIsNotReachable() {
        var result = new Console()
                .set("SYNCSTEP_CREDENTIALS", "{\"hightouch/a\":\"hidden\",\"stitch/b\":{\"accessToken\":7}}")
                .call("overview", "--json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.json().path("accounts"))
                .hasSize(2)
                .allMatch(account -> account.path("error").asText().equals("CredentialNotFound"));
        assertThat(result.out() + result.err()).doesNotContain("hidden");
    }

    @Test
    void badUsageAndUnreadableCredentialsExitWith2() {
        assertThat(new Console().call("overview", "--yaml").exitCode()).isEqualTo(2);
        for (var text : List.of("secret", "[1]", "{\"higtouch/default\":{}}")) {
            var result = new Console().set("SYNCSTEP_CREDENTIALS", text).call("overview", "--json");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("SYNCSTEP_CREDENTIALS").doesNotContain("secret");
            assertThat(result.out()).isEmpty();
        }
    }
}
