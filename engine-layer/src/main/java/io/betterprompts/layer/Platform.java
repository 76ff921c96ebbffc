package io.betterprompts.layer;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operating system and a processor.
 *
 * @param name as DJL has it, such as {@code linux-aarch64}
 */
record Platform(String name) {

    /** A folder for one platform, as DJL ({@code linux-x86_64}) and JNA ({@code win32-x86-64}) call them. */
    private static final Pattern FOLDER = Pattern.compile(
            "(?:^|/)((?:linux|osx|darwin|win|win32|aix|sunos|freebsd|openbsd|dragonflybsd)-[a-z0-9_-]+)/");

    /** DJL's folders for graphics cards. Lambda has none. */
    private static final Pattern GRAPHICS_CARD = Pattern.compile("/cu[0-9]+/");

    static Platform ofThisMachine() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "osx" : "linux";
        String processor = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch64";
        return new Platform(os + "-" + processor);
    }

    /** Whether an entry of a jar is of use here: it is in no platform's folder, or in this one's. */
    boolean needs(String entry) {
        Matcher folder = FOLDER.matcher(entry);
        return !GRAPHICS_CARD.matcher(entry).find()
                && (!folder.find() || folder.group(1).replace('_', '-').equals(name.replace('_', '-')));
    }
}
