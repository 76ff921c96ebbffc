package io.betterprompts.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The checks are seen to fail. */
class ApiRoutesTests {

    @Test
    void tellsAPermissionForPathsFromOneForTheDefaultRoute() {
        ApiRoutes paths = new ApiRoutes(withPermissionFor("/*/*/*"));
        ApiRoutes rest = new ApiRoutes(withPermissionFor("/*/$default"));

        assertThat(paths.isPermitted("GET /api/v1/history/{id}", "Live")).isTrue();
        assertThat(paths.isPermitted("$default", "Live")).isFalse();
        assertThat(rest.isPermitted("$default", "Live")).isTrue();
        assertThat(rest.isPermitted("GET /api/v1/history/{id}", "Live")).isFalse();
        assertThat(paths.isPermitted("GET /api/v1/history/{id}", "Other")).isFalse();
    }

    @Test
    void findsAnAliasOfAnotherFunctionsVersion() {
        ApiRoutes routes = new ApiRoutes(CloudTemplate.of("""
                {"Resources": {
                  "Auth": {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": "auth"}},
                  "Version": {"Type": "AWS::Lambda::Version", "Properties": {"FunctionName": {"Ref": "Auth"}}},
                  "Good": {"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "Auth"},
                    "FunctionVersion": {"Fn::GetAtt": ["Version", "Version"]}}},
                  "Bad": {"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "History"},
                    "FunctionVersion": {"Fn::GetAtt": ["Version", "Version"]}}}}}"""));

        assertThat(routes.functionBehind("Good")).isEqualTo("auth");
        assertThat(routes.functionBehind("Bad")).isEqualTo("another");
    }

    private static CloudTemplate withPermissionFor(String source) {
        return CloudTemplate.of("""
                {"Resources": {
                  "Api": {"Type": "AWS::ApiGatewayV2::Api"},
                  "Permission": {"Type": "AWS::Lambda::Permission", "Properties": {
                    "FunctionName": {"Ref": "Live"}, "Principal": "apigateway.amazonaws.com",
                    "SourceArn": {"Fn::Join": ["", ["arn:aws:execute-api:eu:1:", {"Ref": "Api"}, "%s"]]}}}}}""".formatted(source));
    }
}
