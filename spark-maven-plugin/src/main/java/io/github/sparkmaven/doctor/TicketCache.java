/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code klist} tells of the ticket to get tickets with, in local time.
 *
 * @param name the cache, as in {@code FILE:/tmp/krb5cc_1000}
 * @param principal whose it is
 * @param expires when that ticket ends, where the text is understood
 * @param renewable until when it may be renewed
 */
record TicketCache(
    Optional<String> name,
    Optional<String> principal,
    Optional<LocalDateTime> expires,
    Optional<LocalDateTime> renewable) {
  // MIT: "Ticket cache: …" and "Default principal: …"; Heimdal, as on macOS: "Credentials cache: …"
  // and "Principal: …".
  private static final Pattern CACHE = Pattern.compile("\\s*(?:Ticket|Credentials) cache: (.+)");
  private static final Pattern PRINCIPAL = Pattern.compile("\\s*(?:Default p|P)rincipal: (.+)");
  private static final Pattern TICKET =
      Pattern.compile("(?:\\S.*?\\d\\d:\\d\\d:\\d\\d(?: \\d{4})?)\\s+(.+?)\\s+krbtgt/.*");
  private static final Pattern RENEW = Pattern.compile("\\s*renew until (.+?)(?:,.*)?");
  // klist takes the locale's form of a date; what an administrator has set may be any of these.
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          form("MM/dd/yyyy HH:mm:ss"),
          form("MM/dd/yy HH:mm:ss"),
          form("yyyy-MM-dd HH:mm:ss"),
          form("yyyy-MM-dd'T'HH:mm:ss"),
          form("d.M.yyyy HH:mm:ss"),
          form("MMM d HH:mm:ss yyyy"));

  /** Reads what {@code klist} has printed. */
  static TicketCache of(List<String> lines) {
    return new TicketCache(
        first(lines, CACHE),
        first(lines, PRINCIPAL),
        first(lines, TICKET).flatMap(TicketCache::time),
        first(lines, RENEW).flatMap(TicketCache::time));
  }

  /** Says whether Java can read the cache: of the kinds that there are, only files. */
  boolean isFile() {
    return name.filter(text -> text.matches("[A-Za-z]+:.*") && !text.startsWith("FILE:")).isEmpty();
  }

  private static Optional<String> first(List<String> lines, Pattern pattern) {
    return lines.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1).strip())
        .findFirst();
  }

  private static Optional<LocalDateTime> time(String text) {
    String given = text.replaceAll("\\s+", " ");
    for (DateTimeFormatter form : FORMS) {
      try {
        return Optional.of(LocalDateTime.parse(given, form));
      } catch (DateTimeParseException e) {
        // The next form, or none.
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
