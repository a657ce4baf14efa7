package io.syncstep.local.simulator.dbt;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The jobs of the simulated account that are listed. Every other id can be run as well. */
final class Jobs {

    private final Map<Long, Job> jobs = new TreeMap<>();

    Jobs() {
        add(new Job(43167, "Nightly build", true, false));
        add(Job.plain(43168, "Marts, hourly"));
        add(Job.plain(43169, "Docs and freshness"));
        add(Job.plain(43170, "CI: changed models"));
        add(new Job(43171, "Old backfill", true, true));
    }

    void add(Job job) {
        jobs.put(job.id(), job);
    }

    Job get(long id) {
        return jobs.getOrDefault(id, Job.plain(id, "Job " + id));
    }

    List<Job> all() {
        return List.copyOf(jobs.values());
    }
}
