package io.syncstep.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An execution of the state machine {@code pipeline}.
 *
 * @param id its ARN
 * @param redriveCount how often it was redriven so far
 */
public record PipelineExecution(String id, String name, int redriveCount) {

    private static final int LONGEST = 40;

    /**
     * The name of a task's execution, but for the redrive count that the state machine puts behind it. The same whenever it is
     * worked out, so that a start which is repeated starts nothing; another one in each execution, however long its name.
     *
     * @param stage from 0
     * @param task from 0
     */
    String nameOf(int stage, int task) {
        String readable = name.replaceAll("[^A-Za-z0-9_-]", "_");
        String beginning = readable.substring(0, Math.min(LONGEST, readable.length()));
        return "%s-%s-s%d-t%d".formatted(beginning, digest(), stage + 1, task + 1);
    }

    private String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 5);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
