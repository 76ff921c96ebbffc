package io.betterprompts.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** Where alarms are sent, and from there to an e-mail address if there is one. AWS asks its owner to confirm it first. */
final class AlarmTopic extends Construct {

    private final Topic topic;

    AlarmTopic(Construct scope, String id, Deployment deployment, @Nullable IKey key) {
        super(scope, id);
        topic = Topic.Builder.create(this, "Topic")
                .topicName(deployment.name("alarms"))
                .masterKey(key)
                .enforceSsl(true)
                .build();
        topic.addToResourcePolicy(forAlarms());
        Optional<String> email = deployment.options().alarmEmail();
        email.ifPresent(address -> topic.addSubscription(new EmailSubscription(address)));
    }

    /** A topic with a policy of its own no longer has the one by which every alarm of the account may publish. */
    private PolicyStatement forAlarms() {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                .build();
    }

    /** Tells when it is raised, and when it is over. */
    void tellOf(Alarm alarm) {
        alarm.addAlarmAction(new SnsAction(topic));
        alarm.addOkAction(new SnsAction(topic));
    }
}
