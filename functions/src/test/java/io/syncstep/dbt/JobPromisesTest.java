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
            return Dbt.CREDENTIAL;
        }

        @Override
        public Request request() {
            return Requests.dbt("");
        }

        @Override
        public Provider provider(Api api, Clock clock) {
            return DbtServer.runs(api, request(), clock);
        }

        @Override
        public String credential(String token, String baseUrl) {
            return DbtServer.credential(token, baseUrl);
        }

        @Override
        public String runId() {
            return "34929305";
        }

        @Override
        public Response started() {
            return DbtServer.run("34929305", "1", "");
        }

        @Override
        public Response errorObject() {
            return Response.json(200, Fixture.of("dbt/invalid.json"));
        }

        @Override
        public Response going() {
            return DbtServer.run("34929305", "3", "\"status_humanized\":\"Running\"");
        }

        @Override
        public Response unknownStatus() {
            return DbtServer.run("34929305", "7", "\"status_humanized\":\"Polishing\"");
        }

        @Override
        public Response succeeded() {
            return DbtServer.run("34929305", "10", "\"status_humanized\":\"Success\"");
        }
    };
}
