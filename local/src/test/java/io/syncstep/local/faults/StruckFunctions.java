package io.syncstep.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.endtoend.Stage;
import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.lambda.Functions;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Where;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Functions that strikes hit on their way. Keeps a list of those that did. */
final class StruckFunctions implements Functions {

    private final Functions real;
    private final Stage stage;
    private final Side side;
    private final List<Strike> strikes;
    private final List<Strike> struck;
    private final Map<Purpose, Integer> counts = new EnumMap<>(Purpose.class);

    StruckFunctions(Functions real, Stage stage, Side side, List<Strike> strikes, List<Strike> struck) {
        this.real = real;
        this.stage = stage;
        this.side = side;
        this.strikes = new ArrayList<>(strikes);
        this.struck = struck;
    }

    @Override
    public FunctionAnswer invoke(String name, JsonNode payload) {
        Purpose purpose = Purpose.of(name, payload, stage.time().clock().instant());
        int count = counts.merge(purpose, 1, Integer::sum);
        return strikes.stream()
                .filter(strike -> strike.hits(purpose, count))
                .findFirst()
                .map(strike -> strike(strike, purpose, name, payload))
                .orElseGet(() -> real.invoke(name, payload));
    }

    private FunctionAnswer strike(Strike strike, Purpose purpose, String name, JsonNode payload) {
        struck.add(strike);
        return switch (strike.mishap()) {
            case Mishap.OnTheWire wire -> onTheWire(strike, wire, purpose, name, payload);
            case Mishap.NobodyListens() -> nobodyListens(name, payload);
            case Mishap.InThePlatform(FunctionAnswer instead) -> {
                if (strike.done()) {
                    real.invoke(name, payload);
                }
                yield instead;
            }
        };
    }

    private FunctionAnswer onTheWire(
            Strike strike, Mishap.OnTheWire wire, Purpose purpose, String name, JsonNode payload) {
        Damage damage = wire.damage().apply(stage);
        Fault fault = strike.done() ? Fault.after(damage) : Fault.before(damage);
        side.faults(stage)
                .plan(
                        wire.every()
                                ? Where.every(side.method(purpose), "**")
                                : Where.first(side.method(purpose), "**"),
                        fault);
        try {
            return real.invoke(name, payload);
        } finally {
            side.faults(stage).clear();
        }
    }

    private FunctionAnswer nobodyListens(String name, JsonNode payload) {
        side.hide(stage);
        try {
            return real.invoke(name, payload);
        } finally {
            side.show(stage);
        }
    }
}
