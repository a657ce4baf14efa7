package io.syncstep.testing;

import io.syncstep.credentials.CredentialShape;
import io.syncstep.http.Api;
import io.syncstep.http.Http;
import io.syncstep.http.TimeBudget;
import io.syncstep.sync.Look;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Request;
import io.syncstep.sync.Run;
import io.syncstep.testing.LocalServer.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * A provider under test, and what its server says: what the promises that every provider keeps need to know of one. A new
 * provider passes {@link LookUpPromises}, {@link StartPromises}, {@link CheckPromises} and {@link StopPromises}, each by a
 * subclass that also implements the provider's own extension of this interface.
 */
public interface ProviderTestKit {

    Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    String TOKEN = "secret-7";
    String FRESH_TOKEN = "rotated-key";

    /** What a credential of the provider has. */
    CredentialShape shape();

    /** The least request of a task. */
    Request request();

    /** Its runs, of {@link #request()}. */
    Provider provider(Api api, Clock clock);

    /** What is stored: a JSON object. */
    String credential(String token, String baseUrl);

    /** A run's id as the provider gives them. */
    String runId();

    /** The answer to a start call that names {@link #runId()}. */
    Response started();

    /** A 200 that carries the provider's own error object, which says {@code It is paused}. */
    Response errorObject();

    /** The answer to a look at {@link #runId()} as long as it goes on. */
    Response going();

    /** The same in a state that nobody knows. */
    Response unknownStatus();

    /** The same once it has succeeded. */
    Response succeeded();

    default Provider at(String url) {
        return with(store(url));
    }

    default Provider with(Credentials store) {
        return with(store, false);
    }

    default Provider with(Credentials store, boolean lenient) {
        SettableClock clock = new SettableClock(NOW);
        Api api = new Api(
                new Http(),
                store.account(request().provider(), shape()),
                new TimeBudget(Duration.ofSeconds(20)),
                clock,
                lenient);
        return provider(api, clock);
    }

    default Credentials store(String url) {
        return new Credentials(credential(TOKEN, url));
    }

    default Run newRun() {
        return Run.notStarted(taskId(), NOW);
    }

    /** Started long enough ago to be listed everywhere. */
    default Run startedRun() {
        return Runs.started(taskId(), runId(), NOW.minus(Duration.ofHours(1)));
    }

    default Run lostRun() {
        return Runs.inDoubt(taskId(), NOW);
    }

    private String taskId() {
        return request().task().id().orElseThrow();
    }

    /** What comes of a call to a server that answers like this to everything. */
    default <T> T answered(Response response, Function<Provider, T> call) {
        try (LocalServer server = LocalServer.answering(response)) {
            return call.apply(at(server.url()));
        }
    }

    default Look look(Response response) {
        return answered(response, provider -> provider.look(startedRun()));
    }

    /** An answer that quotes the credential, in a header and by itself. */
    default Response quotingTheToken(int status) {
        String quote = "Authorization: " + shape().scheme() + " " + TOKEN + ", or " + TOKEN;
        return Response.json(
                status, "{\"message\":\"No: " + quote + "\",\"status\":{\"user_message\":\"" + quote + "\"}}");
    }
}
