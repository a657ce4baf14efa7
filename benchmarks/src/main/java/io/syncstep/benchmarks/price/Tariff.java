package io.syncstep.benchmarks.price;

/**
 * List prices in dollars, without free tiers and discounts.
 *
 * @param transition a state transition of a Standard workflow
 * @param call an invocation of a Lambda function
 * @param gigabyteSecond of a Lambda function on arm64
 * @param event put on a bus of EventBridge
 * @see <a href="https://aws.amazon.com/step-functions/pricing/">AWS Step Functions pricing</a>
 * @see <a href="https://aws.amazon.com/lambda/pricing/">AWS Lambda pricing</a>
 * @see <a href="https://aws.amazon.com/eventbridge/pricing/">Amazon EventBridge pricing</a>
 */
record Tariff(String source, double transition, double call, double gigabyteSecond, double event) {

    static final Tariff LIST = new Tariff("us-east-1, as published in March 2026", 25e-6, 0.2e-6, 13.3334e-6, 1e-6);

    /** The smallest environment that Amazon MWAA (managed Airflow) has had from the start, mw1.small, at 0.49 an hour. */
    static final double AIRFLOW_MONTH = 0.49 * 24 * 365 / 12;

    double of(Usage usage) {
        return usage.transitions() * transition
                + usage.calls() * call
                + usage.gigabyteSeconds() * gigabyteSecond
                + event;
    }
}
