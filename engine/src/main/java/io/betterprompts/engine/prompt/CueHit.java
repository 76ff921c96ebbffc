package io.betterprompts.engine.prompt;

/**
 * A cue found in a prompt.
 *
 * @param group what it tells, such as {@code steps_said} or {@code target_language}
 * @param name what was found, where a group tells several things apart, such as {@code fr}; else the group
 * @param start UTF-16 offset of its first unit
 * @param end UTF-16 offset after its last
 */
public record CueHit(String group, String name, int start, int end) {

    /** The same in a text in which so many UTF-16 units stand before. */
    CueHit shifted(int units) {
        return new CueHit(group, name, start + units, end + units);
    }
}
