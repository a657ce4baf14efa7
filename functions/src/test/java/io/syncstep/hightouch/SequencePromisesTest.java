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
    class Starts extends StartPromises {
        @Override
        public Subject subject() {
            return SUBJECT;
        }
    }

    @Nested
    class LookUps extends LookUpPromises {
        @Override
        public Subject subject() {
            return SUBJECT;
        }
    }

    @Nested
    class Checks extends CheckPromises {
        @Override
        public Subject subject() {
            return SUBJECT;
        }
    }

    @Nested
    class Stops extends StopPromises {
        @Override
        public Subject subject() {
            return SUBJECT;
        }
    }

    private static final ProviderTestKit.Subject SUBJECT = new ProviderTestKit.Subject() {
        @Override
        public CredentialShape shape() {
            return Hightouch.CREDENTIAL;
        }

        @Override
        public Request request() {
            return Requests.sequence("");
        }

        @Override
        public Provider provider(Api api, Clock clock) {
            return new HightouchSequenceRuns(api, request(), clock);
        }

        @Override
        public String credential(String token, String baseUrl) {
            return Credentials.json("apiKey", token, baseUrl);
        }

        @Override
        public String runId() {
            return "seq-run-1";
        }

        @Override
        public Response started() {
            return Response.json(200, "{\"id\":\"seq-run-1\"}");
        }

        @Override
        public Response errorObject() {
            return Response.json(200, "{\"message\":\"Validation failed\",\"details\":\"It is paused\"}");
        }

        @Override
        public Response going() {
            return Response.json(200, "{\"status\":\"active\",\"syncRuns\":[]}");
        }

        @Override
        public Response unknownStatus() {
            return Response.json(200, "{\"status\":\"polishing\",\"syncRuns\":[]}");
        }

        @Override
        public Response succeeded() {
            return Response.json(200, Fixture.of("hightouch/sequence-run.json"));
        }
    };
}
