package io.betterprompts.engine.lint;

import io.betterprompts.engine.lint.Finding.Severity;

/**
 * A rule as it is documented.
 *
 * @param example a prompt in which the rule finds something
 * @param better the same prompt without the finding
 */
public record LintRule(String id, Severity severity, String message, String example, String better) {}
