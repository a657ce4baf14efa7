package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Where;
import org.junit.jupiter.api.Test;

/** Which requests a fault strikes. */
class FaultPlanTest extends CallsToHightouch {

    @Test
    void faultStrikesOnlyTheRequestsItIsMeantFor() throws Exception {
        hightouch.faults().plan(Where.between(2, 3, "GET", "/syncs/*/runs"), Fault.before(Damage.status(502)));

        assertThat(caller.get("/syncs/42/runs").statusCode()).isEqualTo(200);
        assertThat(caller.get("/syncs/42").statusCode()).isEqualTo(200);
        assertThat(caller.get("/syncs/42/runs").statusCode()).isEqualTo(502);
        assertThat(caller.get("/syncs/43/runs").statusCode()).isEqualTo(502);
        assertThat(caller.get("/syncs/42/runs").statusCode()).isEqualTo(200);
    }

    @Test
    void latestPlanWinsAndClearingEndsAll() throws Exception {
        hightouch
                .faults()
                .plan(Where.every("GET", "/syncs/**"), Fault.before(Damage.status(502)))
                .plan(Where.nth(2, "*", "/syncs/42/runs"), Fault.before(Damage.status(418)));

        assertThat(caller.get("/syncs/42/runs").statusCode()).isEqualTo(502);
        assertThat(caller.get("/syncs/42/runs").statusCode()).isEqualTo(418);
        hightouch.faults().clear();
        assertThat(caller.get("/syncs/42/runs").statusCode()).isEqualTo(200);
    }

    @Test
    void rangeThatStrikesNothingIsRefused() {
        assertThatThrownBy(() -> Where.between(3, 2, "GET", "/syncs"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("from..to must be a range that begins at 1 or later, got 3..2");
    }
}
