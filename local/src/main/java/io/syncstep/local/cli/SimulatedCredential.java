package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.sync.ProviderName;
import java.net.URI;
import java.util.function.UnaryOperator;

/** Credentials that lead to a simulator, which takes any token. */
final class SimulatedCredential {

    private SimulatedCredential() {}

    static String of(ProviderName provider, String account, Simulators simulators) {
        return of(provider, account, simulators, UnaryOperator.identity()).toString();
    }

    /** @param reach changes the simulator's address to the one under which the functions see it */
    static ObjectNode of(ProviderName provider, String account, Simulators simulators, UnaryOperator<URI> reach) {
        var token = "simulated-" + account;
        var credential = JsonNodeFactory.instance.objectNode();
        return switch (provider) {
            case HIGHTOUCH ->
                credential
                        .put("apiKey", token)
                        .put("workspaceSlug", "simulated")
                        .put("baseUrl", reach.apply(simulators.hightouch()).toString());
            case STITCH ->
                credential
                        .put("accessToken", token)
                        .put("baseUrl", reach.apply(simulators.stitch()).toString());
            case DBT ->
                credential
                        .put("serviceToken", token)
                        .put("accountId", "simulated")
                        .put("baseUrl", reach.apply(simulators.dbt()).toString());
        };
    }
}
