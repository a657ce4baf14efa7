package io.syncstep.hightouch;

import io.syncstep.credentials.CredentialShape;
import io.syncstep.http.Api;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Request;
import io.syncstep.testing.CheckPromises;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.LookUpPromises;
import io.syncstep.testing.ProviderTestKit;
import io.syncstep.testing.Requests;
import io.syncstep.testing.StartPromises;
import io.syncstep.testing.StopPromises;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

/** A Hightouch sync sequence keeps what every provider promises. */
class SequencePromisesTest {

    @Nested
    class Starts extends StartPromises implements Sequence {}

    @Nested
    class LookUps extends LookUpPromises implements Sequence {}

    @Nested
    class Checks extends CheckPromises implements Sequence {}

    @Nested
    class Stops extends StopPromises implements Sequence {}

    interface Sequence extends ProviderTestKit {
        @Override
        default CredentialShape shape() {
            return Hightouch.CREDENTIAL;
        }

        @Override
        default Request request() {
            return Requests.sequence("");
        }

        @Override
        default Provider provider(Api api, Clock clock) {
            return new HightouchSequenceRuns(api, request(), clock);
        }

        @Override
        default String credential(String token, String baseUrl) {
            return Credentials.json("apiKey", token, baseUrl);
        }

        @Override
        default String runId() {
            return "seq-run-1";
        }

        @Override
        default Response started() {
            return Response.json(200, "{\"id\":\"seq-run-1\"}");
        }

        @Override
        default Response errorObject() {
            return Response.json(200, "{\"message\":\"Validation failed\",\"details\":\"It is paused\"}");
        }

        @Override
        default Response going() {
            return Response.json(200, "{\"status\":\"active\",\"syncRuns\":[]}");
        }

        @Override
        default Response unknownStatus() {
            return Response.json(200, "{\"status\":\"polishing\",\"syncRuns\":[]}");
        }

        @Override
        default Response succeeded() {
            return Response.json(200, Fixture.of("hightouch/sequence-run.json"));
        }
    }
}
