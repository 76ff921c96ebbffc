package io.betterprompts.engine.lint;

import io.betterprompts.engine.lint.Finding.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks for what should not leave the house. The whole text is looked at, code and material too. */
final class PrivacyChecks {

    private static final Pattern SECRET = Pattern.compile(
            String.join(
                    "|",
                    "(?<!\\w)sk-(?:ant-|proj-)?[A-Za-z0-9_-]{20,}+",
                    "(?<!\\w)AKIA[0-9A-Z]{16}(?!\\w)",
                    "(?<!\\w)gh[pousr]_[A-Za-z0-9]{30,}+",
                    "(?<!\\w)xox[abprs]-[A-Za-z0-9-]{10,}+",
                    "(?<!\\w)AIza[0-9A-Za-z_-]{35}",
                    "(?<!\\w)bp_[A-Za-z0-9_]{20,}+",
                    "(?<!\\w)eyJ[A-Za-z0-9_-]{10,}+\\.eyJ[A-Za-z0-9_-]{10,}+",
                    "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----",
                    "(?<!\\w)(?i:password|passwd|pwd|api[_-]?key|secret|token)\\s{0,3}[:=]\\s{0,3}[\"']?[^\\s\"'{<\\[$%*(]{6,}+"));
    /** Without one of these, in lower case, the pattern, which is slower, finds nothing. */
    private static final List<String> SECRET_SIGNS = List.of(
            "sk-",
            "akia",
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "xox",
            "aiza",
            "bp_",
            "eyj",
            "-----begin",
            "password",
            "passwd",
            "pwd",
            "api_key",
            "api-key",
            "apikey",
            "secret",
            "token");

    private static final Pattern E_MAIL =
            Pattern.compile("(?<![\\w.%+-])[\\w.%+-]{1,64}+@[\\w-]{1,63}+(?:\\.[A-Za-z][\\w-]{1,62}+){1,4}+");
    private static final Pattern PHONE = Pattern.compile(
            "(?=[+(\\d])(?<![\\d+])(?:\\+\\d[\\d ().-]{7,17}\\d|\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4})(?!\\d)");
    private static final Pattern CARD = Pattern.compile("(?=\\d)(?<![\\d.])\\d(?:[ -]?\\d){12,18}(?![\\d.])");
    private static final Pattern IBAN =
            Pattern.compile("(?=[A-Z]{2}\\d)(?<!\\w)[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\\w)");

    /** No telephone, card or account number has fewer. */
    private static final int FEWEST_DIGITS = 8;

    private PrivacyChecks() {}

    static List<Range> secrets(Subject subject) {
        String lower = subject.prompt().text().toLowerCase(Locale.ROOT);
        return SECRET_SIGNS.stream().anyMatch(lower::contains) ? subject.matches(SECRET) : List.of();
    }

    static List<Range> personalData(Subject subject) {
        List<Range> found = new ArrayList<>();
        if (subject.prompt().text().indexOf('@') >= 0) {
            found.addAll(subject.matches(E_MAIL));
        }
        if (subject.prompt().text().chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
            found.addAll(numbers(subject));
        }
        return found.stream().distinct().toList();
    }

    private static List<Range> numbers(Subject subject) {
        List<Range> found = new ArrayList<>(subject.matches(PHONE));
        subject.matches(CARD).stream()
                .filter(range -> isCard(subject.text(range)))
                .forEach(found::add);
        subject.matches(IBAN).stream()
                .filter(range -> isIban(subject.text(range)))
                .forEach(found::add);
        return found;
    }

    /** Luhn's check of ISO/IEC 7812. */
    private static boolean isCard(String written) {
        String digits = written.replaceAll("\\D", "");
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(digits.length() - 1 - at) - '0';
            int weighed = at % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0 && digits.chars().distinct().count() > 1;
    }

    /** The check of ISO 13616: with the head at the end and letters as numbers, the remainder by 97 is 1. */
    private static boolean isIban(String written) {
        String plain = written.replace(" ", "");
        String turned = plain.substring(4) + plain.substring(0, 4);
        int remainder = 0;
        for (int at = 0; at < turned.length(); at++) {
            int value = Character.digit(turned.charAt(at), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }
}
