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
    class Starts extends StartPromises implements Source {}

    @Nested
    class LookUps extends LookUpPromises implements Source {}

    @Nested
    class Checks extends CheckPromises implements Source {}

    @Nested
    class Stops extends StopPromises implements Source {}

    interface Source extends ProviderTestKit {
        @Override
        default CredentialShape shape() {
            return Stitch.CREDENTIAL;
        }

        @Override
        default Request request() {
            return Requests.stitch("");
        }

        @Override
        default Provider provider(Api api, Clock clock) {
            return new StitchReplication(api, request(), StitchServer.EXECUTION, new ExtractionShelves(clock), clock);
        }

        @Override
        default String credential(String token, String baseUrl) {
            return Credentials.json("accessToken", token, baseUrl);
        }

        @Override
        default String runId() {
            return StitchServer.JOB;
        }

        @Override
        default Response started() {
            return Response.json(200, "{\"job_name\":\"" + StitchServer.JOB + "\"}");
        }

        @Override
        default Response errorObject() {
            return Response.json(200, "{\"error\":{\"type\":\"paused\",\"message\":\"It is paused\"}}");
        }

        @Override
        default Response going() {
            return StitchServer.list();
        }

        // A status is none or a verdict; what nobody knows is a job without an end.
        @Override
        default Response unknownStatus() {
            return StitchServer.list(
                    StitchServer.extraction(StitchServer.JOB, StitchServer.NOW, null, "0", "null", "null"));
        }

        @Override
        default Response succeeded() {
            return StitchServer.list(StitchServer.good(StitchServer.JOB, StitchServer.NOW));
        }
    }
}
