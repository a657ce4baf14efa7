package io.syncstep.local.simulator.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are planned for one provider. Of several that strike the same request, the latest planned wins. */
public final class Faults {

    private final List<Plan> plans = new ArrayList<>();

    private static final class Plan {
        private final Where where;
        private final Fault fault;
        private int count;

        Plan(Where where, Fault fault) {
            this.where = where;
            this.fault = fault;
        }

        boolean strikes(Request request) {
            return where.concerns(request) && where.strikesAt(++count);
        }
    }

    public synchronized Faults plan(Where where, Fault fault) {
        plans.addFirst(new Plan(where, fault));
        return this;
    }

    /** No faults from now on, those of scenarios included. */
    public synchronized void clear() {
        plans.clear();
    }

    /** Every plan counts the request, also when another one strikes it. */
    synchronized Optional<Fault> striking(Request request) {
        List<Plan> striking =
                plans.stream().filter(plan -> plan.strikes(request)).toList();
        return striking.stream().findFirst().map(plan -> plan.fault);
    }
}
