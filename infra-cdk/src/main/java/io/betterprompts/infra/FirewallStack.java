package io.betterprompts.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/**
 * What CloudFront asks whether to let a request through. It has to be in us-east-1, wherever the rest is. Nothing in it looks
 * into bodies: a prompt that asks about an attack looks like one.
 */
final class FirewallStack extends Stack {

    /**
     * In five minutes, of one address: as much as ten users who each do as much as the contract lets a caller do. The
     * functions' own limits are far stricter; this stops a flood before it reaches them.
     */
    private static final int REQUESTS_OF_ONE_ADDRESS = 30_000;

    /** AWS's common rules that look into bodies, the first of which refuses any beyond 8 KB. */
    private static final List<String> ABOUT_BODIES = List.of(
            "SizeRestrictions_BODY",
            "EC2MetaDataSSRF_BODY",
            "GenericLFI_BODY",
            "GenericRFI_BODY",
            "CrossSiteScripting_BODY");

    private final CfnWebACL rules;

    FirewallStack(Construct scope, Deployment deployment) {
        super(
                scope,
                deployment.name("firewall"),
                deployment
                        .stack("firewall", "CloudFront's firewall", Optional.of(Domain.EDGE_REGION))
                        .crossRegionReferences(true)
                        .build());
        rules = CfnWebACL.Builder.create(this, "Rules")
                .name(deployment.name("firewall"))
                .scope("CLOUDFRONT")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(measured("firewall"))
                .rules(List.of(
                        floods(),
                        managed(1, "AWSManagedRulesAmazonIpReputationList", List.of()),
                        managed(2, "AWSManagedRulesCommonRuleSet", ABOUT_BODIES)))
                .build();
    }

    String arn() {
        return rules.getAttrArn();
    }

    private static CfnWebACL.RuleProperty floods() {
        return CfnWebACL.RuleProperty.builder()
                .name("floods")
                .priority(0)
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .limit(REQUESTS_OF_ONE_ADDRESS)
                                .build())
                        .build())
                .visibilityConfig(measured("floods"))
                .build();
    }

    /** @param counted rules of the group that only count what they find */
    private static CfnWebACL.RuleProperty managed(int priority, String group, List<String> counted) {
        return CfnWebACL.RuleProperty.builder()
                .name(group)
                .priority(priority)
                .overrideAction(CfnWebACL.OverrideActionProperty.builder()
                        .none(Map.of())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .managedRuleGroupStatement(CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name(group)
                                .ruleActionOverrides(counted.stream()
                                        .map(FirewallStack::onlyCount)
                                        .toList())
                                .build())
                        .build())
                .visibilityConfig(measured(group))
                .build();
    }

    private static CfnWebACL.RuleActionOverrideProperty onlyCount(String rule) {
        return CfnWebACL.RuleActionOverrideProperty.builder()
                .name(rule)
                .actionToUse(CfnWebACL.RuleActionProperty.builder()
                        .count(CfnWebACL.CountActionProperty.builder().build())
                        .build())
                .build();
    }

    /** Samples hold addresses and paths of requests. */
    private static CfnWebACL.VisibilityConfigProperty measured(String name) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .metricName(name)
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .build();
    }
}
