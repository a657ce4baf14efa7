package io.syncstep.hightouch;

import io.syncstep.credentials.CredentialShape;
import io.syncstep.http.Api;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Request;
import io.syncstep.testing.CheckPromises;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.LookUpPromises;
import io.syncstep.testing.ProviderTestKit;
import io.syncstep.testing.Requests;
import io.syncstep.testing.StartPromises;
import io.syncstep.testing.StopPromises;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

/** A Hightouch sync keeps what every provider promises. */
class SyncPromisesTest {

    @Nested
    class Starts extends StartPromises implements Sync {}

    @Nested
    class LookUps extends LookUpPromises implements Sync {}

    @Nested
    class Checks extends CheckPromises implements Sync {}

    @Nested
    class Stops extends StopPromises implements Sync {}

    interface Sync extends ProviderTestKit {
        @Override
        default CredentialShape shape() {
            return Hightouch.CREDENTIAL;
        }

        @Override
        default Request request() {
            return Requests.hightouch("");
        }

        @Override
        default Provider provider(Api api, Clock clock) {
            return new HightouchSyncRuns(api, request(), clock);
        }

        @Override
        default String credential(String token, String baseUrl) {
            return Credentials.json("apiKey", token, baseUrl);
        }

        @Override
        default String runId() {
            return "42";
        }

        @Override
        default Response started() {
            return Response.json(200, "{\"id\":\"42\"}");
        }

        @Override
        default Response errorObject() {
            return Response.json(200, "{\"message\":\"Validation failed\",\"details\":\"It is paused\"}");
        }

        @Override
        default Response going() {
            return HightouchServer.list(HightouchServer.run("42", "processing", HightouchServer.NOW, ""));
        }

        @Override
        default Response unknownStatus() {
            return HightouchServer.list(HightouchServer.run("42", "polishing", HightouchServer.NOW, ""));
        }

        @Override
        default Response succeeded() {
            return HightouchServer.list(HightouchServer.run("42", "success", HightouchServer.NOW, ""));
        }
    }
}
