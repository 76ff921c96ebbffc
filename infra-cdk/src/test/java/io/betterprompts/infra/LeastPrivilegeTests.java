package io.betterprompts.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rules are seen to fail: a rule that finds nothing anywhere would pass on any template. */
class LeastPrivilegeTests {

    private static final String MODEST = """
            {"Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": {"Fn::GetAtt": ["Log", "Arn"]}},
            {"Effect": "Allow", "Action": ["xray:PutTraceSegments"], "Resource": "*"}""";

    @Test
    void findsNothingToSayOfAModestRole() {
        assertThat(LeastPrivilege.violations(policy(MODEST))).isEmpty();
    }

    @Test
    void findsAnActionOnEverything() {
        CloudTemplate template = policy(MODEST + """
                , {"Effect": "Allow", "Action": ["s3:GetObject", "xray:PutTraceSegments"], "Resource": ["arn:one", "*"]}""");

        assertThat(LeastPrivilege.violations(template)).containsExactly("Role may s3:GetObject");
    }

    @Test
    void findsEveryActionOfAService() {
        CloudTemplate template = policy("""
                {"Effect": "Allow", "Action": "secretsmanager:*", "Resource": {"Ref": "Secret"}}""");

        assertThat(LeastPrivilege.violations(template)).containsExactly("Role may secretsmanager:*");
    }

    @Test
    void findsWhatIsWrittenInsideARole() {
        CloudTemplate template = template("""
                "Role": {"Type": "AWS::IAM::Role", "Properties": {
                    "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"],
                    "Policies": [{"PolicyDocument": {"Statement": [
                        {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}]}}]}}""");

        assertThat(LeastPrivilege.violations(template))
                .containsExactly("Role has a managed policy", "Role may iam:PassRole");
    }

    @Test
    void takesNoOffenceAtWhatIsDenied() {
        assertThat(LeastPrivilege.violations(policy("""
                {"Effect": "Deny", "Action": "*", "Resource": "*"}"""))).isEmpty();
    }

    @Test
    void findsAReaderAmongOthers() {
        CloudTemplate template = policy("""
                {"Effect": "Allow", "Action": ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
                 "Resource": [{"Ref": "Other"}, {"Fn::ImportValue": "stack:ExportSigningSecretABC"}]}""");

        assertThat(LeastPrivilege.readersOf(template, "SigningSecret")).containsExactly("Role");
        assertThat(LeastPrivilege.readersOf(policy(MODEST), "SigningSecret")).isEmpty();
    }

    private static CloudTemplate policy(String statements) {
        return template("""
                "Policy": {"Type": "AWS::IAM::Policy", "Properties": {
                    "Roles": [{"Ref": "Role"}], "PolicyDocument": {"Statement": [%s]}}}""".formatted(statements));
    }

    private static CloudTemplate template(String resources) {
        return CloudTemplate.of("{\"Resources\": {%s}}".formatted(resources));
    }
}
