package io.syncstep.local.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes plans: the same for the same seed and number. */
record Plans(long seed) {

    private static final int MOST_FAULTS = 10;
    private static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");
    private static final List<Kind> KINDS =
            Kinds.ALL.stream().filter(kind -> !kind.lasting() && !kind.slow()).toList();

    Plan number(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        Side side = one(random, Side.values());
        return new Plan(
                side,
                BEGIN.plusMillis(random.nextInt(100_000)),
                random.nextBoolean() ? Fate.SUCCEEDS : one(random, Fate.values()),
                upTo(random, random.nextBoolean() ? 60 : 900),
                Duration.ofSeconds(random.nextInt(40)),
                ifRunning(random, side),
                random.nextBoolean() ? Fate.SUCCEEDS : Fate.FAILS,
                random.nextInt(3) == 0 ? one(random, Fate.SUCCEEDS, Fate.FAILS, Fate.CANCELLED) : null,
                upTo(random, 200),
                random.nextBoolean(),
                random.nextBoolean() ? 60 + random.nextInt(240) : 300 + random.nextInt(1500),
                strikes(random, side));
    }

    private static String ifRunning(Random random, Side side) {
        return switch (side) {
            case HIGHTOUCH, DBT -> one(random, "", "", "attach", "fail", "queue");
            case STITCH -> one(random, "", "", "attach", "fail");
        };
    }

    /** In every other plan the first start call is lost: that is where most can go wrong. */
    private static List<Strike> strikes(Random random, Side side) {
        int faults = random.nextInt(MOST_FAULTS + 1);
        boolean lost = random.nextBoolean();
        return IntStream.range(0, faults)
                .mapToObj(i -> i == 0 && lost ? lost(random, side) : strike(random, side))
                .toList();
    }

    private static Strike lost(Random random, Side side) {
        Kind kind = one(random, KINDS.stream().filter(Kind::canFollowProcessing).toArray(Kind[]::new));
        return new Strike(
                kind.name(),
                Set.of(Purpose.START),
                1,
                1,
                random.nextInt(4) > 0,
                kind.mishap().apply(side));
    }

    private static Strike strike(Random random, Side side) {
        Purpose purpose = one(random, Purpose.values());
        Kind kind = one(random, KINDS.toArray(Kind[]::new));
        boolean done =
                purpose == Purpose.START ? kind.canFollowProcessing() && random.nextBoolean() : random.nextBoolean();
        boolean neverRan = kind.isOfThePlatform() && !kind.canFollowProcessing();
        int call = 1 + (int) Math.abs(random.nextGaussian() * (purpose == Purpose.CHECK ? 4 : 1.5));
        return new Strike(
                kind.name(),
                Set.of(purpose),
                call,
                call,
                done && !neverRan,
                kind.mishap().apply(side));
    }

    private static Duration upTo(Random random, int seconds) {
        return Duration.ofSeconds(5 + random.nextInt(seconds));
    }

    @SafeVarargs
    private static <T> T one(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
