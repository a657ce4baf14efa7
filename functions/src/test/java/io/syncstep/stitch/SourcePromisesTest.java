package io.syncstep.stitch;

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

/** A Stitch source keeps what every provider promises. */
class SourcePromisesTest {

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
            return Stitch.CREDENTIAL;
        }

        @Override
        public Request request() {
            return Requests.stitch("");
        }

        @Override
        public Provider provider(Api api, Clock clock) {
            return new StitchReplication(api, request(), StitchServer.EXECUTION, new ExtractionShelves(clock), clock);
        }

        @Override
        public String credential(String token, String baseUrl) {
            return Credentials.json("accessToken", token, baseUrl);
        }

        @Override
        public String runId() {
            return StitchServer.JOB;
        }

        @Override
        public Response started() {
            return Response.json(200, "{\"job_name\":\"" + StitchServer.JOB + "\"}");
        }

        @Override
        public Response errorObject() {
            return Response.json(200, "{\"error\":{\"type\":\"paused\",\"message\":\"It is paused\"}}");
        }

        @Override
        public Response going() {
            return StitchServer.list();
        }

        // A status is none or a verdict; what nobody knows is a job without an end.
        @Override
        public Response unknownStatus() {
            return StitchServer.list(
                    StitchServer.extraction(StitchServer.JOB, StitchServer.NOW, null, "0", "null", "null"));
        }

        @Override
        public Response succeeded() {
            return StitchServer.list(StitchServer.good(StitchServer.JOB, StitchServer.NOW));
        }
    };
}
