package io.syncstep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.sync.Sighting;
import io.syncstep.testing.LocalServer.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of every provider: looking before a start, and for a run whose start is in doubt, only reads, and silence is no sighting. */
public abstract class LookUpPromises implements ProviderTestKit {

    @Test
    void withoutACredentialNothingIsCalled() {
        try (LocalServer server = LocalServer.answering(started())) {
            var provider = with(new Credentials("{\"baseUrl\":\"" + server.url() + "\"}"));

            assertThatThrownBy(provider::prepare).isInstanceOf(CredentialNotFound.class);
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void aLookBeforeTheStartOnlyReads() {
        try (LocalServer server = LocalServer.answering(Response.empty(500))) {
            at(server.url()).prepare();

            assertThat(posts(server)).isZero();
        }
    }

    /** No list is no sign that nothing was started. */
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "<html>", "{\"data\":{}}"})
    void aListThatCannotBeReadIsNoSighting(String body) {
        assertThat(find(Response.json(200, body)))
                .isInstanceOfAny(Sighting.Unanswered.class, Sighting.Unlistable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 404, 429, 500, 503})
    void aListThatIsRefusedIsNoSighting(int status) {
        assertThat(find(Response.empty(status))).isInstanceOfAny(Sighting.Unanswered.class, Sighting.Unlistable.class);
    }

    private Sighting find(Response response) {
        try (LocalServer server = LocalServer.answering(response)) {
            Sighting sighting = at(server.url()).find(lostRun());
            assertThat(posts(server)).isZero();
            return sighting;
        }
    }

    @Test
    void aTokenInPlaceOfAnIdIsNotToldOn() {
        String body = succeeded().body().replace(runId(), TOKEN);

        assertThat(find(Response.json(200, body)).toString()).doesNotContain(TOKEN);
    }

    @Test
    void nothingTellsTheToken() {
        for (int status : new int[] {200, 302, 400, 401, 403, 404, 429, 500, 503}) {
            assertThat(find(quotingTheToken(status)).toString()).doesNotContain(TOKEN);
        }
    }

    private static long posts(LocalServer server) {
        return server.calls().stream()
                .filter(call -> !call.method().equals("GET"))
                .count();
    }
}
