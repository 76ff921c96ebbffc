package io.betterprompts.templates;

/**
 * A tag or a category.
 *
 * @param templates how many have it
 */
record Label(String name, long templates) {}
