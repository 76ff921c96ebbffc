package io.betterprompts.infra;

import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/**
 * When an alarm is raised. Where nothing is measured nothing is wrong: functions that nobody calls measure nothing.
 *
 * @param name what is wrong, as the alarm's name ends
 * @param of how many of the metric's last periods are looked at
 * @param bad how many of them raise the alarm
 */
record AlarmSpec(
        String name, String meaning, IMetric metric, ComparisonOperator operator, double threshold, int of, int bad) {

    /** Raised by one period above the threshold. */
    static AlarmSpec above(String name, String meaning, IMetric metric, double threshold) {
        return new AlarmSpec(name, meaning, metric, ComparisonOperator.GREATER_THAN_THRESHOLD, threshold, 1, 1);
    }

    static AlarmSpec below(String name, String meaning, IMetric metric, double threshold) {
        return new AlarmSpec(name, meaning, metric, ComparisonOperator.LESS_THAN_THRESHOLD, threshold, 1, 1);
    }

    /** Raised only if it goes on. */
    AlarmSpec in(int periods, int ofPeriods) {
        return new AlarmSpec(name, meaning, metric, operator, threshold, ofPeriods, periods);
    }

    Alarm create(Construct scope, Deployment deployment) {
        return Alarm.Builder.create(scope, name)
                .alarmName(deployment.name(name))
                .alarmDescription(meaning + " docs/operations.md says what to do.")
                .metric(metric)
                .comparisonOperator(operator)
                .threshold(threshold)
                .evaluationPeriods(of)
                .datapointsToAlarm(bad)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }
}
