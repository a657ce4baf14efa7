package io.syncstep.dbt;

import io.syncstep.credentials.CredentialShape;
import io.syncstep.http.Api;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Request;
import io.syncstep.testing.CheckPromises;
import io.syncstep.testing.Fixture;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.LookUpPromises;
import io.syncstep.testing.ProviderTestKit;
import io.syncstep.testing.Requests;
import io.syncstep.testing.StartPromises;
import io.syncstep.testing.StopPromises;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

/** A dbt Cloud job keeps what every provider promises. */
class JobPromisesTest {

    @Nested
    class Starts extends StartPromises implements Job {}

    @Nested
    class LookUps extends LookUpPromises implements Job {}

    @Nested
    class Checks extends CheckPromises implements Job {}

    @Nested
    class Stops extends StopPromises implements Job {}

    interface Job extends ProviderTestKit {
        @Override
        default CredentialShape shape() {
            return Dbt.CREDENTIAL;
        }

        @Override
        default Request request() {
            return Requests.dbt("");
        }

        @Override
        default Provider provider(Api api, Clock clock) {
            return DbtServer.runs(api, request(), clock);
        }

        @Override
        default String credential(String token, String baseUrl) {
            return DbtServer.credential(token, baseUrl);
        }

        @Override
        default String runId() {
            return "34929305";
        }

        @Override
        default Response started() {
            return DbtServer.run("34929305", "1", "");
        }

        @Override
        default Response errorObject() {
            return Response.json(200, Fixture.of("dbt/invalid.json"));
        }

        @Override
        default Response going() {
            return DbtServer.run("34929305", "3", "\"status_humanized\":\"Running\"");
        }

        @Override
        default Response unknownStatus() {
            return DbtServer.run("34929305", "7", "\"status_humanized\":\"Polishing\"");
        }

        @Override
        default Response succeeded() {
            return DbtServer.run("34929305", "10", "\"status_humanized\":\"Success\"");
        }
    }
}
