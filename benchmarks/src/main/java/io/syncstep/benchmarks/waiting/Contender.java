package io.syncstep.benchmarks.waiting;

import java.util.List;

/**
 * A schedule in the comparison.
 *
 * @param color of its line in the plot
 */
record Contender(String name, Schedule.Planner planner, String color) {

    static final Contender WITH_HISTORY = new Contender("Syncstep, 10 past runs", Syncstep.withHistory(), "#0072b2");
    static final Contender WITHOUT_HISTORY = new Contender("Syncstep, none", Syncstep.withoutHistory(), "#56b4e9");
    static final Contender EVERY_THREE = new Contender("3 s (Airflow, Dagster)", Schedule.fixed(3), "#e69f00");

    static final List<Contender> ALL = List.of(
            WITH_HISTORY,
            WITHOUT_HISTORY,
            new Contender("1 s (Kestra)", Schedule.fixed(1), "#d55e00"),
            EVERY_THREE,
            new Contender("10 s (Prefect)", Schedule.fixed(10), "#b8a000"),
            new Contender("30 s", Schedule.fixed(30), "#009e73"),
            new Contender("60 s", Schedule.fixed(60), "#66a61e"),
            new Contender("2 s × 1.5 to 60 s", Schedule.exponential(), "#cc79a7"));
}
