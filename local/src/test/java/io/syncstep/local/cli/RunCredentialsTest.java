package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code syncstep run}: which provider is real and which is simulated, and that no credential is printed. */
class RunCredentialsTest {

    private static final String HIGHTOUCH = "{\"provider\":\"hightouch\",\"syncId\":1234567}";

    @Test
    void aProviderWithoutCredentialIsSimulatedAndThatIsSaid() {
        assertThat(new Console()
                        .type(HIGHTOUCH)
                        .call("run", "-", "--json", "--virtual-time")
                        .err())
                .contains("Hightouch", "simulator");
        assertThat(new Console()
                        .type(HIGHTOUCH)
                        .call("run", "-", "--virtual-time")
                        .out())
                .contains("Hightouch", "simulator");
    }

    @Test
    void anAccountThatIsMissingAmongOthersIsNotSimulated() {
        var result = new Console()
                .type("{\"provider\":\"hightouch\",\"syncId\":1,\"account\":\"acme\"}")
                .set("SYNCSTEP_CREDENTIALS", "{\"hightouch/default\":{\"apiKey\":\"hidden-key\"}}")
                .call("run", "-", "--json", "--virtual-time");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.json().path("error").asText()).isEqualTo("CredentialNotFound");
        assertThat(result.json().path("cause").isObject()).isTrue();
        assertThat(result.out() + result.err()).doesNotContain("hidden-key", "simulator");
    }

    @Test
    void anEmptyVariableIsAnAbsentOne() {
        var result = new Console()
                .type(HIGHTOUCH)
                .set("SYNCSTEP_CREDENTIALS", "")
                .call("run", "-", "--json", "--virtual-time");

        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"secret\"]", "secret", "{\"secret\"", "\"secret\""})
    void credentialsThatAreNoObjectExitWith2AndAreNotPrinted(String credentials) {
        var result = new Console()
                .type(HIGHTOUCH)
                .set("SYNCSTEP_CREDENTIALS", credentials)
                .call("run", "-", "--json");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("SYNCSTEP_CREDENTIALS").doesNotContain("secret");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void anEntryOfAnUnknownProviderExitsWith2RatherThanBeingSimulatedInSilence() {
        var result = new Console()
                .type("{\"provider\":\"dbt\",\"jobId\":1}")
                .set("SYNCSTEP_CREDENTIALS", "{\"dbtt/default\":{\"serviceToken\":\"hidden\",\"accountId\":1}}")
                .call("run", "-", "--virtual-time");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("dbtt/default").doesNotContain("hidden");
        assertThat(result.out()).isEmpty();
    }
}
