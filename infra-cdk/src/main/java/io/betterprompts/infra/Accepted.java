package io.betterprompts.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** What AWS's rules find and we mean, each on the one construct and with the reason. */
final class Accepted {

    private static final String PACK = "AwsSolutions-";

    private Accepted() {}

    /** @param rule such as RDS11 */
    static void finding(IConstruct where, String rule, String reason) {
        accept(
                where,
                NagPackSuppression.builder().id(PACK + rule).reason(reason).build());
    }

    /** @param wildcards that a policy there may hold, as the rules write them: Resource::* */
    static void wildcards(IConstruct where, String reason, String... wildcards) {
        accept(
                where,
                NagPackSuppression.builder()
                        .id(PACK + "IAM5")
                        .reason(reason)
                        .appliesTo(List.<Object>of((Object[]) wildcards))
                        .build());
    }

    private static void accept(IConstruct where, NagPackSuppression suppression) {
        NagSuppressions.addResourceSuppressions(where, List.of(suppression), true);
    }
}
