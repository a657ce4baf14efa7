package io.syncstep.local.simulator.wire;

import java.time.Duration;

/** How an answer is put on the wire. */
sealed interface Delivery {

    record Whole(Reply reply) implements Delivery {}

    record Half(Reply reply) implements Delivery {}

    record Dripping(Reply reply, Duration beforeEachByte) implements Delivery {}

    record Hanging(Duration atMost) implements Delivery {}

    record Nothing() implements Delivery {}

    /** The status that the caller gets to see. */
    default int status() {
        return switch (this) {
            case Whole(Reply reply) -> reply.status();
            case Half(Reply reply) -> reply.status();
            case Dripping dripping -> dripping.reply().status();
            case Hanging _, Nothing _ -> Exchange.NO_ANSWER;
        };
    }
}
